#pragma once

#include "text/passage.h"

#include <optional>
#include <vector>

class QDate;

namespace Lectern {

/// How a source is named below a quotation. What is not known is left out in every style, words are never
/// re-capitalised, and an article without a headline is cited by the first words of its text and
/// “(untitled)”.
enum class CitationStyle : quint8 {
    Plain,    ///< Ada Lund and Bo Ek. “Title.” Outlet, 28 September 2021. URL, ¶ 7.
    Chicago,  ///< Lund, Ada, and Bo Ek. “Title.” Outlet, September 28, 2021. URL.
    Apa,      ///< Lund, A., & Ek, B. (2021, September 28). Title. Outlet. URL
    Mla,      ///< Lund, Ada, and Bo Ek. “Title.” Outlet, 28 Sept. 2021, URL.
    Markdown, ///< Ada Lund and Bo Ek, [Title](URL), *Outlet*, 28 September 2021
    Wikipedia ///< {{cite news |last1=Lund |first1=Ada ... |title=Title |work=Outlet ...}}
};
constexpr int citationStyleCount = 6;

/// For settings and the command line: "plain", "chicago", "apa", "mla", "markdown", "wikipedia".
QString name(CitationStyle style);
/// For people: "Plain", "Chicago-like", ...
QString label(CitationStyle style);
/// Nothing when there is no style of that name.
std::optional<CitationStyle> citationStyleNamed(QStringView name);

/// A stretch of a citation and how it is set.
struct CitationPart
{
    QString text;
    bool isItalic = false;
    bool isAddress = false; ///< `text` is an http(s) address

    bool operator==(const CitationPart &) const = default;
};

/// The citation in one line. `accessed` is named by the styles that do so, when it is valid. Markup styles
/// (Markdown, Wikipedia) are one part.
std::vector<CitationPart> citationParts(const Passage &passage, CitationStyle style, const QDate &accessed);
/// Its words, without italics.
QString citation(const Passage &passage, CitationStyle style = CitationStyle::Plain);
QString citation(const Passage &passage, CitationStyle style, const QDate &accessed);
/// The same as HTML: italics and nothing else; addresses are not made links.
QString citationHtml(const Passage &passage, CitationStyle style, const QDate &accessed);

/// The title in words: “Title”, or “First words…” (untitled), without quotation marks around it.
QString citedTitle(const Passage &passage);

/// The quotation and its citation for the clipboard: plain text ends with "— citation"; html is a blockquote
/// with a cite. In the Markdown style the text is a Markdown block quote, in the Wikipedia style a <ref>.
struct CitedQuote
{
    QString text;
    QString html;
};
CitedQuote citedQuote(const Passage &passage, CitationStyle style = CitationStyle::Plain);

} // namespace Lectern
