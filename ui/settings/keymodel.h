#pragma once

#include <QAbstractListModel>
#include <QKeySequence>

#include <vector>

namespace Lectern {

/// An action as the editor of keys shows it.
struct KeyRow
{
    QString id; ///< names it to whoever gave it
    QString text;
    QString group; ///< the menu that it is in
    QList<QKeySequence> keys;
    bool isStandard = true; ///< its keys are those it comes with
};

/// All actions with their keys, those that fit what is looked for.
class KeyModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyModel)

public:
    explicit KeyModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {}

    /// The same rows with other keys keep what a view has chosen.
    void setRows(std::vector<KeyRow> rows);
    /// Words of a name, a menu or keys ("ctrl+k"); empty for all.
    void setFilter(const QString &filter);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const KeyRow &row(int row) const { return m_rows[m_shown[size_t(row)]]; }
    /// -1 when it is not shown.
    int rowOf(const QString &id) const;

private:
    std::vector<size_t> fitting() const;

    std::vector<KeyRow> m_rows;
    std::vector<size_t> m_shown; ///< indices of m_rows
    QString m_filter;
};

} // namespace Lectern
