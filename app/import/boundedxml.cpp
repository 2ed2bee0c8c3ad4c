#include "import/boundedxml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxDepth = 256;
constexpr int maxEntityUnits = 4096;

} // namespace

BoundedXml::BoundedXml(const QByteArray &bytes)
    : QXmlStreamReader(bytes)
{
    setEntityExpansionLimit(maxEntityUnits);
}

QXmlStreamReader::TokenType BoundedXml::next()
{
    if (m_tooDeep)
        return Invalid;
    if (m_atEnd)
        --m_depth;
    m_atEnd = false;
    const TokenType token = readNext();
    if (token == StartElement && ++m_depth > maxDepth) {
        m_tooDeep = true;
        raiseError(u"nested too deeply"_s);
        return Invalid;
    }
    m_atEnd = token == EndElement;
    return token;
}

QString BoundedXml::attribute(QLatin1StringView localName) const
{
    const QXmlStreamAttributes all = attributes();
    for (const QXmlStreamAttribute &one : all)
        if (one.name() == localName)
            return one.value().toString();
    return {};
}

bool BoundedXml::hasAttribute(QLatin1StringView localName) const
{
    const QXmlStreamAttributes all = attributes();
    return std::any_of(all.begin(), all.end(), [&](const auto &one) { return one.name() == localName; });
}

void BoundedXml::skip()
{
    const int depth = m_depth;
    while (!atEnd()) {
        const TokenType token = next();
        if (token == Invalid || (token == EndElement && m_depth == depth))
            return;
    }
}

QString BoundedXml::textInside()
{
    QString result;
    const int depth = m_depth;
    while (!atEnd()) {
        const TokenType token = next();
        if (token == Characters)
            result += text();
        if (token == Invalid || (token == EndElement && m_depth == depth))
            break;
    }
    return result;
}

Result<void> BoundedXml::fault() const
{
    if (m_tooDeep)
        return Lectern::Error{ErrorKind::Limit,
                     u"It is nested more than 256 levels deep, as only a file that is made to do harm is."_s,
                     {}};
    if (!hasError())
        return {};
    return Lectern::Error{ErrorKind::Malformed,
                 u"It is damaged: in line %L1 of its text something is wrong (%2)."_s.arg(lineNumber())
                     .arg(errorString()),
                 {}};
}

} // namespace Lectern
