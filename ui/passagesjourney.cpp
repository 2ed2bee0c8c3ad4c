#include "passagesjourney.h"

#include "collection/passagelistview.h"
#include "collection/passagesroom.h"
#include "collection/scopelist.h"
#include "dialogs/messagebar.h"
#include "exportjourney.h"
#include "keepjourney.h"
#include "mainactions.h"
#include "mainviews.h"
#include "markediting.h"
#include "passages/passagehistory.h"
#include "passages/citedmime.h"
#include "reviewjourney.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QTextDocument>

namespace Lectern {

PassagesJourney::PassagesJourney(Rooms rooms, PassageHistory *history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
    , m_room(new PassagesRoom(rooms.theme, m_model, window))
{
    m_model.setStandingOf(
        [this](const Passage &passage) { return m_rooms.keep.anchors().standing(passage.id); });
    m_model.setStoryOf([this](const Passage &passage) -> PassageStory {
        const StoryMap::Story *story = m_stories ? m_stories->find(passage.article) : nullptr;
        return story ? PassageStory{story->centre, story->title} : PassageStory();
    });
    m_rooms.review.serve(m_room);
    rooms.views.add({viewName(),
                     rooms.actions.passagesView,
                     m_room,
                     m_room->messagePlace(),
                     {m_room->field(), m_room->list(), m_rooms.review.paneInRoom(), m_room->scopes()}});
    connectList();
    connectScopes();
    connect(&m_rooms.keep, &KeepJourney::refreshed, this, &PassagesJourney::refresh);
    connect(&m_rooms.keep, &KeepJourney::standingsFound, this, &PassagesJourney::takeStandings);
    connect(&m_rooms.keep.anchors(), &AnchorSession::settled, this, &PassagesJourney::takeStandings);
    connect(m_room, &PassagesRoom::storiesWanted, this, &PassagesJourney::storiesWanted);
    connect(m_room, &PassagesRoom::leaveRequested, this,
            [this] { m_rooms.views.show(QStringLiteral("read")); });
    connect(m_room, &PassagesRoom::printRequested, this, &PassagesJourney::print);
    connect(m_room, &PassagesRoom::exportRequested, this,
            [this](const QStringList &ids) { m_rooms.exports.run(m_rooms.exports.format(), ids); });
    connect(&m_rooms.views, &MainViews::shown, this, [this](const QString &name) {
        if (name == viewName())
            m_room->enter();
    });
}

void PassagesJourney::setStories(const StoryMapPtr &stories)
{
    m_stories = stories;
    m_room->takeStories();
}

void PassagesJourney::connectList()
{
    PassageListView *list = m_room->list();
    MarkEditing &editing = m_rooms.keep.editing();
    list->setMimeOf([this](const std::vector<Passage> &passages) {
        return citedMime(passages, m_rooms.exports.options().style);
    });
    connect(list, &PassageListView::activatedPassage, this, [this](const QString &id) {
        m_rooms.views.show(QStringLiteral("read"));
        m_rooms.keep.goTo(id);
    });
    connect(list, &PassageListView::removeRequested, &editing, &MarkEditing::remove);
    connect(list, &PassageListView::starRequested, this, [&editing](const QString &id) {
        editing.change({id}, [](Passage &passage) { passage.starred = !passage.starred; });
    });
    connect(list, &PassageListView::colourRequested, this, [&editing](const QString &id, int colour) {
        editing.change({id}, [colour](Passage &passage) { passage.colour = MarkColour(colour); });
    });
    connect(list, &PassageListView::tagsRequested, this,
            [this, list, &editing](const QStringList &ids, const QRect &place) {
                editing.pickTags(ids, place.translated(list->viewport()->mapTo(m_window, QPoint())));
            });
    connect(m_room, &PassagesRoom::noteEdited, this, [&editing](const QString &id, const QString &note) {
        editing.change({id}, [&note](Passage &passage) { passage.note = note; });
    });
    connect(list, &PassageListView::severalMeant, this, [this] {
        m_rooms.messages.post(MessageKind::Info,
                              tr("Several passages are selected. The menu of the right mouse "
                                 "button, or the Menu key, acts on all of them."));
    });
    connect(list, &PassageListView::copyRequested, this, &PassagesJourney::copy);
    connect(list, &PassageListView::moveRequested, this, &PassagesJourney::move);
    connect(list, &PassageListView::menuRequested, this, &PassagesJourney::openMenu);
}

void PassagesJourney::connectScopes()
{
    ScopeList *scopes = m_room->scopes();
    MarkEditing &editing = m_rooms.keep.editing();
    connect(m_room, &PassagesRoom::collectionWanted, this, &PassagesJourney::newCollection);
    connect(
        scopes, &ScopeList::renamed, this,
        [this, &editing](const QString &id, const QString &name) {
            if (editing.canKeep())
                editing.done(m_history->renameCollection(id, name));
            m_rooms.keep.refresh();
        },
        Qt::QueuedConnection);
    connect(scopes, &ScopeList::removeRequested, this, [this, &editing](const QString &id) {
        if (editing.canKeep() && editing.done(m_history->removeCollection(id)))
            m_rooms.keep.refresh();
    });
    // What is moved is still at work when this is told.
    connect(
        scopes, &ScopeList::moved, this,
        [this, &editing](const QString &id, int to) {
            if (editing.canKeep() && editing.done(m_history->moveCollection(id, to)))
                m_rooms.keep.refresh();
        },
        Qt::QueuedConnection);
    connect(scopes, &ScopeList::dropped, this, [this, &editing](const QString &id, const QStringList &ids) {
        if (editing.canKeep() && editing.done(m_history->addToCollection(id, ids)))
            m_rooms.keep.refresh();
    });
}

void PassagesJourney::refresh()
{
    m_room->showStore(m_history ? &m_history->store() : nullptr, waiting());
}

void PassagesJourney::takeStandings()
{
    m_room->takeStandings(waiting());
}

WaitingPassages PassagesJourney::waiting() const
{
    const AnchorSession &anchors = m_rooms.keep.anchors();
    return {anchors.waiting(), anchors.isLooking()};
}

void PassagesJourney::newCollection()
{
    MarkEditing &editing = m_rooms.keep.editing();
    if (!editing.canKeep())
        return;
    // The name is a beginning that waits to be written over; it must be one that is not taken.
    const auto isTaken = [this](const QString &name) {
        const std::vector<Collection> &all = m_history->store().collections();
        return std::any_of(all.begin(), all.end(), [&](const Collection &each) { return each.name == name; });
    };
    QString name = tr("New collection");
    for (int i = 2; isTaken(name); ++i)
        name = tr("New collection %1").arg(i);
    const Result<Collection> made = m_history->addCollection(name);
    if (!made) {
        m_rooms.messages.post(MessageKind::Error, made.error().toString());
        return;
    }
    m_rooms.keep.refresh();
    m_room->scopes()->editName(made->id);
}

void PassagesJourney::move(const QString &id, int by)
{
    const Passage *neighbour = m_model.passage(m_model.rowOf(id) + by);
    MarkEditing &editing = m_rooms.keep.editing();
    if (!neighbour || !editing.canKeep())
        return;
    const QString collection = m_model.scope().collection;
    const bool isByHand =
        m_model.grouping() == PassageGrouping::None || m_model.grouping() == PassageGrouping::Article;
    if (!isByHand) {
        m_rooms.messages.post(MessageKind::Info,
                              tr("Passages are ordered by hand in one list, or below their articles."));
        return;
    }
    const int at = collection.isEmpty()
                       ? m_history->store().indexOf(neighbour->id)
                       : int(m_history->store().passagesIn(collection).indexOf(neighbour->id));
    const Result<void> moved =
        collection.isEmpty() ? m_history->move(id, at) : m_history->addToCollection(collection, {id}, at);
    if (editing.done(moved))
        m_rooms.keep.refresh();
}

void PassagesJourney::openMenu(const QPoint &at)
{
    const QStringList ids = m_room->list()->selectedIds();
    if (ids.isEmpty())
        return;
    MarkEditing &editing = m_rooms.keep.editing();
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (ids.size() == 1)
        m_rooms.review.addAnswers(menu, ids.front());
    menu->addAction(tr("Copy with Citation"), this, [this, ids] { copy(ids); });
    menu->addAction(tr("Export…"), this, [this, ids] { m_rooms.exports.run(m_rooms.exports.format(), ids); });
    menu->addAction(tr("Tags…"), this, [this, ids, at, &editing] {
        editing.pickTags(ids, QRect(m_window->mapFromGlobal(at), QSize(1, 1)));
    });
    QMenu *colours = menu->addMenu(tr("Colour"));
    for (int i = 0; i < markColourCount; ++i)
        colours->addAction(m_rooms.theme.colourName(MarkColour(i)), this, [ids, i, &editing] {
            editing.change(ids, [i](Passage &passage) { passage.colour = MarkColour(i); });
        });
    QMenu *collections = menu->addMenu(tr("Add to Collection"));
    if (m_history)
        for (const Collection &each : m_history->store().collections())
            collections->addAction(each.name, this,
                                   [this, ids, id = each.id] { Q_EMIT m_room->scopes()->dropped(id, ids); });
    collections->setEnabled(!collections->isEmpty());
    if (const QString scope = m_model.scope().collection; !scope.isEmpty())
        menu->addAction(tr("Take out of the Collection"), this, [this, ids, scope, &editing] {
            if (editing.canKeep() && editing.done(m_history->removeFromCollection(scope, ids)))
                m_rooms.keep.refresh();
        });
    menu->addSeparator();
    menu->addAction(ids.size() == 1 ? tr("Remove Passage") : tr("Remove %1 Passages").arg(ids.size()), this,
                    [ids, &editing] { editing.remove(ids); });
    menu->popup(at);
}

void PassagesJourney::copy(const QStringList &ids)
{
    std::vector<Passage> passages;
    for (const QString &id : ids)
        if (const Passage *passage = m_history ? m_history->store().find(id) : nullptr)
            passages.push_back(*passage);
    if (!passages.empty())
        QApplication::clipboard()->setMimeData(
            citedMime(passages, m_rooms.exports.options().style).release());
}

void PassagesJourney::print()
{
    std::vector<Passage> passages;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const Passage *passage = m_model.passage(row))
            passages.push_back(*passage);
    if (passages.empty())
        return;
    QTextDocument document;
    QFont font = Fonts::text(15);
    font.setPointSizeF(11); // pixels would come out tiny on paper
    document.setDefaultFont(font);
    document.setHtml(citedMime(passages, m_rooms.exports.options().style)->html());
    QPrinter printer(QPrinter::HighResolution);
    QPrintPreviewDialog preview(&printer, m_window);
    preview.setWindowTitle(tr("Print Passages"));
    preview.resize(900, 700);
    connect(&preview, &QPrintPreviewDialog::paintRequested, &document,
            [&document](QPrinter *device) { document.print(device); });
    preview.exec();
}

} // namespace Lectern
