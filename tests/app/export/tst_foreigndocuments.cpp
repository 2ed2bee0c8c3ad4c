#include "app/export/exportfixture.h"
#include "app/export/foreigntool.h"
#include "export/exporter.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

/// Words, blanks and signs that XML, word processors and pages are hard on.
QString randomWords(QRandomGenerator &random)
{
    static const QStringList pieces{"word", " ",       "  ",          "\n",      "\t", "<b>",    "&amp;",
                                    "\"",   "“curly”", "👩‍🚒", "السفينة", "霧", "\u00a0", "\u0001",
                                    "]]>",  "—"};
    QString text = QStringLiteral("x");
    for (int n = random.bounded(1, 14); n > 0; --n)
        text += pieces[random.bounded(int(pieces.size()))];
    return text;
}

/// What XML cannot hold is shown as U+FFFD.
QString asXmlHolds(QString text)
{
    return text.replace(QChar(1), QChar(QChar::ReplacementCharacter));
}

/// Signs that direct the text and the blanks between words taken off, forms of letters made one.
QString bare(QString text)
{
    static const QRegularExpression ignored(
        QStringLiteral("[\\s\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
    return text.normalized(QString::NormalizationForm_KC).remove(ignored);
}

} // namespace

class TestForeignDocuments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void paragraphs_areTheWords_data();
    void paragraphs_areTheWords();
    void randomWords_stayToTheLetter_data() { paragraphs_areTheWords_data(); }
    void randomWords_stayToTheLetter();
    void qdaSelections_cutTheQuotes();
    void pdf_holdsWordsAndFonts();

private:
    QString file(const QString &format, const std::vector<Passage> &passages, const ExportOptions &options);

    QTemporaryDir m_folder{temporaryFolder()};
};

QString TestForeignDocuments::file(const QString &format, const std::vector<Passage> &passages,
                                   const ExportOptions &options)
{
    const QString path = m_folder.filePath(QStringLiteral("out.") + format);
    return exportToFile(*exporterNamed(format), passages, path, options) ? path : QString();
}

void TestForeignDocuments::paragraphs_areTheWords_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("quoteStyle");
    QTest::addColumn<QString>("titleStyle");
    QTest::newRow("ODT") << "odt"
                         << "Quotations"
                         << "Heading_20_1";
    QTest::newRow("DOCX") << "docx"
                          << "Quote"
                          << "Heading1";
}

void TestForeignDocuments::paragraphs_areTheWords()
{
    QFETCH(QString, format);
    QFETCH(QString, quoteStyle);
    QFETCH(QString, titleStyle);
    const ArticlePtr article = exportArticle();
    Passage first = keptOf(*article, QStringLiteral("Two stayed"), 1);
    first.note = QStringLiteral("one\n<two>");
    const std::vector<Passage> passages{first, keptOf(*article, QStringLiteral("early.\nFour *slept*"), 2)};
    ExportOptions options = optionsWith(article, ExportContext::Article);
    options.style = CitationStyle::Mla;
    const ForeignRun run = runPython({format, file(format, passages, options)});
    if (!run.isThere)
        QSKIP("python3 is not installed");
    const QJsonArray paragraphs = run.json();
    QVERIFY2(!paragraphs.isEmpty(), run.error.constData());
    QStringList titles;
    QStringList quotes;
    QStringList marked;
    QStringList links;
    QStringList words;
    for (const auto &paragraph : paragraphs) {
        words += paragraph[1].toString();
        if (paragraph[0].toString() == titleStyle)
            titles += paragraph[1].toString();
        if (paragraph[0].toString().startsWith(quoteStyle))
            quotes += paragraph[1].toString();
        for (const auto &mark : paragraph[2].toArray())
            marked += mark.toString();
        for (const auto &link : paragraph[3].toArray())
            links += link.toString();
    }
    QCOMPARE(titles, QStringList("Fog"));
    QCOMPARE(quotes, QStringList({"[1] Two stayed", "[2] early.", "Four *slept*"}));
    QCOMPARE(marked, QStringList({"Two stayed", "early.", "Four *slept*"}));
    QCOMPARE(links, QStringList({article->url(), article->url()}));
    QVERIFY(words.contains(
        QStringLiteral("One came. “Two stayed[1],” she said. Three left 👩‍🚒 early.")));
    QVERIFY(words.contains(QStringLiteral("وصلت السفينة. 霧だった。")));
    QVERIFY(words.contains(QStringLiteral("— Lund, Ada. “Fog.” North Shore Courier, 28 Sept. 2021, "
                                          "https://courier.example/fog.")));
    QVERIFY(words.contains(QStringLiteral("Note: one")) && words.contains(QStringLiteral("<two>")));
    QVERIFY(words.join(u'\n').contains(QString(64, u'e')));
    options.withRecord = false;
    const ForeignRun without = runPython({format, file(format, passages, options)});
    QVERIFY(!without.out.contains(QByteArray(64, 'e')));
}

void TestForeignDocuments::randomWords_stayToTheLetter()
{
    QFETCH(QString, format);
    QFETCH(QString, quoteStyle);
    QRandomGenerator random(testSeed());
    std::vector<Passage> passages;
    QStringList expected;
    for (int i = 0; i < 200; ++i) {
        passages.push_back(keptPassageOf(randomWords(random)));
        passages.back().omitted.clear();
        for (const QString &line : passages.back().quote.split(u'\n'))
            expected += asXmlHolds(line);
    }
    const ForeignRun run = runPython({format, file(format, passages, {})});
    if (!run.isThere)
        QSKIP("python3 is not installed");
    QStringList quotes;
    const QJsonArray paragraphs = run.json();
    for (const auto &paragraph : paragraphs)
        if (paragraph[0].toString().startsWith(quoteStyle))
            quotes += paragraph[1].toString();
    QCOMPARE(quotes, expected);
}

void TestForeignDocuments::qdaSelections_cutTheQuotes()
{
    const ArticlePtr article = exportArticle();
    Passage pieces = keptOf(*article, QStringLiteral("👩‍🚒 early.\nFour *slept* here"), 5);
    pieces.omit({{pieces.range.start + 6, pieces.range.start + 13}});
    pieces.tags = {QStringLiteral("fire & fog"), QStringLiteral("نار")};
    pieces.note = QStringLiteral("a <note>\nof two lines");
    Passage other = keptPassageOf(QStringLiteral("👩‍🚒 gone"));
    other.omitted.clear();
    const ExportOptions options = optionsWith(article);
    const ForeignRun run =
        runPython({QStringLiteral("qdpx"), file(QStringLiteral("qdpx"), {pieces, other}, options)});
    if (!run.isThere)
        QSKIP("python3 is not installed");
    const QJsonArray selections = run.json();
    QVERIFY2(selections.size() == 3, run.error.constData());
    const std::vector<TextRange> kept = pieces.pieces();
    for (int i = 0; i < 2; ++i) {
        const TextRange piece = kept[size_t(i)];
        QCOMPARE(selections[i][QLatin1String("words")].toString(),
                 article->text().mid(piece.start, piece.length()));
        QCOMPARE(selections[i][QLatin1String("codes")],
                 QJsonValue(QJsonArray({"fire & fog", "نار", "Marked yellow"})));
        QCOMPARE(selections[i][QLatin1String("notes")], QJsonValue(QJsonArray({pieces.note})));
        QCOMPARE(selections[i][QLatin1String("created")].toString(), QStringLiteral("2024-02-29T12:30:15Z"));
        QCOMPARE(selections[i][QLatin1String("source")].toString(), QStringLiteral("Fog"));
    }
    QCOMPARE(selections[0][QLatin1String("guid")].toString(),
             QString(pieces.id).remove(QStringLiteral("urn:uuid:")));
    QCOMPARE(selections[0][QLatin1String("start")].toInteger(), qint64(pieces.codePoints.start));
    QCOMPARE(selections[2][QLatin1String("words")].toString(), other.quote);
    QCOMPARE(selections[2][QLatin1String("source")].toString(),
             QStringLiteral("Ferry runs aground (excerpt)"));
    QCOMPARE(exporterNamed(u"qdpx")->warnings({pieces, other}, options).size(), 1);
}

void TestForeignDocuments::pdf_holdsWordsAndFonts()
{
    std::vector<Passage> passages;
    const QStringList quotes{QStringLiteral("“Curly,” she said – it’s 50 % of A&B… ﬁne, Zoë."),
                             QStringLiteral("霧だった。灯台は八十四。"),
                             QStringLiteral("وصلت السفينة إلى المرفأ"), QStringLiteral("Туман был густым."),
                             QStringLiteral("Two lines\nof words")};
    for (const QString &quote : quotes) {
        passages.push_back(keptPassageOf(quote));
        passages.back().omitted.clear();
    }
    for (int i = 0; i < 40; ++i) // several pages
        passages.push_back(passages.front());
    const QString path = file(QStringLiteral("pdf"), passages, {});
    const ForeignRun text =
        runForeign(QStringLiteral("pdftotext"),
                   {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")});
    const ForeignRun fonts = runForeign(QStringLiteral("pdffonts"), {path});
    if (!text.isThere || !fonts.isThere)
        QSKIP("poppler-utils is not installed");
    const QString words = bare(QString::fromUtf8(text.out));
    for (const QString &quote : quotes)
        QVERIFY2(words.contains(bare(quote)), qPrintable(quote));
    QCOMPARE(words.count(bare(quotes.front())), 41);
    QVERIFY(words.contains(bare(citation(passages.front()))));
    QVERIFY(text.out.count('\f') > 2);
    const QList<QByteArray> lines = fonts.out.trimmed().split('\n').mid(2);
    QVERIFY(lines.size() >= 3);
    for (const QByteArray &line : lines) // columns: emb sub uni
        QVERIFY2(line.contains("yes yes yes"), line.constData());
}

QTEST_GUILESS_MAIN(TestForeignDocuments)
#include "tst_foreigndocuments.moc"
