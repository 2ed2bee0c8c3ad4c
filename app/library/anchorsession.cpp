#include "library/anchorsession.h"

#include "passages/anchorfinder.h"

#include <algorithm>
#include <optional>

namespace Lectern {

namespace {

constexpr size_t questionsAtOnce = 1024; ///< those that are outdated are passed over

} // namespace

AnchorSession::AnchorSession(QObject *parent)
    : QObject(parent)
    , m_questions(questionsAtOnce)
    , m_replies(this, "drain")
    , m_thread([this] { work(); })
{}

AnchorSession::~AnchorSession()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void AnchorSession::follow(const PassageSequence &passages, const CorpusPtr &corpus, bool isLoading)
{
    const bool isOtherCorpus = m_corpus.lock() != corpus || m_wasLoading != isLoading;
    m_corpus = corpus;
    m_wasLoading = isLoading;
    std::vector<PassageSequence::Kept> unknown;
    ++m_round;
    for (size_t i = 0; i < passages.size(); ++i) {
        const PassageSequence::Kept &passage = passages.shared(i);
        Known &known = m_known[passage->id];
        known.round = m_round;
        if (isOtherCorpus)
            known.isLookedFor = false;
        if (known.passage != passage)
            presume(&known, passage);
        if (!known.isLookedFor)
            unknown.push_back(passage);
    }
    if (m_known.size() != qsizetype(passages.size()))
        m_known.removeIf([this](const auto &known) { return known.value().round != m_round; });
    count();
    if (unknown.empty() && !isLooking())
        return;
    m_current.request_stop();
    m_current = std::stop_source();
    m_questions.push({++m_newest, corpus, std::move(unknown), isLoading, m_current.get_token()});
}

void AnchorSession::presume(Known *known, const PassageSequence::Kept &passage) const
{
    const size_t version = anchorVersion(*passage);
    const ArticleId today = known->standing.article;
    const bool isNew = !known->passage;
    if (known->standing.isKnown)
        known->versions.insert(known->version, known->standing);
    const bool isSame = !isNew && version == known->version;
    known->passage = passage;
    known->version = version;
    if (isSame)
        return;
    known->isLookedFor = false;
    if (const auto before = known->versions.constFind(version); before != known->versions.constEnd()) {
        known->standing = *before;
        return;
    }
    // Just kept, or cut anew from an article: the words stand there. Said to be gone: they do not.
    known->standing = {.article = passage->article, .range = passage->range};
    if (!isNew && isDeclined(*passage, today))
        known->standing = {.state = AnchorState::Orphan, .article = today};
}

const PassageStanding &AnchorSession::standing(const QString &id) const
{
    static const PassageStanding unknown;
    const auto known = m_known.constFind(id);
    return known == m_known.constEnd() ? unknown : known->standing;
}

void AnchorSession::count()
{
    m_waiting = int(std::count_if(m_known.cbegin(), m_known.cend(),
                                  [](const Known &known) { return known.standing.isWaiting; }));
}

Anchor AnchorSession::anchorIn(const Passage &passage, const ArticlePtr &article)
{
    if (!m_article || m_article->id() != article->id()) {
        m_finder = std::make_unique<AnchorFinder>(*article);
        m_article = article;
        m_anchors.clear();
    }
    const size_t version = anchorVersion(passage);
    auto known = m_anchors.find(version);
    if (known == m_anchors.end())
        known = m_anchors.insert(version, m_finder->anchor(passage));
    return *known;
}

void AnchorSession::work()
{
    StandingRun run;
    while (std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        run.run(question->corpus, question->passages, question->isLoading, question->stop,
                [&](std::vector<StandingRun::Found> found) {
                    m_replies.put({question->number, std::move(found), false});
                });
        if (!question->stop.stop_requested())
            m_replies.put({question->number, {}, true});
    }
}

void AnchorSession::drain()
{
    bool hasNews = false;
    bool isSettled = false;
    for (const Reply &reply : m_replies.take()) {
        if (reply.number != m_newest)
            continue;
        for (const StandingRun::Found &each : reply.found) {
            const auto known = m_known.find(each.passage->id);
            if (known == m_known.end() || known->passage != each.passage)
                continue;
            hasNews = hasNews || known->standing.state != each.standing.state ||
                      known->standing.isWaiting != each.standing.isWaiting ||
                      known->standing.article != each.standing.article ||
                      known->standing.found != each.standing.found;
            known->standing = each.standing;
            known->isLookedFor = true;
        }
        isSettled = reply.isLast;
    }
    if (isSettled)
        m_done = m_newest;
    if (hasNews) {
        count();
        Q_EMIT found();
    }
    if (isSettled)
        Q_EMIT settled();
}

} // namespace Lectern
