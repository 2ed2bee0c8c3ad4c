#include "library/namesession.h"

#include "search/searcher.h"
#include "text/folding.h"

#include <optional>

namespace Lectern {

namespace {

constexpr size_t waiting = 1024; // more letters than anybody types while one is looked for
constexpr size_t mostOfEach = 8;
constexpr size_t outletsFrom = 64; ///< articles that are looked at for their outlets

/// "north ec" in `field` as words of which each is a beginning.
Query beginningsIn(QLatin1String field, const QString &typed)
{
    QStringList words;
    QString word;
    for (const QChar letter : fold(typed) + QLatin1Char(' ')) {
        if (letter.isLetterOrNumber()) {
            word += letter;
        } else if (!word.isEmpty()) {
            words += word + QLatin1Char('*');
            word.clear();
        }
    }
    return words.isEmpty() ? Query()
                           : Query::parse(field + QStringLiteral(":(%1)").arg(words.join(QLatin1Char(' '))));
}

} // namespace

NamesFound findNames(const CorpusPtr &corpus, const QString &typed, size_t most, const std::stop_token &stop)
{
    NamesFound found;
    const Query titles = beginningsIn(QLatin1String("title"), typed);
    if (titles.isEmpty())
        return found;
    const Answer titled = Searcher::first(corpus, titles, Order::Relevance, most, stop);
    for (size_t i = 0; !titled.cancelled && titled.docs && i < std::min(most, titled.docs->size()); ++i)
        if (const ArticlePtr article = corpus->article((*titled.docs)[i]))
            found.articles.push_back(
                {article->id(), article->title(), article->outlet(), article->published().toIso()});
    const Query outlets = beginningsIn(QLatin1String("outlet"), typed);
    const Answer printed = Searcher::first(corpus, outlets, Order::DateNewest, outletsFrom, stop);
    for (size_t i = 0; !printed.cancelled && printed.docs && i < std::min(outletsFrom, printed.docs->size());
         ++i) {
        if (stop.stop_requested() || size_t(found.outlets.size()) == most)
            break;
        const ArticlePtr article = corpus->article((*printed.docs)[i]);
        if (article && !article->outlet().isEmpty() && !found.outlets.contains(article->outlet()))
            found.outlets += article->outlet();
    }
    return found;
}

NameSession::NameSession(QObject *parent)
    : QObject(parent)
    , m_questions(waiting)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

NameSession::~NameSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void NameSession::ask(const CorpusPtr &corpus, const QString &typed)
{
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push({corpus, typed, m_current.get_token(), ++m_newest});
}

void NameSession::work()
{
    while (const std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        Reply reply{question->number, question->typed,
                    findNames(question->corpus, question->typed, mostOfEach, question->stop)};
        if (!question->stop.stop_requested())
            m_replies.replace(std::move(reply));
    }
}

void NameSession::drain()
{
    for (const Reply &reply : m_replies.take())
        if (reply.number == m_newest)
            Q_EMIT answered(reply.typed, reply.found);
}

} // namespace Lectern
