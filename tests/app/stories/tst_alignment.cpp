#include "rewriting.h"
#include "stories/alignment.h"
#include "stories/passagechains.h"
#include "support/seed.h"

#include <QtTest>

using namespace Lectern;
using namespace LecternTest;

namespace {

QString textOf(const QString &text, TextRange range)
{
    return text.mid(range.start, range.length());
}

std::vector<SharedPassage> aligned(const QString &a, const QString &b,
                                   const QString &language = QStringLiteral("en"))
{
    return align(StoryTokens(a, language), StoryTokens(b, language));
}

/// "kind: a | b" of every difference, typographic ones only when asked for.
QStringList differences(const QString &a, const QString &b, bool typographic = false)
{
    QStringList lines;
    for (const SharedPassage &passage : aligned(a, b))
        for (const AccountDifference &difference : passage.differences)
            if (typographic || difference.kind != AccountDifferenceKind::Typographic)
                lines += QStringLiteral("%1: %2 | %3")
                             .arg(name(difference.kind), textOf(a, difference.a), textOf(b, difference.b));
    return lines;
}

} // namespace

class AlignmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_areClassed_data();
    void differences_areClassed();
    void typography_isNoDifferenceOfWords();
    void passages_mayMove();
    void wholeSentenceBetween_partsThePassages();
    void strangers_shareNothing_data();
    void strangers_shareNothing();
    void rewritings_areFound();
    void swapped_isMirrored();
    void onlyHere_isWhatNobodyElseHas();
    void emptyTexts_shareNothing();
};

void AlignmentTest::differences_areClassed_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *a, const char *b, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << expected;
    };
    row("nothing", "The old harbour bridge was closed on Monday morning.",
        "The old harbour bridge was closed on Monday morning.", {});
    row("word", "The old harbour bridge was closed on a rainy morning.",
        "The old harbour bridge was shut on a rainy morning.", {"word: closed | shut"});
    row("dropped and added", "The old harbour bridge was suddenly closed on a rainy morning in spring.",
        "The old harbour bridge was closed on a rainy and cold morning in spring.",
        {"dropped: suddenly | ", "added:  | and cold"});
    row("number", "The flames killed 12 cows in the wooden barn above the river.",
        "The flames killed 14 cows in the wooden barn above the river.", {"number: 12 | 14"});
    row("number word", "The flames killed twelve cows in the wooden barn above the river.",
        "The flames killed ten cows in the wooden barn above the river.", {"number: twelve | ten"});
    row("name", "On Friday the old mayor Ellen Moor opened the renovated library beside the station.",
        "On Friday the old mayor Ellen Moore opened the renovated library beside the station.",
        {"name: Moor | Moore"});
    row("negation", "The council has not agreed to pay for the broken lighthouse lamp.",
        "The council has agreed to pay for the broken lighthouse lamp.", {"negation: not | "});
    row("punctuation in a quotation", "“We show that I could survive anything they wanted,” she said.",
        "“We show that. I could survive anything they wanted,” she said.", {"punctuation:  | ."});
    row("punctuation outside is typography", "On the quay fishermen, tired and wet, mended torn nets again.",
        "On the quay fishermen tired and wet mended torn nets again.", {});
    row("interruption", "“We will rebuild the broken pier,” Moss said, “and open it before summer begins.”",
        "“We will rebuild the broken pier and open it before summer begins,” Moss told reporters.",
        {"interruption: ” Moss said, “ | "});
    row("two interruptions",
        "“We will rebuild the broken pier,” Moss said, “and open it before summer begins.”",
        "“We will rebuild the broken pier,” said Ellen Moss of the council, “and open it before summer "
        "begins.”",
        {"interruption: ” Moss said, “ | ” said Ellen Moss of the council, “"});
    row("ellipsis", "“We will rebuild the pier with our own hands and open it before summer begins.”",
        "“We will rebuild the pier … and open it before summer begins.”",
        {"ellipsis: with our own hands | …"});
    row("a quotation that begins earlier", "She wrote: “the son we almost had, dear and small.”",
        "“And to the son we almost had, dear and small.”", {"added:  | And to"});
}

void AlignmentTest::differences_areClassed()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const QStringList, expected);
    QCOMPARE(aligned(a, b).size(), 1u);
    QCOMPARE(differences(a, b), expected);
    const SharedPassage passage = aligned(a, b).front();
    QCOMPARE(passage.kind == SharedKind::Same, a == b);
}

void AlignmentTest::typography_isNoDifferenceOfWords()
{
    const QString a = QStringLiteral("“It’s late – go home now, all of you,” the tired warden said…");
    const QString b = QStringLiteral("\"It's late - Go home now, all of you,\" the tired warden said...");
    const std::vector<SharedPassage> passages = aligned(a, b);
    QCOMPARE(passages.size(), 1u);
    QCOMPARE(passages[0].kind, SharedKind::Typographic);
    QCOMPARE(differences(a, b), QStringList());
    QCOMPARE(differences(a, b, true).size(), 5);
    QVERIFY(passages[0].isQuotation);
    QCOMPARE(passages[0].score, 1.0);
}

void AlignmentTest::passages_mayMove()
{
    const QString first = QStringLiteral("A bakery burned down beside the narrow canal last night.");
    const QString second = QStringLiteral("Divers found an old violin below the wooden ferry pier.");
    const QString a = first + u'\n' + second;
    const QString b = second + u'\n' + first;
    const std::vector<SharedPassage> passages = aligned(a, b);
    QCOMPARE(passages.size(), 2u);
    QCOMPARE(textOf(a, passages[0].a), first);
    QCOMPARE(textOf(b, passages[0].b), first);
    QCOMPARE(textOf(b, passages[1].b), second);
    QCOMPARE(passages[1].kind, SharedKind::Same);
}

void AlignmentTest::wholeSentenceBetween_partsThePassages()
{
    const QString a =
        QStringLiteral("The plan was made in the fifties which could not be implemented.\n"
                       "The legal rules rest on law.\nThe plan provided for new powers of the districts.");
    const QString b = QStringLiteral("The plan was made in the fifties which could not be implemented.\n"
                                     "The plan provided for new powers of the districts.");
    const std::vector<SharedPassage> passages = aligned(a, b);
    QCOMPARE(passages.size(), 2u);
    QCOMPARE(textOf(a, passages[1].a), QStringLiteral("The plan provided for new powers of the districts."));
    QCOMPARE(textOf(b, passages[1].b), QStringLiteral("The plan provided for new powers of the districts."));
}

void AlignmentTest::strangers_shareNothing_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("common words") << QStringLiteral("It was on the day that he was in the house of a friend.")
                                  << QStringLiteral("It was on the day that he was in a boat.");
    QTest::newRow("a name") << QStringLiteral("She met Nancy Pelosi of California and the others there.")
                            << QStringLiteral("They saw Nancy Pelosi of California and the dog.");
    QTest::newRow("a phrase in marks") << QStringLiteral("“I think it's a good day for it,” he said.")
                                       << QStringLiteral("“I think it's a bad idea to go,” she said.");
}

void AlignmentTest::strangers_shareNothing()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QCOMPARE(aligned(a, b).size(), 0u);
}

/// Word links of the chains against those that are known.
void AlignmentTest::rewritings_areFound()
{
    QRandomGenerator random(testSeed());
    size_t right = 0;
    size_t given = 0;
    size_t wanted = 0;
    for (int round = 0; round < 40; ++round) {
        const Rewriting made = rewrite(madeSentences(random, 30), madeSentences(random, 8), random);
        const StoryTokens a(made.original, QStringLiteral("en"));
        const StoryTokens b(made.rewritten, QStringLiteral("en"));
        wanted += made.links.size();
        for (const WordChain &chain : sharedChains(a, b)) {
            given += chain.size();
            for (const WordLink &link : chain)
                right += made.links.count({a.word(link.a).range.start, b.word(link.b).range.start});
        }
    }
    const double precision = double(right) / double(given);
    const double recall = double(right) / double(wanted);
    QVERIFY2(precision > 0.99, qPrintable(QString::number(precision)));
    QVERIFY2(recall > 0.975, qPrintable(QString::number(recall)));
}

void AlignmentTest::swapped_isMirrored()
{
    QRandomGenerator random(testSeed());
    for (int round = 0; round < 20; ++round) {
        const Rewriting made = rewrite(madeSentences(random, 12), madeSentences(random, 4), random);
        std::vector<SharedPassage> forward = aligned(made.original, made.rewritten);
        std::vector<SharedPassage> backward = aligned(made.rewritten, made.original);
        QCOMPARE(forward.size(), backward.size());
        std::sort(backward.begin(), backward.end(),
                  [](const SharedPassage &x, const SharedPassage &y) { return x.b < y.b; });
        for (size_t i = 0; i < forward.size(); ++i) {
            QCOMPARE(forward[i].a, backward[i].b);
            QCOMPARE(forward[i].b, backward[i].a);
            QCOMPARE(forward[i].kind, backward[i].kind);
            QCOMPARE(forward[i].differences.size(), backward[i].differences.size());
            for (size_t d = 0; d < forward[i].differences.size(); ++d)
                QCOMPARE(forward[i].differences[d].a, backward[i].differences[d].b);
        }
    }
}

void AlignmentTest::onlyHere_isWhatNobodyElseHas()
{
    const QString a =
        QStringLiteral("A bakery burned down beside the narrow canal. Nobody was hurt, Moss said.");
    const StoryTokens tokens(a, QStringLiteral("en"));
    const std::vector<TextRange> only =
        onlyHere(tokens, {TextRange{0, a.indexOf(QStringLiteral(" Nobody"))}, TextRange{46, 52}});
    QCOMPARE(only.size(), 1u);
    QCOMPARE(textOf(a, only[0]), QStringLiteral("Nobody was hurt, Moss said."));
    QCOMPARE(onlyHere(tokens, {}).size(), 2u);
    QCOMPARE(onlyHere(tokens, {TextRange{0, a.size()}}).size(), 0u);
}

void AlignmentTest::emptyTexts_shareNothing()
{
    QCOMPARE(aligned({}, {}).size(), 0u);
    QCOMPARE(aligned(QStringLiteral("Only one of them has words in it."), {}).size(), 0u);
}

QTEST_GUILESS_MAIN(AlignmentTest)
#include "tst_alignment.moc"
