#include "app/passages/drift.h"

#include "passages/anchorfinder.h"
#include "support/articles.h"
#include "support/seed.h"

#include <QTest>

#include <array>

using namespace Lectern;
using namespace Lectern::Testing;

/// A corpus of generated drifts with known truth: what became of a passage must be told right or not at all.
class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drifts_areNeverSilentlyWrong_andFound();
    void anyTexts_giveRangesThatFit();
};

namespace {

/// What came of the drifts of one kind.
struct Tally
{
    int drifts = 0;
    int twins = 0;     ///< the words stand at several places that nobody can tell apart
    int survive = 0;   ///< exactly the words stand somewhere, in one row
    int moved = 0;     ///< of these: found without a question
    int proposed = 0;  ///< of these: proposed at the right place
    int differ = 0;    ///< the words are there with edits or other typography, or torn apart
    int differing = 0; ///< of these: proposed
    int gone = 0;
    int refusable = 0; ///< of these: something is proposed, which the user will refuse
    int misled = 0;    ///< a wrong place is proposed for words that are there
    int wrong = 0;     ///< silently at a wrong place
};

/// Whether a place has the same words before and after it as the passage had: where it stands then cannot be
/// wrong.
bool isSurroundedAlike(const QString &before, TextRange one, const QString &after, TextRange other)
{
    static constexpr qsizetype around = 50;
    const auto left = [](const QString &text, TextRange range) {
        return text.first(range.start).last(std::min(around, range.start)).simplified();
    };
    const auto right = [](const QString &text, TextRange range) {
        return text.mid(range.end, around).simplified();
    };
    return left(before, one) == left(after, other) && right(before, one) == right(after, other);
}

void count(const QString &before, const Passage &passage, const Anchor &anchor, const DriftedText &drifted,
           Tally *tally)
{
    ++tally->drifts;
    const QString text = drifted.text();
    const std::optional<TextRange> place = drifted.placeOf(passage.range);
    const bool isSilent = anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved;
    if (isSilent && (!place || anchor.range != *place) &&
        isSurroundedAlike(before, passage.range, text, anchor.range)) {
        ++tally->twins;
        return;
    }
    const bool isProposed = anchor.state == AnchorState::Changed;
    // Most of what is proposed has to be of the passage.
    const bool isRight = drifted.unitsOf(passage.range, anchor.range) * 10 >= anchor.range.length() * 6;
    if (place && text.mid(place->start, place->length()) == passage.quote) {
        // A sentence that stood there several times, too, cannot be told apart once it lost its neighbours.
        const bool isTwin =
            drifted.isTwin(*place, (passage.sentenceBefore + passage.prefix).trimmed().size(),
                           (passage.suffix + passage.sentenceAfter).trimmed().size()) ||
            (passage.occurrences > 1 && !isSurroundedAlike(before, passage.range, text, *place));
        (isTwin ? tally->twins : tally->survive) += 1;
        tally->moved += !isTwin && isSilent && anchor.range == *place;
        tally->proposed += !isTwin && isProposed && anchor.range == *place;
        tally->misled += isProposed && anchor.range != *place;
        tally->wrong += isSilent && anchor.range != *place;
    } else if (drifted.unitsLeft(passage.range) * 2 >= passage.range.length()) {
        ++tally->differ;
        tally->differing += isProposed && isRight;
        tally->misled += isProposed && !isRight;
        // A copy may have come between its sentences and now stands for the one before it.
        tally->wrong += isSilent && drifted.unitsOf(passage.range, anchor.range) == 0;
    } else {
        ++tally->gone;
        tally->refusable += isProposed;
        tally->wrong += isSilent && drifted.unitsOf(passage.range, anchor.range) == 0;
    }
}

void print(const char *name, const Tally &tally)
{
    qInfo("%-22s %6d %6d %7d %6d %9d %7d %9d %6d %9d %7d %6d", name, tally.drifts, tally.twins, tally.survive,
          tally.moved, tally.proposed, tally.differ, tally.differing, tally.gone, tally.refusable,
          tally.misled, tally.wrong);
}

} // namespace

void TestDrift::drifts_areNeverSilentlyWrong_andFound()
{
    std::mt19937 random(testSeed());
    std::array<Tally, driftKindCount> tallies;
    Tally all;
    const int rounds = 100 * testFactor();
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < driftKindCount; ++i) {
            const auto kind = DriftKind(i);
            DriftedText text = DriftedText::generate(random);
            TextRange range = text.pick(random);
            const ArticlePtr before = makeArticle({}, text.text());
            Passage passage;
            if (kind == DriftKind::TwinDeleted || kind == DriftKind::OtherTwinDeleted) {
                text.doubleSentence(range, random);
                const std::optional<TextRange> own = text.placeOf(range);
                if (!own)
                    continue;
                passage = Passage::cut(*makeArticle({}, text.text()), *own);
                passage.range = range; // what the truth is told by
            } else {
                passage = Passage::cut(*before, range);
            }
            DriftedText drifted = text;
            drifted.drift(kind, range, random);
            const QString now = drifted.text();
            const ArticlePtr after = makeArticle({}, now);
            const Anchor anchor = anchorIn(passage, after.get());
            count(text.text(), passage, anchor, drifted, &tallies[size_t(i)]);
            const int wrongBefore = all.wrong;
            count(text.text(), passage, anchor, drifted, &all);
            if (all.wrong > wrongBefore)
                qWarning("Silently wrong (%s): “%s” is found here:\n%s\nThe text was\n%s\nand is\n%s",
                         name(kind), qPrintable(passage.quote), qPrintable(now.mid(anchor.range.start, 400)),
                         qPrintable(text.text()), qPrintable(now));
        }
    }
    qInfo("%-22s %6s %6s %7s %6s %9s %7s %9s %6s %9s %7s %6s", "drift", "drifts", "twins", "survive", "moved",
          "proposed", "differ", "proposed", "gone", "proposed", "misled", "wrong");
    for (int i = 0; i < driftKindCount; ++i)
        print(name(DriftKind(i)), tallies[size_t(i)]);
    print("all", all);
    QVERIFY(all.drifts >= 1000);
    QCOMPARE(all.wrong, 0);
    QVERIFY((all.moved + all.proposed) * 100 >= all.survive * 99);
}

void TestDrift::anyTexts_giveRangesThatFit()
{
    // Words of all scripts, marks, pairs and white space, in no order: nothing breaks, and what is silent is
    // verbatim.
    std::mt19937 random(testSeed());
    const QStringList pieces{QStringLiteral("the "),    QStringLiteral("fog "),    QStringLiteral("thick"),
                             QStringLiteral(". "),      QStringLiteral("\n"),      QStringLiteral("😀"),
                             QStringLiteral("e\u0301"), QStringLiteral("日本語"),  QStringLiteral("\u00a0"),
                             QStringLiteral("قال "),    QStringLiteral("\u00ad"),  QStringLiteral("“"),
                             QStringLiteral("\""),      QStringLiteral("ﬁsh "),    QStringLiteral("…"),
                             QStringLiteral("- "),      QStringLiteral("Nobody "), QStringLiteral("क्षत्रिय "),
                             QStringLiteral("don’t "),  QStringLiteral("1,000 ")};
    const auto text = [&](size_t most) {
        QString made;
        for (size_t i = 1 + random() % most; i > 0; --i)
            made += pieces[qsizetype(random() % size_t(pieces.size()))];
        return made;
    };
    for (int round = 0; round < 1500; ++round) {
        const QString before = text(80);
        const ArticlePtr old = makeArticle({}, before);
        const qsizetype start = qsizetype(random() % size_t(before.size()));
        Passage passage = Passage::cut(*old, {start, start + 1 + qsizetype(random() % 60)});
        if (round % 7 == 0)
            passage.occurrences = 0;
        QString now = before;
        for (size_t edits = random() % 4; edits > 0; --edits)
            now.replace(qsizetype(random() % size_t(now.size() + 1)), qsizetype(random() % 9), text(3));
        if (round % 11 == 0)
            now = text(80);
        // The canonical text holds no half pairs.
        now = QString::fromUcs4(reinterpret_cast<const char32_t *>(now.toUcs4().constData()),
                                now.toUcs4().size());
        const ArticlePtr after = makeArticle({}, now);
        const Anchor anchor = anchorIn(passage, after.get());
        const QString &all = after->text();
        std::vector<TextRange> ranges{anchor.range};
        for (const AnchorCandidate &candidate : anchor.candidates)
            ranges.push_back(candidate.range);
        for (const TextRange &range : ranges) {
            QVERIFY(range.start >= 0 && range.start <= range.end && range.end <= all.size());
            QVERIFY(range.start == 0 || range.start == all.size() || !all[range.start].isLowSurrogate());
            QVERIFY(range.end == 0 || range.end == all.size() || !all[range.end].isLowSurrogate());
        }
        const QString words = all.mid(anchor.range.start, anchor.range.length());
        if (anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved)
            QCOMPARE(words, passage.quote);
        for (const WordDifference &difference : anchor.differences) {
            QVERIFY(difference.before.start >= 0 && difference.before.end <= passage.quote.size());
            QVERIFY(difference.after.start >= 0 && difference.after.end <= words.size());
        }
        if (anchor.state == AnchorState::Changed)
            QCOMPARE(name(anchorIn(accepted(passage, *after, anchor.range, {}), after.get()).state),
                     QStringLiteral("exact"));
    }
}

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
