#include "library/printedsession.h"

#include <optional>

namespace Lectern {

namespace {

constexpr size_t waiting = 64;

} // namespace

PrintedSession::PrintedSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

PrintedSession::~PrintedSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void PrintedSession::ask(const CorpusPtr &corpus, const QString &sentence)
{
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push({corpus, sentence, m_current.get_token(), ++m_newest});
}

void PrintedSession::work()
{
    while (std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        Reply reply{question->number, question->sentence,
                    whoPrinted(question->corpus, question->sentence, question->stop)};
        if (!question->stop.stop_requested())
            m_replies.replace(std::move(reply));
    }
}

void PrintedSession::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.number == m_newest)
            Q_EMIT answered(reply.sentence, reply.found);
}

} // namespace Lectern
