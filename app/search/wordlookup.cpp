#include "search/wordlookup.h"

#include "search/fuzzyterms.h"
#include "search/mirroredcursor.h"
#include "search/stemclasses.h"
#include "search/wildcardterms.h"

#include <algorithm>

namespace Lectern {

namespace {

/// Stemmers are dear to make and for one thread each.
const Stemmer &stemmerOf(const std::string &language)
{
    thread_local std::vector<std::pair<std::string, Stemmer>> stemmers;
    for (const auto &[name, stemmer] : stemmers)
        if (name == language)
            return stemmer;
    stemmers.emplace_back(language, Stemmer(QString::fromStdString(language)));
    return stemmers.back().second;
}

} // namespace

WordTerms WordLookup::termsOf(const QueryNode &leaf, qsizetype word) const
{
    WordTerms result;
    const FieldIndex &index = m_segment.field(leaf.field);
    const std::string term = termBytes(leaf.terms[word]);
    const bool isPrefix =
        leaf.kind == QueryNode::Kind::Prefix || (leaf.lastIsPrefix && word + 1 == leaf.terms.size());
    if (isPrefix) {
        if (leaf.kind == QueryNode::Kind::Prefix && leaf.field != QueryField::Lede && !leaf.atStart)
            result.prepared = index.prefixSet(term);
        if (result.prepared) {
            result.postings = result.prepared->postings;
            return result;
        }
        TermCursor cursor = index.terms();
        for (bool more = cursor.seek(term); more && cursor.term().starts_with(term); more = cursor.next()) {
            result.terms.push_back(cursor.info());
            result.postings += cursor.info().docCount;
        }
        return result;
    }
    if (const std::optional<TermInfo> info = index.find(term)) {
        result.terms.push_back(*info);
        result.postings = info->docCount;
    }
    if (leaf.stems)
        addStems(leaf.field, term, &result);
    return result;
}

WordTerms WordLookup::termsWithIds(const FieldIndex &index, const std::vector<TermId> &ids) const
{
    WordTerms result;
    TermCursor cursor = index.terms();
    for (const TermId id : ids) {
        if (!cursor.seekTerm(id))
            continue;
        result.terms.push_back(cursor.info());
        result.postings += cursor.info().docCount;
    }
    return result;
}

WordTerms WordLookup::termsAlike(const QueryNode &leaf) const
{
    const FieldIndex &index = m_segment.field(leaf.field);
    TermCursor cursor = index.terms();
    std::vector<TermId> ids;
    if (leaf.kind == QueryNode::Kind::Wildcard) {
        ids = wildcardTerms(cursor, termBytes(leaf.pattern));
    } else {
        const FieldIndex &mirror = m_segment.mirror();
        const bool isMirrored = &index == &m_segment.field(QueryField::Text) && mirror.termCount() > 0;
        MirroredCursor fromBehind(mirror, index);
        const std::string word = termBytes(leaf.terms.front());
        for (const FuzzyTerm &term : isMirrored ? fuzzyTerms(cursor, fromBehind, word, leaf.distance)
                                                : fuzzyTerms(cursor, word, leaf.distance))
            ids.push_back(term.id);
    }
    return termsWithIds(index, ids);
}

void WordLookup::addStems(QueryField field, const std::string &word, WordTerms *terms) const
{
    const FieldIndex &text = m_segment.field(QueryField::Text);
    const FieldIndex &index = m_segment.field(field);
    for (const StemArrays &storage : m_segment.stems()) {
        const Stemmer &stemmer = stemmerOf(storage.language);
        TermCursor cursor = text.terms();
        const std::vector<TermId> ids =
            termsOfStem(cursor, StemClassesView(storage.classes), stemmer, stemmer.stem(word));
        const std::optional<TermInfo> language = m_segment.field(QueryField::Language).find(storage.language);
        if (!language)
            continue;
        StemTerms stem{*language, {}};
        bool hasOthers = false;
        for (const TermId id : ids) {
            // Stems are those of the text; in other fields their words have other numbers.
            const std::optional<TermInfo> info = !cursor.seekTerm(id) ? std::nullopt
                                                 : &index == &text    ? std::optional(cursor.info())
                                                                      : index.find(cursor.term());
            if (!info)
                continue;
            stem.terms.push_back(*info);
            if (terms->terms.empty() || info->id != terms->terms.front().id) {
                terms->postings += info->docCount;
                hasOthers = true;
            }
        }
        if (!hasOthers)
            continue;
        terms->stems.push_back(std::move(stem));
    }
}

DocSet WordLookup::docsOf(QueryField field, const WordTerms &word, const std::stop_token &stop) const
{
    const FieldIndex &index = m_segment.field(field);
    DocSet set;
    if (word.prepared) {
        set.bits = index.bitsetAt(word.prepared->bitset);
        set.count = word.prepared->docs;
        return set;
    }
    const quint32 docCount = m_segment.size();
    if (word.postings <= docCount / 64) {
        for (const TermInfo &info : word.terms)
            for (PostingCursor cursor = index.postings(info); cursor.doc() != PostingCursor::end;
                 cursor.next())
                set.docs.push_back(cursor.doc());
        std::sort(set.docs.begin(), set.docs.end());
        set.docs.erase(std::unique(set.docs.begin(), set.docs.end()), set.docs.end());
        set.count = quint32(set.docs.size());
        return set;
    }
    set.owned.resize(Bits::wordsFor(docCount));
    for (const TermInfo &info : word.terms) {
        if (stop.stop_requested())
            break;
        if (const quint64 *bits = index.bitset(info)) {
            for (size_t i = 0; i < set.owned.size(); ++i)
                set.owned[i] |= bits[i];
            continue;
        }
        addDocuments(index.arrays(), info, set.owned.data());
    }
    set.count = Bits::count(set.owned.data(), set.owned.size());
    return set;
}

DocSet WordLookup::docsOf(QueryField field, const std::vector<TermId> &terms,
                          const std::stop_token &stop) const
{
    return docsOf(field, termsWithIds(m_segment.field(field), terms), stop);
}

} // namespace Lectern
