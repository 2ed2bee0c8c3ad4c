#pragma once

#include <QString>

#include <optional>

namespace Lectern {

/// What a template makes, and so how the values in it are escaped.
enum class TemplateKind : quint8 { Text, Markdown, Html, Latex, Csv, Json };

/// "text", "markdown", "html", "latex", "csv", "json".
QString name(TemplateKind kind);
std::optional<TemplateKind> templateKindNamed(QStringView name);
/// Of a file's suffix: "md", "html", "htm", "xml", "tex", "csv", "json"; everything else is text.
TemplateKind templateKindOfSuffix(const QString &suffix);
QString mimeType(TemplateKind kind);

/// A value as it must stand in that kind: HTML entities, backslashes of Markdown, commands of LaTeX; for CSV
/// a whole cell in quotation marks, safe from being a formula; for JSON the inside of a string.
QString escaped(TemplateKind kind, const QString &value);

} // namespace Lectern
