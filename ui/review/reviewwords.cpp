#include "review/reviewwords.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Lectern::ReviewWords {

namespace {

constexpr size_t mostTold = 12; ///< differences; who hears more loses the thread

QString tr(const char *text)
{
    return QCoreApplication::translate("Lectern::ReviewWords", text);
}

QString likeness(double score)
{
    if (score >= 0.995)
        return tr("the same words");
    if (score >= 0.9)
        return tr("nearly the same words");
    if (score >= 0.75)
        return tr("similar words");
    return score >= 0.5 ? tr("some of the words") : tr("few of the words");
}

QString surroundings(double context)
{
    if (context >= 0.8)
        return tr("the same surroundings");
    return context >= 0.35 ? tr("similar surroundings") : tr("other surroundings");
}

bool isElsewhere(const ReviewPlace &place, const PassageReview &review)
{
    return !review.article || place.article->id() != review.article->id();
}

QString orphanQuestion(const PassageReview &review)
{
    if (review.article && review.places.empty())
        return tr("Neither the article nor another one has words like these today. The passage keeps its own "
                  "copy.");
    if (review.article)
        return isElsewhere(review.places.front(), review)
                   ? tr("The article does not have these words any more. These places of others are most "
                        "like "
                        "them.")
                   : tr("No place of the article is clearly the one. These are most like the words.");
    const QString name = review.passage.title.isEmpty() ? QFileInfo(review.passage.source.path).fileName()
                                                        : review.passage.title;
    const QString gone = tr("“%1” is not in the library any more.").arg(name) + u' ';
    if (review.places.empty())
        return gone + tr("No other article has words like these. The passage keeps its own copy.");
    switch (review.means) {
    case ArticleMeans::Address:
        return gone + tr("An article with the same address is.");
    case ArticleMeans::Title:
        return gone + tr("An article with the same headline is.");
    default:
        return gone + tr("These places of other articles are most like the words.");
    }
}

} // namespace

QString title(const PassageReview &review)
{
    if (review.state == AnchorState::Changed)
        return tr("The words have changed");
    return review.article ? tr("The words were not found") : tr("The article is gone");
}

QString question(const PassageReview &review)
{
    if (review.state == AnchorState::Changed)
        return tr("Take the new words, or keep yours. Your earlier words stay with the passage either way.");
    return orphanQuestion(review);
}

QStringList place(const ReviewPlace &place, const PassageReview &review)
{
    QStringList words;
    if (isElsewhere(place, review))
        words += place.article->title();
    const int paragraph = place.article->paragraphNumber(place.article->blockAt(place.range.start));
    words += paragraph > 0 ? tr("¶ %1").arg(paragraph) : tr("title");
    words += likeness(place.score);
    words += surroundings(place.context);
    return words;
}

QString differences(const QString &before, const QString &after,
                    const std::vector<WordDifference> &differences)
{
    QStringList sentences;
    for (const WordDifference &difference : differences) {
        if (size_t(sentences.size()) == mostTold) {
            sentences += tr("And %1 more.").arg(differences.size() - mostTold);
            break;
        }
        const QString old = before.mid(difference.before.start, difference.before.length()).simplified();
        const QString anew = after.mid(difference.after.start, difference.after.length()).simplified();
        switch (difference.kind) {
        case DifferenceKind::Added:
            sentences += tr("“%1” is new.").arg(anew);
            break;
        case DifferenceKind::Dropped:
            sentences += tr("“%1” is gone.").arg(old);
            break;
        case DifferenceKind::Replaced:
            sentences += tr("“%1” is now “%2”.").arg(old, anew);
            break;
        case DifferenceKind::Typographic:
            sentences += tr("“%1” is written “%2”.").arg(old, anew);
            break;
        }
    }
    return sentences.join(u' ');
}

} // namespace Lectern::ReviewWords
