#include "palette/palettemodel.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr int recentScore = 16;    ///< for what was used last; less for what was used before
constexpr int actionScore = 6;     ///< of two that fit as well, the action is meant
constexpr int mostRecentShown = 6; ///< before anything is typed

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries, const QStringList &recent)
{
    m_entries = std::move(entries);
    m_recent = recent;
    m_found.clear();
    rank();
}

void PaletteModel::setTyped(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    rank();
}

void PaletteModel::setFound(std::vector<PaletteEntry> found)
{
    m_found = std::move(found);
    rank();
}

void PaletteModel::take(const std::vector<PaletteEntry> &entries, std::vector<Row> *rows) const
{
    const bool isTyped = !m_typed.trimmed().isEmpty();
    for (const PaletteEntry &entry : entries) {
        const qsizetype used = m_recent.indexOf(entry.key());
        std::optional<BeginningsMatch> match = matchBeginnings(m_typed, entry.text);
        if (!match || (!isTyped && entry.kind != PaletteEntry::Kind::Action && used < 0))
            continue;
        Row row{entry, std::move(match->ranges), match->score, used >= 0 && used < mostRecentShown};
        if (isTyped && used >= 0)
            row.score += qMax<int>(1, recentScore - int(used));
        else if (!isTyped && row.isRecent)
            row.score = recentScore - int(used);
        row.score += entry.kind == PaletteEntry::Kind::Action && isTyped ? actionScore : 0;
        rows->push_back(std::move(row));
    }
}

void PaletteModel::rank()
{
    std::vector<Row> rows;
    take(m_entries, &rows);
    if (!m_typed.trimmed().isEmpty())
        take(m_found, &rows);
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.score > b.score; });
    if (rows.size() > size_t(mostRows))
        rows.erase(rows.begin() + mostRows, rows.end());
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const PaletteEntry &entry = row(index.row()).entry;
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole: {
        QStringList words{entry.text, entry.detail};
        words += entry.keys;
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace Lectern
