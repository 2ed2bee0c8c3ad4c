#pragma once

#include "library/articlelistmodel.h"
#include "library/searchsession.h"
#include "search/readerfacts.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Lectern {

class ArticleShelf;
class Library;
class ListPane;
class ReadingLog;
class ReadingPane;
class SearchBar;

/// From what is typed to what is read: asks the session, shows its answers in the list, shows the article of
/// the selected row with its hits, and walks the hits on into the next article.
class SearchJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchJourney)

public:
    struct Rooms
    {
        Library &library;
        ArticleListModel &model;
        ReadingLog &log;
        SearchBar &bar;
        ListPane &list;
        ReadingPane &reader;
    };
    SearchJourney(Rooms rooms, QObject *parent);

    /// Begins with what the last session showed; the article is shown as soon as it has been read.
    void restore(const QString &query, const QueryOptions &options, const ArticleId &article, Order order,
                 Order libraryOrder, Grouping grouping);
    void setQuery(const QString &query);
    QString query() const;
    /// How queries are read from now on.
    void setOptions(const QueryOptions &options);
    const QueryOptions &options() const { return m_options; }
    /// What was kept of which article, for queries that ask for it.
    void setKept(QHash<ArticleId, ReaderFacts::Kept> kept);
    /// What is said of articles as a whole, and which are read.
    void setShelf(const ArticleShelf &shelf);
    bool isSearching() const;
    Order searchOrder() const { return m_searchOrder; }
    Order libraryOrder() const { return m_libraryOrder; }

    /// The next hit (+1) or the one before (-1), on into the next article of the list.
    void stepHit(int step);
    /// The next or previous article of the list, from its beginning.
    void stepArticle(int step);
    /// Shows an article whether or not the list has it; `at` is scrolled to when it is not empty.
    void show(const ArticlePtr &article, TextRange at);
    /// The shown article does not come to count as read by being shown on.
    void leaveUnread() { m_readTimer.stop(); }
    /// Remembers how far the shown article was read.
    void keepPlace();

Q_SIGNALS:
    void searchingChanged(bool searching);
    void articleShown(const Lectern::ArticlePtr &article);

private:
    enum class FirstHit { Leave, Reveal, RevealLast };

    void ask();
    void setOrdering(bool searching, Grouping grouping);
    void takeAnswer(const Answer &answer);
    void takeCompletion(const Answer &answer);
    void showAnswer(const Answer &answer);
    void takePendingSteps();
    /// The row that a step from the shown article leads to; -1 when there is none, or not yet.
    int neighbour(int step) const;
    /// Whether the step may lead to rows that have not come yet.
    bool leadsToLaterRows(int step) const;
    int shownRow() const;
    void select(const ArticleId &id);
    /// Goes on in the new text of an article whose file has changed, where the reader was in the old one.
    void followFile();
    void showHits(FirstHit first);
    void showCount();
    void leaveEmptiness();
    void updateTotals();
    void settle();

    Rooms m_rooms;
    SearchSession m_session;
    QueryReading m_reading = QueryReading::Settled;
    Order m_searchOrder = Order::Relevance;
    Order m_libraryOrder = Order::DateNewest;
    QueryOptions m_options;
    ReaderFacts m_facts;           ///< but for what is read, which the log knows
    Query m_shownQuery;            ///< of the hits that are shown
    std::vector<TextRange> m_hits; ///< in the shown article
    ArticleId m_awaited;           ///< to be shown as soon as the library has it
    QTimer m_readTimer;
    bool m_isAsking = false;  ///< the answer to the newest question has not come yet
    int m_pendingStep = 0;    ///< a step to a hit that waits for that answer, or for the rest of it
    int m_pendingArticle = 0; ///< a step to an article that waits for the rest of it
};

} // namespace Lectern
