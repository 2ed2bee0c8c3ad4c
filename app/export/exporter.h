#pragma once

#include "base/result.h"
#include "text/passage.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace Lectern {

/// Writes passages in one format: verbatim, with their provenance. The same input gives the same bytes.
class Exporter
{
public:
    virtual ~Exporter() = default;

    virtual QString format() const = 0; ///< name on the command line: "markdown", "html", ...
    virtual QString label() const = 0;  ///< for people: "Markdown"
    virtual QString suffix() const = 0; ///< of a file, without the dot
    virtual QString mimeType() const = 0;
    virtual QByteArray write(const std::vector<Passage> &passages) const = 0;
};

/// All formats, in the order in which they are offered.
const std::vector<std::unique_ptr<Exporter>> &exporters();
/// Null when there is no format of that name.
const Exporter *exporterNamed(QStringView format);

/// Writes to a temporary file beside `path` and renames it: either all of it is there or nothing has changed.
Result<void> exportToFile(const Exporter &exporter, const std::vector<Passage> &passages,
                          const QString &path);

/// One line: Author. “Title.” Outlet, date. URL (or file name), ¶ 7. An article without a headline is cited
/// by the first words of its text and “(untitled)”. What is not known is left out.
QString citation(const Passage &passage);

/// The quotation and its citation for the clipboard: plain text ends with "— citation"; html is a blockquote
/// with a cite.
struct CitedQuote
{
    QString text;
    QString html;
};
CitedQuote citedQuote(const Passage &passage);

} // namespace Lectern
