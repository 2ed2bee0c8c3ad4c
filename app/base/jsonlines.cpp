#include "base/jsonlines.h"

#include <QJsonDocument>

namespace Lectern {

QByteArray JsonLines::line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool JsonLines::write(const QJsonObject &object)
{
    const QByteArray bytes = line(object) + '\n';
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_stream) == size_t(bytes.size());
}

QJsonValue stringOrNull(const QString &value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

} // namespace Lectern
