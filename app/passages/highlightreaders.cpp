#include "passages/highlightreaders.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>
#include <QUuid>

namespace Lectern {

namespace {

constexpr qsizetype mostBytes = qsizetype(256) << 20;

/// Nothing when the bytes are not of the encoding that they claim, UTF-8 without a mark.
std::optional<QString> decoded(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

Result<ForeignHighlights> readJson(const QByteArray &bytes, const QString &path)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &mistake);
    if (document.isNull())
        return Error{
            ErrorKind::Malformed,
            QStringLiteral("This is not JSON: %1 at byte %2.").arg(mistake.errorString()).arg(mistake.offset),
            path};
    if (document.object().value(QLatin1String("type")).toString() == QLatin1String("AnnotationSet"))
        return readAnnotationSet(document, path);
    return readHypothesis(document, path);
}

} // namespace

QString foreignId(const QString &program, const QStringList &names)
{
    static const QUuid space(QStringLiteral("{6d0c2a0e-6f5b-4f0e-9a55-2f1f3f4d9c11}"));
    const QString all = program + QChar(0x1f) + names.join(QChar(0x1f));
    return QStringLiteral("urn:uuid:") + QUuid::createUuidV5(space, all).toString(QUuid::WithoutBraces);
}

MarkColour foreignColour(const QString &name)
{
    static const QMap<QString, MarkColour> colours{
        {QStringLiteral("green"), MarkColour::Green},   {QStringLiteral("blue"), MarkColour::Blue},
        {QStringLiteral("pink"), MarkColour::Pink},     {QStringLiteral("red"), MarkColour::Pink},
        {QStringLiteral("orange"), MarkColour::Orange}, {QStringLiteral("violet"), MarkColour::Violet},
        {QStringLiteral("purple"), MarkColour::Violet},
    };
    return colours.value(name.trimmed().toLower(), MarkColour::Yellow);
}

Result<ForeignHighlights> readHighlights(const QByteArray &bytes, const QString &path)
{
    if (bytes.size() > mostBytes)
        return Error{ErrorKind::Limit, QStringLiteral("The file is larger than %1 MiB.").arg(mostBytes >> 20),
                     path};
    const std::optional<QString> text = decoded(bytes);
    if (!text)
        return Error{ErrorKind::Malformed,
                     QStringLiteral("The file is not UTF-8. Save it as UTF-8 and import it again."), path};
    const QString start = text->left(4096).trimmed();
    if (start.isEmpty())
        return Error{ErrorKind::Empty, QStringLiteral("The file is empty."), path};
    if (start.startsWith(u'{') || start.startsWith(u'['))
        return readJson(text->toUtf8(), path);
    if (text->contains(QLatin1String("==========")))
        return readClippings(*text, path);
    if (start.section(u'\n', 0, 0).contains(QLatin1String("highlight"), Qt::CaseInsensitive))
        return readReadwise(*text, path);
    return Error{
        ErrorKind::Unsupported,
        QStringLiteral("This is no file of highlights that can be read: Readwise CSV, Kindle’s “My "
                       "Clippings.txt”, Hypothesis JSON, a Readium annotation set, or an export of Lectern."),
        path};
}

} // namespace Lectern
