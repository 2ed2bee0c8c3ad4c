#pragma once

#include "base/sqlite.h"
#include "library/quotationcorrection.h"

#include <optional>

namespace Lectern {

/// What the user knows better than the rules that find quotations: `corrections.db` in the library's folder,
/// durable before add() returns, and a copy as JSON Lines beside it, `corrections.jsonl`, of which it is made
/// anew when it is damaged. Every change can be undone until the program ends. For one thread.
class CorrectionStore final
{
public:
    /// Without a folder ("") corrections last until the program ends.
    explicit CorrectionStore(const QString &folder);
    Q_DISABLE_COPY_MOVE(CorrectionStore)

    /// A sentence for the user about damage, or why nothing can be kept; empty when all is well.
    const QString &notice() const { return m_notice; }
    /// In the order in which they were made; never null.
    const QuotationCorrectionsPtr &corrections() const { return m_corrections; }

    /// Keeps a correction, which gets its id and its time. Fails when it cannot be written; then nothing has
    /// changed.
    Result<void> add(QuotationCorrection correction);
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    /// Takes the last correction back, and makes it again. Fail like add().
    Result<void> undo();
    Result<void> redo();

private:
    bool open(const QString &folder);
    Result<void> read();
    Result<void> write(const QuotationCorrection &correction);
    Result<void> remove(qint64 id);
    /// Makes the table anew of the copy.
    Result<void> restore();
    void show(std::vector<QuotationCorrection> all);

    std::optional<Database> m_database;
    QString m_copyPath;
    QString m_notice;
    qint64 m_nextId = 1;
    QuotationCorrectionsPtr m_corrections = std::make_shared<const QuotationCorrections>();
    std::vector<QuotationCorrection> m_done; ///< since the program began, the last one at the end
    std::vector<QuotationCorrection> m_undone;
};

} // namespace Lectern
