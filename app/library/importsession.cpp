#include "library/importsession.h"

#include "library/wholefile.h"

namespace Lectern {

namespace {

constexpr size_t waiting = 64;

} // namespace

ImportSession::ImportSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

ImportSession::~ImportSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void ImportSession::plan(const QString &path, const CorpusPtr &corpus, const QSet<QString> &known)
{
    cancel();
    m_questions.push({m_newest, path, corpus, known, m_current.get_token()});
}

void ImportSession::cancel()
{
    m_current.request_stop();
    m_current = std::stop_source();
    ++m_newest;
}

void ImportSession::work()
{
    while (std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        Result<HighlightPlan> result = answer(*question);
        if (!question->stop.stop_requested())
            m_replies.put({.number = question->number, .result = std::move(result)});
    }
}

Result<HighlightPlan> ImportSession::answer(const Question &question)
{
    const Result<QByteArray> bytes = wholeFile(question.path, mostBytes);
    if (!bytes)
        return bytes.error();
    HighlightImport highlights(question.corpus, question.known);
    highlights.setProgress([&](int done, int total) {
        m_replies.put({.number = question.number, .done = done, .total = total});
        return !question.stop.stop_requested();
    });
    return highlights.plan(*bytes, question.path, QDateTime::currentDateTimeUtc());
}

void ImportSession::drain()
{
    for (const Reply &reply : m_replies.take()) {
        if (reply.number != m_newest)
            continue;
        if (!reply.result)
            Q_EMIT progressed(reply.done, reply.total);
        else if (*reply.result)
            Q_EMIT planned(**reply.result);
        else
            Q_EMIT failed(reply.result->error());
    }
}

} // namespace Lectern
