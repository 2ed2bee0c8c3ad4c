#include "search/segmentsearch.h"

#include "search/setnode.h"
#include "search/synonymsnode.h"
#include "search/termnode.h"

#include <algorithm>

namespace Lectern {

namespace {

/// The parts of a query any of which is enough, when each scores apart; none when it is of another form.
std::vector<MatchNode *> alternativesOf(MatchNode &root)
{
    if (root.scoresApart())
        return {&root};
    std::vector<MatchNode *> parts;
    if (auto *any = dynamic_cast<OrNode *>(&root)) {
        for (const MatchNodePtr &part : any->parts()) {
            if (!part->scoresApart())
                return {};
            parts.push_back(part.get());
        }
    }
    return parts;
}

/// Documents that are scored at a time at least.
constexpr quint32 shortestWindow = 512;

/// One for each thread, because it is large; all its values are zero between windows.
WindowScores &windowScores()
{
    static thread_local WindowScores scores;
    return scores;
}

/// The greatest score of a part within a window, at most.
float boundIn(MatchNode &part, const DocWindow &window)
{
    float bound = 0;
    for (quint32 doc = window.base; doc < window.end;) {
        quint32 upTo = 0;
        bound = std::max(bound, part.bound(doc, &upTo));
        if (upTo >= window.end)
            break;
        doc = upTo + 1;
    }
    return bound;
}

} // namespace

SegmentSearch::SegmentSearch(const Corpus::Part &part, MatchNode &root, const std::stop_token &stop)
    : m_part(part)
    , m_root(root)
    , m_stop(stop)
{}

void SegmentSearch::dropDeleted(const DocWindow &window, WindowBits *bits) const
{
    if (!m_part.deleted)
        return;
    Bits::forEach(bits->words.data(), bits->words.size(), [&](quint32 bit) {
        if ((*m_part.deleted)[window.base + bit])
            Bits::clear(bits->words.data(), bit);
    });
}

quint32 SegmentSearch::countAll()
{
    if (!m_part.deleted) {
        if (const std::optional<quint32> count = m_root.exactCount())
            return *count;
    }
    quint32 count = 0;
    matchAll([&count](const DocWindow &, const WindowBits &bits) { count += bits.count(); });
    return count;
}

quint32 SegmentSearch::collectBest(TopDocs *top)
{
    if (const auto *set = dynamic_cast<SetNode *>(&m_root)) {
        collectSet(*set, top);
        return countAll();
    }
    const std::vector<MatchNode *> alternatives = alternativesOf(m_root);
    if (auto *word = alternatives.size() == 1 ? dynamic_cast<TermNode *>(&m_root) : nullptr) {
        word->offerBest(top, m_part, m_stop);
        return countAll();
    }
    if (auto *forms = alternatives.size() == 1 ? dynamic_cast<SynonymsNode *>(&m_root) : nullptr) {
        forms->offerBest(top, m_part, m_stop);
        return countAll();
    }
    if (auto *list = dynamic_cast<ListNode *>(&m_root); list && !m_part.deleted) {
        list->offerAll(top, m_part);
        return quint32(list->cost());
    }
    if (!alternatives.empty()) {
        collectAny(alternatives, top);
        return countAll();
    }
    quint32 count = 0;
    matchAll([&](const DocWindow &window, const WindowBits &bits) {
        count += bits.count();
        scoreWindow(window, bits, top);
    });
    return count;
}

/// All scores are one of two. Of few documents each is offered; of many the newest with the greater score,
/// then the newest of the others, until one is not among the best any more.
void SegmentSearch::collectSet(const SetNode &set, TopDocs *top)
{
    const auto offer = [&](quint32 doc, bool isTitled) {
        return top->offer(isTitled ? set.titledScore() : set.plainScore(), doc, m_part);
    };
    if (!set.set().bits) {
        for (const quint32 doc : set.set().docs)
            if (!isDeleted(doc))
                offer(doc, set.titles().contains(doc));
        return;
    }
    for (const bool isTitled : {true, false}) {
        if (isTitled && !set.titles().bits) {
            for (const quint32 doc : set.titles().docs)
                if (set.set().contains(doc) && !isDeleted(doc))
                    offer(doc, true);
            continue;
        }
        for (const quint32 doc : m_part.segment->columns().byDate) {
            if (!set.set().contains(doc) || isDeleted(doc) || set.titles().contains(doc) != isTitled)
                continue;
            if (!offer(doc, isTitled))
                break; // those that follow are older
        }
    }
}

/// Scores what matches, stretch by stretch: where even the greatest scores of all blocks there would not do,
/// nothing is looked at.
void SegmentSearch::scoreWindow(const DocWindow &window, const WindowBits &bits, TopDocs *top)
{
    if (const auto *all = dynamic_cast<AndNode *>(&m_root);
        all && bits.count() > (window.end - window.base) / 8) {
        all->partsScoreApart() ? scoreStretches(window, bits, top) : scoreMany(window, bits, top);
        return;
    }
    quint32 upTo = 0;
    bool isWorth = false;
    bool isKnown = false;
    for (size_t i = 0; i < DocWindow::words; ++i) {
        for (quint64 rest = bits.words[i]; rest != 0; rest &= rest - 1) {
            const quint32 doc = window.base + quint32(i * 64 + size_t(std::countr_zero(rest)));
            if (!isKnown || doc > upTo) {
                isWorth = m_root.bound(doc, &upTo) >= top->threshold();
                isKnown = true;
            }
            if (!isWorth || m_root.boundIn(doc) < top->threshold())
                continue;
            const float score = m_root.score(doc);
            if (score >= top->threshold())
                top->offer(score, doc, m_part);
        }
    }
}

/// Where much of a window matches, all scores are added up side by side.
void SegmentSearch::scoreMany(const DocWindow &window, const WindowBits &bits, TopDocs *top)
{
    if (boundIn(m_root, window) < top->threshold())
        return;
    WindowScores &scores = windowScores();
    scores.seen = {};
    m_root.addScores(window, bits, &scores);
    Bits::forEach(scores.seen.words.data(), scores.seen.words.size(), [&](quint32 bit) {
        const float score = std::exchange(scores.values[bit], 0.0F);
        if (score >= top->threshold() && bits.test(bit))
            top->offer(score, window.base + bit, m_part);
    });
}

/// The same stretch by stretch, without those whose blocks cannot bring a document among the best.
void SegmentSearch::scoreStretches(const DocWindow &window, const WindowBits &bits, TopDocs *top)
{
    constexpr quint32 shortestStretch = 256;
    WindowScores &scores = windowScores();
    for (quint32 doc = window.base; doc < window.end;) {
        quint32 upTo = 0;
        const bool isWorth = m_root.bound(doc, &upTo) >= top->threshold();
        upTo = std::min(upTo, window.end - 1);
        if (!isWorth) {
            doc = upTo + 1;
            continue;
        }
        const DocWindow stretch{doc, std::min(window.end, std::max(upTo + 1, doc + shortestStretch))};
        scores.seen = {};
        m_root.addScores(stretch, {}, &scores);
        Bits::forEach(scores.seen.words.data(), Bits::wordsFor(stretch.end - doc), [&](quint32 bit) {
            const float score = std::exchange(scores.values[bit], 0.0F);
            if (score >= top->threshold() && bits.test(doc - window.base + bit))
                top->offer(score, doc + bit, m_part);
        });
        doc = stretch.end;
    }
}

/// MaxScore (Turtle and Flood 1995) over windows: parts too weak to bring a document among the best by
/// themselves are only looked up for documents that the others brought up, and windows whose blocks cannot do
/// it are left out.
void SegmentSearch::collectAny(const std::vector<MatchNode *> &alternatives, TopDocs *top)
{
    const quint32 docCount = m_part.segment->size();
    std::vector<MatchNode *> parts = alternatives;
    std::stable_sort(parts.begin(), parts.end(),
                     [](const MatchNode *a, const MatchNode *b) { return a->best() < b->best(); });
    std::vector<float> upToPart(parts.size() + 1, 0.0F); // the best of the parts before, together
    for (size_t i = 0; i < parts.size(); ++i)
        upToPart[i + 1] = upToPart[i] + parts[i]->best();

    WindowScores &scores = windowScores();
    size_t essential = 0;
    for (quint32 doc = 0; doc < docCount;) {
        if (m_stop.stop_requested())
            return;
        while (essential < parts.size() && upToPart[essential + 1] < top->threshold())
            ++essential;
        if (essential == parts.size())
            return;
        float bound = upToPart[essential];
        quint32 upTo = docCount - 1;
        for (size_t i = essential; i < parts.size(); ++i) {
            quint32 here = 0;
            bound += parts[i]->bound(doc, &here);
            upTo = std::min(upTo, here);
        }
        if (bound < top->threshold()) {
            doc = upTo + 1;
            continue;
        }
        // Not less than what makes the work on a window worth while.
        const quint32 end = std::max(std::min(upTo, doc + DocWindow::size - 1), doc + shortestWindow - 1);
        const DocWindow window{doc, std::min(docCount, end + 1)};
        scores.seen = {};
        for (size_t i = essential; i < parts.size(); ++i)
            parts[i]->addScores(window, {}, &scores);
        Bits::forEach(scores.seen.words.data(), Bits::wordsFor(window.end - window.base), [&](quint32 bit) {
            float score = std::exchange(scores.values[bit], 0.0F);
            const quint32 candidate = window.base + bit;
            size_t part = essential;
            while (part > 0 && score + upToPart[part] >= top->threshold())
                score += parts[--part]->score(candidate);
            if (part == 0 && score >= top->threshold() && !isDeleted(candidate))
                top->offer(score, candidate, m_part);
        });
        doc = window.end;
    }
}

quint32 SegmentSearch::collectNewest(TopDocs *top, size_t wanted)
{
    const quint32 docCount = m_part.segment->size();
    std::vector<quint64> matching(Bits::wordsFor(docCount));
    quint32 count = 0;
    matchAll([&](const DocWindow &window, const WindowBits &bits) {
        count += bits.count();
        const size_t first = window.base / 64;
        const size_t words = std::min(DocWindow::words, matching.size() - first);
        std::copy_n(bits.words.begin(), words, matching.begin() + qptrdiff(first));
    });
    size_t found = 0;
    for (const quint32 doc : m_part.segment->columns().byDate) {
        if (found >= std::min<size_t>(wanted, count))
            break;
        if (Bits::test(matching.data(), doc)) {
            top->offer(0, doc, m_part);
            ++found;
        }
    }
    return count;
}

} // namespace Lectern
