#include "library/quotationindex.h"

#include "stories/quotationgroups.h"
#include "text/folding.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace Lectern {

namespace {

/// Of each of these names its place among them all in the alphabet; equal names share it, and "" is last.
std::vector<quint32> ranksOf(const std::vector<QString> &names)
{
    QStringList all(names.begin(), names.end());
    all.removeDuplicates();
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(all.begin(), all.end(), [&collator](const QString &a, const QString &b) {
        return a.isEmpty() != b.isEmpty() ? b.isEmpty() : collator.compare(a, b) < 0;
    });
    QHash<QString, quint32> rankOf;
    for (qsizetype i = 0; i < all.size(); ++i)
        rankOf.insert(all[i], quint32(i));
    std::vector<quint32> ranks;
    for (const QString &name : names)
        ranks.push_back(rankOf.value(name));
    return ranks;
}

} // namespace

VariantGroups::VariantGroups(std::vector<QuotedArticlePtr> of)
    : articles(std::move(of))
{
    std::vector<QuotedWords> words;
    for (size_t article = 0; article < articles.size(); ++article)
        for (size_t i = 0; i < articles[article]->utterances.size(); ++i)
            words.push_back({articles[article]->utterances[i].words, int(article), int(i)});
    groups = quotationGroups(words);
    for (const int group : groups)
        groupCount = std::max(groupCount, group + 1);
}

QuotationIndex::QuotationIndex(const VariantGroups &variants, const QuotationCorrections &corrections)
{
    gather(variants, corrections);
    sortSpeakers();
    rank();
}

void QuotationIndex::gather(const VariantGroups &variants, const QuotationCorrections &corrections)
{
    m_articles.reserve(variants.articles.size());
    m_entries.reserve(variants.groups.size());
    int groupCount = variants.groupCount;
    auto group = variants.groups.begin();
    std::vector<int> own;
    for (quint32 article = 0; article < variants.articles.size(); ++article) {
        const QuotedArticlePtr &found = variants.articles[article];
        const auto end = group + qsizetype(found->utterances.size());
        own.assign(group, end);
        group = end;
        m_articles.push_back(corrections.apply(found, &own, &groupCount));
        addEntries(article, own, corrections);
    }
    sortGroups(groupCount);
}

void QuotationIndex::addEntries(quint32 article, const std::vector<int> &groups,
                                const QuotationCorrections &corrections)
{
    const std::vector<Utterance> &utterances = m_articles[article]->utterances;
    for (quint32 i = 0; i < utterances.size(); ++i) {
        // A speaker without a name ("a spokesman") is nobody's namesake in another article.
        const Utterance &utterance = utterances[i];
        const QString name = utterance.isPerson ? corrections.shownName(utterance.speaker) : QString();
        const auto known = m_speakerOf.constFind(name);
        const quint32 speaker = known == m_speakerOf.constEnd() ? quint32(m_speakers.size()) : *known;
        if (speaker == m_speakers.size()) {
            m_speakerOf.insert(name, speaker);
            m_speakers.push_back({name});
        }
        ++m_speakers[speaker].utterances;
        m_speakers[speaker].guesses += certaintyOf(utterance) == QuotationCertainty::Guess;
        m_entries.push_back({article, i, speaker, quint32(groups[i])});
    }
}

void QuotationIndex::sortSpeakers()
{
    std::vector<quint32> order(m_speakers.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [this](quint32 a, quint32 b) {
        const QuotedSpeaker &left = m_speakers[a];
        const QuotedSpeaker &right = m_speakers[b];
        if (left.name.isEmpty() != right.name.isEmpty())
            return right.name.isEmpty();
        if (left.utterances != right.utterances)
            return left.utterances > right.utterances;
        return left.name < right.name;
    });
    m_speakerOf.clear();
    std::vector<QuotedSpeaker> sorted;
    std::vector<quint32> placeOf(order.size());
    for (const quint32 speaker : order) {
        placeOf[speaker] = quint32(sorted.size());
        sorted.push_back(std::move(m_speakers[speaker]));
    }
    m_speakers = std::move(sorted);
    for (QuotationEntry &entry : m_entries)
        entry.speaker = placeOf[entry.speaker];
}

void QuotationIndex::rank()
{
    std::vector<QString> names;
    for (const QuotedSpeaker &speaker : m_speakers)
        names.push_back(speaker.name);
    m_nameRanks = ranksOf(names);
    std::vector<QString> outlets;
    for (const QuotedArticlePtr &article : m_articles)
        outlets.push_back(article->outlet);
    m_outletRanks = ranksOf(outlets);
    m_foldedWords.reserve(m_entries.size());
    for (const QuotationEntry &entry : m_entries)
        m_foldedWords.push_back(fold(utteranceOf(entry).words));
}

void QuotationIndex::sortGroups(int groupCount)
{
    m_groups.resize(size_t(groupCount));
    for (quint32 i = 0; i < m_entries.size(); ++i)
        m_groups[m_entries[i].group].push_back(i);
    for (std::vector<quint32> &group : m_groups)
        std::stable_sort(group.begin(), group.end(), [this](quint32 a, quint32 b) {
            return utteranceOf(m_entries[a]).words.size() > utteranceOf(m_entries[b]).words.size();
        });
}

} // namespace Lectern
