#include "import/workercodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype longestMessage = 2000; ///< UTF-16 units
constexpr qsizetype longestPart = 1000;

Error damaged()
{
    return {ErrorKind::Damaged, u"The message between Lectern and its reading program is damaged."_s, {}};
}

/// Text from a child as it may be shown: bounded, without controls or lone surrogates.
QString shownText(const QCborValue &value, qsizetype longest)
{
    QString text = QString::fromUtf8(value.toString().left(longest).toUtf8());
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    return text;
}

} // namespace

QByteArray encodeJob(const ImportJob &job)
{
    const ImportLimits &limits = job.options.limits;
    const QCborMap map{{u"path"_s, job.file.path},
                       {u"sha256"_s, job.file.sha256},
                       {u"modifiedMs"_s, job.file.modifiedMs},
                       {u"isPdf"_s, job.isPdf},
                       {u"format"_s, job.options.format},
                       {u"baseUrl"_s, job.options.baseUrl},
                       {u"fileBytes"_s, limits.fileBytes},
                       {u"collectionBytes"_s, limits.collectionBytes},
                       {u"textUnits"_s, limits.textUnits},
                       {u"cpuSeconds"_s, limits.cpuSeconds},
                       {u"wallSeconds"_s, limits.wallSeconds},
                       {u"addressSpace"_s, limits.addressSpace}};
    return QCborValue(map).toCbor();
}

Result<ImportJob> decodeJob(const QByteArray &bytes)
{
    const QCborValue value = QCborValue::fromCbor(bytes);
    if (!value.isMap())
        return damaged();
    const QCborMap map = value.toMap();
    ImportJob job;
    job.file.path = map.value(u"path"_s).toString();
    job.file.sha256 = map.value(u"sha256"_s).toByteArray();
    job.file.modifiedMs = map.value(u"modifiedMs"_s).toInteger();
    job.isPdf = map.value(u"isPdf"_s).toBool();
    job.options.format = map.value(u"format"_s).toString();
    job.options.baseUrl = map.value(u"baseUrl"_s).toString();
    ImportLimits &limits = job.options.limits;
    limits.fileBytes = map.value(u"fileBytes"_s).toInteger();
    limits.collectionBytes = map.value(u"collectionBytes"_s).toInteger();
    limits.textUnits = map.value(u"textUnits"_s).toInteger();
    limits.cpuSeconds = int(map.value(u"cpuSeconds"_s).toInteger());
    limits.wallSeconds = int(map.value(u"wallSeconds"_s).toInteger());
    limits.addressSpace = map.value(u"addressSpace"_s).toInteger();
    return job;
}

QByteArray encodeEnding(const ImportEnding &ending)
{
    QCborArray failures;
    for (const ImportFailure &failure : ending.failures)
        failures.append(QCborArray{failure.part, name(failure.error.kind), failure.error.message});
    return QCborValue(QCborMap{{u"failures"_s, failures}, {u"walls"_s, ending.walls}}).toCbor();
}

Result<ImportEnding> decodeEnding(const QByteArray &bytes, const QString &path)
{
    const QCborValue value = QCborValue::fromCbor(bytes);
    if (!value.isMap() || !value.toMap().value(u"failures"_s).isArray())
        return damaged();
    ImportEnding ending;
    ending.walls = shownText(value.toMap().value(u"walls"_s), 100);
    const QCborArray failures = value.toMap().value(u"failures"_s).toArray();
    for (const QCborValue &item : failures) {
        const QCborArray fields = item.toArray();
        if (fields.size() != 3 || !fields.at(0).isString() || !fields.at(1).isString() ||
            !fields.at(2).isString())
            return damaged();
        ending.failures.push_back(
            {shownText(fields.at(0), longestPart),
             Error{errorKindNamed(fields.at(1).toString()), shownText(fields.at(2), longestMessage), path}});
    }
    return ending;
}

} // namespace Lectern
