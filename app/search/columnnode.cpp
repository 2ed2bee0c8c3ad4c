#include "search/columnnode.h"

namespace Lectern {

void ColumnNode::addTo(const DocWindow &window, WindowBits *bits)
{
    for (quint32 doc = window.base; doc < window.end; ++doc)
        if (!m_holds || m_holds(doc))
            Bits::set(bits->words.data(), doc - window.base);
}

void ColumnNode::keepIn(const DocWindow &window, WindowBits *bits)
{
    if (!m_holds)
        return;
    Bits::forEach(bits->words.data(), bits->words.size(), [&](quint32 bit) {
        if (!m_holds(window.base + bit))
            Bits::clear(bits->words.data(), bit);
    });
}

float ColumnNode::bound(quint32 doc, quint32 *upTo)
{
    Q_UNUSED(doc)
    *upTo = noDoc - 1;
    return 0;
}

std::optional<quint32> ColumnNode::exactCount() const
{
    return m_holds ? std::nullopt : std::optional(m_docCount);
}

MatchNodePtr dateNode(const ArticleColumns &columns, QDate from, QDate to)
{
    using Days = ArticleColumns::Days;
    const std::span<const Days> days = columns.days;
    const qint64 first = from.isNull() ? std::numeric_limits<qint64>::min() : from.toJulianDay();
    const qint64 last = to.isNull() ? std::numeric_limits<qint64>::max() : to.toJulianDay();
    return std::make_unique<ColumnNode>(columns.size(), [days, first, last](quint32 doc) {
        return days[doc].first != Days::none && days[doc].first <= last && days[doc].last >= first;
    });
}

MatchNodePtr stateNode(const ArticleSource &articles, quint32 docCount, QueryNode::State state,
                       const ReaderFacts *facts)
{
    using State = QueryNode::State;
    return std::make_unique<ColumnNode>(docCount, [facts, &articles, state](quint32 doc) {
        const ArticleId id = articles.id(doc);
        const bool isRead = facts && facts->read.contains(id);
        const auto kept = facts ? facts->kept.constFind(id) : QHash<ArticleId, ReaderFacts::Kept>::const_iterator();
        const bool hasKept = facts && kept != facts->kept.constEnd();
        switch (state) {
        case State::Unread:
            return !isRead;
        case State::Read:
            return isRead;
        case State::HasPassage:
            return hasKept;
        case State::HasNote:
            return hasKept && !kept->notes.isEmpty();
        case State::HasTag:
            return (hasKept && !kept->tags.isEmpty()) || (facts && !facts->tags.value(id).isEmpty()) ||
                !articles.article(doc)->tags().isEmpty();
        case State::Starred:
            return facts && facts->starred.contains(id);
        case State::Archived:
            return facts && facts->archived.contains(id);
        }
        return false;
    });
}

} // namespace Lectern
