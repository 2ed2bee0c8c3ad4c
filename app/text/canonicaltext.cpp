#include "text/canonicaltext.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr char16_t objectReplacement = 0xfffc;
constexpr char16_t replacement = 0xfffd;
constexpr char16_t byteOrderMark = 0xfeff;

bool isLineBreak(char32_t c)
{
    return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// White space that runs together: all of it but line breaks and the spaces that do not break (U+00A0,
/// U+2007, U+202F).
bool isFoldingSpace(char32_t c)
{
    return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200a && c != 0x2007) ||
           c == 0x205f || c == 0x3000;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool isForbidden(char32_t c)
{
    return (c >= 0xd800 && c <= 0xdfff) || c == 0xfdd0 || c == 0xfdd1 || c == 0xfffe || c == 0xffff;
}

/// Characters that are copied as they are, many at a time.
bool isPlain(char16_t c)
{
    return (c > ' ' && c < 0x7f) || (c > 0xa0 && c < 0x1680) || (c > 0x3000 && c < 0xd800);
}

/// Nothing to see: white space of every kind and format controls.
bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

} // namespace

bool CanonicalTextBuilder::keepsSpaces() const
{
    return m_block.kind == BlockKind::Pre || m_block.kind == BlockKind::Verse;
}

void CanonicalTextBuilder::beginBlock(BlockKind kind, int level)
{
    endBlock();
    m_resumeAt = m_result.text.size();
    if (!m_result.text.isEmpty())
        m_result.text += u'\n';
    m_block = Block{kind, quint8(std::clamp(level, 0, 255)), {m_result.text.size(), m_result.text.size()}};
    m_firstSpan = m_result.spans.size();
    m_open = true;
    m_pendingSpace = false;
    m_afterReturn = false;
    for (OpenSpan &span : m_openSpans)
        span.start = m_block.range.start;
}

void CanonicalTextBuilder::append(QStringView text)
{
    if (text.isEmpty())
        return;
    if (!m_open)
        beginBlock(BlockKind::Paragraph);
    for (qsizetype i = 0; i < text.size(); ++i) {
        qsizetype end = i;
        while (end < text.size() && isPlain(text[end].unicode()))
            ++end;
        if (end > i) {
            putSpace();
            m_afterReturn = false;
            m_result.text += text.sliced(i, end - i);
            i = end - 1;
            continue;
        }
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        putCharacter(c);
    }
}

void CanonicalTextBuilder::putSpace()
{
    if (m_pendingSpace && m_result.text.size() > m_block.range.start)
        m_result.text += u' ';
    m_pendingSpace = false;
}

void CanonicalTextBuilder::putCharacter(char32_t c)
{
    const bool afterReturn = std::exchange(m_afterReturn, c == '\r');
    if (isLineBreak(c)) {
        if (c != '\n' || !afterReturn)
            putLineBreak();
        return;
    }
    if (isFoldingSpace(c)) {
        if (!keepsSpaces())
            m_pendingSpace = true;
        else if (c == '\t' && m_block.kind == BlockKind::Verse)
            m_result.text += u' ';
        else
            m_result.text += QChar(char16_t(c));
        return;
    }
    if (isControl(c) || (c == byteOrderMark && m_result.text.isEmpty()))
        return;
    putSpace();
    if (isForbidden(c))
        m_result.text += QChar(replacement);
    else
        m_result.text += QChar::fromUcs4(c);
}

void CanonicalTextBuilder::putLineBreak()
{
    if (!keepsSpaces()) {
        m_pendingSpace = true;
        return;
    }
    // Blank lines in front of a block that keeps its lines are none of its lines.
    const QStringView soFar = QStringView(m_result.text).sliced(m_block.range.start);
    if (std::all_of(soFar.begin(), soFar.end(), isInvisible)) {
        m_result.text.truncate(m_block.range.start);
        for (OpenSpan &span : m_openSpans)
            span.start = m_block.range.start;
        return;
    }
    m_result.text += u'\n';
}

void CanonicalTextBuilder::lineBreak()
{
    if (!m_open)
        return;
    m_afterReturn = false;
    putLineBreak();
}

void CanonicalTextBuilder::beginSpan(SpanKind kind, const QString &target)
{
    m_openSpans.push_back({kind, m_result.text.size(), target});
}

void CanonicalTextBuilder::endSpan(SpanKind kind)
{
    for (size_t i = m_openSpans.size(); i-- > 0;) {
        if (m_openSpans[i].kind == kind) {
            closeSpan(i);
            return;
        }
    }
}

void CanonicalTextBuilder::closeSpan(size_t index)
{
    OpenSpan span = std::move(m_openSpans[index]);
    m_openSpans.erase(m_openSpans.begin() + qsizetype(index));
    if (!m_open)
        return;
    TextRange range{span.start, m_result.text.size()};
    if (!keepsSpaces() && range.start < range.end && m_result.text[range.start] == u' ')
        ++range.start;
    if (!range.isEmpty())
        m_result.spans.push_back({span.kind, range, std::move(span.target)});
}

void CanonicalTextBuilder::endBlock()
{
    if (!m_open)
        return;
    while (!m_openSpans.empty())
        closeSpan(m_openSpans.size() - 1);
    m_open = false;
    m_pendingSpace = false;

    QString &text = m_result.text;
    qsizetype end = text.size();
    while (end > m_block.range.start && (isFoldingSpace(text[end - 1].unicode()) || text[end - 1] == u'\n'))
        --end;
    const QStringView content = QStringView(text).sliced(m_block.range.start, end - m_block.range.start);
    if (std::all_of(content.begin(), content.end(), isInvisible)) {
        text.truncate(m_resumeAt);
        m_result.spans.erase(m_result.spans.begin() + qsizetype(m_firstSpan), m_result.spans.end());
        return;
    }
    text.truncate(end);
    m_block.range.end = end;
    m_result.blocks.push_back(m_block);

    auto &spans = m_result.spans;
    const auto first = spans.begin() + qsizetype(m_firstSpan);
    for (auto span = first; span != spans.end(); ++span)
        span->range = span->range.intersected(m_block.range);
    spans.erase(std::remove_if(first, spans.end(), [](const Span &span) { return span.range.isEmpty(); }),
                spans.end());
    std::stable_sort(first, spans.end(), [](const Span &a, const Span &b) {
        return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
    });
}

void CanonicalTextBuilder::addBlock(BlockKind kind, QStringView text, int level)
{
    beginBlock(kind, level);
    append(text);
    endBlock();
}

void CanonicalTextBuilder::addObject(BlockKind kind)
{
    beginBlock(kind);
    m_result.text += QChar(objectReplacement);
    endBlock();
}

bool CanonicalTextBuilder::isEmpty() const
{
    return m_result.blocks.empty() && (!m_open || m_result.text.size() == m_block.range.start);
}

CanonicalText CanonicalTextBuilder::take()
{
    endBlock();
    m_openSpans.clear();
    return std::exchange(m_result, {});
}

} // namespace Lectern
