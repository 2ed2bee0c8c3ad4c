#include "shelfjourney.h"

#include "dialogs/messagebar.h"
#include "keepjourney.h"
#include "library/articlelistmodel.h"
#include "library/library.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "mainactions.h"
#include "reading/readingpane.h"
#include "searchjourney.h"
#include "style/tagpicker.h"

#include <QMenu>

#include <algorithm>

namespace Lectern {

ShelfJourney::ShelfJourney(Rooms rooms, ShelfHistory &history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
{
    const MainActions &actions = rooms.actions;
    const auto on = [this](QAction *action, void (ShelfJourney::*deed)(const Articles &)) {
        connect(action, &QAction::triggered, this, [this, deed] { (this->*deed)(meant()); });
    };
    on(actions.markUnread, &ShelfJourney::toggleRead);
    on(actions.starArticle, &ShelfJourney::toggleStar);
    on(actions.archiveArticle, &ShelfJourney::toggleArchive);
    on(actions.tagArticle, &ShelfJourney::pickTags);
    connect(actions.nextUnread, &QAction::triggered, this, &ShelfJourney::nextUnread);
    for (QAction *action : actions.ofListAndArticle()) {
        window->removeAction(action);
        rooms.reader.addAction(action);
        rooms.list.list()->addAction(action);
    }
    window->removeAction(actions.nextUnread);
    rooms.list.list()->addAction(actions.nextUnread);
    rooms.keep.setShelf(&history);
    connect(&rooms.keep, &KeepJourney::shelfTurned, this, &ShelfJourney::refresh);
    refresh();
}

ShelfJourney::Articles ShelfJourney::meant() const
{
    Articles picked = m_rooms.list.list()->pickedArticles();
    if (!picked.empty())
        return picked;
    const ArticlePtr read = m_rooms.reader.article();
    // The guide is an article of no library.
    return read && m_rooms.library.find(read->id()) ? Articles{read->id()} : Articles();
}

bool ShelfJourney::all(const Articles &articles, const std::function<bool(const ArticleState &)> &holds) const
{
    return std::all_of(articles.begin(), articles.end(),
                       [&](const ArticleId &id) { return holds(m_history.of(id)); });
}

void ShelfJourney::toggleRead(const Articles &articles)
{
    const bool read = !all(articles, [](const ArticleState &state) { return state.read; });
    const int count = int(articles.size());
    if (!read)
        m_rooms.search.leaveUnread();
    change(read ? tr("Mark %n article(s) as read", nullptr, count)
                : tr("Mark %n article(s) as unread", nullptr, count),
           articles, [read](ArticleState *state) { state->read = read; });
}

void ShelfJourney::toggleStar(const Articles &articles)
{
    const bool star = !all(articles, [](const ArticleState &state) { return state.starred; });
    const int count = int(articles.size());
    change(star ? tr("Star %n article(s)", nullptr, count) : tr("Unstar %n article(s)", nullptr, count),
           articles, [star](ArticleState *state) { state->starred = star; });
}

void ShelfJourney::toggleArchive(const Articles &articles)
{
    if (articles.empty())
        return;
    const bool archive = !all(articles, [](const ArticleState &state) { return state.archived; });
    const int count = int(articles.size());
    const ArticleId next = archive ? successor(articles) : ArticleId();
    const qint64 before = m_history.undoNumber();
    change(archive ? tr("Archive %n article(s)", nullptr, count)
                   : tr("Take %n article(s) out of the archive", nullptr, count),
           articles, [archive](ArticleState *state) { state->archived = archive; });
    if (m_history.undoNumber() == before)
        return;
    m_rooms.list.list()->clearPicked();
    const bool hasLeft = archive && m_rooms.model.hidesArchived();
    if (hasLeft && !next.isEmpty())
        m_rooms.search.show(m_rooms.library.find(next), {});
    if (hasLeft)
        m_rooms.messages.post(
            MessageKind::Info,
            tr("%n article(s) went to the archive. Searches find them, and is:archived shows "
               "them all; %1 takes this back.",
               nullptr, count)
                .arg(m_rooms.actions.undo->shortcut().toString(QKeySequence::NativeText)));
}

ArticleId ShelfJourney::successor(const Articles &leaving) const
{
    const QSet<ArticleId> left(leaving.begin(), leaving.end());
    const ArticlePtr read = m_rooms.reader.article();
    const int from = read && left.contains(read->id()) ? m_rooms.model.rowOf(read->id()) : -1;
    if (from < 0)
        return {};
    for (const int step : {+1, -1}) {
        for (int row = m_rooms.model.neighbour(from, step); row >= 0;
             row = m_rooms.model.neighbour(row, step)) {
            const ArticleId id = m_rooms.model.index(row).data(ArticleListModel::IdRole).toString();
            if (!left.contains(id))
                return id;
        }
    }
    return {};
}

void ShelfJourney::change(const QString &text, const Articles &articles,
                          const std::function<void(ArticleState *)> &change)
{
    if (articles.empty()) {
        m_rooms.messages.post(MessageKind::Info, tr("Choose an article in the list first."));
        return;
    }
    if (const Result<void> done = m_history.change(text, articles, change); !done)
        m_rooms.messages.post(MessageKind::Error, done.error().toString());
    refresh();
}

void ShelfJourney::refresh()
{
    m_rooms.search.setShelf(m_history.shelf());
    m_rooms.keep.updateUndo();
    showTags();
}

void ShelfJourney::pickTags(const Articles &articles)
{
    if (articles.empty()) {
        change({}, articles, {});
        return;
    }
    if (!m_tagPicker) {
        m_tagPicker = new TagPicker(m_rooms.theme, m_window);
        connect(m_tagPicker, &TagPicker::closed, this, [this] { m_tagged.clear(); });
        connect(m_tagPicker, &TagPicker::tagsPicked, this, &ShelfJourney::setTags);
    }
    m_tagged = articles;
    showTags();
    const QRect middle(m_window->rect().center() - QPoint(140, 120), QSize(280, 1));
    m_tagPicker->popup(middle, tr("Tags of %n article(s)", nullptr, int(articles.size())));
}

void ShelfJourney::setTags(const QStringList &added, const QStringList &removed)
{
    change(tr("Tags of %n article(s)", nullptr, int(m_tagged.size())), m_tagged, [&](ArticleState *state) {
        for (const QString &tag : removed)
            state->tags.removeAll(tag);
        for (const QString &tag : added)
            if (!state->tags.contains(tag))
                state->tags += tag;
    });
}

void ShelfJourney::showTags()
{
    if (m_tagged.empty())
        return;
    std::vector<TagChoice> choices;
    const QMap<QString, int> counts = m_history.shelf().tags();
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        const auto tagged = std::count_if(m_tagged.begin(), m_tagged.end(), [&](const ArticleId &id) {
            return m_history.shelf().of(id).tags.contains(count.key());
        });
        choices.push_back({count.key(), *count,
                           tagged == 0                            ? Qt::Unchecked
                           : tagged == qsizetype(m_tagged.size()) ? Qt::Checked
                                                                  : Qt::PartiallyChecked});
    }
    m_tagPicker->setChoices(std::move(choices));
}

void ShelfJourney::nextUnread()
{
    const ArticlePtr read = m_rooms.reader.article();
    const int from = read ? m_rooms.model.rowOf(read->id()) : -1;
    const auto isUnread = [this](int row) {
        return m_rooms.model.index(row).data(ArticleListModel::IsUnreadRole).toBool();
    };
    // Around the end of the list, up to where it began.
    for (int row = m_rooms.model.neighbour(from, +1); row >= 0; row = m_rooms.model.neighbour(row, +1))
        if (isUnread(row))
            return m_rooms.search.show(m_rooms.model.article(row), {});
    for (int row = m_rooms.model.neighbour(-1, +1); row >= 0 && row < from;
         row = m_rooms.model.neighbour(row, +1))
        if (isUnread(row))
            return m_rooms.search.show(m_rooms.model.article(row), {});
    m_rooms.messages.post(MessageKind::Info, tr("Nothing in this list is unread."));
}

void ShelfJourney::addTo(QMenu &menu, const std::vector<ArticleId> &articles)
{
    const auto add = [&](const QString &text, void (ShelfJourney::*deed)(const Articles &)) {
        menu.addAction(text, this, [this, deed, articles] { (this->*deed)(articles); });
    };
    const bool starred = all(articles, [](const ArticleState &state) { return state.starred; });
    const bool read = all(articles, [](const ArticleState &state) { return state.read; });
    const bool archived = all(articles, [](const ArticleState &state) { return state.archived; });
    menu.addSeparator();
    add(starred ? tr("Remove the Star") : tr("Star"), &ShelfJourney::toggleStar);
    add(read ? tr("Mark as Unread") : tr("Mark as Read"), &ShelfJourney::toggleRead);
    add(tr("Tags…"), &ShelfJourney::pickTags);
    add(archived ? tr("Take out of the Archive") : tr("Archive"), &ShelfJourney::toggleArchive);
}

} // namespace Lectern
