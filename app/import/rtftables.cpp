#include "import/rtftables.h"

#include "import/rtfcodepages.h"

#include <utility>

namespace Lectern {

namespace {

constexpr qsizetype longestText = 10'000; ///< UTF-16 units

} // namespace

bool RtfTables::take(Table table, QByteArrayView word, int parameter)
{
    switch (table) {
    case Table::Fonts:
        if (word == "f")
            m_font = parameter;
        else if (word == "fcharset")
            m_fonts.insert(m_font, rtfCharset(parameter));
        else if (word == "cpg")
            m_fonts.insert(m_font, rtfCodePage(parameter));
        return true;
    case Table::Styles:
        if (word == "s")
            m_style = parameter;
        return true;
    case Table::Revised:
        if (word == "yr")
            m_year = parameter;
        else if (word == "mo")
            m_month = parameter;
        else if (word == "dy")
            m_day = parameter;
        return true;
    default:
        return false;
    }
}

void RtfTables::addText(const QString &text)
{
    if (m_text.size() < longestText)
        m_text += text;
}

void RtfTables::beginField(QByteArrayView name)
{
    m_field = name.toByteArray();
    m_text.clear();
}

void RtfTables::endGroup(Table table)
{
    if (table == Table::Styles)
        endStyle();
    else if (table == Table::InfoField)
        endField();
    else if (table == Table::Revised)
        m_properties.modified = PartialDate::day(QDate(m_year, m_month, m_day));
}

void RtfTables::endStyle()
{
    const QString name = std::exchange(m_text, {}).section(u';', 0, 0).trimmed().toLower();
    if (m_style >= 0 && !name.isEmpty())
        m_styles.insert(m_style, DocxStyles::named(name));
    m_style = -1;
}

void RtfTables::endField()
{
    const QString value = std::exchange(m_text, {}).simplified();
    if (m_field == "title")
        m_properties.title = value;
    else if (m_field == "author" && !value.isEmpty())
        m_properties.creators = {value};
    else if (m_field == "keywords" && !value.isEmpty())
        m_properties.keywords = {value};
    else if (m_field == "doccomm")
        m_properties.description = value;
    m_field.clear();
}

} // namespace Lectern
