#pragma once

#include "import/importing.h"

#include <QAbstractListModel>

#include <vector>

namespace Lectern {

/// The files, and parts of files, that could not be read, for views.
class ImportFailureModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportFailureModel)

public:
    enum Role {
        FolderRole = Qt::UserRole + 1, ///< QString; DisplayRole is the file's name with the part
        KindRole,                      ///< QString, for people
        SentenceRole,                  ///< QString: what happened
        LineRole                       ///< QString: all of it in one line, to search and to copy
    };

    explicit ImportFailureModel(QObject *parent = nullptr);

    void setFailures(std::vector<ImportFailure> failures);
    const ImportFailure &failure(int row) const { return m_failures.at(size_t(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// What a kind of failure is called in the program.
    static QString kindText(ErrorKind kind);

private:
    std::vector<ImportFailure> m_failures;
};

} // namespace Lectern
