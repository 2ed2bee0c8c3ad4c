#pragma once

#include "palette/paletteentry.h"
#include "palette/wordbeginnings.h"

#include <QAbstractListModel>

namespace Lectern {

/// The entries that fit what was typed, the best first: what was used last comes before what fits as well.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    static constexpr int mostRows = 60;

    explicit PaletteModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {}

    struct Row
    {
        PaletteEntry entry;
        std::vector<TextRange> hits; ///< in its text
        int score = 0;
        bool isRecent = false;
    };

    /// What is always there, in its order. `recent` are keys of entries, the last used first; those that are
    /// no longer there count for nothing.
    void setEntries(std::vector<PaletteEntry> entries, const QStringList &recent);
    void setTyped(const QString &typed);
    const QString &typed() const { return m_typed; }
    /// What was found elsewhere for what is typed; gone with the next letter unless it still fits.
    void setFound(std::vector<PaletteEntry> found);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Row &row(int row) const { return m_rows[size_t(row)]; }

private:
    void rank();
    void take(const std::vector<PaletteEntry> &entries, std::vector<Row> *rows) const;

    std::vector<PaletteEntry> m_entries;
    std::vector<PaletteEntry> m_found;
    QStringList m_recent;
    QString m_typed;
    std::vector<Row> m_rows;
};

} // namespace Lectern
