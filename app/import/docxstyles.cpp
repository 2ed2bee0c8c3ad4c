#include "import/docxstyles.h"

#include "import/boundedxml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxAncestors = 20;
constexpr int bodyOutline = 9; ///< "body text" among the outline levels

} // namespace

DocxStyles::DocxStyles(const QByteArray &xml)
{
    BoundedXml reader(xml);
    Style style;
    QString id;
    while (!reader.atEnd()) {
        const auto token = reader.next();
        if (token == QXmlStreamReader::EndElement && reader.is("style"_L1) && !id.isEmpty())
            m_styles.insert(id, style);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.is("style"_L1)) {
            style = {};
            id = reader.attribute("styleId"_L1);
        } else if (reader.is("name"_L1)) {
            style.name = reader.attribute("val"_L1).toLower();
        } else if (reader.is("basedOn"_L1)) {
            style.basedOn = reader.attribute("val"_L1);
        } else if (reader.is("outlineLvl"_L1)) {
            style.outline = reader.attribute("val"_L1).toInt();
        } else if (reader.is("numPr"_L1)) {
            style.list = std::max(style.list, 0);
        } else if (reader.is("ilvl"_L1)) {
            style.list = std::clamp(reader.attribute("val"_L1).toInt(), 0, 8);
        } else if (reader.is("tblStylePr"_L1)) {
            reader.skip();
        }
    }
}

DocxStyles::Meaning DocxStyles::named(const QString &name)
{
    using Role = RichParagraph::Role;
    if (name == u"title")
        return {BlockKind::Heading, 1, Role::Title};
    if (name == u"author" || name == u"byline")
        return {BlockKind::Paragraph, 0, Role::Author};
    if (name == u"date")
        return {BlockKind::Paragraph, 0, Role::Date};
    if (name == u"quote" || name == u"intense quote" || name == u"block text" || name == u"quotations")
        return {BlockKind::Quote, 1, Role::None};
    if (name == u"caption" || name == u"image caption" || name == u"table caption")
        return {BlockKind::Caption, 0, Role::None};
    if (name == u"html preformatted" || name == u"source code" || name == u"preformatted text")
        return {BlockKind::Pre, 0, Role::None};
    if (name.startsWith(u"heading ") && name.size() == 9 && name.back().isDigit())
        return {BlockKind::Heading, std::clamp(name.back().digitValue(), 1, 6), Role::None};
    return {};
}

DocxStyles::Meaning DocxStyles::meaning(const QString &id) const
{
    QString at = id;
    for (int i = 0; i < maxAncestors; ++i) {
        const auto style = m_styles.constFind(at);
        if (style == m_styles.constEnd())
            break;
        const Meaning byName = named(style->name);
        if (byName.kind != BlockKind::Paragraph || byName.role != RichParagraph::Role::None)
            return byName;
        if (style->outline >= 0 && style->outline < bodyOutline)
            return {BlockKind::Heading, std::min(style->outline + 1, 6), {}};
        if (style->list >= 0)
            return {BlockKind::ListItem, style->list + 1, {}};
        at = style->basedOn;
    }
    return {};
}

} // namespace Lectern
