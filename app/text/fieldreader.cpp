#include "text/fieldreader.h"

namespace Lectern {

namespace {

constexpr qint64 maximumEntries = 100'000;

} // namespace

FieldReader::FieldReader(const QByteArray &bytes)
    : m_reader(bytes)
    , m_size(bytes.size())
{}

template <typename T>
T FieldReader::failed()
{
    fail();
    return {};
}

void FieldReader::beginMap(int count)
{
    if (m_reader.isMap() && m_reader.isLengthKnown() && m_reader.length() == quint64(count))
        enter();
    else
        fail();
}

void FieldReader::endMap()
{
    leave();
    if (m_reader.currentOffset() != m_size)
        fail();
}

FieldReader &FieldReader::at(int key)
{
    if (integer(0) != key)
        fail();
    return *this;
}

qint64 FieldReader::integer(qint64 least)
{
    if (!m_ok || !m_reader.isInteger())
        return failed<qint64>();
    const qint64 value = m_reader.toInteger();
    return next() && value >= least ? value : failed<qint64>();
}

bool FieldReader::boolean()
{
    if (!m_ok || !m_reader.isBool())
        return failed<bool>();
    const bool value = m_reader.toBool();
    return next() && value;
}

double FieldReader::fraction()
{
    if (!m_ok || !m_reader.isDouble())
        return failed<double>();
    const double value = m_reader.toDouble();
    return next() && value >= 0 && value <= 1 ? value : failed<double>();
}

QString FieldReader::string(qsizetype limit)
{
    if (!m_ok || !m_reader.isString() || !hasItsLength())
        return failed<QString>();
    QString text;
    auto chunk = m_reader.readString();
    for (; chunk.status == QCborStreamReader::Ok; chunk = m_reader.readString())
        text += chunk.data;
    const bool sound = chunk.status == QCborStreamReader::EndOfString && text.size() <= limit;
    return sound && text.isValidUtf16() ? text : failed<QString>();
}

QByteArray FieldReader::byteArray()
{
    if (!m_ok || !m_reader.isByteArray() || !hasItsLength())
        return failed<QByteArray>();
    QByteArray bytes;
    auto chunk = m_reader.readByteArray();
    for (; chunk.status == QCborStreamReader::Ok; chunk = m_reader.readByteArray())
        bytes += chunk.data;
    return chunk.status == QCborStreamReader::EndOfString ? bytes : failed<QByteArray>();
}

PartialDate FieldReader::date()
{
    const QString iso = string();
    const PartialDate result = PartialDate::fromIso(iso);
    return result.isNull() == iso.isEmpty() ? result : failed<PartialDate>();
}

QStringList FieldReader::strings()
{
    QStringList result;
    for (qint64 left = beginArray(maximumEntries); left > 0 && m_ok; --left)
        result.append(string());
    leave();
    return result;
}

QMap<QString, QString> FieldReader::stringMap(qsizetype valueLimit)
{
    QMap<QString, QString> result;
    if (!m_ok || !m_reader.isMap() || !hasItsLength() || m_reader.length() > quint64(maximumEntries))
        return failed<QMap<QString, QString>>();
    quint64 left = m_reader.length();
    for (enter(); left > 0 && m_ok; --left) {
        const QString name = string();
        result.insert(name, string(valueLimit));
    }
    leave();
    return result;
}

qint64 FieldReader::beginArray(qint64 limit)
{
    if (!m_ok || !m_reader.isArray() || !hasItsLength() || m_reader.length() > quint64(limit))
        return failed<qint64>();
    const auto count = qint64(m_reader.length());
    enter();
    return count;
}

void FieldReader::leave()
{
    if (!m_ok || !m_reader.leaveContainer())
        fail();
}

void FieldReader::enter()
{
    if (!m_reader.enterContainer())
        fail();
}

bool FieldReader::next()
{
    if (!m_reader.next())
        fail();
    return m_ok;
}

/// An element takes a byte at least, so no honest length exceeds what is left.
bool FieldReader::hasItsLength() const
{
    return m_reader.isLengthKnown() && m_reader.length() <= quint64(m_size - m_reader.currentOffset());
}

} // namespace Lectern
