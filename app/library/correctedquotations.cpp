#include "library/correctedquotations.h"

#include <algorithm>
#include <numeric>

namespace Lectern {

namespace {

/// What the rules have found of an utterance, its pieces in order; none when only the user knows it.
std::vector<Quotation> piecesOf(const Utterance &utterance, const std::vector<Quotation> &found)
{
    std::vector<Quotation> pieces;
    for (const TextRange words : utterance.pieces) {
        const auto at = std::find_if(found.begin(), found.end(),
                                     [words](const Quotation &each) { return each.words == words; });
        if (at != found.end())
            pieces.push_back(*at);
    }
    if (!pieces.empty())
        return pieces;
    Quotation own;
    own.utterance = -1;
    own.kind = utterance.kind;
    own.words = utterance.range();
    return {own};
}

} // namespace

CorrectedQuotations correctedQuotations(const Article &article, const QuotationCorrections &corrections)
{
    std::vector<Quotation> found = quotations(article);
    for (Quotation &quotation : found)
        quotation.speakerName = corrections.shownName(quotation.speakerName);
    if (!corrections.articles().contains(article.id())) {
        const size_t count = found.size();
        return {std::move(found), std::vector<bool>(count, false)};
    }
    const QuotedArticlePtr quoted = quotedArticle(article);
    std::vector<int> groups(quoted->utterances.size());
    std::iota(groups.begin(), groups.end(), 0);
    int newGroup = int(groups.size());
    const QuotedArticlePtr corrected = corrections.apply(quoted, &groups, &newGroup);

    struct Line
    {
        Quotation quotation;
        bool isCorrected;
    };
    std::vector<Line> lines;
    for (const Utterance &utterance : corrected->utterances) {
        for (Quotation &piece : piecesOf(utterance, found)) {
            if (utterance.isCorrected) {
                piece.speaker = utterance.speakerAt;
                piece.speakerName = corrections.shownName(utterance.speaker);
                piece.confidence = utterance.confidence;
            }
            lines.push_back({std::move(piece), utterance.isCorrected});
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line &a, const Line &b) { return a.quotation.words < b.quotation.words; });
    CorrectedQuotations result;
    int next = found.empty() ? 0 : found.back().utterance + 1;
    for (Line &line : lines) {
        if (line.quotation.utterance < 0)
            line.quotation.utterance = next++;
        result.quotations.push_back(std::move(line.quotation));
        result.isCorrected.push_back(line.isCorrected);
    }
    return result;
}

} // namespace Lectern
