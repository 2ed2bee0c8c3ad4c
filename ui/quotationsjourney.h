#pragma once

#include "library/analyses.h"
#include "library/correctionstore.h"
#include "library/quotationlistmodel.h"
#include "passages/passagehistory.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace Lectern {

class KeepJourney;
class Library;
class MainActions;
class MainViews;
class MessageBar;
class QuotationsRoom;
class ReadingPane;
class SearchJourney;
class Theme;

/// From the articles of the library to who said what, and back to the words: has the articles looked at when
/// nothing else is read, shows what was found, keeps quotations as passages, and what the user corrects.
class QuotationsJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuotationsJourney)

public:
    struct Rooms
    {
        Library &library;
        KeepJourney &keep;
        MessageBar &messages;
        MainViews &views;
        ReadingPane &reader;
        SearchJourney &search;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here.
    QuotationsJourney(Rooms rooms, PassageHistory *history, QWidget *window);

    /// The view to show.
    QuotationsRoom *room() const { return m_room; }
    static QString viewName() { return QStringLiteral("quotations"); }
    /// What the user has corrected.
    const CorrectionStore &corrections() const { return m_corrections; }
    /// Has the articles that there are now looked at, at once.
    void look();

private:
    void connectList();
    void connectLibrary();
    void lookSoon();
    void open(int row);
    void keepPassage(int row);
    void copy(int row) const;
    void openMenu(int row, const QPoint &at);
    void askSpeaker(int row);
    void askSamePerson(int row);
    void reject(int row);
    /// Null, and says so, when the article has gone in between.
    ArticlePtr articleOf(int row);
    QStringList knownNames(int row) const;
    QuotationCorrection correctionOf(int row, CorrectionKind kind, const Article &article) const;
    void correct(const QuotationCorrection &correction, const QString &words);
    void turn(bool isBack);
    void exportCorrections();

    Rooms m_rooms;
    PassageHistory *m_history;
    QWidget *m_window;
    QuotationListModel m_model;
    CorrectionStore m_corrections;
    Analyses m_analyses;
    QuotationsRoom *m_room;
    QTimer m_soon;
    QSet<int> m_undoMessages; ///< whose button takes the last correction back
};

} // namespace Lectern
