#pragma once

#include "export/exporter.h"
#include "export/templatekind.h"

namespace Lectern {

/// Writes passages through a template of the user's, in Mustache (https://mustache.github.io/mustache.5.html)
/// without partials and without other delimiters.
///
/// Lists: `articles` (each with its `passages`), `passages` (all), and in a passage `tags`, `authors` and
/// `lines`; `first` and `last` tell where in a list one is. Of a passage: quote, exact (with what was left
/// out), before and after (by ExportOptions::context), note, citation, colour, starred, paragraph, start,
/// end, prefix, suffix, created, modified, id, key. Of its article, also inside a passage: title, untitled,
/// names, outlet, date, year, url, file, path, language, sha256, text_sha256. `name` is that of a tag or
/// author, `line` that of a line. {{name}} is escaped for what the template makes, {{{name}}} is not;
/// {{#json}}...{{/json}} makes one JSON (and YAML) string of what is inside.
///
/// What it makes is told by the suffix of the file (a last ".mustache" does not count), or by a comment
/// {{! kind: markdown }}.
class TemplateExporter final : public Exporter
{
public:
    /// Fails with Malformed and the mistake in words when it is no template that can be run.
    static Result<TemplateExporter> parse(const QString &text, const QString &name, const QString &suffix);

    QString format() const override { return QStringLiteral("template:") + m_name; }
    QString label() const override { return m_label; }
    QString suffix() const override { return m_suffix; }
    QString mimeType() const override { return Lectern::mimeType(m_kind); }
    ExportAbilities abilities() const override { return {true, true, false, false}; }
    QByteArray write(const std::vector<Passage> &passages, const ExportOptions &options) const override;
    /// Also says when the template does not print the quotation.
    QStringList warnings(const std::vector<Passage> &passages, const ExportOptions &options) const override;

private:
    TemplateExporter() = default;

    QString m_text;
    QString m_name;
    QString m_label;
    QString m_suffix;
    TemplateKind m_kind = TemplateKind::Text;
};

/// A template that comes with Lectern.
struct ShippedTemplate
{
    QString name;
    QString label;
    QString suffix;
    QString text;
};
const std::vector<ShippedTemplate> &shippedTemplates();

/// The exporter of a shipped template's name or of a template file.
Result<std::unique_ptr<Exporter>> templateExporter(const QString &nameOrPath);

} // namespace Lectern
