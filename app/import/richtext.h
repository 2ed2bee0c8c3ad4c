#pragma once

#include "text/article.h"
#include "text/canonicaltext.h"

#include <vector>

namespace Lectern {

/// How a run of words is set.
struct RunStyle
{
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    bool strike = false;
    bool superscript = false;
    bool subscript = false;
    QString link; ///< target, "" for none

    bool operator==(const RunStyle &) const = default;
};

/// A run of words in one style; `\n` is a line break.
struct StyledRun
{
    QString text;
    RunStyle style;
};

/// A paragraph of an office document.
struct RichParagraph
{
    enum class Role : quint8 { None, Title, Author, Date };

    BlockKind kind = BlockKind::Paragraph;
    int level = 0; ///< as Block::level
    Role role = Role::None;
    std::vector<StyledRun> runs;

    /// Adds words at its end.
    void append(const QString &text, const RunStyle &style);
    QString text() const;
};

/// An office document as its reader finds it: paragraphs in order, then the notes at their foot.
struct RichText
{
    std::vector<RichParagraph> paragraphs;
    std::vector<RichParagraph> notes;
};

/// What a document says of itself, apart from its words.
struct DocumentProperties
{
    QString title;
    QStringList creators;
    PartialDate modified;
    QString language;
    QStringList keywords;
    QString description;
};

/// True when a title in a document's properties may be that of its text: not a file's name, nor what a
/// program writes there by itself ("Microsoft Word - a.doc", "Untitled", "Document1").
bool isOwnTitle(const QString &title);
/// True when a creator in a document's properties may be a person: two words at least, none of them a
/// program's or "User".
bool isPersonName(const QString &name);

/// Finds title, authors and dates in the first paragraphs and in the properties, and writes the text. What
/// stands in the text wins; the day on which a file was made is never taken for the one of its publication.
CanonicalText writeRichText(RichText document, const DocumentProperties &properties, ArticleDraft &draft);

} // namespace Lectern
