#pragma once

#include "import/richtext.h"

#include <QByteArray>
#include <QHash>

namespace Lectern {

/// What the named styles of a DOCX file make of their paragraphs.
class DocxStyles
{
public:
    struct Meaning
    {
        BlockKind kind = BlockKind::Paragraph;
        int level = 0;
        RichParagraph::Role role = RichParagraph::Role::None;
    };

    DocxStyles() = default;
    /// Reads styles.xml as far as it is sound (ECMA-376 part 1, 17.7).
    explicit DocxStyles(const QByteArray &xml);

    /// Of the style with that id; styles that it is based on count where it says nothing itself.
    Meaning meaning(const QString &id) const;
    /// Of a style by its English name in lower case ("heading 1", "title"), as Word writes it in every
    /// language.
    static Meaning named(const QString &name);

private:
    struct Style
    {
        QString name; ///< lower case
        QString basedOn;
        int outline = -1; ///< heading level from 0; -1 when none is given
        int list = -1;    ///< list depth from 0; -1 when it is no list
    };

    QHash<QString, Style> m_styles;
};

} // namespace Lectern
