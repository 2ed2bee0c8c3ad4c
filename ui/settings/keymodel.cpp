#include "settings/keymodel.h"

#include "text/folding.h"

#include <algorithm>

namespace Lectern {

namespace {

QStringList namesOf(const KeyRow &row)
{
    QStringList names;
    for (const QKeySequence &keys : row.keys)
        names += keys.toString(QKeySequence::NativeText);
    return names;
}

} // namespace

std::vector<size_t> KeyModel::fitting() const
{
    const QStringList wanted = fold(m_filter).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<size_t> shown;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const KeyRow &row = m_rows[i];
        const QString words = fold(row.text + QLatin1Char(' ') + row.group + QLatin1Char(' ') +
                                   namesOf(row).join(QLatin1Char(' ')));
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&](const QString &word) { return words.contains(word); }))
            shown.push_back(i);
    }
    return shown;
}

void KeyModel::setRows(std::vector<KeyRow> rows)
{
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                   [](const KeyRow &a, const KeyRow &b) { return a.id == b.id; });
    if (isSame) {
        m_rows = std::move(rows);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_shown = fitting();
    endResetModel();
}

void KeyModel::setFilter(const QString &filter)
{
    beginResetModel();
    m_filter = filter;
    m_shown = fitting();
    endResetModel();
}

int KeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int KeyModel::rowOf(const QString &id) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (row(i).id == id)
            return i;
    return -1;
}

QVariant KeyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const KeyRow &own = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return own.text;
    case Qt::AccessibleTextRole: {
        const QStringList names = namesOf(own);
        QStringList words{own.text, own.group,
                          names.isEmpty() ? tr("no key") : names.join(QStringLiteral(", "))};
        if (!own.isStandard)
            words += tr("changed");
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace Lectern
