#include "cli/benchcorpus.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstring>
#include <string_view>

namespace Lectern {

namespace {

using namespace std::string_view_literals;

/// id, title and body as they come in a line.
using Fields = std::array<std::string, 3>;
constexpr std::array names{"id"sv, "title"sv, "body"sv};

/// Reads one line that is an object of plain strings: the common case, many times faster than a reader of any
/// JSON.
class PlainLine
{
public:
    explicit PlainLine(std::string_view line)
        : m_rest(line)
    {}

    /// False when the line is anything else.
    bool read(Fields *fields)
    {
        if (!take('{'))
            return false;
        do {
            m_key.clear();
            if (!readString(&m_key) || !take(':'))
                return false;
            std::string *value = &m_other;
            for (size_t i = 0; i < names.size(); ++i)
                value = m_key == names[i] ? &(*fields)[i] : value;
            value->clear();
            if (!readString(value))
                return false;
        } while (take(','));
        return take('}') && m_rest.find_first_not_of(spaces) == m_rest.npos;
    }

private:
    static constexpr std::string_view spaces = " \t\r\n";

    bool take(char sign)
    {
        const size_t at = m_rest.find_first_not_of(spaces);
        if (at == m_rest.npos || m_rest[at] != sign)
            return false;
        m_rest.remove_prefix(at + 1);
        return true;
    }

    bool readString(std::string *out)
    {
        if (!take('"'))
            return false;
        for (;;) {
            const size_t at = m_rest.find_first_of("\"\\"sv);
            if (at == m_rest.npos)
                return false;
            out->append(m_rest, 0, at);
            const bool closed = m_rest[at] == '"';
            m_rest.remove_prefix(at + 1);
            if (closed)
                return true;
            static constexpr std::string_view escapes = "nrtbf\"\\/";
            const size_t escape = m_rest.empty() ? escapes.npos : escapes.find(m_rest.front());
            if (escape == escapes.npos)
                return false;
            out->push_back("\n\r\t\b\f\"\\/"[escape]);
            m_rest.remove_prefix(1);
        }
    }

    std::string_view m_rest;
    std::string m_key;
    std::string m_other;
};

bool readAnyLine(QByteArrayView line, Fields *fields)
{
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray());
    if (!document.isObject())
        return false;
    for (size_t i = 0; i < names.size(); ++i)
        (*fields)[i] = document.object().value(QLatin1String(names[i])).toString().toStdString();
    return true;
}

} // namespace

Result<BenchCorpus> BenchCorpus::load(const QString &path, qsizetype limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable, file.errorString(), path};
    BenchCorpus corpus;
    if (file.size() == 0)
        return corpus;
    const uchar *bytes = file.map(0, file.size());
    if (!bytes)
        return Error{ErrorKind::Unreadable, file.errorString(), path};

    QByteArrayView rest(bytes, file.size());
    for (qint64 number = 1; !rest.isEmpty() && corpus.size() < limit; ++number) {
        const void *lineBreak = std::memchr(rest.data(), '\n', size_t(rest.size()));
        const qsizetype length = lineBreak ? static_cast<const char *>(lineBreak) - rest.data() : rest.size();
        const QByteArrayView line = rest.first(length);
        rest = rest.sliced(lineBreak ? length + 1 : length);
        if (!line.isEmpty() && !corpus.addLine(line)) {
            return Error{ErrorKind::Malformed,
                         QStringLiteral("Line %1 is not an object of JSON.").arg(number), path};
        }
    }
    return corpus;
}

bool BenchCorpus::addLine(QByteArrayView line)
{
    Fields fields;
    if (!PlainLine(std::string_view(line.data(), size_t(line.size()))).read(&fields)) {
        fields = {};
        if (!readAnyLine(line, &fields))
            return false;
    }
    const auto &[id, title, body] = fields;
    m_places.push_back({m_text.size(), id.size(), title.size(), body.size()});
    m_text.append(id).append(title).append(body);
    m_textBytes += qint64(title.size() + body.size());
    return true;
}

BenchArticle BenchCorpus::article(qsizetype number) const
{
    const Place &place = m_places[size_t(number)];
    const char *id = m_text.data() + place.start;
    const char *title = id + place.id;
    const char *body = title + place.title;
    return {QByteArrayView(id, qsizetype(place.id)), QByteArrayView(title, qsizetype(place.title)),
            QByteArrayView(body, qsizetype(place.body))};
}

} // namespace Lectern
