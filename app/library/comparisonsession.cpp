#include "library/comparisonsession.h"

#include "library/otheraccounts.h"

#include <optional>

namespace Lectern {

namespace {

constexpr size_t waiting = 64;
constexpr size_t mostOthers = 3;

} // namespace

ComparisonSession::ComparisonSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

ComparisonSession::~ComparisonSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void ComparisonSession::findAccounts(const CorpusPtr &corpus, const ArticlePtr &article)
{
    ask(corpus, {article});
}

void ComparisonSession::compare(const std::vector<ArticlePtr> &articles)
{
    ask(nullptr, articles);
}

void ComparisonSession::ask(CorpusPtr corpus, std::vector<ArticlePtr> articles)
{
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push({++m_newest, std::move(corpus), std::move(articles), m_current.get_token()});
}

void ComparisonSession::work()
{
    while (std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        if (question->corpus) {
            for (ArticlePtr &other :
                 otherAccounts(question->corpus, question->articles.front(), mostOthers, question->stop))
                question->articles.push_back(std::move(other));
        }
        if (!question->stop.stop_requested())
            m_replies.replace({question->number, compareAccounts(std::move(question->articles))});
    }
}

void ComparisonSession::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.number == m_newest)
            Q_EMIT compared(reply.comparison);
}

} // namespace Lectern
