#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cstdio>

namespace Lectern {

/// Writes one JSON object a line to a stream: UTF-8, compact, `\n`.
class JsonLines
{
public:
    explicit JsonLines(std::FILE *stream)
        : m_stream(stream)
    {}

    /// False when the stream refuses (closed pipe, full disk).
    bool write(const QJsonObject &object);

    /// The line as bytes, without the line break.
    static QByteArray line(const QJsonObject &object);

private:
    std::FILE *m_stream;
};

/// `null` for an empty string, as the command line's contract wants missing values.
QJsonValue stringOrNull(const QString &value);

} // namespace Lectern
