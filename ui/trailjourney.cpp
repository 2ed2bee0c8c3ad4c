#include "trailjourney.h"

#include "library/library.h"
#include "mainactions.h"
#include "mainviews.h"
#include "reading/readingpane.h"
#include "searchjourney.h"

#include <QApplication>
#include <QMouseEvent>

namespace Lectern {

TrailJourney::TrailJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
{
    connect(rooms.actions.back, &QAction::triggered, this, [this] { go(-1); });
    connect(rooms.actions.forward, &QAction::triggered, this, [this] { go(+1); });
    connect(&rooms.search, &SearchJourney::articleShown, this, [this](const ArticlePtr &article) {
        if (!m_rooms.library.find(article->id()))
            m_guests.insert(article->id(), article);
        m_trail.visit(article->id());
        updateActions();
    });
    if (const ArticlePtr article = rooms.reader.article())
        m_trail.visit(article->id());
    qApp->installEventFilter(this);
    updateActions();
}

void TrailJourney::go(int step)
{
    // What has left the library meanwhile is passed by.
    for (ArticleId id = m_trail.go(step); !id.isEmpty(); id = m_trail.go(step)) {
        const ArticlePtr guest = m_guests.value(id);
        if (const ArticlePtr article = guest ? guest : m_rooms.library.find(id)) {
            m_rooms.views.show(QStringLiteral("read"));
            m_rooms.search.show(article, {});
            break;
        }
    }
    updateActions();
}

void TrailJourney::updateActions()
{
    m_rooms.actions.back->setEnabled(m_trail.canGo(-1));
    m_rooms.actions.forward->setEnabled(m_trail.canGo(+1));
}

bool TrailJourney::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType())
        return false;
    const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
    const bool isOurs = button == Qt::BackButton || button == Qt::ForwardButton;
    if (!isOurs || static_cast<QWidget *>(watched)->window() != m_window)
        return false;
    go(button == Qt::BackButton ? -1 : +1);
    return true;
}

} // namespace Lectern
