#pragma once

#include "passages/passagestore.h"

#include <QString>

#include <memory>
#include <vector>

namespace Lectern {

/// Undo and redo over a PassageStore: every change to passages goes through here. A change that the store
/// refuses is no step.
class PassageHistory final
{
public:
    explicit PassageHistory(PassageStore &store);
    ~PassageHistory();
    Q_DISABLE_COPY_MOVE(PassageHistory)

    Result<Passage> add(Passage passage);
    Result<void> update(Passage passage);
    /// All of them or none.
    Result<void> remove(const QStringList &ids);
    Result<void> move(const QString &id, int to);

    bool canUndo() const;
    bool canRedo() const;
    /// What undo or redo would do, for menus: "Keep passage", "Edit note", "Remove 3 passages"; "" when there
    /// is nothing.
    QString undoText() const;
    QString redoText() const;
    /// Nothing happens when there is nothing to undo. A step whose passage another program has removed fails
    /// and is forgotten.
    Result<void> undo();
    Result<void> redo();

    /// Takes in what another program has changed meanwhile; true when there was something. Steps that no
    /// longer fit fail when they are undone.
    Result<bool> reload() { return m_store.reload(); }

    const PassageStore &store() const { return m_store; }

private:
    struct Step;
    std::optional<PlacedPassage> placed(const QString &id) const;
    void append(Step step);
    Result<void> turn(const std::vector<PlacedPassage> &from, const std::vector<PlacedPassage> &to);
    /// Drops a step that can never be done again; false when the failure may pass (a full disk).
    bool forget(const Error &error, size_t step);

    PassageStore &m_store;
    std::vector<std::unique_ptr<Step>> m_steps;
    size_t m_done = 0; ///< steps that stand; those behind them can be redone
};

} // namespace Lectern
