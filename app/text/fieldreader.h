#pragma once

#include "text/partialdate.h"

#include <QByteArray>
#include <QCborStreamReader>
#include <QMap>
#include <QString>
#include <QStringList>

#include <limits>

namespace Lectern {

/// Reads a CBOR map field after field in a known order, without building a tree that hostile bytes could blow
/// up. Whatever is missing, too long or of the wrong type makes the reader fail for good; all it answers then
/// is empty. The bytes must outlive it.
class FieldReader
{
public:
    explicit FieldReader(const QByteArray &bytes);

    bool ok() const { return m_ok; }
    void fail() { m_ok = false; }

    /// The map must have this many fields.
    void beginMap(int count);
    /// The map must have been the last thing in the bytes.
    void endMap();
    /// The next field must have this key.
    FieldReader &at(int key);

    qint64 integer(qint64 least = std::numeric_limits<qint64>::min());
    bool boolean();
    /// 0 to 1.
    double fraction();
    /// Limits are in UTF-16 units.
    QString string(qsizetype limit = 1024 * 1024);
    QByteArray byteArray();
    PartialDate date();
    /// At most 100,000, as in stringMap().
    QStringList strings();
    QMap<QString, QString> stringMap(qsizetype valueLimit);

    /// The number of elements; leave() when all were read.
    qint64 beginArray(qint64 limit = std::numeric_limits<qint64>::max());
    void leave();

private:
    template <typename T>
    T failed();
    void enter();
    bool next();
    bool hasItsLength() const;

    QCborStreamReader m_reader;
    qsizetype m_size;
    bool m_ok = true;
};

} // namespace Lectern
