#pragma once

#include "library/whoprinted.h"

#include <QAbstractListModel>

namespace Lectern {

/// The articles that have a sentence, as rows.
class PrintedModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintedModel)

public:
    enum Role {
        SourceRole = Qt::UserRole + 1, ///< QString: outlet, or the file's name
        TitleRole,
        DayRole,        ///< QString; "" when unknown
        MatchRole,      ///< QString: "Word for word", "Other typography", ...
        WordsRole,      ///< QString: what it prints, on one line; also DisplayRole
        DifferencesRole ///< QVariant of std::vector<TextRange>: the words of it that differ
    };

    explicit PrintedModel(QObject *parent = nullptr);

    void setResults(std::vector<PrintedIn> results);
    const PrintedIn &result(int row) const { return m_results[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString accessibleText(const PrintedIn &result) const;

    std::vector<PrintedIn> m_results;
};

} // namespace Lectern
