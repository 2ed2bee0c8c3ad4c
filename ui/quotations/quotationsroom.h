#pragma once

#include "library/analyses.h"
#include "library/quotationlistmodel.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;

namespace Lectern {

class IconButton;
class QuotationListView;
class SegmentedControl;
class SpeakerList;
class TextLabel;
class Theme;

/// The room that tells who said what in which article: the speakers at the left, a search and the order
/// above, and the quotations with their variants. It changes nothing itself: it asks, and is shown the next
/// snapshot.
class QuotationsRoom final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuotationsRoom)

public:
    QuotationsRoom(const Theme &theme, QuotationListModel &model, QWidget *parent = nullptr);

    /// Shows a snapshot, taken in when the room is seen.
    void showQuotations(const QuotationIndexPtr &quotations);
    /// `isReading`: files are being read, so that more articles will come.
    void showProgress(AnalysisProgress progress, bool isReading);
    /// Gives the list the keyboard; its first row is current when none was.
    void enter();
    /// Where messages are shown.
    QBoxLayout *messagePlace() const { return m_messagePlace; }
    QuotationListView *list() const { return m_list; }
    SpeakerList *speakers() const { return m_speakers; }
    QLineEdit *field() const { return m_field; }
    SegmentedControl *orders() const { return m_orders; }
    SegmentedControl *guesses() const { return m_guesses; }
    /// What is said about how far the articles have been looked at, and in place of quotations.
    QString progressText() const;
    QString emptyText() const;

Q_SIGNALS:
    void exportRequested();
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool showsGuesses() const;
    void layOut();
    void connectRoom();
    void applyColours();
    void refresh();
    void tellCounts();

    const Theme &m_theme;
    QuotationListModel &m_model;
    QuotationIndexPtr m_quotations = std::make_shared<const QuotationIndex>();
    AnalysisProgress m_progress;
    bool m_isReading = false;
    bool m_isBehind = false; ///< a snapshot has come while the room was not seen
    QBoxLayout *m_messagePlace;
    SpeakerList *m_speakers;
    QuotationListView *m_list;
    QLineEdit *m_field;
    SegmentedControl *m_orders;
    SegmentedControl *m_guesses;
    TextLabel *m_count;
    TextLabel *m_hint;
    TextLabel *m_looked;
    TextLabel *m_empty;
};

} // namespace Lectern
