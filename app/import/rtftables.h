#pragma once

#include "import/docxstyles.h"
#include "import/richtext.h"

#include <QByteArray>
#include <QHash>

namespace Lectern {

/// What stands before the text of an RTF file and tells how to read it: fonts, styles, and what the document
/// says of itself.
class RtfTables
{
public:
    enum class Table : quint8 { Fonts, Styles, Info, InfoField, Revised };

    /// True when the word belongs to that table; it is taken into it.
    bool take(Table table, QByteArrayView word, int parameter);
    /// Words that stand in a table: the name of a style, the value of a field.
    void addText(const QString &text);
    /// The group of a style, a field or a date is over.
    void endGroup(Table table);
    /// A field of the info table begins.
    void beginField(QByteArrayView name);

    /// Label of the encoding of a font; "" for the document's own.
    QByteArray encoding(int font) const { return m_fonts.value(font); }
    DocxStyles::Meaning style(int number) const { return m_styles.value(number); }
    const DocumentProperties &properties() const { return m_properties; }

private:
    void endStyle();
    void endField();

    QHash<int, QByteArray> m_fonts;
    QHash<int, DocxStyles::Meaning> m_styles;
    DocumentProperties m_properties;
    QByteArray m_field;
    QString m_text;
    int m_font = -1;
    int m_style = -1;
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
};

} // namespace Lectern
