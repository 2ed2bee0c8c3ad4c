#include "library/searchsession.h"

#include <optional>

namespace Lectern {

namespace {

constexpr size_t waiting = 1024; // more keys than anybody types while one query runs

} // namespace

SearchSession::SearchSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

SearchSession::~SearchSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void SearchSession::ask(const CorpusPtr &corpus, const QString &text, QueryReading reading, Order order)
{
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push({++m_newest, corpus, text, reading, order, m_current.get_token()});
}

void SearchSession::work()
{
    while (const std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        const Query query = question->reading == QueryReading::Typing ? Query::parseTyping(question->text)
                                                                      : Query::parse(question->text);
        Answer answer = Searcher::search(question->corpus, query, question->order, question->stop);
        if (!answer.cancelled)
            m_replies.replace({question->number, std::move(answer)});
    }
}

void SearchSession::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.number == m_newest)
            Q_EMIT answered(reply.answer);
}

} // namespace Lectern
