#include "quotations/quotationrow.h"

#include "library/quotationlistmodel.h"
#include "quotations/variantwords.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/tokens.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <array>

namespace Lectern::QuotationRow {

namespace {

constexpr int padding = 18; ///< between the card's edge and words
constexpr int variantIndent = 18;
constexpr int baseline = 16;
constexpr qsizetype longestShaped = 600; ///< UTF-16 units: more never shows in two lines
constexpr qreal radius = 10;
constexpr int signSide = 10;
constexpr char16_t measuredBelow = 0x250; ///< the letters of most languages in Latin script
constexpr float unmeasured = 16;          ///< pixels of any other UTF-16 unit, generously
constexpr float roundings = 4;            ///< pixels: what shaping may add to a line

QString tr(const char *text)
{
    return QCoreApplication::translate("Lectern::QuotationRow", text);
}

int widthOf(const QFont &font, const QString &words)
{
    return QFontMetrics(font).horizontalAdvance(words);
}

/// Draws words cut to the room that there is; returns where they end.
int drawWords(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink,
              const QString &words, Qt::Alignment alignment = Qt::AlignLeft)
{
    const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width());
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return rect.left() + widthOf(font, shown);
}

QString certaintyWords(QuotationCertainty certainty)
{
    switch (certainty) {
    case QuotationCertainty::Corrected:
        return tr("corrected by you");
    case QuotationCertainty::Sure:
        return tr("sure");
    case QuotationCertainty::Likely:
        return tr("likely");
    case QuotationCertainty::Guess:
        return tr("a guess");
    case QuotationCertainty::Unnamed:
        break;
    }
    return {};
}

/// A full, half or empty circle, or a tick: shapes, so that it is not told by colour.
void drawSign(QPainter &painter, const QRectF &sign, QuotationCertainty certainty, const Tokens &tokens)
{
    if (certainty == QuotationCertainty::Corrected) {
        Icons::paint(painter, sign.adjusted(-2, -2, 2, 2), QStringLiteral("check"), 14, tokens.accent);
        return;
    }
    const QRectF circle = sign.adjusted(1.5, 1.5, -1.5, -1.5);
    const bool isGuess = certainty == QuotationCertainty::Guess;
    painter.setPen(QPen(tokens.ink3, 1.25, isGuess ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(certainty == QuotationCertainty::Sure ? QBrush(tokens.ink3) : QBrush(Qt::NoBrush));
    painter.drawEllipse(circle);
    if (certainty != QuotationCertainty::Likely)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.ink3);
    painter.drawPie(circle, 90 * 16, 180 * 16);
}

/// Who speaks, how sure that is, and what is special about the words; up to `right`.
void drawSpeaker(QPainter &painter, const QRect &line, const QuotationListModel &model, int row,
                 const Tokens &tokens)
{
    const Utterance &utterance = model.utterance(row);
    const QuotationCertainty certainty = certaintyOf(utterance);
    const QString who = model.speaker(row);
    const bool isNamed = !who.isEmpty();
    // A name stands out; words of the article ("she", "a spokesman") are no name.
    const bool isName = utterance.isPerson;
    const QFont font = Fonts::ui(13, isName ? QFont::DemiBold : QFont::Medium);
    const QFont small = Fonts::ui(12);
    const QString words = certaintyWords(certainty);
    const QString special = utterance.kind == QuotationKind::Indirect ? tr("in other words")
                            : utterance.kind == QuotationKind::Mixed  ? tr("in part")
                                                                      : QString();
    int room = widthOf(small, words) + (words.isEmpty() ? 0 : signSide + 20);
    room += special.isEmpty() ? 0 : widthOf(small, special) + 16;
    int x = drawWords(painter, line.adjusted(0, 0, -qMin(room, line.width() / 2), 0), font,
                      isName    ? tokens.ink
                      : isNamed ? tokens.ink2
                                : tokens.ink3,
                      isNamed ? who : tr("Nobody is named"));
    if (!words.isEmpty()) {
        x += 12;
        drawSign(painter, QRectF(x, line.center().y() - signSide / 2.0 + 0.5, signSide, signSide), certainty,
                 tokens);
        x += signSide + 6;
        x = drawWords(painter, QRect(x, line.top(), qMax(0, line.right() - x), line.height()), small,
                      tokens.ink3, words);
    }
    if (!special.isEmpty())
        drawWords(painter, QRect(x + 12, line.top(), qMax(0, line.right() - x - 12), line.height()), small,
                  tokens.ink3, QStringLiteral("· ") + special);
}

/// The words in one line or two, the last cut with an ellipsis when there is more.
void drawQuote(QPainter &painter, const QRect &rect, QString words, const QColor &ink)
{
    const bool isLong = words.size() > longestShaped;
    words.truncate(longestShaped);
    const int quoteLines = rect.height() / lineHeight;
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

/// The outlet and the title at the left, the date at the right.
void drawSource(QPainter &painter, const QRect &line, const QuotationListModel &model, int row,
                const QString &before, const Tokens &tokens)
{
    const QuotedArticle &article = model.article(row);
    const QFont font = Fonts::ui(12);
    const QFont strong = Fonts::ui(12, QFont::DemiBold);
    const QString date = article.published.toDisplay(QLocale());
    drawWords(painter, line, font, tokens.ink3, date, Qt::AlignRight);
    QRect room = line.adjusted(0, 0, -widthOf(font, date) - 16, 0);
    for (const QString &each : {before, article.outlet}) {
        if (each.isEmpty())
            continue;
        room.setLeft(drawWords(painter, room, strong, tokens.ink2, each));
        room.setLeft(drawWords(painter, room, font, tokens.ink3, QStringLiteral("  ·  ")));
    }
    drawWords(painter, room, font, tokens.ink2, article.title);
}

void paintCard(QPainter &painter, const QRect &card, const QRect &rect, QuotationRowLook look,
               const Tokens &tokens)
{
    painter.setClipRect(rect);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.fillPath(shape, look.isSelected ? tokens.tint : look.isHovered ? tokens.hover : tokens.card);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    if (rect.top() > card.top())
        painter.fillRect(card.left() + padding, rect.top(), card.width() - 2 * padding, 1, tokens.rowLine);
    if (look.hasFocusRing) {
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect.intersected(card)).adjusted(0.75, 0.75, -0.75, -0.75), radius,
                                radius);
    }
}

} // namespace

int headHeightOf(QStringView words, int cardWidth)
{
    // Shaping the words of every row at every change of the width would take long: letters are added up.
    static const std::array<float, measuredBelow> widths = [] {
        const QFontMetricsF metrics(Fonts::text(15));
        std::array<float, measuredBelow> all{};
        for (char16_t unit = 0; unit < measuredBelow; ++unit)
            all[unit] = float(metrics.horizontalAdvance(QChar(unit)));
        return all;
    }();
    float room = float(cardWidth - 2 * padding) - 2 * unmeasured - roundings; // inside of its marks
    for (const QChar unit : words) {
        room -= unit.unicode() < measuredBelow ? widths[unit.unicode()] : unmeasured;
        if (room < 0)
            return headHeight;
    }
    return headHeight - lineHeight;
}

void paint(QPainter &painter, const QRect &card, const QRect &rect, const QuotationListModel &model, int row,
           QuotationRowLook look, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintCard(painter, card, rect, look, tokens);
    const QRect inner =
        rect.adjusted(card.left() - rect.left() + padding, 0, card.right() - rect.right() - padding, 0);
    if (model.isVariant(row)) {
        const int head = model.head(row);
        const QRect words = inner.adjusted(variantIndent, 0, 0, 0);
        VariantWords(model.utterance(head).words, model.utterance(row).words,
                     VariantWords::roomIn(words.width()))
            .paint(painter, QRectF(words.left(), rect.top() + 7, words.width(), lineHeight), tokens);
        const QString who = model.speaker(row);
        const bool isOther = model.entry(row).speaker != model.entry(head).speaker && !who.isEmpty();
        drawSource(painter, QRect(words.left(), rect.top() + 31, words.width(), 18), model, row,
                   isOther ? who : QString(), tokens);
    } else {
        QRect top(inner.left(), rect.top() + 10, inner.width(), 20);
        if (const int variants = model.variantCount(row); variants > 0) {
            const QString said = variants == 1 ? tr("1 variant") : tr("%1 variants").arg(variants);
            drawWords(painter, top, Fonts::ui(12), tokens.ink3, said, Qt::AlignRight);
            top.setRight(top.right() - widthOf(Fonts::ui(12), said) - 16);
        }
        drawSpeaker(painter, top, model, row, tokens);
        const Utterance &utterance = model.utterance(row);
        const bool isMarked = utterance.kind != QuotationKind::Indirect;
        const QString words = utterance.words.left(longestShaped + 1);
        drawQuote(
            painter,
            QRect(inner.left(), rect.top() + 33, inner.width(), rect.height() - headHeight + 2 * lineHeight),
            isMarked ? QStringLiteral("“%1”").arg(words) : words, tokens.ink);
        drawSource(painter, QRect(inner.left(), rect.bottom() - 33, inner.width(), 20), model, row, {},
                   tokens);
    }
    painter.restore();
}

} // namespace Lectern::QuotationRow
