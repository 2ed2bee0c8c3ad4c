#include "searchjourney.h"

#include "library/factgathering.h"
#include "library/library.h"
#include "library/readinglog.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "querysubjects.h"
#include "reading/readingpane.h"
#include "search/highlighter.h"
#include "search/searchbar.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

constexpr int readAfterMs = 1200; ///< an article that stays shown for so long counts as read

} // namespace

SearchJourney::SearchJourney(Rooms rooms, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
{
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(readAfterMs);
    connect(&m_readTimer, &QTimer::timeout, this, [this] {
        if (const ArticlePtr article = m_rooms.reader.article()) {
            m_rooms.log.markRead(article->id());
            m_rooms.model.markRead(article->id());
        }
    });

    connect(&m_rooms.bar, &SearchBar::queryChanged, this, [this] {
        m_reading = QueryReading::Typing;
        m_pendingStep = m_pendingArticle = 0; // a step was meant for the query as it stood
        ask();
    });
    connect(&m_rooms.bar, &SearchBar::nextHitRequested, this, [this] {
        settle();
        stepHit(+1);
    });
    connect(&m_rooms.bar, &SearchBar::previousHitRequested, this, [this] {
        settle();
        stepHit(-1);
    });
    connect(&m_session, &SearchSession::answered, this, &SearchJourney::takeAnswer);
    connect(&m_session, &SearchSession::completed, this, &SearchJourney::takeCompletion);
    connect(&m_session, &SearchSession::suggested, &m_rooms.list, &ListPane::setSuggestions);
    connect(&m_rooms.library, &Library::corpusChanged, this, &SearchJourney::ask);
    connect(&m_rooms.list, &ListPane::suggestionPicked, this, [this](const QString &query) {
        m_rooms.bar.setFocus();
        setQuery(query);
    });
    connect(&m_rooms.list, &ListPane::currentArticleChanged, this, &SearchJourney::select);
    connect(&m_rooms.list, &ListPane::orderingChanged, this, [this](Order order) {
        (isSearching() ? m_searchOrder : m_libraryOrder) = order;
        ask();
    });
    connect(&m_rooms.list, &ListPane::filterChanged, this, &SearchJourney::showCount);
    connect(&m_rooms.list, &ListPane::emptyStateActivated, this, &SearchJourney::leaveEmptiness);
    connect(&m_rooms.reader, &ReadingPane::currentHitChanged, this, &SearchJourney::updateTotals);
}

void SearchJourney::restore(const QString &query, const QueryOptions &options, const ArticleId &article,
                            Order order, Order libraryOrder, Grouping grouping)
{
    m_options = options;
    m_searchOrder = order;
    m_libraryOrder = libraryOrder == Order::Relevance ? Order::DateNewest : libraryOrder;
    m_awaited = article;
    m_rooms.model.setReadArticles(m_rooms.log.read());
    m_rooms.bar.setText(query);
    m_reading = QueryReading::Settled;
    setOrdering(isSearching(), grouping);
    ask();
}

void SearchJourney::setOrdering(bool searching, Grouping grouping)
{
    const QSignalBlocker quiet(m_rooms.list);
    m_rooms.list.setOrdering(searching ? m_searchOrder : m_libraryOrder, grouping);
}

void SearchJourney::setQuery(const QString &query)
{
    m_rooms.bar.setText(query);
    m_reading = QueryReading::Settled;
    ask();
}

QString SearchJourney::query() const
{
    return m_rooms.bar.text();
}

void SearchJourney::setOptions(const QueryOptions &options)
{
    m_options = options;
    if (isSearching())
        ask();
}

void SearchJourney::setKept(QHash<ArticleId, ReaderFacts::Kept> kept)
{
    m_facts.kept = std::move(kept);
    if (asksForPassages(m_rooms.model.answer().query.root()))
        ask();
}

void SearchJourney::setShelf(const ArticleShelf &shelf)
{
    const QSet<ArticleId> archived = std::exchange(m_facts.archived, {});
    addShelf(&m_facts, shelf);
    m_rooms.model.setReadArticles(m_rooms.log.read());
    m_rooms.model.setShelved(m_facts.starred, m_facts.archived);
    showCount();
    if (archived != m_facts.archived && asksForArchive(m_rooms.model.answer().query.root()))
        ask();
}

bool SearchJourney::isSearching() const
{
    return !m_rooms.bar.text().trimmed().isEmpty();
}

void SearchJourney::settle()
{
    if (m_reading == QueryReading::Settled)
        return;
    m_reading = QueryReading::Settled;
    ask();
}

void SearchJourney::ask()
{
    m_isAsking = true;
    ReaderFacts facts = m_facts;
    facts.read = m_rooms.log.read();
    m_session.ask(m_rooms.library.corpus(), m_rooms.bar.text(), m_reading,
                  isSearching() ? m_searchOrder : m_libraryOrder, m_options,
                  std::make_shared<const ReaderFacts>(facts));
    Q_EMIT searchingChanged(isSearching());
}

void SearchJourney::takeAnswer(const Answer &answer)
{
    const Answer &shown = m_rooms.model.answer();
    if (answer.query != shown.query || answer.isComplete() || m_rooms.model.rowCount() == 0) {
        showAnswer(answer);
        return;
    }
    // The list keeps its place in a question that is only asked again: nothing is new in it, or it waits
    // until all rows are there.
    if (answer.corpus == shown.corpus && answer.order == shown.order &&
        m_rooms.list.grouping() == m_rooms.model.grouping()) {
        m_isAsking = false;
        takePendingSteps();
    }
}

void SearchJourney::takeCompletion(const Answer &answer)
{
    if (m_isAsking) {
        showAnswer(answer);
        return;
    }
    m_rooms.model.completeAnswer(answer);
    showCount();
    takePendingSteps();
}

void SearchJourney::takePendingSteps()
{
    if (const int step = std::exchange(m_pendingStep, 0); step != 0)
        stepHit(step);
    if (const int step = std::exchange(m_pendingArticle, 0); step != 0)
        stepArticle(step);
}

void SearchJourney::showAnswer(const Answer &answer)
{
    m_isAsking = false;
    const bool searching = !answer.query.isEmpty();
    setOrdering(searching, m_rooms.list.grouping());
    m_rooms.model.setAnswer(answer, m_rooms.list.grouping());
    m_rooms.list.setSuggestions({});
    showCount();
    m_rooms.bar.setReading(answer.query.toString(), answer.query.hints() + answer.notices);
    m_rooms.bar.setTotals(answer.total(), answer.milliseconds);

    if (!m_awaited.isEmpty()) {
        if (const ArticlePtr article = m_rooms.library.find(m_awaited)) {
            m_awaited.clear();
            show(article, {});
        }
    }
    followFile();
    if (m_rooms.reader.article()) {
        m_rooms.list.setCurrentArticle(m_rooms.reader.article()->id());
        showHits(FirstHit::Leave);
    }
    updateTotals();
    takePendingSteps();
}

void SearchJourney::followFile()
{
    const ArticlePtr shown = m_rooms.reader.article();
    if (!shown || m_rooms.library.find(shown->id()) || !m_rooms.reader.selection().isEmpty())
        return;
    const ArticlePtr now = m_rooms.library.findAt(shown->source().path, shown->source().part);
    if (!now)
        return;
    const ReadingPlace place = m_rooms.reader.place();
    m_rooms.log.setPlace(now->id(), {place.offset, place.pixels});
    show(now, {});
}

void SearchJourney::showCount()
{
    const Answer &answer = m_rooms.model.answer();
    const bool searching = !answer.query.isEmpty();
    const bool isFiltered = m_rooms.list.filter() != ListPane::Filter::All || m_rooms.model.hidesArchived();
    // How many a filter leaves is known when all are there.
    const qsizetype filtered = answer.isComplete() ? m_rooms.model.articleCount() : -1;
    m_rooms.list.setHeading(searching ? tr("Results") : tr("Library"),
                            isFiltered ? filtered : answer.total());
    if (m_rooms.list.filter() == ListPane::Filter::All && m_rooms.model.hidesArchived())
        m_rooms.list.setEmptyState(tr("Every article is in the archive."), tr("Show the archive"));
    else if (isFiltered && answer.isComplete())
        m_rooms.list.setEmptyState(tr("No article is left by this filter."), tr("Show all"));
    else if (searching && !isFiltered && m_options.strict)
        m_rooms.list.setEmptyState(tr("Nothing is spelled so. Capitals and accents count while Aa is on."),
                                   tr("Show the whole library"));
    else if (searching && !isFiltered)
        m_rooms.list.setEmptyState(tr("Nothing found. Check the spelling, or search for fewer words."),
                                   tr("Show the whole library"));
    else
        m_rooms.list.setEmptyState({}, {});
}

void SearchJourney::leaveEmptiness()
{
    if (m_rooms.list.filter() != ListPane::Filter::All)
        m_rooms.list.setFilter(ListPane::Filter::All);
    else if (m_rooms.model.hidesArchived())
        setQuery(QStringLiteral("is:archived"));
    else
        setQuery({});
}

void SearchJourney::select(const ArticleId &id)
{
    const ArticlePtr article = m_rooms.library.find(id);
    if (!article || (m_rooms.reader.article() && m_rooms.reader.article()->id() == id))
        return;
    m_awaited.clear();
    show(article, {});
}

void SearchJourney::show(const ArticlePtr &article, TextRange at)
{
    if (!article)
        return;
    if (!m_rooms.reader.article() || m_rooms.reader.article()->id() != article->id()) {
        keepPlace();
        const std::optional<ReadingMark> place = m_rooms.log.place(article->id());
        m_rooms.reader.setArticle(article,
                                  place ? ReadingPlace{place->offset, place->pixels} : ReadingPlace{});
        m_shownQuery = {};
        m_hits.clear();
        m_readTimer.start();
        Q_EMIT articleShown(article);
        showHits(at.isEmpty() && !place ? FirstHit::Reveal : FirstHit::Leave);
        m_rooms.list.setCurrentArticle(article->id());
    }
    if (!at.isEmpty())
        m_rooms.reader.reveal(at);
    updateTotals();
}

void SearchJourney::keepPlace()
{
    if (!m_rooms.reader.article())
        return;
    const ReadingPlace place = m_rooms.reader.place();
    m_rooms.log.setPlace(m_rooms.reader.article()->id(), {place.offset, place.pixels});
}

void SearchJourney::showHits(FirstHit first)
{
    const Query &query = m_rooms.model.answer().query;
    const ArticlePtr article = m_rooms.reader.article();
    if (!article)
        return;
    if (query != m_shownQuery || query.isEmpty()) {
        const int current = m_rooms.reader.currentHit();
        const qsizetype at =
            current >= 0 && size_t(current) < m_hits.size() ? m_hits[size_t(current)].start : -1;
        m_shownQuery = query;
        m_hits = query.isEmpty() ? std::vector<TextRange>() : Highlighter(query).hits(*article);
        m_rooms.reader.setHits(m_hits);
        // A query that goes on being typed leaves the reader at the hit where he was.
        const auto same = std::lower_bound(m_hits.begin(), m_hits.end(), TextRange{at, 0});
        if (at >= 0 && same != m_hits.end())
            m_rooms.reader.setCurrentHit(int(same - m_hits.begin()), ReadingPane::Reveal::No);
    }
    const int count = m_rooms.reader.hitCount();
    if (count == 0)
        return;
    if (first == FirstHit::Reveal)
        m_rooms.reader.setCurrentHit(0, ReadingPane::Reveal::Yes);
    else if (first == FirstHit::RevealLast)
        m_rooms.reader.setCurrentHit(count - 1, ReadingPane::Reveal::Yes);
}

void SearchJourney::stepHit(int step)
{
    if (m_rooms.reader.isFinding()) {
        m_rooms.reader.stepFound(step);
        return;
    }
    if (m_isAsking) {
        m_pendingStep = step;
        return;
    }
    const int next = m_rooms.reader.currentHit() + step;
    const bool inside = m_rooms.reader.article() && next >= 0 && next < m_rooms.reader.hitCount();
    if (inside) {
        m_rooms.reader.setCurrentHit(next, ReadingPane::Reveal::Yes);
        return;
    }
    if (!isSearching())
        return;
    // On into the next article, which by then shows its first hit; at the end of the list it stays where it
    // is.
    if (leadsToLaterRows(step)) {
        m_pendingStep = step;
        return;
    }
    const int row = neighbour(step);
    if (row < 0)
        return;
    show(m_rooms.model.article(row), {});
    showHits(step > 0 ? FirstHit::Reveal : FirstHit::RevealLast);
    updateTotals();
}

int SearchJourney::shownRow() const
{
    return m_rooms.reader.article() ? m_rooms.model.rowOf(m_rooms.reader.article()->id()) : -1;
}

int SearchJourney::neighbour(int step) const
{
    const int row = shownRow();
    return m_rooms.model.neighbour(row, row < 0 ? +1 : step);
}

bool SearchJourney::leadsToLaterRows(int step) const
{
    if (m_rooms.model.answer().isComplete() || !m_rooms.reader.article())
        return false;
    return shownRow() < 0 || (step > 0 && neighbour(step) < 0);
}

void SearchJourney::stepArticle(int step)
{
    if (leadsToLaterRows(step))
        m_pendingArticle = step;
    else if (const int next = neighbour(step); next >= 0)
        show(m_rooms.model.article(next), {});
}

void SearchJourney::updateTotals()
{
    const bool reads = isSearching() && m_rooms.reader.article();
    m_rooms.bar.setHitPosition(reads ? m_rooms.reader.currentHit() + 1 : 0,
                               reads ? m_rooms.reader.hitCount() : 0);
}

} // namespace Lectern
