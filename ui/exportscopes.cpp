#include "exportscopes.h"

#include <QCollator>
#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype longestQuery = 40; ///< that is shown, UTF-16 units

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportScopes)
};

using Place = std::pair<QString, QString>; ///< file and part

/// The passages of some articles, whether they know them by id or by the place of their file.
QStringList passagesOf(const PassageStore &store, const QSet<ArticleId> &ids, const QSet<Place> &places)
{
    QStringList found;
    for (const Passage &passage : store.passages())
        if (ids.contains(passage.article) || places.contains({passage.source.path, passage.source.part}))
            found += passage.id;
    return found;
}

QStringList passagesOf(const PassageStore &store, const Answer &answer)
{
    QSet<ArticleId> ids;
    QSet<Place> places;
    for (const DocNumber doc : *answer.docs) {
        ids.insert(answer.corpus->articleId(doc));
        const ArticlePlace place = answer.corpus->place(doc);
        places.insert({place.path, place.part});
    }
    return passagesOf(store, ids, places);
}

QString shownQuery(const QString &query)
{
    return query.size() <= longestQuery ? query : query.first(longestQuery).trimmed() + QStringLiteral("…");
}

/// Tags in the order of the alphabet, with the passages that have them.
std::vector<ExportScope> scopesOfTags(const PassageStore &store)
{
    QMap<QString, QStringList> tagged;
    for (const Passage &passage : store.passages())
        for (const QString &tag : passage.tags)
            tagged[tag] += passage.id;
    std::vector<ExportScope> scopes;
    for (auto tag = tagged.cbegin(); tag != tagged.cend(); ++tag)
        scopes.push_back(
            {QStringLiteral("tag:") + tag.key(), Words::tr("Tag “%1”").arg(tag.key()), tag.value()});
    const QCollator collator;
    std::stable_sort(scopes.begin(), scopes.end(), [&](const ExportScope &a, const ExportScope &b) {
        return collator.compare(a.label, b.label) < 0;
    });
    return scopes;
}

} // namespace

std::vector<ExportScope> exportScopes(const ExportGround &ground)
{
    const PassageStore &store = ground.store;
    std::vector<ExportScope> scopes;
    const auto add = [&scopes](const QString &key, const QString &label, const QStringList &ids) {
        if (!ids.isEmpty())
            scopes.push_back({key, label, ids});
    };
    if (size_t(ground.selected.size()) < store.passages().size())
        add(QStringLiteral("selected"), Words::tr("Selected passages"), ground.selected);
    QStringList all;
    for (const Passage &passage : store.passages())
        all += passage.id;
    add(QStringLiteral("all"), Words::tr("All passages"), all);
    if (ground.article)
        add(QStringLiteral("article"), Words::tr("This article"),
            passagesOf(store, {ground.article->id()},
                       {{ground.article->source().path, ground.article->source().part}}));
    if (!ground.query.isEmpty() && ground.answer.docs && ground.answer.isComplete())
        add(QStringLiteral("search"), Words::tr("Articles found by “%1”").arg(shownQuery(ground.query)),
            passagesOf(store, ground.answer));
    for (const Collection &collection : store.collections())
        add(QStringLiteral("collection:") + collection.id, Words::tr("Collection “%1”").arg(collection.name),
            store.passagesIn(collection.id));
    for (ExportScope &scope : scopesOfTags(store))
        scopes.push_back(std::move(scope));
    return scopes;
}

} // namespace Lectern
