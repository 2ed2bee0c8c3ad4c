#pragma once

#include "library/findsession.h"

namespace Lectern {

class MainActions;
class ReadingPane;

/// Finds in the shown article what the find bar asks for.
class FindJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindJourney)

public:
    FindJourney(const MainActions &actions, ReadingPane &reader, QObject *parent);

private:
    FindSession m_session;
};

} // namespace Lectern
