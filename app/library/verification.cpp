#include "library/verification.h"

#include "base/codepoints.h"
#include "passages/anchorfinder.h"
#include "text/canonicaltext.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace Lectern {

namespace {

QStringView at(const QString &text, TextRange range)
{
    return QStringView(text).sliced(range.start, range.length());
}

bool fits(const QString &text, TextRange range)
{
    return range.start >= 0 && range.start < range.end && range.end <= text.size();
}

void setPlace(VerifiedPassage *result, const Article &article, TextRange range)
{
    result->range = range;
    result->codePoints = CodePoints(article.text()).fromUtf16(range);
    result->words = at(article.text(), range).toString();
}

/// The bytes are those of then: whatever differs is the export's.
VerifiedPassage inSameFile(const Passage &passage, const Article &article)
{
    VerifiedPassage result;
    setPlace(&result, article, passage.range);
    result.state = result.words == passage.quote ? VerificationState::Identical : VerificationState::Changed;
    result.score = 1;
    if (result.state == VerificationState::Changed) {
        result.differences = wordDifferences(passage.quote, result.words);
        result.reason =
            QStringLiteral("The file is as it was, but these are not its words: the export was changed.");
    }
    return result;
}

VerifiedPassage inOtherFile(const Passage &passage, const Article &article, AnchorFinder &finder)
{
    VerifiedPassage result;
    const Anchor anchor = finder.anchor(passage);
    result.score = anchor.score;
    switch (anchor.state) {
    case AnchorState::Exact:
    case AnchorState::Moved:
        result.state =
            anchor.range == passage.range ? VerificationState::UnchangedText : VerificationState::Moved;
        setPlace(&result, article, anchor.range);
        break;
    case AnchorState::Changed:
        result.state = VerificationState::Changed;
        result.differences = anchor.differences;
        if (anchor.differences.empty())
            result.reason = QStringLiteral("The words are there, but not what stood around them.");
        setPlace(&result, article, anchor.range);
        break;
    case AnchorState::Orphan:
        result.state = VerificationState::Changed;
        result.candidates = anchor.candidates;
        const auto exact = std::count_if(anchor.candidates.begin(), anchor.candidates.end(),
                                         [&](const AnchorCandidate &candidate) {
                                             return at(article.text(), candidate.range) == passage.quote;
                                         });
        result.reason =
            exact == 0   ? QStringLiteral("The words are not in the article any more.")
            : exact == 1 ? QStringLiteral("The words are there, but it is not clear that they are these.")
                         : QStringLiteral("The words stand at several places, and none is clearly theirs.");
        break;
    }
    return result;
}

/// One file as it is today, with what is needed to find passages in it.
class SourceToday
{
public:
    explicit SourceToday(ImportOutcome outcome)
        : m_outcome(std::move(outcome))
    {}

    VerifiedPassage verify(const Passage &passage)
    {
        const QString &part = passage.source.part;
        const auto found =
            std::find_if(m_outcome.articles.begin(), m_outcome.articles.end(),
                         [&part](const ArticlePtr &article) { return article->source().part == part; });
        if (found == m_outcome.articles.end()) {
            VerifiedPassage missing;
            missing.reason = whyNot(part);
            return missing;
        }
        const Article &article = **found;
        if (article.source().sha256 == passage.source.sha256 &&
            passage.canonVersion == CanonicalTextBuilder::rulesVersion && fits(article.text(), passage.range))
            return inSameFile(passage, article);
        auto finder = m_finders.find(part);
        if (finder == m_finders.end())
            finder = m_finders.emplace(part, std::make_unique<AnchorFinder>(article)).first;
        return inOtherFile(passage, article, *finder->second);
    }

private:
    QString whyNot(const QString &part) const
    {
        for (const ImportFailure &failure : m_outcome.failures)
            if (failure.part == part || failure.part.isEmpty())
                return failure.error.message;
        return part.isEmpty() ? QStringLiteral("The file holds other articles now.")
                              : QStringLiteral("The file no longer holds the record “%1”.").arg(part);
    }

    ImportOutcome m_outcome;
    std::map<QString, std::unique_ptr<AnchorFinder>> m_finders; ///< by part
};

} // namespace

QString name(VerificationState state)
{
    switch (state) {
    case VerificationState::Identical:
        return QStringLiteral("identical");
    case VerificationState::UnchangedText:
        return QStringLiteral("unchanged-text");
    case VerificationState::Moved:
        return QStringLiteral("moved");
    case VerificationState::Changed:
        return QStringLiteral("changed");
    case VerificationState::Missing:
        return QStringLiteral("missing");
    }
    return {};
}

QString explanation(VerificationState state)
{
    switch (state) {
    case VerificationState::Identical:
        return QStringLiteral("The file has not changed by a byte since the passage was kept, and the words "
                              "stand where they stood.");
    case VerificationState::UnchangedText:
        return QStringLiteral("The file has changed, but the words stand unchanged where they stood.");
    case VerificationState::Moved:
        return QStringLiteral("The file has changed; exactly these words stand at another place in it.");
    case VerificationState::Changed:
        return QStringLiteral("These are not the words that the source has today.");
    case VerificationState::Missing:
        return QStringLiteral("The source cannot be read, so nothing can be said about it.");
    }
    return {};
}

QString verificationLimits()
{
    return QStringLiteral(
        "An equal hash shows that a file is unchanged since the passage was kept. It does not "
        "show that the file is authentic, who wrote it, or that what it says is true.");
}

VerificationSummary summaryOf(const std::vector<VerifiedPassage> &passages)
{
    VerificationSummary summary;
    for (const VerifiedPassage &passage : passages) {
        switch (passage.state) {
        case VerificationState::Identical:
            ++summary.identical;
            break;
        case VerificationState::UnchangedText:
            ++summary.unchangedText;
            break;
        case VerificationState::Moved:
            ++summary.moved;
            break;
        case VerificationState::Changed:
            ++summary.changed;
            break;
        case VerificationState::Missing:
            ++summary.missing;
            break;
        }
    }
    return summary;
}

std::vector<VerifiedPassage> Verification::verify(const std::vector<Passage> &passages,
                                                  const Progress &progress)
{
    std::vector<QString> paths;
    for (const Passage &passage : passages)
        paths.push_back(m_find ? m_find(passage.source) : passage.source.path);
    std::vector<size_t> order(passages.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&paths](size_t a, size_t b) { return paths[a] < paths[b]; });
    std::map<size_t, VerifiedPassage> results; // in the order of the passages
    std::unique_ptr<SourceToday> source;
    for (size_t i = 0; i < order.size(); ++i) {
        if (progress && !progress(i))
            break;
        const QString &path = paths[order[i]];
        if (!source || paths[order[i - 1]] != path)
            source = std::make_unique<SourceToday>(m_read(path));
        VerifiedPassage result = source->verify(passages[order[i]]);
        result.passage = passages[order[i]];
        result.path = path;
        results.emplace(order[i], std::move(result));
    }
    std::vector<VerifiedPassage> verified;
    for (auto &[number, result] : results)
        verified.push_back(std::move(result));
    return verified;
}

} // namespace Lectern
