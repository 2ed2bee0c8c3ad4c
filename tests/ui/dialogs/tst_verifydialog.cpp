#include "dialogs/filedroparea.h"
#include "dialogs/verdictlist.h"
#include "dialogs/verifydialog.h"
#include "style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryFile>
#include <QtTest>

using namespace Lectern;

namespace {

VerifiedPassage verified(const char *quote, VerificationState state, const char *now = "")
{
    VerifiedPassage passage;
    passage.passage.quote = QString::fromUtf8(quote);
    passage.passage.title = QStringLiteral("Ferry runs aground");
    passage.state = state;
    passage.words = QString::fromUtf8(now);
    if (state == VerificationState::Changed)
        passage.differences = wordDifferences(passage.passage.quote, passage.words);
    if (state == VerificationState::Missing)
        passage.reason = QStringLiteral("The file is not there any more.");
    return passage;
}

} // namespace

class TestVerifyDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_dialog = std::make_unique<VerifyDialog>(m_theme);
        m_dialog->show();
    }

    void cleanup() { m_dialog.reset(); }

    void atFirst_asksForAFile()
    {
        QVERIFY(m_dialog->area()->isVisible());
        QVERIFY(!list()->isVisible());
        QString asked;
        connect(m_dialog.get(), &VerifyDialog::fileChosen, this, [&](const QString &path) { asked = path; });
        m_dialog->area()->setChooser([](QWidget *) { return QStringLiteral("/exports/kept.md"); });
        QTest::keyClick(m_dialog->area()->focusProxy(), Qt::Key_Space);
        QCOMPARE(asked, QStringLiteral("/exports/kept.md"));
        QVERIFY(list()->isVisible());
        QVERIFY(label("summary")->text().contains(QStringLiteral("kept.md")));
    }

    void thoughtBetter_changesNothing()
    {
        m_dialog->area()->setChooser([](QWidget *) { return QString(); });
        m_dialog->area()->choose();
        QVERIFY(m_dialog->area()->isVisible());
    }

    void drop_isAFile_data()
    {
        QTest::addColumn<QList<QUrl>>("urls");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("one file") << QList<QUrl>{QUrl::fromLocalFile(QCoreApplication::applicationFilePath())}
                                  << true;
        QTest::newRow("a folder") << QList<QUrl>{QUrl::fromLocalFile(QDir::tempPath())} << false;
        QTest::newRow("an address") << QList<QUrl>{QUrl(QStringLiteral("https://example.org/kept.md"))}
                                    << false;
        QTest::newRow("two files") << QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/a")),
                                                  QUrl::fromLocalFile(QStringLiteral("/b"))}
                                   << false;
    }

    void drop_isAFile()
    {
        QFETCH(const QList<QUrl>, urls);
        QFETCH(const bool, isTaken);
        QMimeData mime;
        mime.setUrls(urls);
        QCOMPARE(!FileDropArea::fileOf(mime).isEmpty(), isTaken);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_dialog->area(), &enter);
        QCOMPARE(enter.isAccepted(), isTaken);
    }

    void result_tellsTheWorstFirst()
    {
        m_dialog->setResult({verified("one", VerificationState::Identical),
                             verified("two", VerificationState::UnchangedText),
                             verified("three", VerificationState::Missing),
                             verified("four is old", VerificationState::Changed, "four is new"),
                             verified("five", VerificationState::Moved)});
        QStringList words;
        for (int row = 0; row < list()->count(); ++row)
            words += list()->verdict(row).word;
        QCOMPARE(
            words,
            (QStringList{QStringLiteral("Source missing"), QStringLiteral("Changed"), QStringLiteral("Moved"),
                         QStringLiteral("Same words, file changed elsewhere"), QStringLiteral("Identical")}));
        QCOMPARE(
            label("summary")->text(),
            QStringLiteral("5 passages: 1 identical, 1 with the same words in a file that changed elsewhere, "
                           "1 moved, 1 changed, 1 without a source."));
        QCOMPARE(list()->verdict(0).reason, QStringLiteral("The file is not there any more."));
        const std::vector<VerdictRun> difference{{QStringLiteral("four is "), VerdictRun::Kind::Same},
                                                 {QStringLiteral("old"), VerdictRun::Kind::Gone},
                                                 {QStringLiteral("new"), VerdictRun::Kind::New}};
        QCOMPARE(list()->verdict(1).quote, difference);
        QVERIFY(m_dialog->text().contains(QStringLiteral("four is [-old-]{+new+}")));
        QVERIFY(m_dialog->text().contains(verificationLimits()));
        QCOMPARE(m_dialog->focusWidget(), list());
    }

    void result_ofIdenticalOnes_saysSo()
    {
        m_dialog->setResult({verified("one", VerificationState::Identical)});
        QCOMPARE(label("summary")->text(), QStringLiteral("The one passage is identical to its source."));
        m_dialog->setResult(
            {verified("one", VerificationState::Identical), verified("two", VerificationState::Identical)});
        QCOMPARE(label("summary")->text(), QStringLiteral("All 2 passages are identical to their sources."));
    }

    void enterAndClick_goToThePassage()
    {
        m_dialog->setResult(
            {verified("one", VerificationState::Identical), verified("two", VerificationState::Missing)});
        QStringList chosen;
        connect(m_dialog.get(), &VerifyDialog::passageChosen, this,
                [&](const VerifiedPassage &passage) { chosen += passage.passage.quote; });
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        const QRect first = list()->visualRect(list()->model()->index(0, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, first.center());
        QCOMPARE(chosen, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    }

    void copy_putsTheReportOnTheClipboard()
    {
        m_dialog->setResult({verified("one", VerificationState::Identical)});
        for (TextButton *button : m_dialog->findChildren<TextButton *>())
            if (button->text() == QLatin1String("Copy report"))
                button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_dialog->text());
        QCOMPARE(label("status")->text(), QStringLiteral("Copied."));
    }

    void failure_saysWhyAndAsksAgain()
    {
        m_dialog->setFailure({ErrorKind::Unsupported, QStringLiteral("No export."), QStringLiteral("/a.md")});
        QVERIFY(label("error")->isVisible());
        QCOMPARE(label("error")->text(), QStringLiteral("/a.md: No export."));
        QVERIFY(m_dialog->area()->isVisible());
    }

    void rows_haveRoomForTheirWords()
    {
        QString much;
        for (int i = 0; i < 40; ++i)
            much += QStringLiteral("Word number %1 of a long quotation. ").arg(i);
        m_dialog->setResult({verified("short", VerificationState::Identical),
                             verified(qPrintable(much), VerificationState::Changed,
                                      qPrintable(much + QStringLiteral("More.")))});
        const QAbstractItemModel &model = *list()->model();
        const int tall = list()->sizeHintForIndex(model.index(0, 0)).height();
        const int low = list()->sizeHintForIndex(model.index(1, 0)).height();
        QVERIFY2(tall > low, qPrintable(QStringLiteral("%1 %2").arg(tall).arg(low)));
        QVERIFY(list()->verdict(0).text().contains(much.trimmed())); // whole for whoever listens or copies
        QVERIFY(
            model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("{+More.+}")));
    }

    void shortened_keepsWhatDiffers()
    {
        QString much;
        for (int i = 0; i < 100; ++i)
            much += QStringLiteral("w%1 ").arg(i);
        const std::vector<VerdictRun> runs = shortened({{much, VerdictRun::Kind::Same},
                                                        {QStringLiteral("old"), VerdictRun::Kind::Gone},
                                                        {much, VerdictRun::Kind::Same}});
        QVERIFY(runs[0].text.startsWith(QStringLiteral("[…] ")));
        QVERIFY(runs[0].text.endsWith(QStringLiteral("w99 ")));
        QCOMPARE(runs[1].text, QStringLiteral("old"));
        QVERIFY(runs[2].text.startsWith(QStringLiteral("w0 w1 ")));
        QVERIFY(runs[2].text.endsWith(QStringLiteral(" […]")));
        QVERIFY(runs[0].text.size() < 120);
    }

private:
    VerdictList *list() const { return m_dialog->findChild<VerdictList *>(); }
    QLabel *label(const char *name) const { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }

    Theme m_theme;
    std::unique_ptr<VerifyDialog> m_dialog;
};

QTEST_MAIN(TestVerifyDialog)
#include "tst_verifydialog.moc"
