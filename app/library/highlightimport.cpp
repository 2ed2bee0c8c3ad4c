#include "library/highlightimport.h"

#include "export/exportreader.h"
#include "passages/anchorfinder.h"
#include "passages/anchorplaces.h"
#include "passages/highlightreaders.h"

#include <algorithm>

namespace Lectern {

namespace {

using Outcome = PlannedPassage::Outcome;

/// The highlight as a passage that has not found its article: its words, and what the other program knew.
Passage unanchored(const ForeignHighlight &highlight)
{
    Passage passage;
    passage.quote = highlight.quote;
    passage.range = {0, passage.quote.size()};
    passage.codePoints = {0, qsizetype(passage.quote.toUcs4().size())};
    passage.inParagraph = passage.codePoints;
    passage.prefix = highlight.prefix;
    passage.suffix = highlight.suffix;
    passage.title = highlight.title;
    if (!highlight.author.isEmpty())
        passage.authors = QStringList{highlight.author};
    passage.url = highlight.url;
    return passage;
}

void addUsersPart(Passage *passage, const ForeignHighlight &highlight, const QDateTime &now)
{
    passage->id = highlight.id;
    passage->note = highlight.note;
    passage->tags = highlight.tags;
    passage->colour = highlight.colour;
    passage->created = highlight.created.isValid() ? highlight.created : now.toUTC();
    passage->modified = highlight.modified.isValid() ? highlight.modified : passage->created;
}

/// Where the words of a highlight stand in an article: at the one place where they stand exactly, or where
/// their surroundings say.
Anchor anchorOf(const Passage &passage, const Article &article)
{
    AnchorFinder finder(article);
    const std::vector<TextRange> places = finder.placesOf(passage.quote);
    if (places.size() == 1)
        return {AnchorState::Moved, places.front(), 1, {}, {}};
    return finder.anchor(passage);
}

/// The best article of several: moved before changed before orphan; none when two are as good.
struct BestArticle
{
    ArticlePtr article;
    Anchor anchor;
    int equals = 0; ///< articles in which the words stand as well
};

BestArticle bestOf(const std::vector<ArticlePtr> &articles, const Passage &passage)
{
    BestArticle best;
    for (const ArticlePtr &article : articles) {
        Anchor anchor = anchorOf(passage, *article);
        if (best.article && anchor.state == best.anchor.state && anchor.score >= best.anchor.score)
            ++best.equals;
        const bool isBetter = !best.article || std::pair(anchor.state, -anchor.score) <
                                                   std::pair(best.anchor.state, -best.anchor.score);
        if (isBetter)
            best = {article, std::move(anchor), 1};
    }
    return best;
}

QString wordsOf(ArticleMeans means)
{
    switch (means) {
    case ArticleMeans::Address:
        return QStringLiteral("The article with this address");
    case ArticleMeans::Title:
        return QStringLiteral("The article with this title");
    default:
        return QStringLiteral("The article");
    }
}

} // namespace

QString name(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Anchored:
        return QStringLiteral("anchored");
    case Outcome::Changed:
        return QStringLiteral("changed");
    case Outcome::Orphan:
        return QStringLiteral("orphan");
    case Outcome::Refused:
        return QStringLiteral("refused");
    }
    return {};
}

PlannedPassage HighlightImport::planned(const ForeignHighlight &highlight, const QDateTime &now)
{
    PlannedPassage plan;
    plan.number = highlight.number;
    plan.isKnown = m_known.contains(highlight.id);
    plan.passage = unanchored(highlight);

    ArticleFinder::Found found = m_finder.find({{}, {}, {}, highlight.url, highlight.title, highlight.quote});
    BestArticle best = bestOf(found.articles, plan.passage);
    if (found.means != ArticleMeans::Words && (!best.article || best.anchor.state == AnchorState::Orphan)) {
        // A headline may be that of another article; the words themselves say more.
        const BestArticle byWords = bestOf(m_finder.withWords(highlight.quote), plan.passage);
        if (byWords.article && byWords.anchor.state != AnchorState::Orphan) {
            best = byWords;
            found.means = ArticleMeans::Words;
        }
    }
    plan.means = best.article ? found.means : ArticleMeans::None;

    if (!best.article) {
        plan.outcome = Outcome::Orphan;
        plan.reason =
            QStringLiteral("No article of the library has this address, this title or these words.");
    } else if (best.equals > 1 && best.anchor.state != AnchorState::Orphan) {
        plan.outcome = Outcome::Orphan;
        plan.means = ArticleMeans::None;
        plan.reason = QStringLiteral("The words stand in %1 articles, and it is not clear which is meant.")
                          .arg(best.equals);
    } else if (best.anchor.state == AnchorState::Exact || best.anchor.state == AnchorState::Moved) {
        plan.outcome = Outcome::Anchored;
        plan.passage = Passage::cut(*best.article, best.anchor.range);
    } else {
        plan.outcome = Outcome::Changed;
        plan.passage.source.path = best.article->source().path;
        plan.passage.source.part = best.article->source().part;
        plan.reason = best.anchor.state == AnchorState::Changed
                          ? QStringLiteral("%1 has other words there.").arg(wordsOf(found.means))
                          : QStringLiteral("%1 does not have these words at one clear place.")
                                .arg(wordsOf(found.means));
    }
    addUsersPart(&plan.passage, highlight, now);
    return plan;
}

QSet<QString> HighlightImport::idsOf(const PassageSequence &passages)
{
    QSet<QString> ids;
    for (const Passage &passage : passages)
        ids.insert(passage.id);
    return ids;
}

bool HighlightImport::goesOn(const HighlightPlan &plan, size_t total) const
{
    return !m_progress || m_progress(int(plan.passages.size()), int(total));
}

Result<HighlightPlan> HighlightImport::plan(const QByteArray &bytes, const QString &path,
                                            const QDateTime &now)
{
    const Result<std::vector<Passage>> own = readExport(bytes, path);
    if (own)
        return plan(*own);
    const Result<ForeignHighlights> foreign = readHighlights(bytes, path);
    if (foreign)
        return plan(*foreign, now);
    // Of two refusals that of the format it is not far from says more.
    return foreign.error().kind == ErrorKind::Unsupported ? own.error() : foreign.error();
}

HighlightPlan HighlightImport::plan(const ForeignHighlights &highlights, const QDateTime &now)
{
    HighlightPlan plan;
    plan.format = highlights.format;
    QSet<QString> ids;
    for (const ForeignHighlight &highlight : highlights.highlights) {
        if (!goesOn(plan, highlights.highlights.size()))
            break;
        PlannedPassage one = planned(highlight, now);
        if (ids.contains(highlight.id)) {
            one.outcome = Outcome::Refused;
            one.passage = {};
            one.reason = QStringLiteral("The same highlight stands in the file before.");
        }
        ids.insert(highlight.id);
        plan.passages.push_back(std::move(one));
    }
    for (const RefusedHighlight &refused : highlights.refused) {
        PlannedPassage one;
        one.number = refused.number;
        one.reason = refused.reason;
        plan.passages.push_back(std::move(one));
    }
    std::stable_sort(plan.passages.begin(), plan.passages.end(),
                     [](const PlannedPassage &a, const PlannedPassage &b) { return a.number < b.number; });
    return plan;
}

HighlightPlan HighlightImport::plan(const std::vector<Passage> &passages)
{
    HighlightPlan plan;
    plan.format = QStringLiteral("lectern");
    QSet<QString> ids;
    for (const Passage &passage : passages) {
        if (!goesOn(plan, passages.size()))
            break;
        PlannedPassage one;
        one.number = int(plan.passages.size()) + 1;
        if (passage.id.isEmpty() || passage.quote.isEmpty() || ids.contains(passage.id)) {
            one.reason = ids.contains(passage.id)
                             ? QStringLiteral("The same passage stands in the file before.")
                             : QStringLiteral("It has no id or no words.");
            plan.passages.push_back(std::move(one));
            continue;
        }
        ids.insert(passage.id);
        one.passage = passage;
        one.isKnown = m_known.contains(passage.id);
        const ArticleFinder::Found found = m_finder.find(ArticleFinder::cluesOf(passage));
        const bool isCertain = found.means <= ArticleMeans::Place;
        one.means = isCertain ? found.means : ArticleMeans::None;
        const Anchor anchor = isCertain ? anchorIn(passage, found.articles.front().get()) : Anchor();
        const bool isThere = anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved;
        one.outcome = isThere ? Outcome::Anchored : isCertain ? Outcome::Changed : Outcome::Orphan;
        if (one.outcome == Outcome::Changed)
            one.reason = QStringLiteral("The article has other words now.");
        else if (one.outcome == Outcome::Orphan)
            one.reason = QStringLiteral("The article is not in the library.");
        plan.passages.push_back(std::move(one));
    }
    return plan;
}

int HighlightPlan::count(Outcome outcome) const
{
    return int(std::count_if(passages.begin(), passages.end(),
                             [outcome](const PlannedPassage &one) { return one.outcome == outcome; }));
}

int HighlightPlan::known() const
{
    return int(std::count_if(passages.begin(), passages.end(), [](const PlannedPassage &one) {
        return one.isKnown && one.outcome != Outcome::Refused;
    }));
}

HighlightPlan::ToKeep HighlightPlan::toKeep(const PassageStore &store, KnownPassages known) const
{
    ToKeep keep;
    for (const PlannedPassage &one : passages) {
        if (one.outcome == Outcome::Refused)
            continue;
        if (!store.find(one.passage.id))
            keep.added.push_back(one.passage);
        else if (known == KnownPassages::Overwrite)
            keep.overwritten.push_back(one.passage);
        else
            ++keep.kept;
    }
    return keep;
}

Result<ImportedPassages> HighlightPlan::carryOut(PassageStore &store, KnownPassages known) const
{
    const ToKeep keep = toKeep(store, known);
    PassageChanges changes{.updated = keep.overwritten};
    for (const Passage &passage : keep.added)
        changes.added.push_back({passage, int(store.passages().size() + changes.added.size())});
    if (const Result<void> done = store.change(std::move(changes)); !done)
        return done.error();
    return keep.done();
}

Result<ImportedPassages> HighlightPlan::carryOut(PassageHistory &history, KnownPassages known) const
{
    const ToKeep keep = toKeep(history.store(), known);
    if (const Result<void> done = history.import(keep.added, keep.overwritten); !done)
        return done.error();
    return keep.done();
}

} // namespace Lectern
