#pragma once

#include "search/query.h"

#include <QObject>

namespace Lectern {

class MainActions;
class SearchBar;
class SearchJourney;

/// Lets the actions of searching do what they say: the field, the steps from hit to hit and from article to article,
/// and the switches for how a query is read.
class SearchActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchActions)

public:
    SearchActions(const MainActions &actions, SearchBar &bar, SearchJourney &search);

    /// Sets the switches.
    void setOptions(const QueryOptions &options);

private:
    void takeSwitches();

    const MainActions &m_actions;
    SearchJourney &m_search;
};

} // namespace Lectern
