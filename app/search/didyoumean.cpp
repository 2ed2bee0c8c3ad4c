#include "search/didyoumean.h"

#include "search/segment.h"
#include "search/spelling.h"
#include "text/words.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

constexpr qsizetype mostQueries = 3;
constexpr size_t mostDoubts = 6;
/// A word in one of so many articles is taken to be right, whatever it is near to.
constexpr DocNumber rareAmong = 1000;

/// A word of the query that may be wrong, by its place among the leaves.
struct Doubt
{
    size_t leaf = 0;
    QStringList suggestions; ///< folded
};

/// A word in the place of a leaf.
using Change = std::pair<size_t, QString>;

/// The words that stand by themselves and are looked for, in the order of the query.
void collectLeaves(QueryNode &node, std::vector<QueryNode *> *leaves)
{
    const bool isWord = node.kind == Kind::Term || node.kind == Kind::Prefix;
    if (isWord && node.field == QueryField::Text && !node.terms.isEmpty())
        leaves->push_back(&node);
    if (node.kind == Kind::And || node.kind == Kind::Or)
        for (QueryNode &child : node.children)
            collectLeaves(child, leaves);
}

std::vector<QueryNode *> leavesOf(QueryNode &root)
{
    std::vector<QueryNode *> leaves;
    collectLeaves(root, &leaves);
    return leaves;
}

/// In how many articles a leaf's word stands, or its beginning; counted up to about `enough`.
quint32 articlesWith(const Corpus &corpus, const QueryNode &leaf, quint32 enough)
{
    const std::string word = termBytes(leaf.terms.front());
    quint32 docs = 0;
    for (const Corpus::Part &part : corpus.parts()) {
        const FieldIndex &text = part.segment->field(QueryField::Text);
        if (leaf.kind == Kind::Term) {
            const std::optional<TermInfo> info = text.find(word);
            docs += info ? info->docCount : 0;
            continue;
        }
        TermCursor cursor = text.terms();
        for (bool isThere = cursor.seek(word); isThere && cursor.term().starts_with(word) && docs < enough;
             isThere = cursor.next())
            docs += cursor.info().docCount;
    }
    return docs;
}

QStringList suggestionsFor(const Corpus &corpus, const QueryNode &leaf, const std::stop_token &stop)
{
    const QString &word = leaf.terms.front();
    const int edits = spellingEdits(word);
    const quint32 commonFrom = std::max(quint32(fewResults) + 1, corpus.docLimit() / rareAmong);
    const quint32 docs = articlesWith(corpus, leaf, commonFrom);
    if (edits == 0 || docs >= commonFrom)
        return {};
    std::vector<SpellingCandidate> candidates;
    for (const Corpus::Part &part : corpus.parts()) {
        if (stop.stop_requested())
            return {};
        TermCursor cursor = part.segment->field(QueryField::Text).terms();
        const std::vector<FuzzyTerm> terms = fuzzyTerms(cursor, termBytes(word), edits);
        const auto docCount = [&cursor](TermId id) {
            return cursor.seekTerm(id) ? cursor.info().docCount : 0;
        };
        const auto termOf = [&cursor](TermId id) {
            return cursor.seekTerm(id) ? cursor.term() : std::string_view();
        };
        const std::vector<SpellingCandidate> some = spellingCandidates(terms, termOf, docCount);
        candidates.insert(candidates.end(), some.begin(), some.end());
    }
    return spellingSuggestions(word, docs, commonFrom, candidates, mostQueries);
}

/// Whether a likelier suggestion is the same word with a shorter ending, which finds this one as well or is
/// near enough.
bool isLonger(const QString &word, const QStringList &suggestions)
{
    for (const QString &likelier : suggestions) {
        if (likelier == word)
            return false;
        if (word.startsWith(likelier))
            return true;
    }
    return false;
}

/// A word in the capitals of another one.
QString likeWritten(const QString &word, const QString &written)
{
    const bool isUpper = written.size() > 1 && written == written.toUpper() && written != written.toLower();
    if (isUpper)
        return word.toUpper();
    const bool beginsUpper = written.front().isUpper();
    return beginsUpper ? word.left(1).toUpper() + word.mid(1) : word;
}

/// Puts queries right by changing the words of their texts.
class Changing
{
public:
    Changing(const Query &query, const std::function<Query(const QString &)> &read)
        : m_query(query)
        , m_read(read)
    {}

    /// The text with the changes; null when they cannot be made without changing something else.
    QString apply(const std::vector<Change> &changes)
    {
        QString text = m_query.source();
        QueryNode root = m_query.root();
        for (const auto &[leaf, word] : changes) {
            text = changed(text, &root, leaf, word);
            if (text.isNull())
                break;
        }
        return text;
    }

private:
    /// The same word may stand in a field or behind NOT as well: the place is the one where the change makes
    /// of the query just what it should be.
    QString changed(const QString &text, QueryNode *root, size_t leaf, const QString &word)
    {
        const std::vector<Word> words = m_breaker.words(text);
        for (const Word &place : words) {
            QueryNode wanted = *root;
            QueryNode &node = *leavesOf(wanted)[leaf];
            if (place.term != node.terms.front())
                continue;
            const QString written =
                likeWritten(word, text.mid(place.range.start, place.range.length()));
            node.terms.front() = word;
            if (!node.spellings.isEmpty())
                node.spellings.front() = written;
            QString other = text;
            other.replace(place.range.start, place.range.length(), written);
            if (m_read(other).root() == wanted) {
                *root = std::move(wanted);
                return other;
            }
        }
        return {};
    }

    const Query &m_query;
    const std::function<Query(const QString &)> &m_read;
    WordBreaker m_breaker;
};

std::vector<Doubt> doubtsOf(const Answer &answer, const std::stop_token &stop)
{
    QueryNode root = answer.query.root();
    const std::vector<QueryNode *> leaves = leavesOf(root);
    std::vector<Doubt> doubts;
    for (size_t leaf = 0; leaf < leaves.size() && doubts.size() < mostDoubts; ++leaf) {
        QStringList suggestions = suggestionsFor(*answer.corpus, *leaves[leaf], stop);
        if (!suggestions.isEmpty())
            doubts.push_back({leaf, std::move(suggestions)});
    }
    return doubts;
}

} // namespace

QStringList didYouMean(const Answer &answer, const std::function<Query(const QString &)> &read,
                       const std::stop_token &stop, const ReaderFacts *facts)
{
    if (!answer.corpus || answer.query.isEmpty() || answer.total() > fewResults)
        return {};
    const std::vector<Doubt> doubts = doubtsOf(answer, stop);
    Changing changing(answer.query, read);
    QStringList queries;
    const auto attempt = [&](const std::vector<Change> &changes) {
        if (stop.stop_requested() || queries.size() >= mostQueries)
            return;
        const QString text = changing.apply(changes);
        if (text.isNull() || queries.contains(text))
            return;
        const Answer other = Searcher::first(answer.corpus, read(text), Order::Relevance, 1, stop, facts);
        if (other.total() > answer.total())
            queries += text;
    };
    // One word put right is likelier than several.
    for (const Doubt &doubt : doubts)
        for (const QString &word : doubt.suggestions)
            if (!isLonger(word, doubt.suggestions))
                attempt({{doubt.leaf, word}});
    if (queries.isEmpty() && doubts.size() > 1) {
        std::vector<Change> all;
        for (const Doubt &doubt : doubts)
            all.emplace_back(doubt.leaf, doubt.suggestions.front());
        attempt(all);
    }
    return stop.stop_requested() ? QStringList() : queries;
}

} // namespace Lectern
