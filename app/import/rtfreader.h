#pragma once

#include "base/result.h"
#include "import/richtext.h"

#include <QByteArray>
#include <QStringList>

namespace Lectern {

/// What an RTF file holds.
struct RtfDocument
{
    RichText text;
    DocumentProperties properties;
    QStringList warnings;
};

/// Reads RTF 1.9.1: code pages and Unicode, styles, outline levels, lists, tables as cells, notes, links, the
/// properties of the document. Pictures, objects, headers, footers, hidden and deleted words are left out.
/// Malformed when it does not begin like RTF, Limit when more than 1,000 groups are open at once.
Result<RtfDocument> readRtf(const QByteArray &bytes);

} // namespace Lectern
