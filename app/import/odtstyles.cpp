#include "import/odtstyles.h"

#include "import/boundedxml.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxAncestors = 20;

/// "Heading_20_1" as people read it, in lower case.
QString plainName(const QString &name)
{
    return QString(name).replace(u"_20_"_s, u" "_s).toLower();
}

} // namespace

void OdtStyles::add(const QByteArray &xml)
{
    BoundedXml reader(xml);
    QString name;
    Style style;
    while (!reader.atEnd()) {
        const auto token = reader.next();
        if (token == QXmlStreamReader::EndElement && reader.is("style"_L1) && !name.isEmpty())
            m_styles.insert(std::exchange(name, {}), style);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.is("body"_L1))
            return;
        if (reader.is("style"_L1)) {
            name = reader.attribute("name"_L1);
            style = {reader.attribute("parent-style-name"_L1), {}, false};
        } else if (reader.is("text-properties"_L1) && !name.isEmpty()) {
            const QString weight = reader.attribute("font-weight"_L1);
            style.run.strong = weight == u"bold" || weight.toInt() >= 600;
            style.run.emphasis = reader.attribute("font-style"_L1) == u"italic";
            const QString line = reader.attribute("text-line-through-style"_L1);
            style.run.strike = !line.isEmpty() && line != u"none";
            const QString position = reader.attribute("text-position"_L1);
            style.run.superscript = position.startsWith(u"super") || position.toInt() > 0;
            style.run.subscript = position.startsWith(u"sub") || position.startsWith(u'-');
            style.isHidden = reader.attribute("display"_L1) == u"none";
        }
    }
}

RichParagraph OdtStyles::paragraph(const QString &style) const
{
    RichParagraph result;
    QString at = style;
    for (int i = 0; i < maxAncestors && !at.isEmpty(); ++i) {
        const QString name = plainName(at);
        if (name == u"title") {
            result.kind = BlockKind::Heading;
            result.level = 1;
            result.role = RichParagraph::Role::Title;
            return result;
        }
        if (name == u"quotations" || name == u"quote" || name == u"block text") {
            result.kind = BlockKind::Quote;
            result.level = 1;
            return result;
        }
        if (name == u"preformatted text" || name == u"source code") {
            result.kind = BlockKind::Pre;
            return result;
        }
        if (name == u"caption" || name == u"illustration" || name == u"figure") {
            result.kind = BlockKind::Caption;
            return result;
        }
        if (name == u"author" || name == u"date") {
            result.role = name == u"author" ? RichParagraph::Role::Author : RichParagraph::Role::Date;
            return result;
        }
        at = m_styles.value(at).parent;
    }
    return result;
}

RunStyle OdtStyles::run(const QString &style, const RunStyle &around) const
{
    const RunStyle own = m_styles.value(style).run;
    RunStyle result = around;
    result.strong = result.strong || own.strong;
    result.emphasis = result.emphasis || own.emphasis;
    result.strike = result.strike || own.strike;
    result.superscript = result.superscript || own.superscript;
    result.subscript = result.subscript || own.subscript;
    return result;
}

bool OdtStyles::isHidden(const QString &style) const
{
    return m_styles.value(style).isHidden;
}

} // namespace Lectern
