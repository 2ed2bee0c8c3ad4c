#pragma once

#include "export/citation.h"
#include "text/passage.h"

#include <QDate>

#include <functional>
#include <optional>

namespace Lectern {

/// How much of the article goes along with a passage, its words marked in it.
enum class ExportContext : quint8 { None, Sentence, Paragraph, Article };
constexpr int exportContextCount = 4;

/// For settings and the command line: "none", "sentence", "paragraph", "article".
QString name(ExportContext context);
/// For people: "Nothing around it", "Its sentence", ...
QString label(ExportContext context);
/// Nothing when there is no context of that name.
std::optional<ExportContext> exportContextNamed(QStringView name);

/// What can be chosen about an export; each exporter heeds what its format can show (Exporter::abilities()).
struct ExportOptions
{
    ExportContext context = ExportContext::None;
    CitationStyle style = CitationStyle::Plain;
    /// Whether documents for people (ODT, DOCX, PDF, plain text) list hashes, file and offsets under each
    /// passage. Formats that can be read back carry their record always.
    bool withRecord = true;
    /// Whether an evidence pack holds the files that the passages were cut from, as they are.
    bool withSources = false;
    /// When the addresses were looked at, for styles that say so; a null date says nothing.
    QDate accessed;
    /// The article that a passage was cut from; may be empty, and may answer null. An article whose text is
    /// not the one that the passage was cut from (Passage::textSha256) counts as not there.
    std::function<ArticlePtr(const Passage &)> article;
};

} // namespace Lectern
