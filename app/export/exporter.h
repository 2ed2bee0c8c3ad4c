#pragma once

#include "base/result.h"
#include "export/citation.h"
#include "export/exportoptions.h"
#include "text/passage.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Lectern {

/// Which of the ExportOptions change what a format writes.
struct ExportAbilities
{
    bool showsContext = false;
    bool showsStyle = false;
    bool canLeaveOutRecord = false; ///< heeds ExportOptions::withRecord
    bool canBeVerified = false;     ///< carries the record that readExport() reads back
    bool canPackSources = false;    ///< heeds ExportOptions::withSources
};

/// Writes passages in one format: verbatim, with their provenance. The same input gives the same bytes.
class Exporter
{
public:
    virtual ~Exporter() = default;

    virtual QString format() const = 0; ///< name on the command line: "markdown", "html", ...
    virtual QString label() const = 0;  ///< for people: "Markdown"
    virtual QString suffix() const = 0; ///< of a file, without the dot
    virtual QString mimeType() const = 0;
    virtual ExportAbilities abilities() const { return {}; }
    /// Whether it is text in UTF-8, fit for a terminal and the clipboard; otherwise bytes of a document.
    virtual bool isText() const { return true; }
    /// Whether it can be written here and now. Documents are not text, and need the document module.
    virtual Result<void> ready() const;
    virtual QByteArray write(const std::vector<Passage> &passages,
                             const ExportOptions &options = ExportOptions()) const = 0;
    /// What is written as text for people: of a text format the text itself, of a document its words.
    virtual QString preview(const std::vector<Passage> &passages, const ExportOptions &options) const;
    /// Sentences for the user about what this export cannot show or leaves out; empty when there is nothing
    /// to say.
    virtual QStringList warnings(const std::vector<Passage> &passages, const ExportOptions &options) const;
};

/// All formats, in the order in which they are offered.
const std::vector<std::unique_ptr<Exporter>> &exporters();
/// Null when there is no format of that name.
const Exporter *exporterNamed(QStringView format);

/// Writes to a temporary file beside `path` and renames it: either all of it is there or nothing has changed.
Result<void> exportToFile(const Exporter &exporter, const std::vector<Passage> &passages, const QString &path,
                          const ExportOptions &options = ExportOptions());

} // namespace Lectern
