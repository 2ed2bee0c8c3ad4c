#include "export/earlierrecord.h"

#include "export/recordcheck.h"

#include <QJsonObject>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QJsonArray rangeRecord(TextRange range)
{
    return {qint64(range.start), qint64(range.end)};
}

TextRange readRange(const QJsonValue &record)
{
    return {qsizetype(record[0].toInteger()), qsizetype(record[1].toInteger())};
}

} // namespace

QJsonArray earlierRecord(const std::vector<EarlierWords> &earlier)
{
    QJsonArray record;
    for (const EarlierWords &words : earlier) {
        QJsonArray omitted;
        for (const TextRange &gap : words.omitted)
            omitted.append(rangeRecord(gap));
        record.append(QJsonObject{{u"quote"_s, words.quote},
                                  {u"omitted"_s, omitted},
                                  {u"article"_s, words.article},
                                  {u"path"_s, words.path},
                                  {u"sha256"_s, QString::fromLatin1(words.sha256)},
                                  {u"textSha256"_s, QString::fromLatin1(words.textSha256)},
                                  {u"canonicalRules"_s, words.canonVersion},
                                  {u"utf16"_s, rangeRecord(words.range)},
                                  {u"until"_s, words.until.toUTC().toString(Qt::ISODateWithMs)}});
    }
    return record;
}

std::optional<std::vector<EarlierWords>> readEarlierRecord(const QJsonArray &record)
{
    std::vector<EarlierWords> earlier;
    for (const QJsonValue &value : record) {
        EarlierWords words;
        words.quote = value[u"quote"].toString();
        const QJsonArray omitted = value[u"omitted"].toArray();
        for (const QJsonValue &gap : omitted)
            words.omitted.push_back(readRange(gap));
        words.article = value[u"article"].toString();
        words.path = value[u"path"].toString();
        words.sha256 = value[u"sha256"].toString().toLatin1();
        words.textSha256 = value[u"textSha256"].toString().toLatin1();
        words.canonVersion = value[u"canonicalRules"].toInt();
        words.range = readRange(value[u"utf16"]);
        words.until = QDateTime::fromString(value[u"until"].toString(), Qt::ISODateWithMs).toUTC();
        for (const TextRange &gap : words.omitted)
            if (!isRange(gap))
                return std::nullopt;
        if (!isRange(words.range))
            return std::nullopt;
        earlier.push_back(std::move(words));
    }
    return earlier;
}

} // namespace Lectern
