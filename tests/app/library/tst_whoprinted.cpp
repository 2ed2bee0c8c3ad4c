#include "library/printedsession.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QtTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString sentence =
    QStringLiteral("This one told us on Sunday night, and we'd be fools not to listen to it.");

CorpusPtr corpusOf(const QStringList &texts)
{
    SegmentBuilder builder;
    for (const QString &text : texts)
        builder.add(makeArticle({}, text));
    return Corpus().with(builder.build());
}

} // namespace

class WhoPrintedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void article_isMatched_data();
    void article_isMatched();
    void results_areInOrder();
    void shortWords_areFoundWhole();
    void strangers_areNotFound();
    void session_answersTheNewest();
};

void WhoPrintedTest::article_isMatched_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("match");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("kinds");
    const auto row = [](const char *name, const char *text, const char *match, const char *words,
                        const QStringList &kinds) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(match)
                            << QString::fromUtf8(words) << kinds;
    };
    row("verbatim",
        "Holm said: This one told us on Sunday night, and we'd be fools not to listen to it. Nobody spoke.",
        "verbatim", "This one told us on Sunday night, and we'd be fools not to listen to it", {});
    row("typographic",
        "Holm said: “This one told us on Sunday night, and we’d be fools not to listen to it.”",
        "typographic", "This one told us on Sunday night, and we’d be fools not to listen to it",
        {QStringLiteral("typographic")});
    row("punctuation", "Holm said: This one told us on Sunday night and we'd be fools not to listen to it.",
        "typographic", "This one told us on Sunday night and we'd be fools not to listen to it",
        {QStringLiteral("punctuation")});
    row("reworded", "Holm said: This one told us on Sunday night, and we would be fools not to listen to it.",
        "reworded", "This one told us on Sunday night, and we would be fools not to listen to it",
        {QStringLiteral("word")});
    row("number", "Holm said: This one told us on 12 March at night, and we'd be fools not to listen to it.",
        "reworded", "This one told us on 12 March at night, and we'd be fools not to listen to it",
        {QStringLiteral("number")});
    row("partial", "In the end we'd be fools not to listen to it. Holm went home to her dog.",
        "partial", "we'd be fools not to listen to it", {});
}

void WhoPrintedTest::article_isMatched()
{
    QFETCH(const QString, text);
    QFETCH(const QString, match);
    QFETCH(const QString, words);
    QFETCH(const QStringList, kinds);
    const std::vector<PrintedIn> found = whoPrinted(corpusOf({text}), sentence);
    QCOMPARE(found.size(), size_t(1));
    const Printing &printing = found.front().printing;
    QCOMPARE(name(printing.match), match);
    QString printed = found.front().article->text().mid(printing.range.start, printing.range.length());
    if (printed.endsWith(u'.') || printed.endsWith(u','))
        printed.chop(1);
    QCOMPARE(printed, words);
    for (const QString &kind : kinds)
        QVERIFY2(std::any_of(printing.differences.begin(), printing.differences.end(),
                             [&kind](const AccountDifference &of) { return name(of.kind) == kind; }),
                 qPrintable(kind));
    QCOMPARE(printing.differences.empty(), kinds.isEmpty());
}

void WhoPrintedTest::results_areInOrder()
{
    const std::vector<PrintedIn> found = whoPrinted(
        corpusOf(
            {QStringLiteral("In the end we'd be fools not to listen to it, Holm thought."),
             QStringLiteral(
                 "He said: This one told us on Sunday night, and we would be fools not to listen to it."),
             QStringLiteral("She said: ") + sentence,
             QStringLiteral(
                 "We know: “This one told us on Sunday night, and we’d be fools not to listen to it.”")}),
        sentence);
    QCOMPARE(found.size(), size_t(4));
    for (size_t i = 0; i < 4; ++i)
        QCOMPARE(found[i].printing.match, PrintMatch(i));
    QVERIFY(found[3].printing.score < found[2].printing.score);
}

void WhoPrintedTest::shortWords_areFoundWhole()
{
    const CorpusPtr corpus =
        corpusOf({QStringLiteral("A year so lucky, she said."), QStringLiteral("Lucky so far.")});
    QCOMPARE(whoPrinted(corpus, QStringLiteral("so lucky")).size(), size_t(1));
    QVERIFY(whoPrinted(corpus, QStringLiteral("…")).empty());
    QVERIFY(whoPrinted(corpus, {}).empty());
}

void WhoPrintedTest::strangers_areNotFound()
{
    const CorpusPtr corpus =
        corpusOf({QStringLiteral("On Sunday it rained, and nobody would listen to the night."),
                  QStringLiteral("Fools rush in. We told one of us to be quiet.")});
    QVERIFY(whoPrinted(corpus, sentence).empty());
}

void WhoPrintedTest::session_answersTheNewest()
{
    PrintedSession session;
    QStringList answered;
    connect(&session, &PrintedSession::answered, this,
            [&answered](const QString &of, const std::vector<PrintedIn> &found) {
                answered += of;
                QCOMPARE(found.size(), size_t(1));
            });
    const CorpusPtr corpus = corpusOf({QStringLiteral("She said: ") + sentence});
    session.ask(corpus, QStringLiteral("fools not to listen"));
    session.ask(corpus, sentence);
    QTRY_COMPARE(answered, QStringList{sentence});
}

QTEST_GUILESS_MAIN(WhoPrintedTest)
#include "tst_whoprinted.moc"
