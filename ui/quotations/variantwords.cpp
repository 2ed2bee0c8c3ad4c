#include "quotations/variantwords.h"

#include "style/fonts.h"
#include "style/tokens.h"
#include "text/worddifference.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype longestCompared = 1200; ///< UTF-16 units: more never shows in a line
constexpr qsizetype shownBehind = 16;       ///< of the first difference, at least
constexpr int pixelsAUnit = 7;
constexpr qsizetype shownBefore = 24;
constexpr int fontPixels = 14;

/// Commas and full stops change with the sentence around a quotation and say nothing.
bool hasWords(const QString &text, TextRange range)
{
    const QStringView part = QStringView(text).mid(range.start, range.length());
    return std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

qsizetype VariantWords::roomIn(int width)
{
    return width / pixelsAUnit;
}

VariantWords::VariantWords(const QString &longest, const QString &variant, qsizetype room)
    : m_text(variant.left(longestCompared))
{
    for (const WordDifference &difference : wordDifferences(longest.left(longestCompared), m_text)) {
        if (difference.kind == DifferenceKind::Typographic ||
            (!hasWords(longest, difference.before) && !hasWords(m_text, difference.after)))
            continue;
        if (!difference.after.isEmpty())
            m_others.push_back(difference.after);
        else if (difference.after.start > 0 && difference.after.start < m_text.size())
            m_gaps.push_back(difference.after.start); // a beginning or an end of the longest is a part of it
    }
    qsizetype first = m_text.size();
    if (!m_others.empty())
        first = m_others.front().start;
    if (!m_gaps.empty())
        first = std::min(first, m_gaps.front());
    if (m_text.size() <= room || first + shownBehind <= room || first == m_text.size() || first < shownBefore)
        return;
    qsizetype start = first - shownBefore;
    while (start < first && !m_text[start - 1].isSpace())
        ++start;
    const QString more = QStringLiteral("… ");
    m_text = more + m_text.mid(start);
    const qsizetype by = more.size() - start;
    for (TextRange &range : m_others)
        range = range.shifted(by);
    for (qsizetype &gap : m_gaps)
        gap += by;
}

void VariantWords::paint(QPainter &painter, const QRectF &line, const Tokens &tokens) const
{
    const QFont font = Fonts::text(fontPixels);
    const QString shown = QFontMetricsF(font).elidedText(m_text, Qt::ElideRight, line.width());
    const qsizetype length = shown == m_text ? m_text.size() : shown.size() - 1;
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange other : m_others) {
        const TextRange part = other.intersected({0, length});
        if (part.isEmpty())
            continue;
        QTextCharFormat format;
        format.setBackground(tokens.difference);
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(tokens.ink2);
        formats.append({int(part.start), int(part.length()), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine row = layout.createLine();
    row.setNumColumns(int(shown.size()));
    layout.endLayout();
    const qreal top = line.center().y() - row.height() / 2;
    painter.setPen(tokens.ink);
    row.draw(&painter, QPointF(line.left(), top));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    for (const qsizetype gap : m_gaps) {
        if (gap >= length)
            break;
        const qreal x = line.left() + row.cursorToX(int(gap)) - 1.5;
        const qreal base = top + row.ascent() + 5;
        painter.drawPolygon(QPolygonF({{x - 3, base}, {x + 3, base}, {x, base - 5}}));
    }
}

} // namespace Lectern
