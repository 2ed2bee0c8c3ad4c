#include "library/storiessession.h"

#include "library/storykeeper.h"

#include <optional>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Lectern {

namespace {

constexpr size_t waiting = 4096;

} // namespace

StoriesSession::StoriesSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_news(this, "drain")
    , m_thread([this] { work(); })
{}

StoriesSession::~StoriesSession()
{
    m_stop.request_stop();
    m_questions.close();
    m_thread.join();
}

void StoriesSession::setCorpus(const CorpusPtr &corpus)
{
    m_isWorking = true;
    m_questions.push({corpus, {}, {}});
}

void StoriesSession::setLocks(const std::vector<StoryLock> &locks)
{
    m_questions.push({nullptr, std::make_shared<const std::vector<StoryLock>>(locks), {}});
}

void StoriesSession::describe(const ArticleId &id)
{
    m_questions.push({nullptr, {}, id});
}

void StoriesSession::work()
{
    // Threads that it starts are as patient.
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), 10);
    StoryKeeper keeper(m_stop.get_token());
    bool hasNews = false;
    while (!m_stop.stop_requested()) {
        std::optional<Question> question = keeper.waiting() > 0 || hasNews
                                               ? m_questions.popFor(std::chrono::milliseconds(0))
                                               : m_questions.pop();
        if (!question && keeper.waiting() == 0 && !hasNews)
            return; // closed
        News news;
        // Of several corpora that have come, the newest counts.
        CorpusPtr corpus;
        for (; question; question = m_questions.popFor(std::chrono::milliseconds(0))) {
            if (question->corpus)
                corpus = question->corpus;
            if (question->locks) {
                keeper.setLocks(*question->locks);
                hasNews = true;
            }
            if (!question->described.isEmpty()) {
                if (corpus)
                    keeper.setCorpus(std::exchange(corpus, nullptr));
                News told{nullptr, std::make_shared<const StoryDetails>(keeper.describe(question->described)), keeper.done(),
                          keeper.done() + keeper.waiting(), keeper.waiting() > 0};
                m_news.put(std::move(told));
            }
        }
        if (corpus) {
            keeper.setCorpus(corpus);
            hasNews = true;
        }
        if (keeper.waiting() > 0) {
            const qsizetype before = keeper.done();
            const qsizetype all = before + keeper.waiting();
            keeper.readSome([&](qsizetype done) { m_news.put({nullptr, {}, before + done, all, true}); });
            hasNews = true;
        }
        if (m_stop.stop_requested())
            return;
        if (!hasNews)
            continue;
        hasNews = false;
        m_news.put({keeper.map(), {}, keeper.done(), keeper.done() + keeper.waiting(), keeper.waiting() > 0});
    }
}

void StoriesSession::drain()
{
    bool isChanged = false;
    for (News &news : m_news.take()) {
        if (news.stories) {
            m_stories = std::move(news.stories);
            isChanged = true;
        }
        m_done = news.done;
        m_all = news.all;
        m_isWorking = news.isWorking;
        if (news.details)
            Q_EMIT described(*news.details);
    }
    if (isChanged)
        Q_EMIT changed();
    Q_EMIT progressed();
}

} // namespace Lectern
