#pragma once

#include "library/articleshelf.h"

#include <functional>
#include <vector>

namespace Lectern {

class ReadingLog;

/// What a person says of an article as a whole, and whether it counts as read.
struct ArticleState : ArticleShelving
{
    bool read = false;

    bool operator==(const ArticleState &) const = default;
};

/// Undo and redo over an ArticleShelf and what a ReadingLog says of articles read: every change that a person
/// asks for goes through here, of one article or of many, as one step. A change that the shelf refuses is no
/// step.
class ShelfHistory final
{
public:
    ShelfHistory(ArticleShelf &shelf, ReadingLog &log);
    Q_DISABLE_COPY_MOVE(ShelfHistory)

    ArticleState of(const ArticleId &id) const;
    const ArticleShelf &shelf() const { return m_shelf; }

    /// `text` says for menus what is done: "Archive 3 articles". Articles that `change` leaves as they are
    /// count for nothing; when it leaves all of them, there is no step.
    Result<void> change(const QString &text, const std::vector<ArticleId> &ids,
                        const std::function<void(ArticleState *)> &change);

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    QString undoText() const { return canUndo() ? m_steps[m_done - 1].text : QString(); }
    QString redoText() const { return canRedo() ? m_steps[m_done].text : QString(); }
    /// The nextStepNumber() of the step that undo or redo would turn; 0 when there is none.
    qint64 undoNumber() const { return canUndo() ? m_steps[m_done - 1].number : 0; }
    qint64 redoNumber() const { return canRedo() ? m_steps[m_done].number : 0; }
    /// Nothing happens when there is nothing to undo.
    Result<void> undo();
    Result<void> redo();

private:
    struct Turn
    {
        ArticleId id;
        ArticleState before;
        ArticleState after;
    };
    struct Step
    {
        qint64 number = 0;
        QString text;
        std::vector<Turn> turns;
    };
    Result<void> put(const std::vector<Turn> &turns, ArticleState Turn::*to);

    ArticleShelf &m_shelf;
    ReadingLog &m_log;
    std::vector<Step> m_steps;
    size_t m_done = 0; ///< steps that stand; those behind them can be redone
};

} // namespace Lectern
