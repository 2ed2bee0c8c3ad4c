#include "library/shelfhistory.h"

#include "base/stepnumber.h"
#include "library/readinglog.h"

namespace Lectern {

ShelfHistory::ShelfHistory(ArticleShelf &shelf, ReadingLog &log)
    : m_shelf(shelf)
    , m_log(log)
{}

ArticleState ShelfHistory::of(const ArticleId &id) const
{
    return {m_shelf.of(id), m_log.read().contains(id)};
}

Result<void> ShelfHistory::change(const QString &text, const std::vector<ArticleId> &ids,
                                  const std::function<void(ArticleState *)> &change)
{
    Step step{0, text, {}};
    for (const ArticleId &id : ids) {
        Turn turn{id, of(id), of(id)};
        change(&turn.after);
        if (turn.after != turn.before)
            step.turns.push_back(std::move(turn));
    }
    if (step.turns.empty())
        return {};
    if (Result<void> done = put(step.turns, &Turn::after); !done)
        return done;
    m_steps.resize(m_done);
    step.number = nextStepNumber();
    m_steps.push_back(std::move(step));
    ++m_done;
    return {};
}

Result<void> ShelfHistory::put(const std::vector<Turn> &turns, ArticleState Turn::*to)
{
    std::vector<ArticleShelf::Change> changes;
    for (const Turn &turn : turns)
        if (static_cast<const ArticleShelving &>(turn.before) !=
            static_cast<const ArticleShelving &>(turn.after))
            changes.emplace_back(turn.id, turn.*to);
    if (Result<void> done = m_shelf.set(changes); !done)
        return done;
    // What was only read meanwhile stays read: a step turns what it has turned itself.
    for (const Turn &turn : turns) {
        if (turn.before.read == turn.after.read)
            continue;
        if ((turn.*to).read)
            m_log.markRead(turn.id);
        else
            m_log.markUnread(turn.id);
    }
    return {};
}

Result<void> ShelfHistory::undo()
{
    if (!canUndo())
        return {};
    Result<void> done = put(m_steps[m_done - 1].turns, &Turn::before);
    if (done)
        --m_done;
    return done;
}

Result<void> ShelfHistory::redo()
{
    if (!canRedo())
        return {};
    Result<void> done = put(m_steps[m_done].turns, &Turn::after);
    if (done)
        ++m_done;
    return done;
}

} // namespace Lectern
