#pragma once

#include "cli/command.h"
#include "library/highlightimport.h"

#include <QJsonObject>

namespace Lectern {

/// A passage as the command line prints it; `state` is that of its anchor.
QJsonObject passageLine(const Passage &passage, const QString &state);

/// `passages import FILE`: an export of ours or the highlights of another program, found in the library's
/// articles.
Exit importPassages(PassageStore &store, const QString &path, const QString &libraryPath, KnownPassages known,
                    bool json);

} // namespace Lectern
