#include "dialogs/foldermodel.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Lectern {

FolderModel::FolderModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void FolderModel::setRoots(std::vector<LibraryRoot> roots)
{
    const auto holds = [](const std::vector<LibraryRoot> &list, const QString &path) {
        return std::any_of(list.begin(), list.end(),
                           [&path](const LibraryRoot &root) { return root.path == path; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (holds(roots, root(row).path))
            continue;
        beginRemoveRows({}, row, row);
        m_roots.erase(m_roots.begin() + row);
        endRemoveRows();
    }
    // What is left of the old rows is in the new ones, so that those are at least as many.
    const bool beginsAlike =
        std::equal(m_roots.begin(), m_roots.end(), roots.begin(),
                   [](const LibraryRoot &old, const LibraryRoot &now) { return old.path == now.path; });
    const bool isLonger = roots.size() > m_roots.size();
    if (!beginsAlike) {
        beginResetModel();
        m_roots = std::move(roots);
        endResetModel();
        return;
    }
    if (isLonger)
        beginInsertRows({}, rowCount(), int(roots.size()) - 1);
    m_roots = std::move(roots);
    if (isLonger)
        endInsertRows();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_roots.size());
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LibraryRoot &one = root(index.row());
    const QString name = QFileInfo(one.path).fileName();
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        return name.isEmpty() ? one.path : name;
    case PathRole:
    case Qt::ToolTipRole:
        return one.path;
    case IsFolderRole:
        return one.isFolder;
    case CountRole:
        return one.articles == 1 ? tr("1 article")
                                 : tr("%1 articles").arg(locale.toString(qlonglong(one.articles)));
    case TroubleRole:
        if (!one.isReachable)
            return tr("Not there now; its articles stay");
        if (one.failures == 0)
            return QString();
        return one.failures == 1 ? tr("1 failure")
                                 : tr("%1 failures").arg(locale.toString(qlonglong(one.failures)));
    case Qt::AccessibleTextRole: {
        const QString trouble = data(index, TroubleRole).toString();
        const QString words = QStringLiteral("%1, %2, %3")
                                  .arg(data(index).toString(), one.path, data(index, CountRole).toString());
        return trouble.isEmpty() ? words : words + QStringLiteral(", ") + trouble;
    }
    default:
        return {};
    }
}

} // namespace Lectern
