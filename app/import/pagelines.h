#pragma once

#include "import/htmltree.h"

namespace Lectern {

/// A line of a page as it is seen: the text between two borders of blocks.
struct PageLine
{
    QString text;         ///< simplified; the first 400 units of it
    int node = -1;        ///< the first text node
    int heading = 0;      ///< 1-6 in a heading, else 0
    bool isProse = false; ///< long enough to be a paragraph of the text
};

/// The lines of a page in document order, without what is never seen (scripts, styles, forms' choices), at
/// most 20,000, and where its headline is among them. The tree outlives it.
class PageLines
{
public:
    PageLines(const HtmlTree &tree, const QString &title);

    int size() const { return int(m_lines.size()); }
    const PageLine &at(int line) const { return m_lines[size_t(line)]; }
    /// The line that is the headline: a heading with the title's words, another line with them, the first
    /// heading of the first level. -1 when there is none.
    int headline() const { return m_headline; }
    /// The last line that begins at or before the node, -1 when there is none.
    int lineOf(int node) const;
    /// Up to 8 lines before the headline and 16 behind it, with no more than a paragraph between.
    bool isNearHeadline(int line) const;
    /// True when a paragraph of the text stands within the next 12 lines.
    bool leadsToProse(int line) const;
    /// True when an element around the node, that does not hold the headline as well, is navigation, comments
    /// or a list of other articles.
    bool isElsewhere(int node) const;

private:
    const HtmlTree &m_tree;
    std::vector<PageLine> m_lines;
    std::vector<int> m_proseBefore; ///< how many lines of prose stand before each line
    int m_headline = -1;
};

/// Letters and digits in lower case: what of two titles or names is compared.
QString comparableWords(const QString &text);

} // namespace Lectern
