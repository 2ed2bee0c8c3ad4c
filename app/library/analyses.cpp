#include "library/analyses.h"

#include "search/segment.h"
#include "stories/quotations.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Lectern {

namespace {

constexpr size_t waiting = 1024;
constexpr qint64 progressMs = 150;
constexpr qint64 keepMs = 1500;
/// A new snapshot costs as much as there are quotations; most of the time is for finding them.
constexpr qint64 publishMs = 800;
constexpr qint64 publishShare = 5;
constexpr int lowPriority = 10;

/// Raised with every change of the rules in app/stories that find quotations.
AnalysisStage quotationStage()
{
    return {QStringLiteral("quotations"), quotationRulesVersion};
}

/// An article as far as it is told without reading it.
struct Listed
{
    ArticleId id;
    DocNumber doc;
    qint64 textUnits;
    qint64 newestFirst;
};

std::vector<Listed> listed(const Corpus &corpus)
{
    std::vector<Listed> all;
    all.reserve(size_t(corpus.size()));
    QSet<ArticleId> seen;
    for (const Corpus::Part &part : corpus.parts()) {
        for (quint32 local = 0; local < part.segment->size(); ++local) {
            if (!part.isLive(local))
                continue;
            ArticleId id = part.segment->articles()->id(local);
            if (seen.contains(id))
                continue;
            seen.insert(id);
            all.push_back({std::move(id), part.base + local, part.segment->articles()->textUnits(local),
                           part.segment->columns().newestFirst(local)});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Listed &a, const Listed &b) { return a.newestFirst < b.newestFirst; });
    return all;
}

} // namespace

/// What the thread knows, from question to question.
class Analyses::Worker
{
public:
    Worker(const QString &folder, Mailbox<News> &news)
        : m_store(folder)
        , m_news(news)
    {
        const Result<void> read = m_store.read(quotationStage(), [this](const AnalysisResult &result) {
            const Result<QuotedArticlePtr> article = decodeQuotedArticle(result.bytes);
            if (article && (*article)->id == result.article && (*article)->textUnits == result.textUnits)
                m_known.insert(result.article, *article);
        });
        // What cannot be read is looked at again.
        static_cast<void>(read);
        m_stored = m_known.size();
        if (!m_store.notice().isEmpty())
            m_news.put({{}, {}, m_store.notice()});
    }

    void lookAt(const Question &question)
    {
        m_question = &question;
        m_listed = listed(*question.corpus);
        std::vector<const Listed *> missing;
        for (const Listed &article : m_listed)
            if (!isKnown(article))
                missing.push_back(&article);
        m_progress = {qsizetype(m_listed.size() - missing.size()), qsizetype(m_listed.size())};
        // While articles stream in, each batch of them is a question; most end before a snapshot is due.
        if (missing.empty() || m_applied != question.corrections || isSnapshotDue())
            publish();
        m_sinceKept.start();
        m_sinceProgress.start();
        for (const Listed *article : missing) {
            if (question.stop.stop_requested())
                break;
            look(*article);
            tell();
        }
        keep();
        if (question.stop.stop_requested())
            return;
        if (!missing.empty())
            publish();
        forget();
    }

private:
    bool isKnown(const Listed &article) const
    {
        const auto at = m_known.constFind(article.id);
        return at != m_known.constEnd() && (*at)->textUnits == article.textUnits;
    }

    bool isSnapshotDue() const
    {
        return !m_sincePublished.isValid() ||
               m_sincePublished.elapsed() >= std::max(publishMs, publishShare * m_publishCost);
    }

    void look(const Listed &listed)
    {
        const ArticlePtr article = m_question->corpus->article(listed.doc);
        auto quoted = std::make_shared<QuotedArticle>(*quotedArticle(*article));
        // The list counts: an article that cannot be read any more is one that says so, and nothing is
        // kept of it.
        const bool isSound = quoted->id == listed.id && quoted->textUnits == listed.textUnits;
        quoted->id = listed.id;
        quoted->textUnits = listed.textUnits;
        if (!isSound)
            quoted->utterances.clear();
        m_known.insert(listed.id, quoted);
        if (isSound)
            m_unkept.push_back({listed.id, listed.textUnits, encodeQuotedArticle(*quoted)});
        ++m_progress.looked;
    }

    void tell()
    {
        if (m_sinceKept.elapsed() >= keepMs) {
            keep();
            m_sinceKept.start();
        }
        if (isSnapshotDue()) {
            publish();
        } else if (m_sinceProgress.elapsed() >= progressMs) {
            m_news.put({{}, m_progress, {}});
            m_sinceProgress.start();
        }
    }

    /// What cannot be kept is looked at again another time.
    void keep()
    {
        if (m_store.write(quotationStage(), m_unkept))
            m_stored += qsizetype(m_unkept.size());
        m_unkept.clear();
    }

    void publish()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<QuotedArticlePtr> known;
        for (const Listed &article : m_listed)
            if (isKnown(article))
                known.push_back(m_known.value(article.id));
        // After a correction the articles are the same, and so are their groups.
        if (!m_variants || m_variants->articles != known)
            m_variants = std::make_shared<const VariantGroups>(std::move(known));
        m_news.put({std::make_shared<const QuotationIndex>(*m_variants, followed()), m_progress, {}});
        m_applied = m_question->corrections;
        m_publishCost = timer.elapsed();
        m_sincePublished.start();
    }

    /// The corrections; those of articles that have changed mean what stands in their place.
    QuotationCorrections followed() const
    {
        QuotationCorrections corrections = *m_question->corrections;
        QSet<ArticleId> here;
        if (!corrections.articles().isEmpty())
            for (const Listed &article : m_listed)
                here.insert(article.id);
        for (const ArticleId &id : corrections.articles()) {
            if (here.contains(id))
                continue;
            const QuotationCorrection &any = corrections.anyOf(id);
            if (const auto doc = m_question->corpus->findAt({any.path, any.part}))
                corrections.follow(id, m_question->corpus->articleId(*doc));
        }
        return corrections;
    }

    /// Articles that left are forgotten when they have become many.
    void forget()
    {
        constexpr qsizetype spare = 1000;
        if (m_stored <= 2 * qsizetype(m_listed.size()) + spare)
            return;
        QSet<ArticleId> here;
        for (const Listed &article : m_listed)
            here.insert(article.id);
        m_known.removeIf([&here](const auto &each) { return !here.contains(each.key()); });
        static_cast<void>(m_store.keepOnly(quotationStage(), here));
        m_stored = m_known.size();
    }

    AnalysisStore m_store;
    Mailbox<News> &m_news;
    QHash<ArticleId, QuotedArticlePtr> m_known;
    std::vector<AnalysisResult> m_unkept;
    const Question *m_question = nullptr; ///< that is worked on, like the next two
    std::vector<Listed> m_listed;
    AnalysisProgress m_progress;
    VariantGroupsPtr m_variants;
    QuotationCorrectionsPtr m_applied; ///< to the last snapshot
    QElapsedTimer m_sinceKept;
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_sincePublished;
    qsizetype m_stored = 0;   ///< results in the store, about
    qint64 m_publishCost = 0; ///< milliseconds
};

Analyses::Analyses(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_questions(waiting)
    , m_news(this, "drain")
    , m_thread([this] { work(); })
{}

Analyses::~Analyses()
{
    m_current.request_stop();
    m_questions.close();
    m_thread.join();
}

void Analyses::setCorpus(const CorpusPtr &corpus)
{
    if (m_corpus == corpus)
        return;
    m_corpus = corpus;
    ask();
}

void Analyses::setCorrections(const QuotationCorrectionsPtr &corrections)
{
    m_corrections = corrections;
    ask();
}

void Analyses::setPaused(bool paused)
{
    if (m_isPaused == paused)
        return;
    m_isPaused = paused;
    ask();
}

void Analyses::ask()
{
    m_current.request_stop();
    m_current = std::stop_source();
    if (m_corpus && !m_isPaused)
        m_questions.push({m_corpus, m_corrections, m_current.get_token()});
}

void Analyses::work()
{
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), lowPriority);
    std::optional<Worker> worker;
    while (const std::optional<Question> question = m_questions.pop()) {
        if (question->stop.stop_requested())
            continue;
        if (!worker)
            worker.emplace(m_folder, m_news);
        worker->lookAt(*question);
    }
}

void Analyses::drain()
{
    const QuotationIndexPtr before = m_quotations;
    for (News &news : m_news.take()) {
        if (!news.notice.isEmpty()) {
            Q_EMIT noticed(news.notice);
            continue;
        }
        m_progress = news.progress;
        if (news.quotations)
            m_quotations = std::move(news.quotations);
    }
    if (m_quotations != before)
        Q_EMIT quotationsChanged();
    Q_EMIT progressed();
}

} // namespace Lectern
