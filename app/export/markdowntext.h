#pragma once

#include <QString>
#include <QStringList>

namespace Lectern {

/// One line of text, escaped for CommonMark and its common extensions. White space that a reader would drop
/// becomes a character reference.
QString escapedMarkdown(QStringView line);

/// The lines of a text as paragraphs. An empty line cannot be one: its line break joins the neighbour as a
/// character reference.
QStringList markdownParagraphs(const QString &text);

/// Whether the address can stand between the signs that make a link of it.
bool isMarkdownAddress(const QString &url);

} // namespace Lectern
