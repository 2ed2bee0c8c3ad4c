#pragma once

#include "search/matchnode.h"

namespace Lectern {

/// What matches all of its parts and none of what is excluded.
class AndNode final : public MatchNode
{
public:
    AndNode(std::vector<MatchNodePtr> parts, std::vector<MatchNodePtr> excluded);

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    void keepIn(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override;
    void addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores) override;
    quint64 cost() const override { return m_byCost.front()->cost(); }
    /// Whether each part scores apart, so that any window behind the last may be scored.
    bool partsScoreApart() const;

private:
    std::vector<MatchNodePtr> m_parts;
    std::vector<MatchNodePtr> m_excluded;
    std::vector<MatchNode *> m_byCost;
    WindowBits m_matched; ///< of the window that was matched last
    quint32 m_base = 0;
};

/// What matches any of its parts.
class OrNode final : public MatchNode
{
public:
    explicit OrNode(std::vector<MatchNodePtr> parts);

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override;
    quint64 cost() const override;
    const std::vector<MatchNodePtr> &parts() const { return m_parts; }

private:
    std::vector<MatchNodePtr> m_parts;
};

} // namespace Lectern
