#include "dialogs/importfailuremodel.h"

#include <QFileInfo>

namespace Lectern {

ImportFailureModel::ImportFailureModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void ImportFailureModel::setFailures(std::vector<ImportFailure> failures)
{
    beginResetModel();
    m_failures = std::move(failures);
    endResetModel();
}

int ImportFailureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_failures.size());
}

QVariant ImportFailureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportFailure &failed = failure(index.row());
    const QFileInfo file(failed.error.path);
    switch (role) {
    case Qt::DisplayRole:
        return failed.part.isEmpty() ? file.fileName() : tr("%1, part %2").arg(file.fileName(), failed.part);
    case FolderRole:
        return file.path();
    case KindRole:
        return kindText(failed.error.kind);
    case SentenceRole:
        return failed.error.message;
    case Qt::ToolTipRole:
    case LineRole: {
        const QString place =
            failed.part.isEmpty() ? failed.error.path : failed.error.path + QLatin1Char('#') + failed.part;
        return QStringLiteral("%1\t%2\t%3").arg(place, kindText(failed.error.kind), failed.error.message);
    }
    default:
        return {};
    }
}

QString ImportFailureModel::kindText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unreadable:
        return tr("Unreadable");
    case ErrorKind::Unsupported:
        return tr("Not supported");
    case ErrorKind::Malformed:
        return tr("Malformed");
    case ErrorKind::Encrypted:
        return tr("Encrypted");
    case ErrorKind::Limit:
        return tr("Too large");
    case ErrorKind::Timeout:
        return tr("Took too long");
    case ErrorKind::Crashed:
        return tr("Reader crashed");
    case ErrorKind::Empty:
        return tr("No words");
    case ErrorKind::NotFound:
        return tr("Not found");
    case ErrorKind::Damaged:
        return tr("Damaged");
    case ErrorKind::Disk:
        return tr("Disk");
    case ErrorKind::Usage:
        return tr("Not possible");
    case ErrorKind::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

} // namespace Lectern
