#include "reviewjourney.h"

#include "collection/passagelistview.h"
#include "collection/passagesroom.h"
#include "dialogs/messagebar.h"
#include "keepjourney.h"
#include "library/library.h"
#include "mainviews.h"
#include "markediting.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "review/reviewpane.h"
#include "searchjourney.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>

namespace Lectern {

ReviewJourney::ReviewJourney(Rooms rooms, PassageHistory *history, QBoxLayout *besideArticle, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_beside(new ReviewPane(rooms.theme, window))
    , m_inRoom(new ReviewPane(rooms.theme, window))
{
    besideArticle->addWidget(m_beside);
    m_rooms.views.addPane(QStringLiteral("read"), m_beside);
    m_inRoom->setClosable(false);
    connectPane(m_beside);
    connectPane(m_inRoom);
    connectTray();
    connect(&m_rooms.keep, &KeepJourney::reviewRequested, this,
            [this](const QString &id) { ask(m_beside, id); });
    connect(&m_rooms.keep, &KeepJourney::refreshed, this, &ReviewJourney::refresh);
    connect(&m_rooms.keep, &KeepJourney::standingsFound, this, &ReviewJourney::refresh);
    connect(&m_rooms.search, &SearchJourney::articleShown, this, [this](const ArticlePtr &article) {
        const PassageReviewPtr &review = m_beside->review();
        const auto isIt = [&article](const ArticlePtr &each) { return each && each->id() == article->id(); };
        if (review && !isIt(review->article) &&
            std::none_of(review->places.begin(), review->places.end(),
                         [&isIt](const ReviewPlace &place) { return isIt(place.article); }))
            m_beside->clear();
    });
}

void ReviewJourney::connectPane(ReviewPane *pane)
{
    connect(pane, &ReviewPane::taken, this, [this, pane](const PassageReviewPtr &review, int place) {
        const ReviewPlace &where = review->places[size_t(place)];
        take(review->passage.id, where.article, where.range);
        goOn(pane);
    });
    connect(pane, &ReviewPane::kept, this, [this, pane](const PassageReviewPtr &review) {
        keepAsItWas(review->passage.id);
        goOn(pane);
    });
    connect(pane, &ReviewPane::showRequested, this, &ReviewJourney::show);
    connect(pane, &ReviewPane::leaveRequested, this, [this, pane] {
        if (pane == m_beside)
            pane->clear();
        goOn(pane);
    });
}

void ReviewJourney::connectTray()
{
    connect(&m_rooms.tray, &TrayPane::takeRequested, this, &ReviewJourney::takeProposal);
    connect(&m_rooms.tray, &TrayPane::keepRequested, this, &ReviewJourney::keepAsItWas);
}

void ReviewJourney::serve(PassagesRoom *room)
{
    m_room = room;
    room->reviewPlace()->addWidget(m_inRoom);
    connect(room, &PassagesRoom::selectionChanged, this, &ReviewJourney::refresh);
    connect(room->list(), &PassageListView::takeRequested, this, [this](const QString &id) {
        if (m_rooms.keep.anchors().standing(id).state == AnchorState::Changed)
            takeProposal(id);
        else if (m_inRoom->passageId() == id)
            m_inRoom->enter();
    });
    connect(room->list(), &PassageListView::keepRequested, this, &ReviewJourney::keepAsItWas);
}

QWidget *ReviewJourney::paneInRoom() const
{
    return m_inRoom;
}

void ReviewJourney::addAnswers(QMenu *menu, const QString &id)
{
    const PassageStanding standing = m_rooms.keep.anchors().standing(id);
    if (!standing.isWaiting)
        return;
    const bool isChanged = standing.state == AnchorState::Changed;
    menu->addAction(isChanged ? tr("Take the New Words\tY") : tr("Find the Place\tEnter"), this,
                    [this, id, isChanged] {
                        if (isChanged)
                            return takeProposal(id);
                        m_rooms.views.show(QStringLiteral("read"));
                        m_rooms.keep.goTo(id);
                    });
    menu->addAction(isChanged ? tr("Keep as It Was\tK") : tr("Leave It\tK"), this,
                    [this, id] { keepAsItWas(id); });
    menu->addSeparator();
}

const Passage *ReviewJourney::find(const QString &id) const
{
    return m_history ? m_history->store().find(id) : nullptr;
}

void ReviewJourney::ask(ReviewPane *pane, const QString &id)
{
    const Passage *passage = find(id);
    const AnchorState state = m_rooms.keep.anchors().standing(id).state;
    if (passage && (state == AnchorState::Changed || state == AnchorState::Orphan))
        pane->ask(*passage, m_rooms.library.corpus());
    else
        pane->clear();
}

void ReviewJourney::refresh()
{
    if (const QString id = m_beside->passageId(); !id.isEmpty()) {
        // What was answered, here or elsewhere, is no question any more.
        if (m_rooms.keep.anchors().standing(id).isWaiting)
            ask(m_beside, id);
        else
            m_beside->clear();
    }
    if (!m_room || !m_room->isVisible())
        return;
    const QStringList selected = m_room->list()->selectedIds();
    ask(m_inRoom, selected.size() == 1 ? selected.front() : QString());
}

void ReviewJourney::takeProposal(const QString &id)
{
    const PassageStanding standing = m_rooms.keep.anchors().standing(id);
    if (standing.state == AnchorState::Orphan && standing.isWaiting) {
        m_rooms.keep.goTo(id);
        m_beside->enter();
        return;
    }
    const ArticlePtr article = m_rooms.library.find(standing.article);
    if (article && standing.found)
        take(id, article, standing.range);
}

void ReviewJourney::take(const QString &id, const ArticlePtr &article, TextRange range)
{
    const Passage *passage = find(id);
    MarkEditing &editing = m_rooms.keep.editing();
    if (!passage || !editing.canKeep())
        return;
    if (!m_rooms.library.find(article->id())) {
        m_rooms.messages.post(MessageKind::Warning,
                              tr("The file has changed again meanwhile; nothing was taken over. Please look "
                                 "at the words once more."));
        return refresh();
    }
    if (!editing.done(
            m_history->update(accepted(*passage, *article, range, QDateTime::currentDateTimeUtc()))))
        return;
    m_rooms.keep.refresh();
    if (const ArticlePtr shown = m_rooms.reader.article(); shown && shown->id() == article->id())
        m_rooms.reader.selectMark(id);
}

void ReviewJourney::keepAsItWas(const QString &id)
{
    const Passage *passage = find(id);
    const PassageStanding standing = m_rooms.keep.anchors().standing(id);
    MarkEditing &editing = m_rooms.keep.editing();
    if (!passage || !standing.isWaiting || !editing.canKeep())
        return;
    const ArticlePtr article = m_rooms.library.find(standing.article);
    if (editing.done(m_history->update(article ? declined(*passage, *article) : declinedAsGone(*passage))))
        m_rooms.keep.refresh();
}

void ReviewJourney::goOn(const ReviewPane *pane)
{
    if (pane == m_beside)
        m_rooms.reader.setFocus(Qt::OtherFocusReason);
    else if (m_room)
        m_room->list()->setFocus(Qt::OtherFocusReason);
}

void ReviewJourney::show(const PassageReviewPtr &review, int place)
{
    const ReviewPlace &where = review->places[size_t(place)];
    m_rooms.views.show(QStringLiteral("read"));
    m_beside->setReview(review);
    m_rooms.search.show(where.article, where.range);
}

} // namespace Lectern
