#include "library/verificationsession.h"

#include "export/exportreader.h"
#include "import/sandbox.h"
#include "library/sourcefinder.h"
#include "library/wholefile.h"

namespace Lectern {

namespace {

constexpr size_t waiting = 64;

} // namespace

VerificationSession::VerificationSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

VerificationSession::~VerificationSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void VerificationSession::verify(const QString &path, const QStringList &sources)
{
    cancel();
    m_questions.push({m_newest, path, sources, m_current.get_token()});
}

void VerificationSession::cancel()
{
    m_current.request_stop();
    m_current = std::stop_source();
    ++m_newest;
}

void VerificationSession::work()
{
    while (std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        Result<std::vector<VerifiedPassage>> result = answer(*question);
        if (!question->stop.stop_requested())
            m_replies.put({.number = question->number, .result = std::move(result)});
    }
}

Result<std::vector<VerifiedPassage>> VerificationSession::answer(const Question &question)
{
    const Result<QByteArray> bytes = wholeFile(question.path, mostBytes);
    if (!bytes)
        return bytes.error();
    const Result<std::vector<Passage>> passages = readExport(*bytes, question.path);
    if (!passages)
        return passages.error();
    Sandbox sandbox;
    SourceFinder finder(question.sources, question.stop);
    Verification verification([&](const QString &source) { return sandbox.read(source, {}, question.stop); },
                              [&finder](const Source &source) { return finder.find(source); });
    const int total = int(passages->size());
    return verification.verify(*passages, [&](size_t done) {
        m_replies.put({.number = question.number, .done = int(done), .total = total});
        return !question.stop.stop_requested();
    });
}

void VerificationSession::drain()
{
    for (const Reply &reply : m_replies.take()) {
        if (reply.number != m_newest)
            continue;
        if (!reply.result)
            Q_EMIT progressed(reply.done, reply.total);
        else if (*reply.result)
            Q_EMIT finished(**reply.result);
        else
            Q_EMIT failed(reply.result->error());
    }
}

} // namespace Lectern
