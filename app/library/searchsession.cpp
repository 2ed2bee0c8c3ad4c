#include "library/searchsession.h"

#include "search/didyoumean.h"
#include "search/newestarticles.h"

#include <optional>
#include <utility>

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

void SearchSession::ask(const CorpusPtr &corpus, const QString &text, QueryReading reading, Order order,
                        const QueryOptions &options, std::shared_ptr<const ReaderFacts> facts)
{
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push(
        {++m_newest, corpus, text, reading, order, options, std::move(facts), m_current.get_token()});
}

Query SearchSession::Question::read(const QString &words) const
{
    return reading == QueryReading::Typing ? Query::parseTyping(words, options)
                                           : Query::parse(words, options);
}

Answer SearchSession::Question::first(const Query &query) const
{
    if (query.isEmpty() && order == Order::DateNewest)
        return newestArticles(corpus, query, firstRows);
    if (!query.isEmpty() && (order == Order::Relevance || order == Order::DateNewest))
        return Searcher::first(corpus, query, order, firstRows, stop, facts.get());
    return all(query);
}

Answer SearchSession::Question::all(const Query &query) const
{
    return Searcher::search(corpus, query, order, stop, facts.get());
}

void SearchSession::work()
{
    while (const std::optional<Question> question = m_questions.pop())
        if (!question->stop.stop_requested())
            workOn(*question);
}

void SearchSession::workOn(const Question &question)
{
    const Query query = question.read(question.text);
    const Answer answer = question.first(query);
    if (answer.cancelled)
        return;
    m_replies.replace({question.number, Stage::Answered, answer, {}});
    if (!answer.isComplete()) {
        Answer whole = question.all(query);
        if (!whole.cancelled)
            m_replies.put({question.number, Stage::Completed, std::move(whole), {}});
        return;
    }
    QStringList suggestions = didYouMean(
        answer, [&question](const QString &words) { return question.read(words); }, question.stop,
        question.facts.get());
    if (!suggestions.isEmpty())
        m_replies.put({question.number, Stage::Suggested, {}, std::move(suggestions)});
}

void SearchSession::drain()
{
    for (const Reply &reply : m_replies.take()) {
        if (reply.number != m_newest)
            continue;
        switch (reply.stage) {
        case Stage::Answered:
            Q_EMIT answered(reply.answer);
            break;
        case Stage::Completed:
            Q_EMIT completed(reply.answer);
            break;
        case Stage::Suggested:
            Q_EMIT suggested(reply.suggestions);
            break;
        }
    }
}

} // namespace Lectern
