#include "library/reviewsession.h"

#include <optional>

namespace Lectern {

namespace {

constexpr size_t questionsAtOnce = 64;

} // namespace

ReviewSession::ReviewSession(QObject *parent)
    : QObject(parent)
    , m_questions(questionsAtOnce)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

ReviewSession::~ReviewSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void ReviewSession::ask(const Passage &passage, const CorpusPtr &corpus)
{
    cancel();
    m_questions.push({m_newest, passage, corpus, m_current.get_token()});
}

void ReviewSession::cancel()
{
    m_current.request_stop();
    m_current = std::stop_source();
    ++m_newest;
}

void ReviewSession::work()
{
    while (std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        PassageReview review = reviewOf(question->passage, question->corpus, question->stop);
        if (!question->stop.stop_requested())
            m_replies.replace({question->number, std::make_shared<const PassageReview>(std::move(review))});
    }
}

void ReviewSession::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.number == m_newest)
            Q_EMIT reviewed(reply.review);
}

} // namespace Lectern
