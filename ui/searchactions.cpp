#include "searchactions.h"

#include "mainactions.h"
#include "search/searchbar.h"
#include "searchjourney.h"

#include <QAction>

namespace Lectern {

SearchActions::SearchActions(const MainActions &actions, SearchBar &bar, SearchJourney &search)
    : QObject(&search)
    , m_actions(actions)
    , m_search(search)
{
    bar.setSwitches(actions.matchSpelling, actions.wordForms);
    for (const QAction *action : {actions.matchSpelling, actions.wordForms})
        connect(action, &QAction::toggled, this, &SearchActions::takeSwitches);
    connect(actions.search, &QAction::triggered, &bar, &SearchBar::focusField);
    connect(actions.clearSearch, &QAction::triggered, &search, [&search] { search.setQuery(QString()); });
    connect(actions.nextHit, &QAction::triggered, &search, [&search] { search.stepHit(+1); });
    connect(actions.previousHit, &QAction::triggered, &search, [&search] { search.stepHit(-1); });
    connect(actions.nextArticle, &QAction::triggered, &search, [&search] { search.stepArticle(+1); });
    connect(actions.previousArticle, &QAction::triggered, &search, [&search] { search.stepArticle(-1); });
}

void SearchActions::setOptions(const QueryOptions &options)
{
    m_actions.matchSpelling->setChecked(options.strict);
    m_actions.wordForms->setChecked(options.stemming);
}

void SearchActions::takeSwitches()
{
    QueryOptions options;
    options.strict = m_actions.matchSpelling->isChecked();
    options.stemming = m_actions.wordForms->isChecked();
    m_search.setOptions(options);
}

} // namespace Lectern
