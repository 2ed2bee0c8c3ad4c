#include "export/templateexporter.h"

#include "export/templatevalues.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 maximumSize = 1024 * 1024;
/// Deeper sections than anybody writes; the parser goes down by calling itself.
constexpr int maximumDepth = 32;

/// What the parser would take, but should not be run: partials would run the words of a passage as a
/// template. Empty when there is nothing of the kind.
QString unsafeTag(const QString &text)
{
    static const QRegularExpression tag(u"\\{\\{\\s*([>=#^/])"_s);
    int depth = 0;
    auto tags = tag.globalMatch(text);
    while (tags.hasNext()) {
        const QString sign = tags.next().captured(1);
        if (sign == ">"_L1)
            return u"It includes another template ({{>...}}), which is not possible."_s;
        if (sign == "="_L1)
            return u"It changes the delimiters ({{=...=}}), which is not possible."_s;
        depth += sign == "/"_L1 ? -1 : 1;
        if (depth > maximumDepth)
            return u"Its sections are nested deeper than %1."_s.arg(maximumDepth);
    }
    return {};
}

/// "kind: markdown" in a comment.
std::optional<TemplateKind> kindInComment(const QString &text)
{
    static const QRegularExpression comment(u"\\{\\{!\\s*kind:\\s*([a-z]+)\\s*\\}\\}"_s);
    const QRegularExpressionMatch match = comment.match(text);
    return match.hasMatch() ? templateKindNamed(match.captured(1)) : std::nullopt;
}

} // namespace

Result<TemplateExporter> TemplateExporter::parse(const QString &text, const QString &name,
                                                 const QString &suffix)
{
    const QString unsafe = unsafeTag(text);
    const QString mistake = unsafe.isEmpty() ? templateMistake(text) : unsafe;
    if (!mistake.isEmpty())
        return Error{ErrorKind::Malformed, u"This is not a template that can be used. "_s + mistake, name};
    TemplateExporter exporter;
    exporter.m_text = text;
    exporter.m_name = name;
    exporter.m_label = QFileInfo(name).fileName();
    exporter.m_suffix = suffix.isEmpty() ? u"txt"_s : suffix;
    exporter.m_kind = kindInComment(text).value_or(templateKindOfSuffix(suffix));
    return exporter;
}

QByteArray TemplateExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    return filledTemplate(m_text, m_kind, passages, options);
}

QStringList TemplateExporter::warnings(const std::vector<Passage> &passages,
                                       const ExportOptions &options) const
{
    static const QRegularExpression quote(u"\\{\\{[{&]?\\s*(quote|exact|line)\\s*\\}"_s);
    QStringList sentences = Exporter::warnings(passages, options);
    if (!m_text.contains(quote))
        sentences +=
            u"This template does not print the quotation: it has neither {{quote}} nor {{exact}} nor "
            "{{line}}."_s;
    return sentences;
}

Result<std::unique_ptr<Exporter>> templateExporter(const QString &nameOrPath)
{
    const auto finished = [](Result<TemplateExporter> parsed) -> Result<std::unique_ptr<Exporter>> {
        if (!parsed)
            return parsed.error();
        return std::unique_ptr<Exporter>(std::make_unique<TemplateExporter>(std::move(parsed).value()));
    };
    for (const ShippedTemplate &shipped : shippedTemplates())
        if (shipped.name == nameOrPath)
            return finished(TemplateExporter::parse(shipped.text, shipped.name, shipped.suffix));
    QFile file(nameOrPath);
    if (!file.open(QIODevice::ReadOnly)) {
        QStringList names;
        for (const ShippedTemplate &shipped : shippedTemplates())
            names += shipped.name;
        return Error{ErrorKind::Unreadable,
                     u"The template could not be read: %1. Those that come with Lectern are %2."_s.arg(
                         file.errorString(), names.join(u", "_s)),
                     nameOrPath};
    }
    const QByteArray bytes = file.read(maximumSize + 1);
    if (bytes.size() > maximumSize)
        return Error{ErrorKind::Limit, u"This is too large for a template: 1 MiB is the most."_s, nameOrPath};
    QString named = QFileInfo(nameOrPath).fileName();
    if (named.endsWith(u".mustache"_s))
        named.chop(9);
    return finished(
        TemplateExporter::parse(QString::fromUtf8(bytes), nameOrPath, QFileInfo(named).suffix().toLower()));
}

} // namespace Lectern
