#include "cli/articlejson.h"

#include "base/jsonlines.h"

namespace Lectern {

QJsonObject rangeObject(TextRange range, const CodePoints &codePoints)
{
    const TextRange points = codePoints.fromUtf16(range);
    return {{QStringLiteral("start"), qint64(points.start)}, {QStringLiteral("end"), qint64(points.end)}};
}

QJsonArray rangeArray(const std::vector<TextRange> &ranges, const CodePoints &codePoints)
{
    QJsonArray array;
    for (const TextRange range : ranges)
        array.append(rangeObject(range, codePoints));
    return array;
}

QJsonObject articleLine(const Article &article)
{
    const Source &source = article.source();
    const CodePoints codePoints(article.text());

    QJsonArray blocks;
    for (const Block &block : article.blocks()) {
        QJsonObject object = rangeObject(block.range, codePoints);
        object.insert(QStringLiteral("kind"), name(block.kind));
        object.insert(QStringLiteral("level"), block.level);
        blocks.append(object);
    }
    QJsonObject extra;
    for (auto field = article.extra().begin(); field != article.extra().end(); ++field)
        extra.insert(field.key(), field.value());

    return {
        {QStringLiteral("path"), source.path},
        {QStringLiteral("part"), source.part},
        {QStringLiteral("id"), article.id()},
        {QStringLiteral("sha256"), QString::fromLatin1(source.sha256)},
        {QStringLiteral("bytes"), source.bytes},
        {QStringLiteral("format"), source.format},
        {QStringLiteral("encoding"), stringOrNull(source.encoding)},
        {QStringLiteral("encodingGuessed"), source.encodingGuessed},
        {QStringLiteral("language"), stringOrNull(article.language())},
        {QStringLiteral("title"), stringOrNull(article.title())},
        {QStringLiteral("titleDerived"), article.isTitleDerived()},
        {QStringLiteral("authors"), QJsonArray::fromStringList(article.authors())},
        {QStringLiteral("outlet"), stringOrNull(article.outlet())},
        {QStringLiteral("published"), stringOrNull(article.published().toIsoAsGiven())},
        {QStringLiteral("modified"), stringOrNull(article.modified().toIsoAsGiven())},
        {QStringLiteral("url"), stringOrNull(article.url())},
        {QStringLiteral("tags"), QJsonArray::fromStringList(article.tags())},
        {QStringLiteral("extra"), extra},
        {QStringLiteral("text"), article.text()},
        {QStringLiteral("blocks"), blocks},
        {QStringLiteral("confidence"), article.confidence()},
        {QStringLiteral("warnings"), QJsonArray::fromStringList(article.warnings())},
    };
}

QJsonObject failureLine(const ImportFailure &failure)
{
    return {{QStringLiteral("path"), failure.error.path},
            {QStringLiteral("part"), failure.part},
            {QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), name(failure.error.kind)},
                                                  {QStringLiteral("message"), failure.error.message}}}};
}

} // namespace Lectern
