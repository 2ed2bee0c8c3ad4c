#pragma once

#include "search/articlecolumns.h"
#include "search/articlesource.h"
#include "search/matchnode.h"
#include "search/querynode.h"
#include "search/readerfacts.h"

#include <functional>

namespace Lectern {

/// All articles of a segment, or those of which something holds that its columns tell; without a score.
class ColumnNode final : public MatchNode
{
public:
    /// Looks at each document when `holds` is given.
    ColumnNode(quint32 docCount, std::function<bool(quint32)> holds)
        : m_docCount(docCount)
        , m_holds(std::move(holds))
    {}

    quint32 nextFrom(quint32 doc) override { return doc < m_docCount ? doc : noDoc; }
    void addTo(const DocWindow &window, WindowBits *bits) override;
    void keepIn(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override
    {
        Q_UNUSED(doc)
        return 0;
    }
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override { return 0; }
    quint64 cost() const override { return m_docCount; }
    std::optional<quint32> exactCount() const override;

private:
    quint32 m_docCount;
    std::function<bool(quint32)> m_holds;
};

/// Articles published within some days; null dates are open ends. The columns must outlive the node.
MatchNodePtr dateNode(const ArticleColumns &columns, QDate from, QDate to);
/// Articles of which a state holds; without facts nothing was read or kept. Both must outlive the node.
MatchNodePtr stateNode(const ArticleSource &articles, quint32 docCount, QueryNode::State state,
                       const ReaderFacts *facts);

} // namespace Lectern
