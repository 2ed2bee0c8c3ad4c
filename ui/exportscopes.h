#pragma once

#include "dialogs/exportscope.h"
#include "passages/passagestore.h"
#include "search/searcher.h"

#include <vector>

namespace Lectern {

/// What the choice of passages to export is made from.
struct ExportGround
{
    const PassageStore &store;
    QStringList selected = {}; ///< ids, in their order
    ArticlePtr article = {};   ///< that is shown
    QString query = {};        ///< "" unless the list shows a search
    Answer answer = {};        ///< of that search
};

/// The selected passages, those of the shown article, of the articles that the search has found, all, of each
/// collection and each tag; none that are empty, and the selected ones only when they are not all. The search
/// is left out as long as not all of its articles are known.
std::vector<ExportScope> exportScopes(const ExportGround &ground);

} // namespace Lectern
