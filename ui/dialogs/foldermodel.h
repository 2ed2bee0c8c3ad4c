#pragma once

#include "library/libraryroot.h"

#include <QAbstractListModel>

#include <vector>

namespace Lectern {

/// The folders and files that a library reads, for views.
class FolderModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderModel)

public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString; DisplayRole is the name
        IsFolderRole,                ///< bool
        CountRole,                   ///< QString: articles, for people
        TroubleRole                  ///< QString: failures or that it cannot be reached; "" when all is well
    };

    explicit FolderModel(QObject *parent = nullptr);

    /// Rows that are there already stay, so that what is chosen stays chosen.
    void setRoots(std::vector<LibraryRoot> roots);
    const LibraryRoot &root(int row) const { return m_roots.at(size_t(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<LibraryRoot> m_roots;
};

} // namespace Lectern
