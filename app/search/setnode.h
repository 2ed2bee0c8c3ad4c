#pragma once

#include "search/matchnode.h"
#include "search/topdocs.h"

#include <span>

namespace Lectern {

/// Documents of a segment, as a bitmap or as a list.
struct DocSet
{
    std::vector<quint64> owned; ///< when `bits` is not somebody else's
    const quint64 *bits = nullptr;
    std::vector<quint32> docs; ///< when there is no bitmap; ascending
    quint32 count = 0;

    bool contains(quint32 doc) const;
};

/// A set of documents that was found beforehand, all of the same score, and twice that where the title matches, or the
/// word itself of words alike.
class SetNode final : public MatchNode
{
public:
    SetNode(DocSet set, DocSet titles, quint32 docCount, float weight);

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    void keepIn(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override { return m_titles.count > 0 ? m_titled : m_plain; }
    quint64 cost() const override { return m_set.count; }
    std::optional<quint32> exactCount() const override { return m_set.count; }

    const DocSet &set() const { return m_set; }
    const DocSet &titles() const { return m_titles; }
    float plainScore() const { return m_plain; }
    float titledScore() const { return m_titled; }

private:
    DocSet m_set;
    DocSet m_titles;
    quint32 m_docCount;
    float m_plain;
    float m_titled;
    size_t m_listAt = 0;
};

/// Documents with how often and where something stands in them, found beforehand: a posting list of its own.
class ListNode final : public MatchNode
{
public:
    struct Scored
    {
        std::vector<quint32> docs;  ///< ascending
        std::vector<float> scores;  ///< of each
        float best = 0;
    };

    explicit ListNode(Scored list)
        : m_list(std::move(list))
    {}

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override { return m_list.best; }
    quint64 cost() const override { return m_list.docs.size(); }
    std::optional<quint32> exactCount() const override { return quint32(m_list.docs.size()); }
    bool scoresApart() const override { return true; }
    void addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores) override;
    void offerAll(TopDocs *top, const Corpus::Part &part) const;

private:
    Scored m_list;
    size_t m_at = 0;
    size_t m_scoreAt = 0;
    size_t m_boundAt = 0;
};

} // namespace Lectern
