#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <vector>

namespace Lectern {

/// What somebody else's readers see in an export: none of this is code of the exporters.

/// The text of every top block quote of a Markdown file as md4c reads it, paragraphs joined by line breaks.
/// Whatever is not plain text (a list, a heading, emphasis, HTML) shows as [name] in it. `flags` are md4c's.
QStringList markdownQuotes(const QByteArray &markdown, unsigned flags);

/// The text of every blockquote as gumbo reads it, paragraphs joined by line breaks; an element other than p
/// shows as [name].
QStringList htmlQuotes(const QByteArray &html);
/// The text of every script element.
QStringList htmlScripts(const QByteArray &html);

/// The rows of a CSV file by the grammar of RFC 4180, each cell under the name in the header; one row named
/// "error" when the file does not follow it.
std::vector<QHash<QString, QString>> csvRows(const QByteArray &csv);

} // namespace Lectern
