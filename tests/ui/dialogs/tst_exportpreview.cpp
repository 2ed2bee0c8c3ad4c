#include "dialogs/exportpreview.h"
#include "style/segmentedcontrol.h"
#include "style/theme.h"

#include <QPlainTextEdit>
#include <QTextBrowser>
#include <QtTest>

using namespace Lectern;

class TestExportPreview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_preview = std::make_unique<ExportPreview>(m_theme);
        m_preview->show();
    }

    void cleanup() { m_preview.reset(); }

    void page_isOfferedWhereThereIsOne_data()
    {
        QTest::addColumn<QString>("mimeType");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("HTML") << QStringLiteral("text/html") << true;
        QTest::newRow("Markdown") << QStringLiteral("text/markdown") << true;
        QTest::newRow("CSV") << QStringLiteral("text/csv") << false;
        QTest::newRow("text") << QStringLiteral("text/plain") << false;
    }

    void page_isOfferedWhereThereIsOne()
    {
        QFETCH(const QString, mimeType);
        QFETCH(const bool, isOffered);
        m_preview->setShowsPage(true);
        m_preview->setContent(QStringLiteral("Preview"), QStringLiteral("words"), mimeType);
        QCOMPARE(kinds()->isVisible(), isOffered);
        QCOMPARE(page()->isVisible(), isOffered);
        QCOMPARE(plain()->isVisible(), !isOffered);
        QCOMPARE(plain()->toPlainText(), QStringLiteral("words"));
    }

    void click_showsThePage_andTheChoiceStays()
    {
        const QString html =
            QStringLiteral("<h1>Head</h1><p>Words &amp; more</p><script>var x = 1;</script>");
        m_preview->setContent({}, html, QStringLiteral("text/html"));
        QVERIFY(plain()->isVisible());
        QTest::mouseClick(kinds(), Qt::LeftButton, {}, kinds()->segmentRect(1).center());
        QVERIFY(m_preview->showsPage());
        QCOMPARE(page()->toPlainText(), QStringLiteral("Head\nWords & more"));
        m_preview->setContent({}, QStringLiteral("a,b"), QStringLiteral("text/csv"));
        QVERIFY(plain()->isVisible());
        m_preview->setContent({}, QStringLiteral("**bold**"), QStringLiteral("text/markdown"));
        QVERIFY(page()->isVisible());
        QCOMPARE(page()->toPlainText(), QStringLiteral("bold"));
    }

    void page_loadsNothing()
    {
        m_preview->setShowsPage(true);
        m_preview->setContent({},
                              QStringLiteral("<p>Words <img src=\"file:///etc/hostname\"></p>"),
                              QStringLiteral("text/html"));
        QVERIFY(page()->toPlainText().contains(QStringLiteral("Words")));
        QCOMPARE(page()->loadResource(QTextDocument::HtmlResource,
                                      QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))),
                 QVariant());
        QVERIFY(!page()->openLinks());
    }

private:
    QPlainTextEdit *plain() const { return m_preview->findChild<QPlainTextEdit *>(); }
    QTextBrowser *page() const { return m_preview->findChild<QTextBrowser *>(); }
    SegmentedControl *kinds() const { return m_preview->findChild<SegmentedControl *>(); }

    Theme m_theme;
    std::unique_ptr<ExportPreview> m_preview;
};

QTEST_MAIN(TestExportPreview)
#include "tst_exportpreview.moc"
