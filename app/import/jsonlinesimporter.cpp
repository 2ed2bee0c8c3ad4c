#include "import/jsonlinesimporter.h"

#include "import/articlemaking.h"
#include "import/htmlimporter.h"
#include "import/metadatafields.h"
#include "import/plaintextimporter.h"
#include "import/textdecoding.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype maxRecordBytes = qsizetype(64) << 20;

QString scalarText(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == double(qint64(number)) ? QString::number(qint64(number)) : QString::number(number);
    }
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QString name = object.value(u"name").toString();
        return name.isEmpty() ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))
                              : name;
    }
    return value.toString();
}

QStringList valuesOf(const QJsonValue &value)
{
    QStringList values;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            values << scalarText(item);
    } else {
        values << scalarText(value);
    }
    return values;
}

/// Seconds or milliseconds since 1970, as programs write dates; empty when the number cannot be one.
QString dateOfNumber(double number)
{
    const double ms = number >= 1e11 ? number : number * 1000;
    if (ms < 1e11 || ms > 4.2e12)
        return {};
    return QDateTime::fromMSecsSinceEpoch(qint64(ms), Qt::UTC).toString(Qt::ISODate);
}

QString firstText(const QJsonObject &object, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names) {
        const QJsonValue value = object.value(QStringView(name));
        if (value.isString() && !value.toString().trimmed().isEmpty())
            return value.toString();
        const QJsonArray array = value.toArray();
        if (!array.isEmpty() &&
            std::all_of(array.begin(), array.end(), [](const QJsonValue &item) { return item.isString(); }))
            return valuesOf(value).join(u"\n\n"_s);
    }
    return {};
}

bool looksLikeMarkup(const QString &text)
{
    return text.contains(u"</p>") || text.contains(u"</div>") || text.contains(u"<br");
}

/// Reads the records of one file.
class Records
{
public:
    Records(const RawFile &file, const ImportOptions &options, const QString &format)
        : m_file(file)
        , m_options(options)
        , m_format(format)
    {}

    ImportOutcome read()
    {
        const QByteArray bytes = asUtf8();
        const QByteArray trimmed = bytes.trimmed();
        // What gives no record line by line may be one document over many lines.
        if (trimmed.startsWith('[') || !readLines(bytes) ||
            (m_outcome.articles.empty() && !QJsonDocument::fromJson(trimmed).isNull())) {
            m_outcome = {};
            m_parts.clear();
            readDocument(trimmed);
        }
        if (m_outcome.articles.empty() && m_outcome.failures.empty())
            m_outcome.failures.push_back(failure(m_file, ErrorKind::Empty, u"There are no records in it."_s));
        return std::move(m_outcome);
    }

private:
    /// JSON is UTF-8; what is not was exported by something that did not know.
    QByteArray asUtf8()
    {
        if (m_file.bytes.isValidUtf8() && !m_file.bytes.startsWith("\xEF\xBB\xBF") &&
            !m_file.bytes.left(4).contains('\0')) {
            m_encoding = u"UTF-8"_s;
            return m_file.bytes;
        }
        const DecodedText decoded = decodeText(m_file.bytes);
        m_encoding = decoded.encoding;
        m_guessed = decoded.guessed;
        m_warnings = decoded.warnings;
        return decoded.text.toUtf8();
    }

    /// False when the first record is no line of JSON, but the beginning of one that goes on over lines.
    bool readLines(const QByteArray &bytes)
    {
        qsizetype line = 0;
        bool first = true;
        for (qsizetype start = 0; start < bytes.size();) {
            qsizetype end = bytes.indexOf('\n', start);
            if (end < 0)
                end = bytes.size();
            const QByteArray record =
                QByteArray::fromRawData(bytes.constData() + start, end - start).trimmed();
            start = end + 1;
            ++line;
            if (record.isEmpty())
                continue;
            QJsonParseError error;
            const QJsonDocument json =
                record.size() <= maxRecordBytes ? QJsonDocument::fromJson(record, &error) : QJsonDocument();
            if (first && !json.isObject() && start < bytes.size() &&
                error.error == QJsonParseError::UnterminatedObject && record.size() < 200)
                return false;
            first = false;
            if (json.isObject())
                readObject(json.object(), line);
            else if (record.size() > maxRecordBytes)
                fail(line, ErrorKind::Limit, u"Line %1 is longer than 64 MiB."_s.arg(line));
            else
                fail(line, ErrorKind::Malformed,
                     error.error == QJsonParseError::NoError
                         ? u"Line %1 is not a JSON object."_s.arg(line)
                         : u"Line %1 is not JSON: %2."_s.arg(line).arg(error.errorString()));
        }
        return true;
    }

    void readDocument(const QByteArray &bytes)
    {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
        if (json.isObject()) {
            readObject(json.object(), 1);
            return;
        }
        if (!json.isArray()) {
            m_outcome.failures.push_back(
                failure(m_file, ErrorKind::Malformed,
                        u"It is not JSON: %1 at byte %L2."_s.arg(error.errorString()).arg(error.offset)));
            return;
        }
        qsizetype number = 0;
        const QJsonArray array = json.array();
        for (const QJsonValue &value : array) {
            ++number;
            if (value.isObject())
                readRecord(value.toObject(), number);
            else
                fail(number, ErrorKind::Malformed, u"Item %1 is not a JSON object."_s.arg(number));
        }
    }

    /// A JSON Feed (https://jsonfeed.org) holds its articles as items; every other object is one record.
    void readObject(const QJsonObject &object, qsizetype number)
    {
        if (!object.value(u"version").toString().contains(u"jsonfeed.org") ||
            !object.value(u"items").isArray())
            return readRecord(object, number);
        const QJsonArray items = object.value(u"items").toArray();
        qsizetype item = 0;
        for (const QJsonValue &value : items) {
            QJsonObject record = value.toObject();
            record.insert(u"text"_s, record.take(u"content_text"_s));
            record.insert(u"html"_s, record.take(u"content_html"_s));
            if (record.value(u"text").toString().isEmpty() && record.value(u"html").toString().isEmpty())
                record.insert(u"text"_s, record.take(u"summary"_s));
            record.insert(u"source"_s, object.value(u"title"));
            if (!record.contains(u"language"))
                record.insert(u"language"_s, object.value(u"language"));
            readRecord(record, ++item);
        }
    }

    void fail(qsizetype number, ErrorKind kind, const QString &message)
    {
        m_outcome.failures.push_back(failure(m_file, kind, message, QString::number(number)));
    }

    /// `number`: the line or item, for naming it.
    void readRecord(const QJsonObject &object, qsizetype number)
    {
        ++m_records;
        const QString id = scalarText(object.value(u"id")).simplified().left(200);
        const QString part = uniquePart(id.isEmpty() ? QString::number(m_records) : id);
        ArticleDraft draft = draftFor(m_file, m_format, part);
        draft.source.encoding = m_encoding;
        draft.source.encodingGuessed = m_guessed;
        draft.warnings = m_warnings;

        static const QSet<QString> textFields{u"id"_s,      u"text"_s, u"body"_s,
                                              u"content"_s, u"html"_s, u"articleBody"_s};
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!textFields.contains(it.key()) && !it.value().isNull())
                putField(draft, it.key(),
                         it.value().isDouble() && isDateField(it.key())
                             ? QStringList{dateOfNumber(it.value().toDouble())}
                             : valuesOf(it.value()));

        const QString text = firstText(object, {u"text", u"body", u"content", u"articleBody"});
        const QString html = firstText(object, {u"html"});
        CanonicalText canonical;
        if (!text.isEmpty() && !(html.isEmpty() && looksLikeMarkup(text)))
            canonical = readPlainText(text, draft);
        else if (!html.isEmpty() || !text.isEmpty())
            canonical = readHtml(html.isEmpty() ? text : html,
                                 m_options.baseUrl.isEmpty() ? draft.url : m_options.baseUrl, draft);
        else
            return m_outcome.failures.push_back(failure(
                m_file, ErrorKind::Empty,
                u"Record %1 has no text: none of the fields text, body, content and html."_s.arg(number),
                part));
        addArticle(m_outcome, std::move(draft), std::move(canonical), m_options);
    }

    static bool isDateField(const QString &name)
    {
        return name.contains(u"date", Qt::CaseInsensitive) ||
               name.contains(u"publish", Qt::CaseInsensitive) ||
               name.contains(u"modified", Qt::CaseInsensitive) ||
               name.contains(u"updated", Qt::CaseInsensitive);
    }

    /// Two records with one id must not be one article.
    QString uniquePart(const QString &part)
    {
        QString unique = part;
        for (int n = 2; m_parts.contains(unique); ++n)
            unique = u"%1 (%2)"_s.arg(part).arg(n);
        m_parts.insert(unique);
        return unique;
    }

    const RawFile &m_file;
    const ImportOptions &m_options;
    QString m_format;
    ImportOutcome m_outcome;
    QSet<QString> m_parts;
    QString m_encoding;
    bool m_guessed = false;
    QStringList m_warnings;
    qsizetype m_records = 0;
};

/// The beginning of a JSON object or of an array of objects.
bool startsLikeJson(QByteArrayView head)
{
    qsizetype at = 0;
    const auto skipSpace = [&] {
        while (at < head.size() && QByteArrayView(" \t\r\n").contains(head[at]))
            ++at;
    };
    if (head.startsWith("\xEF\xBB\xBF"))
        at = 3;
    skipSpace();
    if (at < head.size() && head[at] == '[') {
        ++at;
        skipSpace();
    }
    if (at >= head.size() || head[at] != '{')
        return false;
    ++at;
    skipSpace();
    return at < head.size() && (head[at] == '"' || head[at] == '}');
}

} // namespace

QString JsonLinesImporter::format() const
{
    return u"jsonl"_s;
}

int JsonLinesImporter::sniff(const RawFile &file) const
{
    if (startsLikeJson(QByteArrayView(file.bytes).first(std::min<qsizetype>(file.bytes.size(), 1024))))
        return 95;
    const bool named = file.path.endsWith(u".jsonl", Qt::CaseInsensitive) ||
                       file.path.endsWith(u".ndjson", Qt::CaseInsensitive) ||
                       file.path.endsWith(u".json", Qt::CaseInsensitive);
    return named && !isBinary(file.bytes) ? 75 : 0;
}

ImportOutcome JsonLinesImporter::read(const RawFile &file, const ImportOptions &options) const
{
    return Records(file, options, format()).read();
}

} // namespace Lectern
