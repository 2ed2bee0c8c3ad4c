#include "storiesjourney.h"

#include "comparejourney.h"
#include "dialogs/messagebar.h"
#include "dialogs/printeddialog.h"
#include "library/library.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "mainactions.h"
#include "mainviews.h"
#include "reading/readingpane.h"
#include "searchjourney.h"
#include "story/storycard.h"

#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype smallLibrary =
    20000; ///< articles; the stories of more are looked for when they are asked for
constexpr size_t mostCompared = 4;

} // namespace

StoriesJourney::StoriesJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
    , m_locks(rooms.library.folder().path())
    , m_card(new StoryCard(rooms.theme, window))
{
    if (!m_locks.notice().isEmpty())
        m_rooms.messages.post(MessageKind::Warning, m_locks.notice());
    m_session.setLocks(m_locks.locks());
    connect(&rooms.library, &Library::corpusChanged, this, &StoriesJourney::look);
    connect(&m_session, &StoriesSession::changed, this, &StoriesJourney::showStories);
    connect(&m_session, &StoriesSession::progressed, this, &StoriesJourney::showProgress);
    connect(&m_session, &StoriesSession::described, this, [this](const StoryDetails &details) {
        const ArticlePtr read = m_rooms.reader.article();
        m_card->setDetails(details, read ? read->id() : ArticleId());
    });
    connect(m_card, &StoryCard::compareRequested, this, &StoriesJourney::compare);
    connect(m_card, &StoryCard::leaveRequested, this, &StoriesJourney::leave);
    connect(m_card, &StoryCard::takeBackRequested, this, &StoriesJourney::takeBack);
    connect(m_card, &StoryCard::articleRequested, this, &StoriesJourney::open);
    connect(&rooms.messages, &MessageBar::actionTriggered, this, [this](int message) {
        const auto said = m_undo.constFind(message);
        if (said == m_undo.cend())
            return;
        if (const Result<void> done = m_locks.takeBack(*said); !done)
            m_rooms.messages.post(MessageKind::Error, done.error().toString());
        m_undo.erase(said);
        m_session.setLocks(m_locks.locks());
    });
    rooms.compare.setChosen([this](const ArticlePtr &article) { return chosenAccounts(article); });
    connectList();
    connectActions();
    look();
}

void StoriesJourney::connectList()
{
    FlatList *list = m_rooms.list.list();
    connect(list, &FlatList::storyActivated, this, &StoriesJourney::openCard);
    connect(list, &FlatList::compareRequested, this, &StoriesJourney::compare);
    connect(list, &FlatList::menuRequested, this, &StoriesJourney::openMenu);
    const auto showGrouping = [this] {
        const bool isGrouped = m_rooms.list.grouping() == Grouping::Stories;
        const QSignalBlocker quiet(m_rooms.actions.groupByStory);
        m_rooms.actions.groupByStory->setChecked(isGrouped);
        if (isGrouped)
            look();
        else
            m_otherGrouping = m_rooms.list.grouping();
    };
    connect(&m_rooms.model, &QAbstractItemModel::modelReset, this, showGrouping);
}

void StoriesJourney::connectActions()
{
    connect(m_rooms.actions.groupByStory, &QAction::toggled, this, &StoriesJourney::groupByStory);
    connect(m_rooms.actions.story, &QAction::triggered, this, [this] {
        const ArticlePtr article = m_rooms.reader.article();
        if (!article)
            return;
        m_rooms.views.show(QStringLiteral("read"));
        look();
        openCard(article->id(), m_rooms.reader.mapToGlobal(QPoint(24, 16)));
    });
    connect(m_rooms.actions.whoPrinted, &QAction::triggered, this, &StoriesJourney::askWhoPrinted);
    connect(&m_printed, &PrintedSession::answered, this,
            [this](const QString &sentence, const std::vector<PrintedIn> &found) {
                if (m_dialog)
                    m_dialog->setResults(sentence, found);
            });
}

void StoriesJourney::look()
{
    const CorpusPtr &corpus = m_rooms.library.corpus();
    m_isLooking = m_isLooking || m_rooms.list.grouping() == Grouping::Stories;
    if (corpus == m_asked || (!m_isLooking && corpus->size() > smallLibrary))
        return;
    m_asked = corpus;
    m_session.setCorpus(corpus);
}

void StoriesJourney::want()
{
    m_isLooking = true;
    look();
    if (m_session.isWorking())
        m_rooms.messages.post(MessageKind::Info,
                              tr("The library is still being looked through for stories."));
}

void StoriesJourney::showStories()
{
    m_rooms.model.setStories(m_session.stories());
    Q_EMIT storiesChanged(m_session.stories());
}

void StoriesJourney::showProgress()
{
    const bool isShown = m_session.isWorking() && m_rooms.list.grouping() == Grouping::Stories &&
                         !m_rooms.library.isLoading() && m_session.all() > 0;
    if (isShown)
        m_rooms.list.setProgress(tr("Looking for stories: %1 of %2 articles")
                                     .arg(QLocale().toString(qlonglong(m_session.done())),
                                          QLocale().toString(qlonglong(m_session.all()))),
                                 double(m_session.done()) / double(m_session.all()));
    else if (m_showsProgress && !m_rooms.library.isLoading())
        m_rooms.list.setProgress({}, -1);
    m_showsProgress = isShown;
}

void StoriesJourney::groupByStory(bool grouped)
{
    m_rooms.views.show(QStringLiteral("read"));
    m_rooms.list.setOrdering(m_rooms.list.order(), grouped ? Grouping::Stories : m_otherGrouping);
}

void StoriesJourney::openCard(const ArticleId &account, const QPoint &at)
{
    const StoryMap::Story *story = m_session.stories()->find(account);
    if (!story) {
        m_rooms.messages.post(MessageKind::Info,
                              m_session.isWorking()
                                  ? tr("The library is still being looked through for stories.")
                                  : tr("No other article of the library reports this event."));
        return;
    }
    m_card->open(*story, at);
    m_session.describe(account);
}

void StoriesJourney::openMenu(const QPoint &at, const std::vector<ArticleId> &articles)
{
    QMenu menu(m_window);
    const ArticlePtr read = m_rooms.reader.article();
    const bool isOne = articles.size() == 1;
    const bool hasStory = m_session.stories()->find(articles.front()) != nullptr;
    QAction *story = menu.addAction(tr("About This Story…"), this, [&] { openCard(articles.front(), at); });
    story->setEnabled(hasStory);
    if (isOne && read && read->id() != articles.front()) {
        const std::vector<ArticleId> both{read->id(), articles.front()};
        menu.addAction(tr("Compare with the Article That Is Read"), this, [this, both] { compare(both); });
        menu.addSeparator();
        menu.addAction(tr("Same Story as the Article That Is Read"), this, [this, both] { say(both, true); });
    }
    if (isOne) {
        QAction *out = menu.addAction(tr("Not This Story"), this, [&] { leave(articles.front()); });
        out->setEnabled(hasStory);
    } else {
        menu.addAction(tr("Compare Selected"), this, [&] { compare(articles); });
        menu.addSeparator();
        menu.addAction(tr("These Are One Story"), this, [&] { say(articles, true); });
        menu.addAction(tr("These Are Not the Same Story"), this, [&] { say(articles, false); });
    }
    Q_EMIT menuOpening(menu, articles);
    menu.exec(at);
}

std::vector<ArticlePtr> StoriesJourney::articlesOf(const std::vector<ArticleId> &ids) const
{
    const CorpusPtr &corpus = m_rooms.library.corpus();
    QHash<ArticleId, ArticlePtr> found;
    for (const DocNumber doc : corpus->findAll(QSet<ArticleId>(ids.begin(), ids.end()))) {
        const ArticlePtr article = corpus->article(doc);
        found.insert(article->id(), article);
    }
    std::vector<ArticlePtr> articles;
    for (const ArticleId &id : ids)
        if (const ArticlePtr article = found.value(id))
            articles.push_back(article);
    return articles;
}

void StoriesJourney::compare(const std::vector<ArticleId> &ids)
{
    // Copies say nothing of their own: the others come first.
    std::vector<ArticlePtr> articles = articlesOf(ids);
    std::stable_partition(articles.begin(), articles.end(), [this](const ArticlePtr &article) {
        const auto copy = m_session.stories()->copies.constFind(article->id());
        return copy == m_session.stories()->copies.cend() || !copy->isWhole();
    });
    articles.resize(std::min(articles.size(), mostCompared));
    m_rooms.list.list()->clearPicked();
    if (articles.size() > 1)
        m_rooms.compare.compare(articles);
}

void StoriesJourney::open(const ArticlePtr &article, TextRange at)
{
    m_rooms.views.show(QStringLiteral("read"));
    m_rooms.search.show(article, at);
}

void StoriesJourney::say(const std::vector<ArticleId> &ids, bool isSame)
{
    const std::vector<ArticlePtr> articles = articlesOf(ids);
    std::vector<StoryLock> locks;
    for (size_t i = 0; i < articles.size(); ++i)
        for (size_t j = i + 1; j < articles.size() && (!isSame || i == 0); ++j)
            locks.push_back({storyKey(articles[i]->text()), storyKey(articles[j]->text()), isSame});
    m_rooms.list.list()->clearPicked();
    keep(locks, isSame ? tr("These articles are one story from now on.")
                       : tr("These articles are not the same story from now on."));
}

void StoriesJourney::leave(const ArticleId &article)
{
    const StoryMap::Story *story = m_session.stories()->find(article);
    if (!story)
        return;
    const std::vector<ArticlePtr> own = articlesOf({article});
    std::vector<StoryLock> locks;
    for (const ArticlePtr &other : articlesOf(story->accounts))
        if (!own.empty() && other->id() != article && other->text() != own.front()->text())
            locks.push_back({storyKey(own.front()->text()), storyKey(other->text()), false});
    keep(locks, tr("The article is not part of this story any more."));
}

void StoriesJourney::takeBack(const std::vector<ArticleId> &accounts)
{
    QSet<QString> keys;
    for (const ArticlePtr &article : articlesOf(accounts))
        keys.insert(storyKey(article->text()));
    const std::optional<qint64> said = m_locks.newestAbout(keys);
    if (!said)
        return;
    if (const Result<void> done = m_locks.takeBack(*said); !done) {
        m_rooms.messages.post(MessageKind::Error, done.error().toString());
        return;
    }
    m_session.setLocks(m_locks.locks());
    m_rooms.messages.post(MessageKind::Info, tr("What you said about these articles is taken back."));
}

void StoriesJourney::keep(const std::vector<StoryLock> &locks, const QString &sentence)
{
    if (locks.empty())
        return;
    const Result<qint64> said = m_locks.add(locks);
    if (!said) {
        m_rooms.messages.post(MessageKind::Error, said.error().toString());
        return;
    }
    m_session.setLocks(m_locks.locks());
    m_undo.insert(m_rooms.messages.post(MessageKind::Info, sentence, tr("Undo")), *said);
}

std::vector<ArticlePtr> StoriesJourney::chosenAccounts(const ArticlePtr &article) const
{
    if (m_locks.locks().empty())
        return {};
    std::vector<ArticlePtr> accounts{article};
    QSet<QString> keys{storyKey(article->text())};
    if (const StoryMap::Story *story = m_session.stories()->find(article->id()))
        for (const ArticlePtr &other : articlesOf(story->accounts)) {
            keys.insert(storyKey(other->text()));
            if (other->id() != article->id() && accounts.size() < mostCompared)
                accounts.push_back(other);
        }
    return m_locks.newestAbout(keys) ? accounts : std::vector<ArticlePtr>();
}

void StoriesJourney::askWhoPrinted()
{
    if (!m_dialog) {
        m_dialog = new PrintedDialog(m_rooms.theme, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &PrintedDialog::asked, this,
                [this](const QString &sentence) { m_printed.ask(m_rooms.library.corpus(), sentence); });
        connect(m_dialog, &PrintedDialog::articleRequested, this, &StoriesJourney::open);
    }
    const ArticlePtr article = m_rooms.reader.article();
    const TextRange selection = m_rooms.reader.selection();
    if (article && !selection.isEmpty())
        m_dialog->setSentence(article->text().mid(selection.start, selection.length()));
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace Lectern
