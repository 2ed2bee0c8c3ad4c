#include "export/templatekind.h"

#include "export/csvtext.h"
#include "export/latextext.h"
#include "export/markdowntext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

struct Wording
{
    const char *name;
    const char *mimeType;
};

/// In the order of TemplateKind.
constexpr std::array<Wording, 6> wordings{{{"text", "text/plain"},
                                           {"markdown", "text/markdown"},
                                           {"html", "text/html"},
                                           {"latex", "application/x-tex"},
                                           {"csv", "text/csv"},
                                           {"json", "application/json"}}};

QString markdown(const QString &value)
{
    QStringList lines = value.split(u'\n');
    for (QString &line : lines)
        line = escapedMarkdown(line);
    return lines.join(u'\n');
}

QString csvCell(const QString &value)
{
    QString cell = looksLikeFormula(value) ? u'\'' + value : value;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString jsonInside(const QString &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json).mid(2).chopped(2);
}

} // namespace

QString name(TemplateKind kind)
{
    return QString::fromLatin1(wordings.at(size_t(kind)).name);
}

std::optional<TemplateKind> templateKindNamed(QStringView name)
{
    for (size_t i = 0; i < wordings.size(); ++i)
        if (name == QLatin1String(wordings[i].name))
            return TemplateKind(i);
    return std::nullopt;
}

TemplateKind templateKindOfSuffix(const QString &suffix)
{
    const QString lower = suffix.toLower();
    if (lower == "md"_L1 || lower == "markdown"_L1)
        return TemplateKind::Markdown;
    if (lower == "html"_L1 || lower == "htm"_L1 || lower == "xml"_L1 || lower == "xhtml"_L1)
        return TemplateKind::Html;
    if (lower == "tex"_L1)
        return TemplateKind::Latex;
    if (lower == "csv"_L1)
        return TemplateKind::Csv;
    return lower == "json"_L1 ? TemplateKind::Json : TemplateKind::Text;
}

QString mimeType(TemplateKind kind)
{
    return QString::fromLatin1(wordings.at(size_t(kind)).mimeType);
}

QString escaped(TemplateKind kind, const QString &value)
{
    switch (kind) {
    case TemplateKind::Text:
        return value;
    case TemplateKind::Markdown:
        return markdown(value);
    case TemplateKind::Html:
        return value.toHtmlEscaped();
    case TemplateKind::Latex:
        return escapedLatex(value);
    case TemplateKind::Csv:
        return csvCell(value);
    case TemplateKind::Json:
        return jsonInside(value);
    }
    return value;
}

} // namespace Lectern
