#pragma once

#include "text/passage.h"

#include <QByteArrayView>

#include <optional>

namespace Lectern {

/// A passage as bytes, as the database keeps it: first what it says of its article, then the rest.
///
///     size of the part about the article | that part | the part about the passage
///
/// Numbers are LEB128, signed ones in zigzag; strings are 0, their size in bytes and UTF-8, or 1 and UTF-16
/// as it lies in memory where they are no valid UTF-16; lists are their size and elements; times are
/// milliseconds since 1970. It holds exactly what JSON holds of a passage.
QByteArray toRecord(const Passage &passage);

/// Tells a record that was written from one that has rotted (XXH3, 64 bits).
quint64 recordHash(QByteArrayView record);

/// Reads records one after the other. Passages of one article that follow each other share its strings.
class PassageRecordReader
{
public:
    /// Nothing when the bytes are no record; they may be anything.
    std::optional<Passage> read(QByteArrayView record);

private:
    QByteArray m_article; ///< the part about the article of the last passage
    Passage m_last;       ///< what it says; all else is empty
};

} // namespace Lectern
