#include "dialogs/importreportdialog.h"

#include "style/textlabel.h"
#include "style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

namespace {

std::vector<ImportFailure> failures()
{
    return {{QString(),
             {ErrorKind::Unreadable, QStringLiteral("Permission denied."), QStringLiteral("/a/secret.txt")}},
            {QStringLiteral("3"),
             {ErrorKind::Malformed, QStringLiteral("Not JSON."), QStringLiteral("/a/all.jsonl")}},
            {QStringLiteral("9"),
             {ErrorKind::Malformed, QStringLiteral("Not JSON."), QStringLiteral("/a/all.jsonl")}},
            {QString(),
             {ErrorKind::Empty, QStringLiteral("There are no words."), QStringLiteral("/b/empty.html")}}};
}

} // namespace

class TestImportReportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_dialog = std::make_unique<ImportReportDialog>(m_theme);
        m_dialog->setReport(1284, failures());
        m_dialog->show();
    }

    void cleanup() { m_dialog.reset(); }

    void everyFailure_isListedAndCounted()
    {
        QCOMPARE(rows(), 4);
        QVERIFY(hasLabel(QStringLiteral("1,284 articles were read. 4 files or parts could not be read.")));
        m_dialog->grab();
    }

    void filter_narrowsByNameFolderReasonAndKind_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        QTest::newRow("name") << QStringLiteral("SECRET") << 1;
        QTest::newRow("folder") << QStringLiteral("/b/") << 1;
        QTest::newRow("reason") << QStringLiteral("no words") << 1;
        QTest::newRow("kind") << QStringLiteral("malformed") << 2;
        QTest::newRow("no pattern") << QStringLiteral(".*") << 0;
        QTest::newRow("none") << QString() << 4;
    }

    void filter_narrowsByNameFolderReasonAndKind()
    {
        QFETCH(const QString, filter);
        QFETCH(const int, rows);
        m_dialog->findChild<QLineEdit *>()->setText(filter);
        QCOMPARE(this->rows(), rows);
        QCOMPARE(button("Copy as text")->isEnabled(), rows > 0);
        QCOMPARE(button("Try again")->isEnabled(), rows > 0);
    }

    void copy_holdsWhatIsShownLineByLine()
    {
        m_dialog->findChild<QLineEdit *>()->setText(QStringLiteral("all.jsonl"));
        button("Copy as text")->click();
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            QStringLiteral("/a/all.jsonl#3\tMalformed\tNot JSON.\n/a/all.jsonl#9\tMalformed\tNot JSON.\n"));
    }

    void retry_asksForEveryFileOnce()
    {
        QSignalSpy retry(m_dialog.get(), &ImportReportDialog::retryRequested);
        button("Try again")->click();
        QCOMPARE(retry.first().first().toStringList(),
                 QStringList({QStringLiteral("/a/secret.txt"), QStringLiteral("/a/all.jsonl"),
                              QStringLiteral("/b/empty.html")}));
    }

    void withoutFailures_saysSo()
    {
        m_dialog->setReport(1, {});
        QVERIFY(hasLabel(QStringLiteral("1 article was read. Every file could be read.")));
        QVERIFY(!m_dialog->findChild<QLineEdit *>()->isVisible());
    }

private:
    int rows() const { return m_dialog->findChild<QListView *>()->model()->rowCount(); }

    bool hasLabel(const QString &text) const
    {
        for (const TextLabel *label : m_dialog->findChildren<TextLabel *>())
            if (label->text() == text)
                return true;
        return false;
    }

    TextButton *button(const char *text) const
    {
        for (TextButton *candidate : m_dialog->findChildren<TextButton *>())
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<ImportReportDialog> m_dialog;
};

QTEST_MAIN(TestImportReportDialog)
#include "tst_importreportdialog.moc"
