#pragma once

#include "dialogs/verdict.h"

#include <QAbstractListModel>

namespace Lectern {

/// Verdicts on passages, for a view.
class VerdictModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictModel)

public:
    using QAbstractListModel::QAbstractListModel;

    void setVerdicts(std::vector<Verdict> verdicts);
    const Verdict &verdict(int row) const { return m_verdicts.at(size_t(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole and AccessibleTextRole are Verdict::text().
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Verdict> m_verdicts;
};

} // namespace Lectern
