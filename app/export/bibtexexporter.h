#pragma once

#include "export/exporter.h"

namespace Lectern {

/// The two dialects of the same file.
enum class BibDialect { Bibtex, Biblatex };

/// A bibliography for LaTeX in UTF-8: an entry for each article, with its quotations in `annote` (BibTeX) or
/// `annotation` (BibLaTeX), which styles do not print by themselves. Capitals of headlines and names that
/// were not taken apart stand in braces. What is not known has no field.
class BibtexExporter final : public Exporter
{
public:
    explicit BibtexExporter(BibDialect dialect)
        : m_dialect(dialect)
    {}

    QString format() const override;
    QString label() const override;
    QString suffix() const override { return QStringLiteral("bib"); }
    QString mimeType() const override { return QStringLiteral("application/x-bibtex"); }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;

private:
    BibDialect m_dialect;
};

} // namespace Lectern
