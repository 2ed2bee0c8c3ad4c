#include "passages/passagestore.h"

#include <QJsonArray>

namespace Lectern {

namespace {

QJsonArray toJson(TextRange range)
{
    return {qint64(range.start), qint64(range.end)};
}

QJsonArray toJson(const std::vector<TextRange> &ranges)
{
    QJsonArray array;
    for (const TextRange &range : ranges)
        array.append(toJson(range));
    return array;
}

QString toJson(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonArray toJson(const std::vector<EarlierWords> &earlier)
{
    QJsonArray array;
    for (const EarlierWords &words : earlier)
        array.append(QJsonObject{
            {QStringLiteral("quote"), words.quote},
            {QStringLiteral("omitted"), toJson(words.omitted)},
            {QStringLiteral("article"), words.article},
            {QStringLiteral("path"), words.path},
            {QStringLiteral("sha256"), QString::fromLatin1(words.sha256)},
            {QStringLiteral("textSha256"), QString::fromLatin1(words.textSha256)},
            {QStringLiteral("canonVersion"), words.canonVersion},
            {QStringLiteral("range"), toJson(words.range)},
            {QStringLiteral("until"), toJson(words.until)},
        });
    return array;
}

/// Sorted, apart, and neither at the beginning nor at the end of a quote of that many units.
bool areGaps(const std::vector<TextRange> &gaps, qsizetype size)
{
    qsizetype last = 0;
    for (const TextRange &gap : gaps) {
        if (gap.start <= last || gap.start >= gap.end || gap.end >= size)
            return false;
        last = gap.end;
    }
    return true;
}

/// Takes values out of an object and remembers the first that is not what it should be. A key that is missing
/// gives an empty value, so that what an older Lectern wrote can be read.
class Fields
{
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {}

    QString string(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        return expect(key, value.isUndefined() || value.isString()) ? value.toString() : QString();
    }

    QByteArray ascii(QLatin1String key) { return string(key).toLatin1(); }

    qint64 integer(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        return expect(key, value.isUndefined() || isInteger(value)) ? value.toInteger() : 0;
    }

    bool boolean(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        return expect(key, value.isUndefined() || value.isBool()) && value.toBool();
    }

    QStringList strings(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        QStringList list;
        expect(key, value.isUndefined() || value.isArray());
        for (const QJsonValue &item : value.toArray())
            if (expect(key, item.isString()))
                list += item.toString();
        return list;
    }

    TextRange range(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        return value.isUndefined() ? TextRange() : rangeFrom(key, value);
    }

    std::vector<TextRange> ranges(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        std::vector<TextRange> list;
        expect(key, value.isUndefined() || value.isArray());
        for (const QJsonValue &item : value.toArray())
            list.push_back(rangeFrom(key, item));
        return list;
    }

    QDateTime time(QLatin1String key)
    {
        const QString text = string(key);
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        return expect(key, text.isEmpty() || time.isValid()) ? time : QDateTime();
    }

    PartialDate date(QLatin1String key)
    {
        const QString text = string(key);
        const PartialDate date = PartialDate::fromIso(text);
        return expect(key, text.isEmpty() || !date.isNull()) ? date : PartialDate();
    }

    QJsonObject object(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        expect(key, value.isUndefined() || value.isObject());
        return value.toObject();
    }

    QJsonArray objects(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        expect(key, value.isUndefined() || value.isArray());
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            expect(key, item.isObject());
        return array;
    }

    bool expect(QLatin1String key, bool met)
    {
        if (!met && m_wrong.isEmpty())
            m_wrong = key;
        return met;
    }

    /// The first key that held something else than it should; empty when all was well.
    const QString &wrong() const { return m_wrong; }

private:
    TextRange rangeFrom(QLatin1String key, const QJsonValue &value)
    {
        const QJsonArray ends = value.toArray();
        if (!expect(key, ends.size() == 2 && isInteger(ends.at(0)) && isInteger(ends.at(1))))
            return {};
        const TextRange range{qsizetype(ends.at(0).toInteger()), qsizetype(ends.at(1).toInteger())};
        return expect(key, range.start >= 0 && range.start <= range.end) ? range : TextRange();
    }

    static bool isInteger(const QJsonValue &value)
    {
        return value.isDouble() && double(value.toInteger()) == value.toDouble();
    }

    const QJsonObject m_object;
    QString m_wrong;
};

std::vector<EarlierWords> earlierFromJson(Fields &fields)
{
    std::vector<EarlierWords> list;
    const QLatin1String key("earlier");
    for (const QJsonValue &item : fields.objects(key)) {
        Fields each(item.toObject());
        EarlierWords words;
        words.quote = each.string(QLatin1String("quote"));
        words.omitted = each.ranges(QLatin1String("omitted"));
        words.article = each.string(QLatin1String("article"));
        words.path = each.string(QLatin1String("path"));
        words.sha256 = each.ascii(QLatin1String("sha256"));
        words.textSha256 = each.ascii(QLatin1String("textSha256"));
        words.canonVersion = int(each.integer(QLatin1String("canonVersion")));
        words.range = each.range(QLatin1String("range"));
        words.until = each.time(QLatin1String("until"));
        fields.expect(key, each.wrong().isEmpty() && areGaps(words.omitted, words.quote.size()));
        list.push_back(std::move(words));
    }
    return list;
}

} // namespace

QJsonObject toJson(const Passage &passage)
{
    const Source &source = passage.source;
    return {
        {QStringLiteral("id"), passage.id},
        {QStringLiteral("article"), passage.article},
        {QStringLiteral("source"),
         QJsonObject{
             {QStringLiteral("path"), source.path},
             {QStringLiteral("part"), source.part},
             {QStringLiteral("sha256"), QString::fromLatin1(source.sha256)},
             {QStringLiteral("bytes"), source.bytes},
             {QStringLiteral("format"), source.format},
             {QStringLiteral("encoding"), source.encoding},
             {QStringLiteral("encodingGuessed"), source.encodingGuessed},
             {QStringLiteral("modifiedMs"), source.modifiedMs},
         }},
        {QStringLiteral("textSha256"), QString::fromLatin1(passage.textSha256)},
        {QStringLiteral("canonVersion"), passage.canonVersion},
        {QStringLiteral("range"), toJson(passage.range)},
        {QStringLiteral("codePoints"), toJson(passage.codePoints)},
        {QStringLiteral("paragraph"), passage.paragraph},
        {QStringLiteral("inParagraph"), toJson(passage.inParagraph)},
        {QStringLiteral("quote"), passage.quote},
        {QStringLiteral("omitted"), toJson(passage.omitted)},
        {QStringLiteral("prefix"), passage.prefix},
        {QStringLiteral("suffix"), passage.suffix},
        {QStringLiteral("sentenceBefore"), passage.sentenceBefore},
        {QStringLiteral("sentenceAfter"), passage.sentenceAfter},
        {QStringLiteral("occurrences"), passage.occurrences},
        {QStringLiteral("title"), passage.title},
        {QStringLiteral("titleDerived"), passage.titleDerived},
        {QStringLiteral("authors"), QJsonArray::fromStringList(passage.authors)},
        {QStringLiteral("outlet"), passage.outlet},
        {QStringLiteral("published"), passage.published.toIsoAsGiven()},
        {QStringLiteral("url"), passage.url},
        {QStringLiteral("language"), passage.language},
        {QStringLiteral("note"), passage.note},
        {QStringLiteral("tags"), QJsonArray::fromStringList(passage.tags)},
        {QStringLiteral("colour"), name(passage.colour)},
        {QStringLiteral("starred"), passage.starred},
        {QStringLiteral("created"), toJson(passage.created)},
        {QStringLiteral("modified"), toJson(passage.modified)},
        {QStringLiteral("earlier"), toJson(passage.earlier)},
        {QStringLiteral("declined"), passage.declined},
    };
}

Result<Passage> passageFromJson(const QJsonObject &object)
{
    Fields fields(object);
    Fields source(fields.object(QLatin1String("source")));
    Passage passage;
    passage.id = fields.string(QLatin1String("id"));
    passage.article = fields.string(QLatin1String("article"));
    passage.source.path = source.string(QLatin1String("path"));
    passage.source.part = source.string(QLatin1String("part"));
    passage.source.sha256 = source.ascii(QLatin1String("sha256"));
    passage.source.bytes = source.integer(QLatin1String("bytes"));
    passage.source.format = source.string(QLatin1String("format"));
    passage.source.encoding = source.string(QLatin1String("encoding"));
    passage.source.encodingGuessed = source.boolean(QLatin1String("encodingGuessed"));
    passage.source.modifiedMs = source.integer(QLatin1String("modifiedMs"));
    passage.textSha256 = fields.ascii(QLatin1String("textSha256"));
    passage.canonVersion = int(fields.integer(QLatin1String("canonVersion")));
    passage.range = fields.range(QLatin1String("range"));
    passage.codePoints = fields.range(QLatin1String("codePoints"));
    passage.paragraph = int(fields.integer(QLatin1String("paragraph")));
    passage.inParagraph = fields.range(QLatin1String("inParagraph"));
    passage.quote = fields.string(QLatin1String("quote"));
    passage.omitted = fields.ranges(QLatin1String("omitted"));
    fields.expect(QLatin1String("omitted"), areGaps(passage.omitted, passage.quote.size()));
    passage.prefix = fields.string(QLatin1String("prefix"));
    passage.suffix = fields.string(QLatin1String("suffix"));
    passage.sentenceBefore = fields.string(QLatin1String("sentenceBefore"));
    passage.sentenceAfter = fields.string(QLatin1String("sentenceAfter"));
    passage.occurrences = int(fields.integer(QLatin1String("occurrences")));
    passage.title = fields.string(QLatin1String("title"));
    passage.titleDerived = fields.boolean(QLatin1String("titleDerived"));
    passage.authors = fields.strings(QLatin1String("authors"));
    passage.outlet = fields.string(QLatin1String("outlet"));
    passage.published = fields.date(QLatin1String("published"));
    passage.url = fields.string(QLatin1String("url"));
    passage.language = fields.string(QLatin1String("language"));
    passage.note = fields.string(QLatin1String("note"));
    passage.tags = fields.strings(QLatin1String("tags"));
    passage.colour = markColourNamed(fields.string(QLatin1String("colour")));
    passage.starred = fields.boolean(QLatin1String("starred"));
    passage.created = fields.time(QLatin1String("created"));
    passage.modified = fields.time(QLatin1String("modified"));
    passage.earlier = earlierFromJson(fields);
    passage.declined = fields.string(QLatin1String("declined"));

    fields.expect(QLatin1String("id"), !passage.id.isEmpty());
    fields.expect(QLatin1String("quote"), !passage.quote.isEmpty());
    const QString wrong = fields.wrong().isEmpty() ? source.wrong() : fields.wrong();
    if (!wrong.isEmpty())
        return Error{ErrorKind::Malformed,
                     QStringLiteral("This is no passage: “%1” is not as it should be.").arg(wrong),
                     {}};
    return passage;
}

} // namespace Lectern
