#pragma once

#include <QByteArrayView>

namespace Lectern {

/// A piece of HTML as a scan in one pass sees it.
struct HtmlToken
{
    enum class Kind {
        Text,
        RawText, ///< the inside of script, style, textarea and their kin
        StartTag,
        EndTag,
        Other ///< comment, doctype, processing instruction
    };
    Kind kind = Kind::Text;
    QByteArrayView bytes; ///< all of it
    QByteArrayView name;  ///< of a tag, as written
    int attributes = 0;
    bool isSelfClosed = false;
};

/// Cuts HTML into tokens in linear time and constant memory, whatever the input. Knows nothing of trees: for
/// judging a page before it is parsed, and for reading one that cannot be.
class HtmlScanner
{
public:
    explicit HtmlScanner(QByteArrayView html)
        : m_html(html)
    {}

    /// False at the end.
    bool next(HtmlToken &token);

private:
    HtmlToken scanTag();
    HtmlToken scanOther();
    HtmlToken cut(HtmlToken::Kind kind, qsizetype end);

    QByteArrayView m_html;
    qsizetype m_position = 0;
    QByteArrayView m_rawName; ///< the element whose raw text comes next
};

/// True when both are the same ASCII letters, whatever their case.
bool sameTag(QByteArrayView a, QByteArrayView b);

} // namespace Lectern
