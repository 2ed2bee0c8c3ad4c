#include "windowsjourney.h"

#include "appearance.h"
#include "articlewindow.h"
#include "keepjourney.h"
#include "library/library.h"
#include "library/readinglog.h"
#include "mainactions.h"
#include "openjourney.h"
#include "reading/readingpane.h"

#include <QMenu>

namespace Lectern {

WindowsJourney::WindowsJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
{
    connect(rooms.actions.newWindow, &QAction::triggered, this, [this] { open(m_rooms.reader.article()); });
}

void WindowsJourney::open(const ArticlePtr &article)
{
    if (!article)
        return;
    const bool isRead = m_rooms.reader.article() && m_rooms.reader.article()->id() == article->id();
    const std::optional<ReadingMark> known = m_rooms.log.place(article->id());
    const ReadingPlace place = isRead  ? m_rooms.reader.place()
                               : known ? ReadingPlace{known->offset, known->pixels}
                                       : ReadingPlace{};
    auto *beside = new ArticleWindow(m_rooms.theme, article, place, m_window);
    ReadingPane *reader = beside->reader();
    reader->setReadingStyle(m_rooms.appearance.readingStyle());
    reader->setMarks(m_rooms.keep.marksOf(article));
    connect(&m_rooms.appearance, &Appearance::readingStyleChanged, reader, &ReadingPane::setReadingStyle);
    connect(&m_rooms.keep, &KeepJourney::refreshed, reader,
            [this, reader] { reader->setMarks(m_rooms.keep.marksOf(reader->article())); });
    connect(reader, &ReadingPane::linkActivated, &m_rooms.open, &OpenJourney::followLink);
    connect(reader, &ReadingPane::citeRequested, &m_rooms.keep,
            [this, reader](TextRange range) { m_rooms.keep.cite(Passage::cut(*reader->article(), range)); });
    connect(beside, &ArticleWindow::closed, this, [this, id = article->id()](ReadingPlace at) {
        m_rooms.log.setPlace(id, {at.offset, at.pixels});
    });
    beside->show();
    beside->setFocus();
}

void WindowsJourney::addTo(QMenu &menu, const ArticlePtr &article)
{
    if (!article)
        return;
    menu.addSeparator();
    menu.addAction(tr("Open in a New Window"), this, [this, article] { open(article); });
}

} // namespace Lectern
