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
    /// Keeps them behind the others: all or none; one step. The returned passages are those that were kept.
    Result<std::vector<Passage>> add(std::vector<Passage> passages);
    Result<void> update(Passage passage);
    /// All of them or none; one step.
    Result<void> update(std::vector<Passage> passages);
    /// Keeps some behind the others, in their order, and replaces those of the same ids by others: all of it
    /// or nothing; one step.
    Result<void> import(const std::vector<Passage> &added, const std::vector<Passage> &replaced);
    /// All of them or none.
    Result<void> remove(const QStringList &ids);
    Result<void> move(const QString &id, int to);

    /// These do what those of PassageStore do.
    Result<Collection> addCollection(const QString &name, std::optional<int> at = {});
    Result<void> renameCollection(const QString &id, const QString &name);
    Result<void> removeCollection(const QString &id);
    Result<void> moveCollection(const QString &id, int to);
    Result<void> addToCollection(const QString &id, const QStringList &passages, std::optional<int> at = {});
    Result<void> removeFromCollection(const QString &id, const QStringList &passages);
    Result<void> setColourName(MarkColour colour, const QString &name);

    bool canUndo() const;
    bool canRedo() const;
    /// The nextStepNumber() of the step that undo or redo would turn; 0 when there is none.
    qint64 undoNumber() const;
    qint64 redoNumber() const;
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

    /// Restores a backup and returns that of the present. No step: what was done before can no longer be
    /// undone; restoring the returned backup undoes this.
    Result<QString> restore(const QString &backup);

    /// See PassageStore.
    QString backupFailure() { return m_store.backupFailure(); }

    const PassageStore &store() const { return m_store; }

private:
    struct Step;
    std::optional<PlacedPassage> placed(const QString &id) const;
    void append(Step step);
    std::optional<PlacedCollection> placedCollection(const QString &id) const;
    Result<void> changeCollection(const QString &id, const QString &text,
                                  const std::function<Result<void>()> &change);
    Result<void> turn(const Step &step, bool back);
    Result<void> turnPassages(const std::vector<PlacedPassage> &from, const std::vector<PlacedPassage> &to);
    /// Drops a step that can never be done again; false when the failure may pass (a full disk).
    bool forget(const Error &error, size_t step);

    PassageStore &m_store;
    std::vector<std::unique_ptr<Step>> m_steps;
    size_t m_done = 0; ///< steps that stand; those behind them can be redone
};

} // namespace Lectern
