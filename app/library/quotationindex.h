#pragma once

#include "library/quotationcorrection.h"

#include <vector>

namespace Lectern {

/// One utterance of the library.
struct QuotationEntry
{
    quint32 article = 0;   ///< in QuotationIndex::articles()
    quint32 utterance = 0; ///< in its utterances
    quint32 speaker = 0;   ///< in QuotationIndex::speakers()
    quint32 group = 0;     ///< variants of one utterance share it
};

/// Somebody who is quoted.
struct QuotedSpeaker
{
    QString name; ///< empty: all whom articles do not name; they come last
    int utterances = 0;
    int guesses = 0; ///< of them: that it is this speaker is but a guess
};

/// Articles and which of their utterances are variants of one. Corrections do not change it, and it takes the
/// longest to find.
struct VariantGroups
{
    /// O(words) but for the comparison of variants.
    explicit VariantGroups(std::vector<QuotedArticlePtr> articles);

    std::vector<QuotedArticlePtr> articles;
    std::vector<int> groups; ///< of all utterances, article by article
    int groupCount = 0;
};

using VariantGroupsPtr = std::shared_ptr<const VariantGroups>;

/// Who said what in which article, of the whole library: a snapshot, immutable, for any threads.
class QuotationIndex final
{
public:
    QuotationIndex() = default;
    /// As the user has corrected it. O(utterances).
    QuotationIndex(const VariantGroups &variants, const QuotationCorrections &corrections);

    const std::vector<QuotedArticlePtr> &articles() const { return m_articles; }
    const std::vector<QuotationEntry> &entries() const { return m_entries; }
    /// The most quoted first.
    const std::vector<QuotedSpeaker> &speakers() const { return m_speakers; }
    /// Entries of each group, the longest words first. A group may be empty.
    const std::vector<std::vector<quint32>> &groups() const { return m_groups; }

    /// fold() of the words of each entry.
    const std::vector<QString> &foldedWords() const { return m_foldedWords; }
    /// Of each speaker and of each article where its name and its outlet stand in the alphabet of the locale;
    /// those without one are last.
    const std::vector<quint32> &nameRanks() const { return m_nameRanks; }
    const std::vector<quint32> &outletRanks() const { return m_outletRanks; }

    const QuotedArticle &articleOf(const QuotationEntry &entry) const { return *m_articles[entry.article]; }
    const Utterance &utteranceOf(const QuotationEntry &entry) const
    {
        return m_articles[entry.article]->utterances[entry.utterance];
    }

private:
    void gather(const VariantGroups &variants, const QuotationCorrections &corrections);
    void addEntries(quint32 article, const std::vector<int> &groups, const QuotationCorrections &corrections);
    void sortSpeakers();
    void sortGroups(int groupCount);
    void rank();

    std::vector<QuotedArticlePtr> m_articles;
    std::vector<QuotationEntry> m_entries;
    std::vector<QuotedSpeaker> m_speakers;
    QHash<QString, quint32> m_speakerOf; ///< by name; only while it is made
    std::vector<std::vector<quint32>> m_groups;
    std::vector<QString> m_foldedWords;
    std::vector<quint32> m_nameRanks;
    std::vector<quint32> m_outletRanks;
};

using QuotationIndexPtr = std::shared_ptr<const QuotationIndex>;

} // namespace Lectern
