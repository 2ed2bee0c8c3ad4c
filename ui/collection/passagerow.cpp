#include "collection/passagerow.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/tokens.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

namespace Lectern::PassageRow {

namespace {

constexpr int sideMargin = 24;
constexpr int textLeft = 22;  ///< from the card's edge
constexpr int textRight = 16; ///< likewise
constexpr int lineHeight = 22;
constexpr int baseline = 16;
constexpr int quoteLines = 2;
constexpr int chipHeight = 20;
constexpr int chipPadding = 8;
constexpr qsizetype longestShaped = 600; ///< UTF-16 units: more never shows in two lines
constexpr qreal radius = 10;

void drawWords(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink,
               const QString &words, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, words);
}

/// The quotation in two lines, the second cut with an ellipsis when there is more.
void drawQuote(QPainter &painter, const QRect &rect, QString words, const QColor &ink)
{
    const bool isLong = words.size() > longestShaped;
    words.truncate(longestShaped);
    words.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QFont font = Fonts::text(15);
    QTextLayout layout(words, font);
    layout.beginLayout();
    painter.setPen(ink);
    for (int i = 0; i < quoteLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const int y = rect.top() + i * lineHeight + baseline;
        const bool goesOn = line.textStart() + line.textLength() < words.size() || isLong;
        if (i + 1 < quoteLines || !goesOn) {
            line.draw(&painter, QPointF(rect.left(), y - line.ascent()));
            continue;
        }
        painter.setFont(font);
        painter.drawText(QPointF(rect.left(), y),
                         QFontMetrics(font).elidedText(words.mid(line.textStart()) + QStringLiteral("…"),
                                                       Qt::ElideRight, rect.width()));
    }
    layout.endLayout();
}

QString sourceWords(const Passage &passage)
{
    const QString outlet =
        passage.outlet.isEmpty() ? QFileInfo(passage.source.path).fileName() : passage.outlet;
    return passage.title.isEmpty() ? outlet : outlet + QStringLiteral(" · ") + passage.title;
}

/// Draws tags from `right` leftwards, as many as fit; returns where they begin.
int drawTags(QPainter &painter, const Passage &passage, int left, int right, int top, const Tokens &tokens)
{
    const QFont font = Fonts::ui(12, QFont::Medium);
    const QFontMetrics metrics(font);
    for (auto tag = passage.tags.crbegin(); tag != passage.tags.crend(); ++tag) {
        const QString words = metrics.elidedText(*tag, Qt::ElideRight, 120);
        const int width = metrics.horizontalAdvance(words) + 2 * chipPadding;
        if (right - width < left)
            break;
        const QRect chip(right - width, top, width, chipHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.badge);
        painter.drawRoundedRect(chip, chipHeight / 2.0, chipHeight / 2.0);
        drawWords(painter, chip, font, tokens.ink2, words, Qt::AlignHCenter);
        right -= width + 4;
    }
    return right;
}

} // namespace

void paintHeading(QPainter &painter, const QRect &rect, const QString &title, int count, const Tokens &tokens)
{
    const QRect words = rect.adjusted(sideMargin + 4, 10, -sideMargin - 4, 0);
    const QString number = QLocale().toString(count);
    const QFont font = Fonts::ui(13, QFont::DemiBold);
    const int room = words.width() - QFontMetrics(Fonts::ui(12)).horizontalAdvance(number) - 16;
    drawWords(painter, words, font, tokens.ink2, QFontMetrics(font).elidedText(title, Qt::ElideRight, room));
    drawWords(painter, words, Fonts::ui(12), tokens.ink3, number, Qt::AlignRight);
}

void paint(QPainter &painter, const QRect &rect, const Passage &passage, const PassageStanding &standing,
           PassageRowLook look, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect card = rect.adjusted(sideMargin, 4, -sideMargin, -4);
    const QColor ground = look.isSelected ? tokens.tint : look.isHovered ? tokens.hover : tokens.card;
    const qreal edge = look.hasFocusRing ? 0.75 : 0.5;
    painter.setPen(look.hasFocusRing ? QPen(tokens.accent, 1.5)
                                     : QPen(look.isSelected ? tokens.tint : tokens.line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(card).adjusted(edge, edge, -edge, -edge), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.markEdgeOf(passage.colour));
    painter.drawRoundedRect(QRectF(card.left() + 9, card.top() + 12, 3, card.height() - 24), 1.5, 1.5);

    const int left = card.left() + textLeft;
    int right = card.right() - textRight;
    drawQuote(painter, QRect(left, card.top() + 11, right - left, quoteLines * lineHeight),
              passage.shownQuote(), tokens.ink);

    const int low = card.bottom() - 33;
    if (passage.starred) {
        Icons::paint(painter, QRect(right - 16, low, 16, 20), QStringLiteral("star"), 15,
                     tokens.noteMarkerInk);
        right -= 22;
    }
    const int tagsLeft = drawTags(painter, passage, left + (right - left) / 2, right, low, tokens);
    int x = left;
    const QString said = standingWords(standing);
    if (!said.isEmpty()) {
        const QColor ink = standing.isWaiting ? tokens.danger : tokens.ink2;
        const QFont font = Fonts::ui(12, QFont::Medium);
        Icons::paint(painter, QRect(x, low, 14, 20),
                     standing.isWaiting ? QStringLiteral("warning") : QStringLiteral("info"), 14, ink);
        drawWords(painter, QRect(x + 20, low, tagsLeft - x - 20, 20), font, ink, said);
        x += 20 + QFontMetrics(font).horizontalAdvance(said) + 14;
    }
    const QFont sourceFont = Fonts::ui(12, QFont::DemiBold);
    const QString source = QFontMetrics(sourceFont)
                               .elidedText(sourceWords(passage), Qt::ElideRight,
                                           passage.note.isEmpty() ? tagsLeft - x - 12 : (tagsLeft - x) / 2);
    drawWords(painter, QRect(x, low, tagsLeft - x, 20), sourceFont, tokens.ink2, source);
    if (!passage.note.isEmpty()) {
        x += QFontMetrics(sourceFont).horizontalAdvance(source) + 14;
        Icons::paint(painter, QRect(x, low, 14, 20), QStringLiteral("note"), 14, tokens.noteMarkerInk);
        const QFont font = Fonts::ui(12);
        drawWords(painter, QRect(x + 20, low, tagsLeft - x - 20, 20), font, tokens.ink2,
                  QFontMetrics(font).elidedText(passage.note.left(longestShaped).simplified(), Qt::ElideRight,
                                                qMax(0, tagsLeft - x - 32)));
    }
    painter.restore();
}

} // namespace Lectern::PassageRow
