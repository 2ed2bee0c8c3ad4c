#include "passages/anchor.h"

#include "passages/anchorfinder.h"

namespace Lectern {

QString name(AnchorState state)
{
    switch (state) {
    case AnchorState::Exact:
        return QStringLiteral("exact");
    case AnchorState::Moved:
        return QStringLiteral("moved");
    case AnchorState::Changed:
        return QStringLiteral("changed");
    case AnchorState::Orphan:
        return QStringLiteral("orphan");
    }
    return {};
}

Anchor anchorIn(const Passage &passage, const Article *article)
{
    return article ? AnchorFinder(*article).anchor(passage) : Anchor();
}

Passage accepted(const Passage &passage, const Article &article, TextRange range, const QDateTime &when)
{
    Passage anew = Passage::cut(article, range);
    anew.id = passage.id;
    anew.note = passage.note;
    anew.tags = passage.tags;
    anew.colour = passage.colour;
    anew.starred = passage.starred;
    anew.created = passage.created;
    anew.modified = passage.modified;
    anew.earlier = passage.earlier;
    if (anew.quote != passage.quote || anew.textSha256 != passage.textSha256)
        anew.earlier.push_back({passage.quote, passage.omitted, passage.article, passage.source.path,
                                passage.source.sha256, passage.textSha256, passage.canonVersion,
                                passage.range, when.toUTC()});

    const WordAlignment alignment(passage.quote, anew.quote);
    std::vector<TextRange> gaps;
    for (const TextRange &gap : passage.omitted)
        gaps.push_back(alignment.mapped(gap).shifted(anew.range.start));
    anew.omit(gaps);

    if (anew.titleDerived && !passage.title.isEmpty()) {
        anew.title = passage.title;
        anew.titleDerived = passage.titleDerived;
    }
    if (anew.authors.isEmpty())
        anew.authors = passage.authors;
    if (anew.outlet.isEmpty())
        anew.outlet = passage.outlet;
    if (anew.published.isNull())
        anew.published = passage.published;
    if (anew.url.isEmpty())
        anew.url = passage.url;
    return anew;
}

Passage declined(const Passage &passage, const Article &article)
{
    Passage refused = passage;
    refused.declined = article.id();
    return refused;
}

Passage declinedAsGone(const Passage &passage)
{
    Passage refused = passage;
    refused.declined = passage.article;
    return refused;
}

bool isDeclined(const Passage &passage, const ArticleId &today)
{
    return !passage.declined.isEmpty() && passage.declined == (today.isEmpty() ? passage.article : today);
}

} // namespace Lectern
