#include "library/hitreader.h"

#include "search/highlighter.h"

#include <optional>

namespace Lectern {

HitReader::HitReader(QObject *parent)
    : QObject(parent)
    , m_questions(2 * mostWaiting)
    , m_replies(this, "drain")
{}

HitReader::~HitReader()
{
    ++m_generation;
    m_questions.close();
    if (m_thread.joinable())
        m_thread.join();
}

void HitReader::setQuery(const Query &query)
{
    ++m_generation;
    m_query = std::make_shared<const Query>(query);
}

void HitReader::ask(DocNumber doc, const ArticlePtr &article)
{
    Q_ASSERT(m_query);
    if (!m_thread.joinable())
        m_thread = std::jthread([this] { work(); });
    m_questions.push({m_generation, m_query, doc, article});
}

void HitReader::work()
{
    std::optional<Highlighter> highlighter;
    quint64 generation = 0; // of the highlighter
    while (const std::optional<Question> question = m_questions.pop()) {
        if (question->generation != m_generation)
            continue;
        if (!highlighter || generation != question->generation)
            highlighter.emplace(*question->query);
        generation = question->generation;
        const Article &article = *question->article;
        m_replies.put({generation, question->doc, rowDetails(article, highlighter->hits(article))});
    }
}

void HitReader::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.generation == m_generation)
            Q_EMIT found(reply.doc, reply.details);
}

} // namespace Lectern
