#include "library/findsession.h"

#include <optional>

namespace Lectern {

namespace {

constexpr size_t waiting = 1024; // more letters than anybody types while one is looked for

} // namespace

FindSession::FindSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

FindSession::~FindSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void FindSession::ask(const ArticlePtr &article, const QString &wanted, const FindOptions &options)
{
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push({article, wanted, options, m_current.get_token(), ++m_newest});
}

void FindSession::work()
{
    ArticlePtr article;
    std::optional<TextFinder> finder; // keeps what it has folded while the article stays the same
    while (const std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        if (article != question->article)
            finder.emplace(question->article->text());
        article = question->article;
        Reply reply{question->number, article,
                    finder->find(question->wanted, question->options, question->stop)};
        if (!question->stop.stop_requested())
            m_replies.replace(std::move(reply));
    }
}

void FindSession::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.number == m_newest)
            Q_EMIT answered(reply.article, reply.found);
}

} // namespace Lectern
