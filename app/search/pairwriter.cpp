#include "search/pairwriter.h"

#include <algorithm>

namespace Lectern {

namespace {

/// Words in fewer documents than this share are not common.
constexpr quint32 commonShare = 8;

struct CommonWord
{
    std::string word;
    TermInfo info;
};

std::vector<CommonWord> commonestWords(const FieldIndex &text)
{
    std::vector<CommonWord> words;
    const quint32 docs = text.arrays().docCount;
    TermCursor cursor = text.terms();
    while (cursor.next()) {
        if (cursor.info().docCount > docs / commonShare)
            words.push_back({std::string(cursor.term()), cursor.info()});
    }
    const auto more = [](const CommonWord &a, const CommonWord &b) {
        return a.info.total != b.info.total ? a.info.total > b.info.total : a.word < b.word;
    };
    if (words.size() > CommonPairs::mostWords) {
        std::nth_element(words.begin(), words.begin() + CommonPairs::mostWords, words.end(), more);
        words.resize(CommonPairs::mostWords);
    }
    std::sort(words.begin(), words.end(), [](const CommonWord &a, const CommonWord &b) { return a.word < b.word; });
    return words;
}

struct Place
{
    quint32 position = 0;
    quint32 word = 0;
};

/// Finds the pairs of one document after another.
class PairGatherer
{
public:
    PairGatherer(std::span<const DocZones> zones, std::vector<TermPostings> *pairs)
        : m_zones(zones)
        , m_pairs(*pairs)
        , m_frequency(pairs->size())
        , m_inZones(pairs->size())
    {}

    void addDocument(quint32 doc, const std::vector<Place> &places)
    {
        m_shared.clear();
        for (const Place &place : places) {
            if (place.position + 2 > m_wordAt.size())
                m_wordAt.resize(std::max<size_t>(m_wordAt.size() * 2, place.position + 2));
            quint8 &word = m_wordAt[place.position];
            if (word == 0)
                word = quint8(place.word + 1);
            else // a word and a part of it
                m_shared.push_back(place);
        }
        for (const Place &place : places) {
            if (const quint8 next = m_wordAt[place.position + 1]; next != 0)
                add(doc, place, next - 1U);
            for (const Place &other : m_shared)
                if (other.position == place.position + 1)
                    add(doc, place, other.word);
        }
        for (const Place &place : places)
            m_wordAt[place.position] = 0;
        for (const quint32 pair : m_touched) {
            m_pairs[pair].docs.push_back(doc);
            m_pairs[pair].codes.push_back(postingCode(m_frequency[pair], m_inZones[pair]));
            m_frequency[pair] = 0;
            m_inZones[pair] = 0;
        }
        m_touched.clear();
    }

private:
    void add(quint32 doc, const Place &first, quint32 second)
    {
        const size_t pair = first.word * CommonPairs::mostWords + second;
        if (m_frequency[pair]++ == 0)
            m_touched.push_back(quint32(pair));
        // In a zone when both words are, as with every phrase.
        m_inZones[pair] |= m_zones[doc].zonesAt(first.position) & m_zones[doc].zonesAt(first.position + 1);
    }

    std::span<const DocZones> m_zones;
    std::vector<TermPostings> &m_pairs;
    std::vector<quint32> m_frequency;
    std::vector<quint32> m_inZones;
    std::vector<quint32> m_touched;
    std::vector<quint8> m_wordAt; ///< number + 1 of the word at each position of the document
    std::vector<Place> m_shared;  ///< further words at positions that have one already
};

} // namespace

CommonPairs findPairs(const FieldIndex &text, std::span<const DocZones> zones, std::span<const quint8> lengthCodes,
                      const Weighting &weighting)
{
    CommonPairs result;
    FieldWriter writer(lengthCodes, weighting, FieldWriter::Positions::Left);
    const quint32 docCount = text.arrays().docCount;
    if (docCount >= FieldArrays::fewestForBitsets) {
        const std::vector<CommonWord> words = commonestWords(text);
        std::vector<PostingCursor> cursors;
        cursors.reserve(words.size());
        for (const CommonWord &word : words) {
            cursors.push_back(text.postings(word.info));
            result.words.push_back(word.word);
        }
        std::vector<TermPostings> pairs(CommonPairs::mostWords * CommonPairs::mostWords);
        PairGatherer gatherer(zones, &pairs);
        std::vector<Place> places;
        std::vector<quint32> positions;
        for (quint32 doc = 0; doc < docCount; ++doc) {
            places.clear();
            for (quint32 word = 0; word < cursors.size(); ++word) {
                PostingCursor &cursor = cursors[word];
                if (cursor.doc() != doc)
                    continue;
                positions.clear();
                cursor.positions(&positions);
                for (const quint32 position : positions)
                    places.push_back({position, word});
                cursor.next();
            }
            gatherer.addDocument(doc, places);
        }
        for (size_t first = 0; first < words.size(); ++first)
            for (size_t second = 0; second < words.size(); ++second) {
                const TermPostings &pair = pairs[first * CommonPairs::mostWords + second];
                if (!pair.docs.empty())
                    writer.add(pairTerm(words[first].word, words[second].word), pair);
            }
    }
    result.index = writer.take();
    return result;
}

} // namespace Lectern
