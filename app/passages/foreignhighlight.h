#pragma once

#include "text/passage.h"

#include <vector>

namespace Lectern {

/// A highlight that another program has kept, as its file says it. What the file does not say is empty.
struct ForeignHighlight
{
    QString
        id; ///< "urn:uuid:...", made of what the other program calls it or of all it says: the same each time
    int number = 0; ///< in its file, from 1
    QString quote;
    QString prefix; ///< what stands before it, as the other program kept it
    QString suffix;
    QString note;
    QStringList tags;
    MarkColour colour = MarkColour::Yellow;
    QString title;
    QString author;
    QString url;
    QDateTime created;  ///< UTC
    QDateTime modified; ///< UTC
};

/// An entry of a foreign file that is no highlight, and why.
struct RefusedHighlight
{
    int number = 0; ///< in its file, from 1
    QString reason; ///< a sentence for the user
};

/// What a foreign file holds.
struct ForeignHighlights
{
    QString format; ///< "readwise", "kindle", "hypothesis" or "readium"
    std::vector<ForeignHighlight> highlights;
    std::vector<RefusedHighlight> refused;
};

} // namespace Lectern
