#include "app/export/exportfixture.h"
#include "app/export/foreignreaders.h"
#include "export/exporter.h"
#include "export/exportreader.h"
#include "export/passagecontext.h"
#include "support/seed.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Lectern;

namespace {

/// The runs in brackets: around (kept) {left out}.
QString shown(const std::vector<ContextRun> &runs)
{
    QString text;
    for (const ContextRun &run : runs)
        text += run.kind == RunKind::Kept      ? QStringLiteral("(%1)").arg(run.text)
                : run.kind == RunKind::LeftOut ? QStringLiteral("{%1}").arg(run.text)
                                               : run.text;
    return text;
}

QString written(const char *format, const std::vector<Passage> &passages, const ExportOptions &options)
{
    return QString::fromUtf8(exporterNamed(QString::fromLatin1(format))->write(passages, options));
}

} // namespace

class TestExportContext : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_article = exportArticle(); }
    void context_isNamedAndFound();
    void passage_standsInItsContext_data();
    void passage_standsInItsContext();
    void changedArticle_countsAsNotThere();
    void markedArticle_keepsEveryWord();
    void randomMarks_joinToTheText();
    void markdown_marksWordsInTheirSentence();
    void wholeArticle_isSetWithMarksAndNumbers_data();
    void wholeArticle_isSetWithMarksAndNumbers();
    void wholeArticle_isReadBackAllTheSame();
    void fragment_namesTheTextItCountsIn();

private:
    ArticlePtr m_article;
};

void TestExportContext::context_isNamedAndFound()
{
    for (int i = 0; i < exportContextCount; ++i) {
        QCOMPARE(exportContextNamed(name(ExportContext(i))), ExportContext(i));
        QVERIFY(!label(ExportContext(i)).isEmpty());
    }
    QVERIFY(!exportContextNamed(u"page"));
}

void TestExportContext::passage_standsInItsContext_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<ExportContext>("context");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing around") << "Two stayed" << ExportContext::None << "(Two stayed)";
    QTest::newRow("its sentence") << "Two stayed" << ExportContext::Sentence << "“(Two stayed),” she said.";
    QTest::newRow("a whole sentence") << "One came." << ExportContext::Sentence << "(One came.)";
    QTest::newRow("over two sentences") << "said. Three" << ExportContext::Sentence
                                        << "“Two stayed,” she (said. Three) left 👩‍🚒 early.";
    QTest::newRow("its paragraph") << "*slept*" << ExportContext::Paragraph
                                   << "Four (*slept*) here. Five woke.";
    QTest::newRow("over two paragraphs") << "early.\nFour" << ExportContext::Paragraph
                                         << "One came. “Two stayed,” she said. Three left 👩‍🚒 "
                                            "(early.\nFour) *slept* here. Five woke.";
    QTest::newRow("the headline") << "Fog" << ExportContext::Paragraph << "(Fog)";
    QTest::newRow("Arabic") << "السفينة" << ExportContext::Sentence << "وصلت (السفينة).";
}

void TestExportContext::passage_standsInItsContext()
{
    QFETCH(QString, words);
    QFETCH(ExportContext, context);
    QFETCH(QString, expected);
    const ExportOptions options = optionsWith(m_article);
    ExportArticles articles(options);
    QCOMPARE(shown(passageInContext(keptOf(*m_article, words, 1), context, articles)), expected);
}

void TestExportContext::changedArticle_countsAsNotThere()
{
    Passage passage = keptOf(*m_article, QStringLiteral("Two stayed"), 1);
    passage.textSha256 = QByteArray(64, '0');
    const ExportOptions options = optionsWith(m_article, ExportContext::Paragraph);
    ExportArticles articles(options);
    QVERIFY(!articles.find(passage));
    QVERIFY(articles.md5(passage).isEmpty());
    QCOMPARE(shown(passageInContext(passage, ExportContext::Paragraph, articles)),
             "“(Two stayed),” she said.");
    QCOMPARE(exporterNamed(u"html")->warnings({passage}, options).size(), 1);
    QCOMPARE(exporterNamed(u"csv")->warnings({passage}, options), QStringList());
    const Passage fresh = keptOf(*m_article, QStringLiteral("Two stayed"), 1);
    QCOMPARE(exporterNamed(u"html")->warnings({fresh}, options), QStringList());
}

void TestExportContext::markedArticle_keepsEveryWord()
{
    Passage first = keptOf(*m_article, QStringLiteral("Two stayed,” she said. Three"), 1);
    first.omit({{first.range.start + 10, first.range.start + 22}});
    const Passage second = keptOf(*m_article, QStringLiteral("Three left"), 2);
    const ExportOptions options = optionsWith(m_article);
    ExportArticles articles(options);
    const std::vector<MarkedArticle> marked = markedArticles({first, second}, articles);
    QCOMPARE(marked.size(), size_t(1));
    QCOMPARE(marked[0].passages, std::vector<size_t>({0, 1}));
    QCOMPARE(marked[0].blocks.size(), m_article->blocks().size());
    QString text;
    for (const MarkedRun &run : marked[0].blocks[1].runs)
        text += QStringLiteral("|%1:%2").arg(run.passages.size()).arg(run.text);
    QCOMPARE(text,
             "|0:One came. “|1:Two stayed|0:,” she said.|1: |2:Three|1: left|0: 👩‍🚒 early.");
}

void TestExportContext::randomMarks_joinToTheText()
{
    QRandomGenerator random(testSeed());
    const QString &text = m_article->text();
    for (int round = 0; round < 300; ++round) {
        std::vector<Passage> passages;
        for (int i = random.bounded(1, 5); i > 0; --i) {
            const qsizetype start = random.bounded(int(text.size() - 1));
            Passage passage = Passage::cut(*m_article, {start, start + 1 + random.bounded(40)});
            const qsizetype gap = passage.range.start + random.bounded(20);
            passage.omit({{gap, gap + random.bounded(9)}});
            passages.push_back(passage);
        }
        const ExportOptions options = optionsWith(m_article);
        ExportArticles articles(options);
        QStringList blocks;
        const std::vector<MarkedArticle> marked = markedArticles(passages, articles);
        for (const MarkedBlock &block : marked.front().blocks) {
            blocks += QString();
            for (const MarkedRun &run : block.runs)
                blocks.last() += run.text;
        }
        QCOMPARE(blocks.join(u'\n'), text);
        QCOMPARE(htmlQuotes(written("html", passages, options).toUtf8()).size(), qsizetype(passages.size()));
        for (const Passage &passage : passages) {
            QString words;
            for (const ContextRun &run : passageInContext(passage, ExportContext::None, articles))
                words += run.text;
            QCOMPARE(words, passage.shownQuote());
        }
    }
}

void TestExportContext::markdown_marksWordsInTheirSentence()
{
    const Passage passage = keptOf(*m_article, QStringLiteral("early.\nFour *slept*"), 1);
    const QString markdown = written("markdown", {passage}, optionsWith(m_article, ExportContext::Sentence));
    QVERIFY2(
        markdown.startsWith(QStringLiteral("> Three left 👩‍🚒 <mark>early.</mark>\n>\n> <mark>Four "
                                           "\\*slept\\*</mark> here.\n\n— ")),
        qPrintable(markdown));
    const QString text = written("text", {passage}, optionsWith(m_article, ExportContext::Sentence));
    QVERIFY2(text.startsWith(QStringLiteral("Three left 👩‍🚒 ⟦early.\nFour *slept*⟧ here.")),
             qPrintable(text));
}

void TestExportContext::wholeArticle_isSetWithMarksAndNumbers_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("markdown") << "markdown"
                              << QStringList{
                                     QStringLiteral("# Fog\n\nOne came. “<mark>Two stayed</mark>\\[1\\],”"),
                                     QStringLiteral("Four <mark>\\*slept\\*</mark>\\[2\\] here."),
                                     QStringLiteral("\\[2\\]\n\n> \\*slept\\*\n\n— ")};
    QTest::newRow("html") << "html"
                          << QStringList{
                                 QStringLiteral("<h2>Fog</h2>"),
                                 QStringLiteral("“<mark class=\"yellow\">Two stayed</mark><sup>[1]</sup>,”"),
                                 QStringLiteral("<p class=\"number\">[2]</p>\n<blockquote"),
                                 QStringLiteral("<p>*slept*</p></blockquote>")};
    QTest::newRow("text") << "text"
                          << QStringList{QStringLiteral("Fog\n\nOne came. “⟦Two stayed⟧[1],”"),
                                         QStringLiteral("Four ⟦*slept*⟧[2] here."),
                                         QStringLiteral("\n\n[2] *slept*\n\n— ")};
}

void TestExportContext::wholeArticle_isSetWithMarksAndNumbers()
{
    QFETCH(QString, format);
    QFETCH(QStringList, parts);
    const std::vector<Passage> passages{keptOf(*m_article, QStringLiteral("Two stayed"), 1),
                                        keptOf(*m_article, QStringLiteral("*slept*"), 2)};
    const QString text =
        written(format.toLatin1().constData(), passages, optionsWith(m_article, ExportContext::Article));
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral("\n\nin\n\n") + text));
    QVERIFY(text.contains(QStringLiteral("霧だった。")));
}

void TestExportContext::wholeArticle_isReadBackAllTheSame()
{
    const std::vector<Passage> passages{keptOf(*m_article, QStringLiteral("Two stayed"), 1),
                                        keptOf(*m_article, QStringLiteral("*slept*"), 2)};
    for (const auto &exporter : exporters()) {
        if (!exporter->abilities().canBeVerified)
            continue;
        for (int i = 0; i < exportContextCount; ++i) {
            const Result<std::vector<Passage>> read =
                readExport(exporter->write(passages, optionsWith(m_article, ExportContext(i))), {});
            QVERIFY2(read.ok() && *read == passages, qPrintable(exporter->format()));
        }
    }
}

void TestExportContext::fragment_namesTheTextItCountsIn()
{
    // RFC 5147: the integrity check of the text that the positions count in, with its charset.
    const Passage passage = keptOf(*m_article, QStringLiteral("Three left 👩‍🚒 early"), 1);
    const QJsonDocument page =
        QJsonDocument::fromJson(written("json", {passage}, optionsWith(m_article)).toUtf8());
    const QString fragment = page["items"][0]["target"]["selector"][2]["value"].toString();
    const QByteArray md5 =
        QCryptographicHash::hash(m_article->text().toUtf8(), QCryptographicHash::Md5).toHex();
    QCOMPARE(fragment, QStringLiteral("char=%1,%2;md5=%3,UTF-8")
                           .arg(passage.codePoints.start)
                           .arg(passage.codePoints.end)
                           .arg(QString::fromLatin1(md5)));
    const QList<uint> points = m_article->text().toUcs4();
    const QString cut =
        QString::fromUcs4(reinterpret_cast<const char32_t *>(
                              points.mid(passage.codePoints.start, passage.codePoints.length()).constData()),
                          passage.codePoints.length());
    QCOMPARE(cut, passage.quote);
}

QTEST_GUILESS_MAIN(TestExportContext)
#include "tst_exportcontext.moc"
