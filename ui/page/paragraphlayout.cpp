#include "page/paragraphlayout.h"

#include "page/scriptfonts.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <cmath>
#include <limits>

namespace Lectern {

namespace {

constexpr qreal tolerance =
    0.25; ///< of a line's height, that superscripts and other scripts may need without more room

/// The text as it is drawn, unit for unit: line breaks that QTextLayout does not know become U+2028, and what
/// has no picture of its own becomes U+FFFD (a lone U+FFFC, which stands for an image or a rule, a space).
QString drawable(QStringView text)
{
    QString result = text.toString();
    if (result == QStringView(u"\ufffc"))
        return QStringLiteral(" ");
    for (QChar &c : result) {
        const char16_t unit = c.unicode();
        if (unit == u'\n' || unit == u'\r' || unit == u'\v' || unit == u'\f' || unit == 0x85 ||
            unit == 0x2029)
            c = QChar::LineSeparator;
        else if ((unit < 0x20 && unit != u'\t') || (unit >= 0x7f && unit < 0xa0) || unit == 0xfffc)
            c = QChar::ReplacementCharacter;
    }
    return result;
}

bool mayMixDirections(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        // Everything from Hebrew on; surrogates, since some right-to-left scripts lie beyond the basic plane.
        const char16_t unit = c.unicode();
        return (unit >= 0x590 && unit < 0x900) || (unit >= 0x200e && unit <= 0x202e) ||
               (unit >= 0x2066 && unit <= 0x2069) || (unit >= 0xd802 && unit <= 0xd83b) ||
               (unit >= 0xfb1d && unit < 0xff00);
    });
}

QTextCharFormat formatOf(const Span &span, const BlockStyle &style, const QColor &linkInk)
{
    QTextCharFormat format;
    switch (span.kind) {
    case SpanKind::Emphasis:
        format.setFontItalic(true);
        break;
    case SpanKind::Strong:
        format.setFontWeight(QFont::Bold);
        break;
    case SpanKind::Code:
        format.setFontFamilies(QStringList(TypeSheet::monospacedFamily()) + style.font.families());
        format.setProperty(QTextFormat::FontPixelSize, qRound(style.font.pixelSize() * 0.86));
        break;
    case SpanKind::Link:
        format.setForeground(linkInk);
        break;
    case SpanKind::Strike:
        format.setFontStrikeOut(true);
        break;
    case SpanKind::Superscript:
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        break;
    case SpanKind::Subscript:
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
        break;
    }
    return format;
}

} // namespace

ParagraphLayout::ParagraphLayout(QStringView text, TextRange range, std::span<const Span> spans,
                                 const BlockStyle &style, const LayoutContext &context)
    : m_range(range)
    , m_layout(drawable(text.mid(range.start, range.length())), style.font)
    , m_rightToLeft(context.rightToLeft)
{
    m_isBidirectional = m_rightToLeft || mayMixDirections(m_layout.text());
    setFormats(spans, style, context.linkInk);
    breakLines(style, context);
}

/// Spans may nest: QTextLayout merges formats that overlap.
void ParagraphLayout::setFormats(std::span<const Span> spans, const BlockStyle &style, const QColor &linkInk)
{
    QList<QTextLayout::FormatRange> formats;
    for (const Span &span : spans) {
        const TextRange part = span.range.intersected(m_range);
        if (part.isEmpty())
            continue;
        formats.append({local(part.start), int(part.length()), formatOf(span, style, linkInk)});
    }
    m_layout.setFormats(formats + scriptFormats(m_layout.text(), style.font.families()));
}

void ParagraphLayout::breakLines(const BlockStyle &style, const LayoutContext &context)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(style.justified ? Qt::AlignJustify : m_rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTabStopDistance(QFontMetricsF(style.font).horizontalAdvance(u' ') * 4);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);

    const int left = m_rightToLeft ? style.trailing : style.leading;
    const int width = qMax(style.lineHeight, context.width - style.leading - style.trailing);
    const QFontMetricsF metrics(style.font);
    const qreal usual = qMax(metrics.height(), qreal(style.lineHeight));
    const qreal baseLine = std::round((style.lineHeight - metrics.height()) / 2 + metrics.ascent());
    int top = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        // Only a script that stands much taller than the face of the text may push lines apart.
        const qreal taller = line.height() - usual;
        const int more = taller > style.lineHeight * tolerance ? int(std::ceil(taller)) : 0;
        line.setPosition({qreal(left), top + baseLine + more - line.ascent()});
        m_lines.push_back({top, style.lineHeight + more});
        top += m_lines.back().height;
    }
    m_layout.endLayout();
    m_height = top;
}

int ParagraphLayout::local(qsizetype offset) const
{
    return int(qBound(m_range.start, offset, m_range.end) - m_range.start);
}

int ParagraphLayout::lineOf(qsizetype offset) const
{
    const QTextLine line = m_layout.lineForTextPosition(local(offset));
    return line.isValid() ? line.lineNumber() : lineCount() - 1;
}

int ParagraphLayout::lineAt(qreal y) const
{
    const auto below = std::upper_bound(m_lines.begin(), m_lines.end(), y,
                                        [](qreal at, const Line &line) { return at < line.top; });
    return qMax(0, int(below - m_lines.begin()) - 1);
}

TextRange ParagraphLayout::lineRange(int line) const
{
    const QTextLine l = m_layout.lineAt(line);
    const qsizetype start = m_range.start + l.textStart();
    return {start, start + l.textLength()};
}

/// QTextLine::xToCursor() is not used: where a line changes its font it may answer with the line's end
/// (Qt 6.4), and in right-to-left text it names the neighbour of the character under the point.
qsizetype ParagraphLayout::offsetAt(QPointF point, HitMode mode) const
{
    const int line = lineAt(point.y());
    const CharacterBox found =
        m_isBidirectional ? nearestCharacter(line, point.x()) : characterBefore(line, point.x());
    if (mode == HitMode::Character || found.start == found.end)
        return m_range.start + found.start;
    const bool isRightHalf = point.x() > (found.left + found.right) / 2;
    const int at = isRightHalf == found.isRightToLeft ? found.start : found.end;
    // A caret behind a wrapped line shows on the next: only where no space ends the line there is no other
    // place for it.
    const TextRange range = lineRange(line);
    const bool isBehind = m_range.start + at == range.end && line + 1 < lineCount();
    return m_range.start + (isBehind && m_layout.text().at(at - 1).isSpace() ? found.start : at);
}

/// For text of one direction: its caret positions stand in order.
ParagraphLayout::CharacterBox ParagraphLayout::characterBefore(int line, qreal x) const
{
    const QTextLine l = m_layout.lineAt(line);
    int start = l.textStart();
    int end = start + l.textLength(); // the searched one is in [start, end)
    while (end - start > 1) {
        const int middle = (start + end) / 2;
        (l.cursorToX(middle) <= x ? start : end) = middle;
    }
    while (start > l.textStart() && !m_layout.isValidCursorPosition(start))
        --start;
    end = l.textLength() == 0 ? start : m_layout.nextCursorPosition(start);
    return {start, end, l.cursorToX(start), l.cursorToX(qMin(end, l.textStart() + l.textLength())), false};
}

ParagraphLayout::CharacterBox ParagraphLayout::nearestCharacter(int line, qreal x) const
{
    const QTextLine l = m_layout.lineAt(line);
    const int lineEnd = l.textStart() + l.textLength();
    CharacterBox nearest{l.textStart(), l.textStart(), 0, 0, false};
    qreal least = std::numeric_limits<qreal>::max();
    for (int at = l.textStart(); at < lineEnd;) {
        const int next = qMax(at + 1, m_layout.nextCursorPosition(at));
        for (const QGlyphRun &run : l.glyphRuns(at, next - at)) {
            const QRectF box = run.boundingRect();
            const qreal distance = qMax(qMax(box.left() - x, x - box.right()), 0.0);
            if (distance < least && box.width() > 0) {
                least = distance;
                nearest = {at, next, box.left(), box.right(), run.isRightToLeft()};
            }
        }
        at = next;
    }
    return nearest;
}

QRectF ParagraphLayout::caretRect(qsizetype offset) const
{
    const int line = lineOf(offset);
    const qreal x = m_layout.lineAt(line).cursorToX(local(offset));
    return {x, qreal(lineTop(line)), 1, qreal(lineHeight(line))};
}

std::vector<QRectF> ParagraphLayout::boxes(TextRange range) const
{
    std::vector<QRectF> result;
    const TextRange part = range.intersected(m_range);
    if (part.isEmpty())
        return result;
    const QString text = m_layout.text();
    const int last = lineOf(part.end - 1);
    for (int i = lineOf(part.start); i <= last; ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int lineEnd = line.textStart() + line.textLength();
        const int from = qMax(local(part.start), line.textStart());
        int to = qMin(local(part.end), lineEnd);
        while (to == lineEnd && i + 1 < lineCount() && to > from + 1 && text[to - 1].isSpace())
            --to;
        const auto add = [&](qreal x1, qreal x2) {
            result.emplace_back(qMin(x1, x2), lineTop(i), qAbs(x2 - x1), lineHeight(i));
        };
        if (!m_isBidirectional) {
            add(line.cursorToX(from), line.cursorToX(to));
            continue;
        }
        // A stretch of text in a line of mixed directions is drawn in several places; neighbours are joined.
        const size_t firstOfLine = result.size();
        for (const QGlyphRun &run : line.glyphRuns(from, to - from)) {
            const QRectF glyphs = run.boundingRect();
            const QRectF box(glyphs.left(), lineTop(i), glyphs.width(), lineHeight(i));
            const bool joins =
                result.size() > firstOfLine && (qAbs(result.back().right() - box.left()) < 0.5 ||
                                                qAbs(result.back().left() - box.right()) < 0.5);
            if (joins)
                result.back() |= box;
            else
                result.push_back(box);
        }
    }
    return result;
}

bool ParagraphLayout::isCaretPosition(qsizetype offset) const
{
    return m_layout.isValidCursorPosition(local(offset));
}

qsizetype ParagraphLayout::nextCaretPosition(qsizetype offset) const
{
    return m_range.start + m_layout.nextCursorPosition(local(offset));
}

qsizetype ParagraphLayout::previousCaretPosition(qsizetype offset) const
{
    return m_range.start + m_layout.previousCursorPosition(local(offset));
}

void ParagraphLayout::draw(QPainter &painter, QPointF at, const QList<QTextLayout::FormatRange> &over) const
{
    m_layout.draw(&painter, at, over);
}

qreal ParagraphLayout::baseLine(int line) const
{
    const QTextLine l = m_layout.lineAt(line);
    return l.y() + l.ascent();
}

} // namespace Lectern
