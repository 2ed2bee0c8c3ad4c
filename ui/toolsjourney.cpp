#include "toolsjourney.h"

#include "highlightsjourney.h"
#include "safetyjourney.h"
#include "verifyjourney.h"

#include <QWidget>

namespace Lectern {

ToolsJourney::ToolsJourney(Rooms rooms, PassageHistory *history, QWidget *window)
    : QObject(window)
{
    new VerifyJourney({rooms.library, rooms.search, rooms.views, rooms.actions, rooms.theme}, window);
    new HighlightsJourney({rooms.library, rooms.keep, rooms.views, rooms.actions, rooms.theme}, history,
                          window);
    new SafetyJourney({rooms.library, rooms.keep, rooms.messages, rooms.actions, rooms.theme}, history,
                      window);
}

} // namespace Lectern
