#include "library/standingrun.h"

#include "passages/anchorfinder.h"

#include <QElapsedTimer>
#include <QMap>
#include <QSet>

namespace Lectern {

namespace {

/// What is found is told after so many ms, the next after twice as many: what takes long is told seldom.
constexpr qint64 firstTold = 150;

std::optional<DocNumber> articleOf(const Corpus &corpus, const QHash<ArticleId, DocNumber> &byId,
                                   const Passage &passage)
{
    if (const auto same = byId.constFind(passage.article); same != byId.constEnd())
        return *same;
    return corpus.findAt({passage.source.path, passage.source.part});
}

} // namespace

size_t anchorVersion(const Passage &passage)
{
    return qHashMulti(0, passage.id, passage.article, passage.canonVersion, passage.textSha256,
                      passage.range.start, passage.range.end, passage.quote, passage.prefix, passage.suffix,
                      passage.sentenceBefore, passage.sentenceAfter, passage.occurrences, passage.declined);
}

PassageStanding standingIn(const Passage &passage, const Article *article, const Anchor &anchor)
{
    PassageStanding standing{.state = anchor.state, .isKnown = true, .range = anchor.range};
    if (article)
        standing.article = article->id();
    const bool isFound = anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved;
    standing.isWaiting = !isFound && !isDeclined(passage, standing.article);
    if (article && anchor.state == AnchorState::Changed)
        standing.found = std::make_shared<const FoundWords>(
            FoundWords{anchor.range, article->text().mid(anchor.range.start, anchor.range.length()),
                       anchor.differences});
    return standing;
}

void StandingRun::run(const CorpusPtr &corpus, const std::vector<PassageSequence::Kept> &passages,
                      bool isLoading, const std::stop_token &stop, const Tell &tell)
{
    QSet<ArticleId> wanted;
    for (const PassageSequence::Kept &passage : passages)
        wanted.insert(passage->article);
    QHash<ArticleId, DocNumber> byId;
    for (const DocNumber doc : corpus->findAll(wanted))
        byId.insert(corpus->articleId(doc), doc);

    std::vector<Found> batch;
    qint64 tellAfter = firstTold;
    QElapsedTimer sinceTold;
    sinceTold.start();
    const auto add = [&](const PassageSequence::Kept &passage, const PassageStanding &standing) {
        batch.push_back({passage, standing});
        if (sinceTold.elapsed() < tellAfter)
            return;
        tell(std::exchange(batch, {}));
        sinceTold.restart();
        tellAfter *= 2;
    };
    QMap<DocNumber, std::vector<PassageSequence::Kept>> unknown;
    for (const PassageSequence::Kept &passage : passages) {
        if (stop.stop_requested())
            return;
        const std::optional<DocNumber> doc = articleOf(*corpus, byId, *passage);
        if (!doc && isLoading)
            add(passage, {.article = passage->article});
        else if (!doc)
            add(passage, standingIn(*passage, nullptr, {}));
        else if (const auto known = m_known.constFind(anchorVersion(*passage));
                 known != m_known.constEnd() && known->article == corpus->articleId(*doc))
            add(passage, known->standing);
        else
            unknown[*doc].push_back(passage);
    }
    for (auto of = unknown.cbegin(); of != unknown.cend(); ++of) {
        const ArticlePtr article = corpus->article(of.key());
        AnchorFinder finder(*article);
        for (const PassageSequence::Kept &passage : of.value()) {
            if (stop.stop_requested())
                return;
            const PassageStanding standing = standingIn(*passage, article.get(), finder.anchor(*passage));
            m_known.insert(anchorVersion(*passage), {article->id(), standing});
            add(passage, standing);
        }
    }
    tell(std::move(batch));
}

} // namespace Lectern
