#pragma once

#include "base/result.h"
#include "import/docxstyles.h"
#include "import/richtext.h"

namespace Lectern {

/// What a part of a DOCX file refers to, and what its readers share.
struct DocxContext
{
    DocxStyles styles;
    QHash<QString, QString> links; ///< relationship id to web or mail address
    QStringList footnotes; ///< ids of the notes in the order of their references, "e" before endnotes'
};

/// Reads the paragraphs of word/document.xml (ECMA-376 part 1, 17.3): insertions as they are, deletions and
/// hidden words left out, fields by their results, text boxes once, after the paragraph that holds them.
/// Malformed and Limit as BoundedXml says.
Result<std::vector<RichParagraph>> readDocxBody(const QByteArray &xml, DocxContext &context);

/// Reads footnotes.xml or endnotes.xml: the paragraphs of each note by its id.
Result<QHash<QString, std::vector<RichParagraph>>> readDocxNotes(const QByteArray &xml, DocxContext &context);

} // namespace Lectern
