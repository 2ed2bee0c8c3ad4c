#include "import/wholepage.h"

#include <QTest>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestWholePage : public QObject
{
    Q_OBJECT

private slots:
    void xhtml_becomesHtml_data()
    {
        QTest::addColumn<QByteArray>("xhtml");
        QTest::addColumn<QByteArray>("html");
        const auto row = [](const char *name, const QByteArray &xhtml, const QByteArray &html) {
            QTest::newRow(name) << xhtml << html;
        };
        row("empty element", "<p><a id='x/>y'/>z</p>", "<p><a id='x/>y'></a>z</p>");
        row("void element", "a<br/>b", "a<br/>b");
        row("CDATA", "<p><![CDATA[a < b & c]]></p>", "<p>a &lt; b &amp; c</p>");
        row("declarations", "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><p>c</p>", "<p>c</p>");
        row("comment", "a<!-- <b/> -->c", "ac");
        row("unfinished", "a<![CDATA[b", "ab");
        row("unfinished tag", "a<p title='", "a<p title='");
    }

    void xhtml_becomesHtml()
    {
        QFETCH(QByteArray, xhtml);
        QTEST(xhtmlAsHtml(xhtml), "html");
    }

    void page_isReadWhole()
    {
        const CanonicalText text = readWholePage(
            "<html><head><title/></head><body><nav>Contents</nav><h2>A</h2><div class='sidebar'>B</div>"
            "<p hidden='hidden'>C</p><script>D</script><span "
            "epub:type='pagebreak'>12</span><p>E</p></body></html>");
        QCOMPARE(text.text, u"A\nB\nE"_s);
    }

    void deepPage_isReadByItsWords()
    {
        QVERIFY(readWholePage(QByteArray("<div>").repeated(20'000) + "words").text.contains(u"words"));
    }

    void blocks_areAppended()
    {
        CanonicalText text = readWholePage("<p>One</p>");
        appendBlocks(text, readWholePage("<p>Two <b>three</b></p>"));
        appendBlocks(text, {});
        QCOMPARE(text.text, u"One\nTwo three"_s);
        QCOMPARE(text.blocks.size(), 2u);
        QCOMPARE(text.blocks.back().range.start, 4);
        QCOMPARE(text.spans.front().range.start, 8);
    }
};

QTEST_GUILESS_MAIN(TestWholePage)
#include "tst_wholepage.moc"
