#include "relativesjourney.h"

#include "dialogs/messagebar.h"
#include "library/otheraccounts.h"
#include "mainactions.h"
#include "mainviews.h"
#include "reading/readingpane.h"
#include "searchjourney.h"

#include <QMenu>

namespace Lectern {

namespace {

constexpr size_t coreWords = 3; ///< of these one must occur, and
constexpr size_t moreWords = 7; ///< of these another

QString quoted(QLatin1String field, QString words)
{
    return field + QStringLiteral(":\"%1\"").arg(words.remove(QLatin1Char('"')));
}

} // namespace

RelativesJourney::RelativesJourney(Rooms rooms, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
{
    const MainActions &actions = rooms.actions;
    for (const auto &[action, kind] : {std::pair(actions.moreLikeThis, Kind::Alike),
                                       {actions.sameOutlet, Kind::Outlet},
                                       {actions.sameAuthor, Kind::Author},
                                       {actions.sameDay, Kind::Day}})
        connect(action, &QAction::triggered, this,
                [this, kind = kind] { ask(kind, m_rooms.reader.article()); });
    connect(&rooms.search, &SearchJourney::articleShown, this,
            [this](const ArticlePtr &article) { updateActions(*article); });
    for (QAction *action : actions.ofRelatives())
        action->setEnabled(false);
    if (const ArticlePtr article = rooms.reader.article())
        updateActions(*article);
}

QString RelativesJourney::query(Kind kind, const Article &article)
{
    switch (kind) {
    case Kind::Alike: {
        const QStringList words = tellingWords(article, coreWords + moreWords);
        if (words.size() <= qsizetype(coreWords))
            return words.join(QLatin1String(" OR "));
        return QStringLiteral("(%1) (%2)")
            .arg(words.mid(0, coreWords).join(QLatin1String(" OR ")),
                 words.mid(coreWords).join(QLatin1String(" OR ")));
    }
    case Kind::Outlet:
        return article.outlet().isEmpty() ? QString() : quoted(QLatin1String("outlet"), article.outlet());
    case Kind::Author: {
        QStringList authors;
        for (const QString &author : article.authors())
            authors += quoted(QLatin1String("author"), author);
        return authors.join(QLatin1String(" OR "));
    }
    case Kind::Day:
        return article.published().isNull()
                   ? QString()
                   : QStringLiteral("date:") + article.published().toIsoAsGiven().left(10);
    }
    return {};
}

void RelativesJourney::ask(Kind kind, const ArticlePtr &article)
{
    const QString wanted = article ? query(kind, *article) : QString();
    if (wanted.isEmpty()) {
        m_rooms.messages.post(MessageKind::Info, article ? tr("This article does not say so much of itself.")
                                                         : tr("Choose an article in the list first."));
        return;
    }
    m_rooms.views.show(QStringLiteral("read"));
    m_rooms.search.setQuery(wanted);
}

void RelativesJourney::updateActions(const Article &article)
{
    const MainActions &actions = m_rooms.actions;
    actions.moreLikeThis->setEnabled(true);
    actions.sameOutlet->setEnabled(!article.outlet().isEmpty());
    actions.sameAuthor->setEnabled(!article.authors().isEmpty());
    actions.sameDay->setEnabled(!article.published().isNull());
}

void RelativesJourney::addTo(QMenu &menu, const ArticlePtr &article)
{
    if (!article)
        return;
    const auto add = [&](const QString &text, Kind kind) {
        QAction *action = menu.addAction(text, this, [this, kind, article] { ask(kind, article); });
        action->setEnabled(kind == Kind::Alike || !query(kind, *article).isEmpty());
    };
    menu.addSeparator();
    add(tr("More Like This"), Kind::Alike);
    add(article->outlet().isEmpty() ? tr("Everything by This Outlet")
                                    : tr("Everything by %1").arg(article->outlet()),
        Kind::Outlet);
    add(article->authors().size() == 1 ? tr("Everything by %1").arg(article->authors().front())
                                       : tr("Everything by These Authors"),
        Kind::Author);
    add(tr("Everything of This Day"), Kind::Day);
}

} // namespace Lectern
