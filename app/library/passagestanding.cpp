#include "library/passagestanding.h"

#include <QCoreApplication>

namespace Lectern {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Lectern::Standing", text);
}

} // namespace

QString standingWords(const PassageStanding &standing)
{
    switch (standing.state) {
    case AnchorState::Moved:
        return tr("moved");
    case AnchorState::Changed:
        return tr("the words have changed");
    case AnchorState::Orphan:
        return standing.isWaiting ? tr("words not found") : tr("words not found, kept as they were");
    case AnchorState::Exact:
        break;
    }
    return {};
}

QString standingSentence(const PassageStanding &standing)
{
    switch (standing.state) {
    case AnchorState::Moved:
        return tr("The words have moved in their article.");
    case AnchorState::Changed:
        return tr("The words have changed in their article. Y takes the new words, K keeps them as they "
                  "were.");
    case AnchorState::Orphan:
        return standing.isWaiting ? tr("The words were not found. Y shows where they may stand, K leaves the "
                                       "passage as it is.")
                                  : tr("The words were not found, and are kept as they were.");
    case AnchorState::Exact:
        break;
    }
    return {};
}

} // namespace Lectern
