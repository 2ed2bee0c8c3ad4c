#pragma once

#include "collection/scopelist.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;

namespace Lectern {

class PassageListView;
class SegmentedControl;
class TextLabel;
class Theme;

/// The room where all passages of the library lie: what they are narrowed to at the left, a search and a
/// grouping above, and the list of them. It changes nothing itself: it asks, and is shown the store again.
class PassagesRoom final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PassagesRoom)

public:
    PassagesRoom(const Theme &theme, PassageListModel &model, QWidget *parent = nullptr);

    /// The store to show, null for none. What it holds is taken in when the room is seen.
    void showStore(const PassageStore *store, const WaitingPassages &waiting);
    /// Passages stand elsewhere than was known.
    void takeStandings(const WaitingPassages &waiting);
    /// Other articles belong to stories than before.
    void takeStories();
    /// Gives the list the keyboard; its first passage is current when none was.
    void enter();
    /// Where messages are shown.
    QBoxLayout *messagePlace() const { return m_messagePlace; }
    /// Where the user is asked about the selected passage: below the list.
    QBoxLayout *reviewPlace() const { return m_reviewPlace; }
    PassageListView *list() const { return m_list; }
    ScopeList *scopes() const { return m_scopes; }
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    /// Other passages are selected, or those that are have changed.
    void selectionChanged();
    void collectionWanted();
    /// The passages are to be grouped by story.
    void storiesWanted();
    void exportRequested(const QStringList &ids);
    void printRequested();
    void noteEdited(const QString &id, const QString &note);
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void applyColours();
    void refresh();
    void search(bool isTyping);
    /// The passage in that row, else the next one, else the last before it; "" for none.
    QString idNear(int row) const;
    QString emptySentence() const;
    void writeNote(const QString &id, const QRect &place);

    const Theme &m_theme;
    PassageListModel &m_model;
    const PassageStore *m_store = nullptr;
    PassageQuery m_query;
    PassageGrouping m_grouping = PassageGrouping::Article;
    WaitingPassages m_waiting;
    bool m_isRefreshing = false;
    QBoxLayout *m_messagePlace;
    QBoxLayout *m_reviewPlace;
    ScopeList *m_scopes;
    PassageListView *m_list;
    QLineEdit *m_field;
    SegmentedControl *m_groupings;
    TextLabel *m_count;
    TextLabel *m_hint;
    TextLabel *m_empty;
};

} // namespace Lectern
