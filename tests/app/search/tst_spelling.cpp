#include "app/search/listedterms.h"
#include "search/spelling.h"
#include "support/seed.h"

#include <QTest>

using namespace Lectern;

class TestSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_areSuggested_data();
    void words_areSuggested();
    void segments_areCountedTogether();
    void order_ofCandidates_isNoMatter();
    void words_ofDigitsOrOneLetter_areLeftAlone();
};

namespace {

/// A dictionary in which terms have the number of articles that stands behind them.
struct Dictionary
{
    explicit Dictionary(const QString &list)
    {
        std::vector<std::string> words;
        for (const QString &entry : list.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            words.push_back(entry.section(QLatin1Char(':'), 0, 0).toStdString());
        terms = ListedTerms(words);
        for (const std::string &term : terms.terms())
            word.push_back(QString::fromStdString(term));
        docs.resize(size_t(word.size()));
        for (const QString &entry : list.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            docs[size_t(word.indexOf(entry.section(QLatin1Char(':'), 0, 0)))] =
                entry.section(QLatin1Char(':'), 1).toUInt();
    }

    std::vector<SpellingCandidate> candidates(const QString &asked) const
    {
        auto cursor = terms.cursor();
        return spellingCandidates(
            fuzzyTerms(cursor, asked.toStdString(), 2),
            [this](quint32 id) { return std::string_view(terms.terms()[id]); },
            [this](quint32 id) { return docs[id]; });
    }

    ListedTerms terms{{}};
    QStringList word;
    std::vector<quint32> docs;
};

} // namespace

void TestSpelling::words_areSuggested_data()
{
    QTest::addColumn<QString>("dictionary");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("wordDocs");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *dictionary, const char *word, int docs,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(dictionary) << QString::fromUtf8(word) << docs
                            << QString::fromUtf8(expected);
    };
    row("nothing near", "harbour:9", "cucumber", 0, "");
    row("nearer before commoner", "harbour:5 harbours:900", "harbuor", 0, "harbour harbours");
    row("commoner first", "boat:7 beat:9 bolt:8", "bat", 0, "beat boat");
    row("equals by the alphabet", "mouse:5 house:5", "nouse", 0, "house mouse");
    row("same letter before others", "noise:5 house:5", "nouse", 0, "noise house");
    row("same length before others", "mines:5 mine:5 mined:5", "minex", 0, "mined mines mine");
    row("at most three", "bead:1 beat:2 bean:3 bear:4", "beax", 0, "bear bean beat");
    row("two edits of a short word say nothing", "bear:9", "boor", 0, "");
    row("not itself", "harbour:2 harbours:7", "harbour", 2, "");
    row("much commoner than itself", "harbuor:1 harbour:4", "harbuor", 1, "harbour");
    row("common words are right", "from:1000 form:50", "form", 50, "");
    row("terms that no article has any more", "harbour:0", "harbuor", 0, "");
    row("code points", "\U00010428\U00010429\U0001042a:3", "\U00010428\U00010429", 0,
        "\U00010428\U00010429\U0001042a");
}

void TestSpelling::words_areSuggested()
{
    QFETCH(QString, dictionary);
    QFETCH(QString, word);
    QFETCH(int, wordDocs);
    QFETCH(QString, expected);
    const QStringList suggestions =
        spellingSuggestions(word, quint32(wordDocs), 20, Dictionary(dictionary).candidates(word), 3);
    QCOMPARE(suggestions.join(QLatin1Char(' ')), expected);
}

void TestSpelling::segments_areCountedTogether()
{
    const QString word = QStringLiteral("bot");
    std::vector<SpellingCandidate> candidates = Dictionary(QStringLiteral("boat:3 boot:4")).candidates(word);
    for (const SpellingCandidate &more : Dictionary(QStringLiteral("boat:2 bolt:1")).candidates(word))
        candidates.push_back(more);
    QCOMPARE(spellingSuggestions(word, 0, 20, candidates, 9),
             QStringList({QStringLiteral("boat"), QStringLiteral("boot"), QStringLiteral("bolt")}));
}

void TestSpelling::order_ofCandidates_isNoMatter()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 50; ++round) {
        std::vector<SpellingCandidate> candidates;
        for (int i = 0; i < 12; ++i)
            candidates.push_back(
                {QString::fromStdString(randomTerm(random, 4)), 1, 1 + quint32(random() % 2)});
        // A term is as far off in each segment.
        const QStringList before = spellingSuggestions(QStringLiteral("abcab"), 0, 20, candidates, 5);
        std::shuffle(candidates.begin(), candidates.end(), random);
        QCOMPARE(spellingSuggestions(QStringLiteral("abcab"), 0, 20, candidates, 5), before);
    }
}

void TestSpelling::words_ofDigitsOrOneLetter_areLeftAlone()
{
    QCOMPARE(spellingEdits(QStringLiteral("a")), 0);
    QCOMPARE(spellingEdits(QString()), 0);
    QCOMPARE(spellingEdits(QStringLiteral("1998")), 0);
    QCOMPARE(spellingEdits(QStringLiteral("boat")), 1);
    QCOMPARE(spellingEdits(QStringLiteral("boats")), 2);
    QCOMPARE(spellingSuggestions(QStringLiteral("1998"), 0, 20, {{QStringLiteral("1999"), 1, 100}}, 3),
             QStringList());
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
