#include "comparejourney.h"

#include "compare/comparepane.h"
#include "library/library.h"
#include "mainviews.h"
#include "reading/readingpane.h"
#include "searchjourney.h"

namespace Lectern {

CompareJourney::CompareJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_pane(new ComparePane(rooms.theme, window))
{
    connect(&rooms.views, &MainViews::shown, this, [this](const QString &name) {
        if (name == viewName())
            begin();
    });
    connect(&m_session, &ComparisonSession::compared, m_pane, &ComparePane::setComparison);
    connect(&rooms.library, &Library::corpusChanged, this, [this] {
        // Another account may have come; one that is read is not taken away.
        if (m_rooms.views.current() == viewName() && m_pane->columnCount() < 2)
            begin();
    });
    connect(m_pane, &ComparePane::leaveRequested, this, [this] { m_rooms.views.show(QStringLiteral("read")); });
    connect(m_pane, &ComparePane::articleRequested, this, [this](const ArticlePtr &article, TextRange at) {
        m_rooms.views.show(QStringLiteral("read"));
        m_rooms.search.show(article, at);
    });
}

void CompareJourney::setReadingStyle(const ReadingStyle &style)
{
    m_pane->setReadingStyle(style);
}

void CompareJourney::begin()
{
    const ArticlePtr article = m_rooms.reader.article();
    m_pane->setFocus();
    if (!article) {
        m_pane->setComparison(nullptr);
        return;
    }
    if (article == m_article && m_corpus == m_rooms.library.corpus() && m_pane->comparison())
        return;
    m_article = article;
    m_corpus = m_rooms.library.corpus();
    m_pane->setWaiting();
    m_session.findAccounts(m_corpus, article);
}

} // namespace Lectern
