#pragma once

#include "library/quotationindex.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>

namespace Lectern {

class Theme;

/// The speakers of a library as rows with the number of their quotations: all together first, and last those
/// whom the articles do not name. Whoever has only guesses is left out with them.
class SpeakerModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpeakerModel)

public:
    enum Role { CountRole = Qt::UserRole };

    explicit SpeakerModel(QObject *parent = nullptr);

    void show(const QuotationIndexPtr &index, bool withGuesses);
    /// The name of a row; "" for those without one, nothing for all together.
    std::optional<QString> speaker(int row) const;
    /// 0, all together, when the speaker is not there.
    int rowOf(const std::optional<QString> &speaker) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int countOf(quint32 speaker) const;

    QuotationIndexPtr m_index = std::make_shared<const QuotationIndex>();
    std::vector<quint32> m_speakers; ///< of the rows behind the first
    bool m_hasGuesses = true;
    int m_all = 0; ///< quotations of all rows
};

/// The side list of the room Quotations. Rows are of one height, so that 20,000 speakers cost as much as ten.
class SpeakerList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpeakerList)

public:
    explicit SpeakerList(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the speakers of a snapshot; the chosen one stays so while it is there.
    void showIndex(const QuotationIndexPtr &index, bool withGuesses);
    const std::optional<QString> &speaker() const { return m_speaker; }

Q_SIGNALS:
    void speakerChosen();
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    SpeakerModel m_rows;
    std::optional<QString> m_speaker;
    bool m_isFilling = false;
};

} // namespace Lectern
