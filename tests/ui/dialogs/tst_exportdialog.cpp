#include "dialogs/exportdialog.h"

#include "dialogs/choicelist.h"
#include "export/exporter.h"
#include "style/choicebox.h"
#include "style/theme.h"
#include "style/toggle.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Lectern;

namespace {

std::vector<Passage> passages(int count)
{
    std::vector<Passage> result;
    for (int i = 1; i <= count; ++i) {
        Passage passage;
        passage.id = QStringLiteral("p%1").arg(i);
        passage.quote = QString::fromUtf8("Words number %1, “couldn’t” & so on.").arg(i);
        passage.outlet = QStringLiteral("Northern Courier");
        result.push_back(passage);
    }
    return result;
}

} // namespace

class TestExportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_all = passages(4);
        make({QStringLiteral("p1"), QStringLiteral("p3")});
    }

    void cleanup() { m_dialog.reset(); }

    void preview_isWhatTheExporterWrites_data()
    {
        QTest::addColumn<QString>("format");
        for (const auto &exporter : exporters())
            QTest::newRow(qPrintable(exporter->format())) << exporter->format();
    }

    void preview_isWhatTheExporterWrites()
    {
        QFETCH(const QString, format);
        m_dialog->setFormat(format);
        QCOMPARE(m_dialog->format(), format);
        const std::vector<Passage> selected{m_all[0], m_all[2]};
        QString written = exporterNamed(format)->preview(selected, {});
        // The text edit shows line ends and no-break spaces in its own way.
        QString shown =
            preview()->document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
        QCOMPARE(shown, written.replace(QStringLiteral("\r\n"), QStringLiteral("\n")));
    }

    void preview_ofManyPassages_isItsBeginning()
    {
        m_all = passages(ExportDialog::previewPassages + 5);
        make({});
        QVERIFY(preview()->toPlainText().contains(QStringLiteral("number 20,")));
        QVERIFY(!preview()->toPlainText().contains(QStringLiteral("number 21,")));
    }

    void scope_isTheFirst_andCanBeChanged()
    {
        QCOMPARE(m_dialog->scope(), QStringLiteral("selected"));
        auto *scopes = m_dialog->findChild<ChoiceBox *>();
        QCOMPARE(scopes->itemText(0), QStringLiteral("Selected passages (2)"));
        QCOMPARE(scopes->itemText(1), QStringLiteral("All passages (4)"));
        QVERIFY(!preview()->toPlainText().contains(QStringLiteral("number 2,")));
        QTest::keyClick(scopes, Qt::Key_Down);
        QCOMPARE(m_dialog->scope(), QStringLiteral("all"));
        QVERIFY(preview()->toPlainText().contains(QStringLiteral("number 2,")));
        m_dialog->setScope(QStringLiteral("nothing"));
        QCOMPARE(m_dialog->scope(), QStringLiteral("all"));
    }

    void scope_ordersThePassages()
    {
        m_dialog = std::make_unique<ExportDialog>(
            m_theme, m_all,
            std::vector<ExportScope>{{QStringLiteral("collection:c"),
                                      QStringLiteral("Chapter 3"),
                                      {QStringLiteral("p4"), QStringLiteral("gone"), QStringLiteral("p2")}}});
        m_dialog->setFormat(QStringLiteral("text"));
        const QString shown = preview()->toPlainText();
        QVERIFY(shown.indexOf(QStringLiteral("number 4,")) < shown.indexOf(QStringLiteral("number 2,")));
        QVERIFY(!shown.contains(QStringLiteral("number 1,")));
    }

    void ownTemplate_isOfferedAndRemembered()
    {
        const QString path = templateFile("{{#passages}}Quote: {{{quote}}}\n{{/passages}}");
        m_dialog->setTemplateChooser([&](QWidget *, const QString &) { return path; });
        button("Use a template of mine…")->click();
        QCOMPARE(m_dialog->format(), QStringLiteral("template:") + path);
        QVERIFY(preview()->toPlainText().startsWith(QStringLiteral("Quote: Words number 1")));
        QCOMPARE(status(), QString());
        QCOMPARE(m_dialog->templateFiles(), QStringList{path});
        button("Use a template of mine…")->click(); // once more is no second one
        QCOMPARE(m_dialog->templateFiles(), QStringList{path});
    }

    void ownTemplate_editedMeanwhile_isReadAnew()
    {
        const QString path = templateFile("One {{#passages}}{{{quote}}}{{/passages}}");
        QVERIFY(m_dialog->addTemplate(path).ok());
        m_dialog->setFormat(QStringLiteral("template:") + path);
        templateFile("Two {{#passages}}{{{quote}}}{{/passages}}");
        QVERIFY(m_dialog->addTemplate(path).ok());
        QVERIFY(preview()->toPlainText().startsWith(QStringLiteral("Two ")));
    }

    void ownTemplate_withoutTheQuote_warns()
    {
        const QString path = templateFile("{{#passages}}{{{citation}}}\n{{/passages}}");
        QVERIFY(m_dialog->addTemplate(path).ok());
        m_dialog->setFormat(QStringLiteral("template:") + path);
        QVERIFY2(status().contains(QStringLiteral("quot")), qPrintable(status()));
    }

    void ownTemplate_thatIsNone_saysWhy_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not closed") << QByteArray("{{#passages}}{{{quote}}}");
        QTest::newRow("not there") << QByteArray();
    }

    void ownTemplate_thatIsNone_saysWhy()
    {
        QFETCH(const QByteArray, text);
        m_dialog->show();
        const QString path =
            text.isEmpty() ? m_folder.filePath(QStringLiteral("none.md")) : templateFile(text);
        const QString before = m_dialog->format();
        m_dialog->setTemplateChooser([&](QWidget *, const QString &) { return path; });
        button("Use a template of mine…")->click();
        auto *error = m_dialog->findChild<QLabel *>(QStringLiteral("error"));
        QVERIFY(error->isVisible());
        QVERIFY(error->text().contains(path));
        QCOMPARE(m_dialog->format(), before);
        QVERIFY(m_dialog->templateFiles().isEmpty());
    }

    void save_writesTheFileAndRemembersTheFolder()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.csv"));
        QString proposal;
        m_dialog->setFormat(QStringLiteral("csv"));
        m_dialog->setFolder(QStringLiteral("/somewhere"));
        m_dialog->setFileChooser([&](QWidget *, const QString &proposed, const QString &) {
            proposal = proposed;
            return path;
        });
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        button("Save…")->click();
        QCOMPARE(proposal, QStringLiteral("/somewhere/passages.csv"));
        QCOMPARE(saved, (QList<QList<QVariant>>{{path, 2}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), exporterNamed(u"csv")->write({m_all[0], m_all[2]}));
        QCOMPARE(m_dialog->folder(), folder.path());
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void save_thatFails_saysWhyAndStaysOpen()
    {
        m_dialog->show();
        m_dialog->setFileChooser([](QWidget *, const QString &, const QString &) {
            return QStringLiteral("/nonexistent/folder/kept.md");
        });
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        button("Save…")->click();
        auto *error = m_dialog->findChild<QLabel *>(QStringLiteral("error"));
        QVERIFY(error->isVisible());
        QVERIFY(error->text().contains(QStringLiteral("Nothing was saved")));
        QVERIFY(error->text().contains(QStringLiteral("/nonexistent/folder")));
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_dialog->isVisible());
        m_dialog->setFormat(QStringLiteral("html"));
        QVERIFY(!error->isVisible());
    }

    void save_cancelledInTheFileDialog_doesNothing()
    {
        m_dialog->show();
        m_dialog->setFileChooser([](QWidget *, const QString &, const QString &) { return QString(); });
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        button("Save…")->click();
        QCOMPARE(saved.count(), 0);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_dialog->findChild<QLabel *>(QStringLiteral("error"))->isVisible());
    }

    void copy_putsTheBytesOnTheClipboard()
    {
        QSignalSpy copied(m_dialog.get(), &ExportDialog::copied);
        m_dialog->setFormat(QStringLiteral("html"));
        button("Copy")->click();
        QCOMPARE(copied, (QList<QList<QVariant>>{{QStringLiteral("html"), 2}}));
        const QString html = QString::fromUtf8(exporterNamed(u"html")->write({m_all[0], m_all[2]}));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->html(), html);
        QCOMPARE(QGuiApplication::clipboard()->text(), html);
        QCOMPARE(m_dialog->findChild<QLabel *>(QStringLiteral("status"))->text(),
                 QStringLiteral("Copied 2 passages."));
    }

    void options_showInThePreview_andGoIntoTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.md"));
        m_dialog->setFileChooser([&](QWidget *, const QString &, const QString &) { return path; });
        ExportOptions options;
        options.style = CitationStyle::Apa;
        m_dialog->setOptions(options);
        const std::vector<Passage> selected{m_all[0], m_all[2]};
        const QByteArray written = exporterNamed(u"markdown")->write(selected, options);
        QVERIFY(written != exporterNamed(u"markdown")->write(selected));
        QCOMPARE(preview()->toPlainText(), QString::fromUtf8(written));
        button("Save…")->click();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), written);
    }

    void switches_areShownWhereTheFormatHasThem_data()
    {
        QTest::addColumn<QString>("format");
        for (const auto &exporter : exporters())
            QTest::newRow(qPrintable(exporter->format())) << exporter->format();
    }

    void switches_areShownWhereTheFormatHasThem()
    {
        QFETCH(const QString, format);
        m_dialog->show();
        m_dialog->setFormat(format);
        const ExportAbilities abilities = exporterNamed(format)->abilities();
        QCOMPARE(toggle("Hashes, file and offsets")->isVisible(), abilities.canLeaveOutRecord);
        QCOMPARE(toggle("The source files, too")->isVisible(), abilities.canPackSources);
    }

    void recordSwitch_leavesTheRecordOut()
    {
        m_dialog->show();
        m_dialog->setFormat(QStringLiteral("text"));
        const QString before = preview()->toPlainText();
        QTest::keyClick(toggle("Hashes, file and offsets"), Qt::Key_Space);
        QVERIFY(!m_dialog->options().withRecord);
        QVERIFY(preview()->toPlainText().size() < before.size());
        ExportOptions options;
        options.withSources = true;
        m_dialog->setOptions(options);
        QVERIFY(toggle("Hashes, file and offsets")->isChecked());
        QVERIFY(toggle("The source files, too")->isChecked());
        QCOMPARE(preview()->toPlainText(), before);
    }

    void documents_cannotBeCopied()
    {
        m_dialog->setFormat(QStringLiteral("odt"));
        QVERIFY(!button("Copy")->isEnabled());
        m_dialog->setFormat(QStringLiteral("text"));
        QVERIFY(button("Copy")->isEnabled());
    }

    void templates_areOfferedBehindTheFormats()
    {
        m_dialog->setFormat(QStringLiteral("template:obsidian"));
        QCOMPARE(m_dialog->format(), QStringLiteral("template:obsidian"));
        QVERIFY(preview()->toPlainText().contains(QStringLiteral("Words number 1")));
    }

    void setFormat_unknown_changesNothing()
    {
        const QString before = m_dialog->format();
        m_dialog->setFormat(QStringLiteral("papyrus"));
        QCOMPARE(m_dialog->format(), before);
    }

    void keys_chooseAFormatAndEscapeCloses()
    {
        m_dialog->show();
        auto *formats = m_dialog->findChild<ChoiceList *>();
        QTest::keyClick(formats, Qt::Key_Down);
        QCOMPARE(m_dialog->format(), exporters().at(1)->format());
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void withoutPassages_nothingCanBeSaved()
    {
        m_all.clear();
        make({});
        QVERIFY(!button("Save…")->isEnabled());
        QVERIFY(!button("Copy")->isEnabled());
    }

private:
    void make(const QStringList &selected)
    {
        std::vector<ExportScope> scopes;
        if (!selected.isEmpty())
            scopes.push_back({QStringLiteral("selected"), QStringLiteral("Selected passages"), selected});
        QStringList all;
        for (const Passage &passage : m_all)
            all += passage.id;
        if (!all.isEmpty())
            scopes.push_back({QStringLiteral("all"), QStringLiteral("All passages"), all});
        m_dialog = std::make_unique<ExportDialog>(m_theme, m_all, std::move(scopes));
    }

    QString templateFile(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(QStringLiteral("mine.txt.mustache")));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    QString status() const { return m_dialog->findChild<QLabel *>(QStringLiteral("status"))->text(); }

    QPlainTextEdit *preview() const { return m_dialog->findChild<QPlainTextEdit *>(); }

    TextButton *button(const char *text) const
    {
        for (TextButton *candidate : m_dialog->findChildren<TextButton *>())
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        return nullptr;
    }

    Toggle *toggle(const char *text) const
    {
        for (Toggle *candidate : m_dialog->findChildren<Toggle *>())
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        return nullptr;
    }

    Theme m_theme;
    QTemporaryDir m_folder;
    std::vector<Passage> m_all;
    std::unique_ptr<ExportDialog> m_dialog;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
