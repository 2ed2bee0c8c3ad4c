#include "readerjourneys.h"

#include "findjourney.h"
#include "library/library.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "palettejourney.h"
#include "passages/passagehistory.h"
#include "printjourney.h"
#include "relativesjourney.h"
#include "settingsjourney.h"
#include "shelfjourney.h"
#include "storiesjourney.h"
#include "trailjourney.h"
#include "windowsjourney.h"

#include <QMenu>

namespace Lectern {

namespace {

QStringList allTags(const PassageHistory *history, const ShelfHistory &shelf)
{
    QStringList tags = shelf.shelf().tags().keys();
    QSet<QString> known(tags.begin(), tags.end());
    if (!history)
        return tags;
    for (const Passage &passage : history->store().passages()) {
        for (const QString &tag : passage.tags) {
            if (known.contains(tag))
                continue;
            known.insert(tag);
            tags += tag;
        }
    }
    return tags;
}

} // namespace

ReaderJourneys::ReaderJourneys(Rooms rooms, PassageHistory *history, ShelfHistory &shelf, QWidget *window)
    : QObject(window)
{
    new PaletteJourney(
        {rooms.library, rooms.search, rooms.views, rooms.actions, rooms.state, rooms.theme},
        [history, &shelf] { return allTags(history, shelf); }, window);
    new FindJourney(rooms.actions, rooms.reader, window);
    auto *shelving = new ShelfJourney({rooms.library, rooms.model, rooms.search, rooms.keep, rooms.list,
                                       rooms.reader, rooms.messages, rooms.actions, rooms.theme},
                                      shelf, window);
    new TrailJourney({rooms.library, rooms.search, rooms.reader, rooms.views, rooms.actions}, window);
    auto *relatives = new RelativesJourney(
        {rooms.search, rooms.reader, rooms.views, rooms.messages, rooms.actions}, window);
    new PrintJourney(rooms.actions, rooms.reader, rooms.messages, rooms.theme, window);
    new SettingsJourney(rooms.actions, rooms.appearance, rooms.state, rooms.theme, window);
    auto *windows = new WindowsJourney({rooms.library, rooms.keep, rooms.open, rooms.appearance, rooms.reader,
                                        rooms.log, rooms.actions, rooms.theme},
                                       window);
    connect(&rooms.stories, &StoriesJourney::menuOpening, this,
            [rooms, shelving, relatives, windows](QMenu &menu, const std::vector<ArticleId> &articles) {
                shelving->addTo(menu, articles);
                if (articles.size() != 1)
                    return;
                const ArticlePtr article = rooms.library.find(articles.front());
                relatives->addTo(menu, article);
                windows->addTo(menu, article);
            });
}

} // namespace Lectern
