#include "search/synonymsnode.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Lectern {

namespace {

bool isDeletedIn(const Corpus::Part &part, quint32 doc)
{
    return part.deleted && (*part.deleted)[doc];
}

} // namespace

SynonymsNode::SynonymsNode(const FieldIndex &index, const std::vector<Synonym> &terms,
                           const SegmentScoring &scoring, float weight, quint32 zones)
    : m_index(index)
    , m_scoring(scoring)
    , m_weight(weight)
    , m_zones(zones)
{
    m_forms.reserve(terms.size());
    for (const auto &[term, share] : terms) {
        m_matching.push_back(
            std::make_unique<TermNode>(index, term, scoring, weight, TermNode::Scored::ByLength, zones));
        m_forms.emplace_back(index, term, share);
        m_cost += term.docCount;
    }
}

quint32 SynonymsNode::nextFrom(quint32 doc)
{
    quint32 next = noDoc;
    for (const auto &term : m_matching)
        next = std::min(next, term->nextFrom(doc));
    return next;
}

void SynonymsNode::addTo(const DocWindow &window, WindowBits *bits)
{
    for (const auto &term : m_matching)
        term->addTo(window, bits);
}

float SynonymsNode::score(quint32 doc)
{
    float frequency = 0;
    for (auto &[cursor, share] : m_forms) {
        if (cursor.advance(doc) != doc)
            continue;
        const quint32 code = cursor.code();
        if (m_zones == 0 || (code & m_zones) != 0)
            frequency += share * Weighting::frequency(code);
    }
    return frequency == 0 ? 0 : exactScore(m_weight * m_scoring.part(doc, frequency));
}

float SynonymsNode::bound(quint32 doc, quint32 *upTo)
{
    return boundOf(m_forms, doc, 0, upTo);
}

/// A part p of a score is that of p / (1 - p) times what its document's length asks for, and these add up.
/// `frequency` is that of further forms in `doc` itself.
float SynonymsNode::boundOf(Forms &forms, quint32 doc, float frequency, quint32 *upTo) const
{
    const auto times = [](float part) {
        return part < 1 ? part / (1 - part) : std::numeric_limits<float>::infinity();
    };
    float sum = frequency > 0 ? times(m_scoring.part(doc, frequency)) : 0;
    *upTo = noDoc - 1;
    for (auto &[cursor, share] : forms) {
        quint32 here = 0;
        sum += share * times(cursor.bestAround(doc, &here) * m_scoring.boundScale);
        *upTo = std::min(*upTo, here);
    }
    return m_weight * (std::isinf(sum) ? 1.0F : sum / (1 + sum)) + 1.0F / 2048;
}

void SynonymsNode::addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores)
{
    if (!scoresApart()) {
        MatchNode::addScores(window, wanted, scores);
        return;
    }
    if (!m_frequencies)
        m_frequencies = std::make_unique<WindowScores>();
    WindowScores &sums = *m_frequencies;
    sums.seen = {};
    addFrequencies(m_forms, window, &sums);
    Bits::forEach(sums.seen.words.data(), sums.seen.words.size(), [&](quint32 bit) {
        const float frequency = std::exchange(sums.values[bit], 0.0F);
        scores->values[bit] += exactScore(m_weight * m_scoring.part(window.base + bit, frequency));
    });
    scores->seen |= sums.seen;
}

/// Adds what the forms count in each document of the window.
void SynonymsNode::addFrequencies(Forms &forms, const DocWindow &window, WindowScores *sums)
{
    const quint32 size = window.end - window.base;
    for (auto &[cursor, share] : forms) {
        for (quint32 doc = cursor.advance(window.base); doc < window.end; doc = cursor.doc()) {
            const std::span<const quint32> docs = cursor.blockDocs();
            const std::span<const quint32> codes = cursor.blockCodes();
            quint32 taken = 0;
            for (; taken < docs.size() && docs[taken] - window.base < size; ++taken) {
                const quint32 bit = docs[taken] - window.base;
                sums->values[bit] += share * Weighting::frequency(codes[taken]);
                Bits::set(sums->seen.words.data(), bit);
            }
            cursor.skip(std::max(taken, 1U));
            if (taken < docs.size())
                break;
        }
    }
}

std::optional<quint32> SynonymsNode::exactCount() const
{
    if (m_zones != 0)
        return std::nullopt;
    const auto commonest = std::max_element(m_forms.begin(), m_forms.end(), [](const Form &a, const Form &b) {
        return a.cursor.info().docCount < b.cursor.info().docCount;
    });
    const quint64 *const counted = m_index.bitset(commonest->cursor.info());
    std::vector<quint64> docs(m_index.arrays().bitsetWords());
    for (const Form &form : m_forms) {
        const TermInfo &term = form.cursor.info();
        if (counted && &form == &*commonest)
            continue;
        if (const quint64 *bits = m_index.bitset(term)) {
            for (size_t i = 0; i < docs.size(); ++i)
                docs[i] |= bits[i];
        } else {
            addDocuments(m_index.arrays(), term, docs.data());
        }
    }
    if (!counted)
        return Bits::count(docs.data(), docs.size());
    for (size_t i = 0; i < docs.size(); ++i)
        docs[i] &= ~counted[i];
    return commonest->cursor.info().docCount + Bits::count(docs.data(), docs.size());
}

/// The forms, opened anew, that are common, or those that are not. Beside one form that is much more common
/// than all others these are not.
SynonymsNode::Forms SynonymsNode::openedForms(bool isCommon) const
{
    quint32 most = 0;
    quint32 second = 0;
    for (const Form &form : m_forms) {
        second = std::max(second, std::min(most, form.cursor.info().docCount));
        most = std::max(most, form.cursor.info().docCount);
    }
    const quint32 fewest = second < most / 8 ? std::max(most, 128U) : 128;
    Forms forms;
    forms.reserve(m_forms.size());
    for (const Form &form : m_forms) {
        const TermInfo &term = form.cursor.info();
        if (isCommon == (term.docCount >= fewest))
            forms.emplace_back(m_index, term, form.share);
    }
    return forms;
}

std::vector<SynonymsNode::FewPosting> SynonymsNode::fewPostings() const
{
    const auto before = [](const FewPosting &a, const FewPosting &b) { return a.doc < b.doc; };
    std::vector<FewPosting> few;
    for (auto &[cursor, share] : openedForms(false)) {
        const auto middle = qptrdiff(few.size());
        for (cursor.advance(0); cursor.doc() != PostingCursor::end; cursor.next())
            few.push_back({cursor.doc(), share * Weighting::frequency(cursor.code())});
        std::inplace_merge(few.begin(), few.begin() + middle, few.end(), before);
    }
    size_t count = 0;
    for (const FewPosting &posting : few) {
        if (count > 0 && few[count - 1].doc == posting.doc)
            few[count - 1].frequency += posting.frequency;
        else
            few[count++] = posting;
    }
    few.resize(count);
    return few;
}

/// The few documents of rare forms are looked at one by one, so that the bounds of the others are those of
/// the common forms alone.
void SynonymsNode::offerBest(TopDocs *top, const Corpus::Part &part, const std::stop_token &stop)
{
    const std::vector<FewPosting> few = fewPostings();
    std::vector<quint64> apart(m_index.arrays().bitsetWords());
    for (const FewPosting &posting : few)
        Bits::set(apart.data(), posting.doc);
    Forms common = openedForms(true);
    if (common.size() == 1) {
        offerBlocks(common.front(), few, apart, top, part, stop);
        return;
    }
    offerFew(few, top, part, stop);
    if (!common.empty())
        offerWindows(common, apart, top, part, stop);
}

void SynonymsNode::offerFew(const std::vector<FewPosting> &few, TopDocs *top, const Corpus::Part &part,
                            const std::stop_token &stop)
{
    Forms bounds = openedForms(true);
    for (const auto &[doc, frequency] : few) {
        if (stop.stop_requested())
            return;
        quint32 upTo = 0;
        if (boundOf(bounds, doc, frequency, &upTo) < top->threshold())
            continue;
        float sum = frequency;
        for (auto &[cursor, share] : bounds)
            if (cursor.advance(doc) == doc)
                sum += share * Weighting::frequency(cursor.code());
        // Frequencies of forms add up exactly only in their order.
        if (m_weight * m_scoring.part(doc, sum) + 1.0F / 2048 < top->threshold() || isDeletedIn(part, doc))
            continue;
        if (const float score = this->score(doc); score >= top->threshold())
            top->offer(score, doc, part);
    }
}

/// Offers the few, and the documents of one form, which those set apart are not of.
void SynonymsNode::offerBlocks(Form &form, const std::vector<FewPosting> &few,
                               const std::vector<quint64> &apart, TopDocs *top, const Corpus::Part &part,
                               const std::stop_token &stop)
{
    auto &[cursor, share] = form;
    const auto isWorth = [&](float best) {
        return !stop.stop_requested() && m_scoring.singleBoundOf(m_weight, best) >= top->threshold();
    };
    cursor.forBestBlocks(
        isWorth,
        [&] {
            const std::span<const quint32> docs = cursor.blockDocs();
            const std::span<const quint32> codes = cursor.blockCodes();
            for (size_t i = 0; i < docs.size(); ++i) {
                const float frequency = share * Weighting::frequency(codes[i]);
                const float score = exactScore(m_weight * m_scoring.part(docs[i], frequency));
                if (score >= top->threshold() && !isDeletedIn(part, docs[i]) &&
                    !Bits::test(apart.data(), docs[i]))
                    top->offer(score, docs[i], part);
            }
        },
        [&] { offerFew(few, top, part, stop); });
}

/// Offers the documents of several forms but for those set apart.
void SynonymsNode::offerWindows(Forms &forms, const std::vector<quint64> &apart, TopDocs *top,
                                const Corpus::Part &part, const std::stop_token &stop) const
{
    constexpr quint32 shortestWindow = 512;
    const auto sums = std::make_unique<WindowScores>();
    const auto docCount = quint32(m_scoring.lengthCodes.size());
    for (quint32 doc = 0; doc < docCount && !stop.stop_requested();) {
        quint32 upTo = 0;
        if (boundOf(forms, doc, 0, &upTo) < top->threshold()) {
            doc = std::min(upTo, docCount - 1) + 1;
            continue;
        }
        const quint32 last = std::max(std::min(upTo, doc + DocWindow::size - 1), doc + shortestWindow - 1);
        const DocWindow window{doc, std::min(docCount, last + 1)};
        sums->seen = {};
        addFrequencies(forms, window, sums.get());
        Bits::forEach(sums->seen.words.data(), Bits::wordsFor(window.end - window.base), [&](quint32 bit) {
            const quint32 candidate = window.base + bit;
            const float frequency = std::exchange(sums->values[bit], 0.0F);
            const float score = exactScore(m_weight * m_scoring.part(candidate, frequency));
            if (score >= top->threshold() && !isDeletedIn(part, candidate) &&
                !Bits::test(apart.data(), candidate))
                top->offer(score, candidate, part);
        });
        doc = window.end;
    }
}

} // namespace Lectern
