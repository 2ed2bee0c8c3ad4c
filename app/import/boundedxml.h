#pragma once

#include "base/result.h"

#include <QXmlStreamReader>

namespace Lectern {

/// Reads XML that may be made to do harm: at most 256 elements are open at once, entities may grow to 4,096
/// characters, and nothing outside the document is ever read.
class BoundedXml final : public QXmlStreamReader
{
public:
    /// `bytes` in the encoding that they declare.
    explicit BoundedXml(const QByteArray &bytes);

    /// The next token; Invalid, for good, at the first fault.
    TokenType next();
    /// Elements open after the last token; the element that starts or ends counts.
    int depth() const { return m_depth; }
    /// The local name of the element that starts or ends.
    bool is(QLatin1StringView localName) const { return name() == localName; }
    /// The attribute with that local name in whatever namespace; "" when there is none.
    QString attribute(QLatin1StringView localName) const;
    bool hasAttribute(QLatin1StringView localName) const;
    /// Goes to the end of the element that has just started.
    void skip();
    /// All text in the element that has just started; goes to its end.
    QString textInside();

    /// What went wrong so far, Malformed or Limit; nothing when the document is sound.
    Result<void> fault() const;

private:
    int m_depth = 0;
    bool m_atEnd = false; ///< the last token ended an element, which depth() still counts
    bool m_tooDeep = false;
};

} // namespace Lectern
