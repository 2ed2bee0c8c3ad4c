#include "passages/cardlayout.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/tokens.h"
#include "style/wordingpaint.h"

#include <QFileInfo>
#include <QFontMetrics>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int textLeft = 22;
constexpr int textRight = 14;
constexpr int padding = 14; ///< above; below it is `bottomPadding`
constexpr int bottomPadding = 16;
constexpr int barLeft = 9;
constexpr int barWidth = 3;
constexpr int radius = 10;
constexpr int rowHeight = 18;
constexpr int starSide = 13;
constexpr int starGap = 5;
constexpr int chipHeight = 20;
constexpr int chipGap = 4;
constexpr int chipPadding = 8;
constexpr int answerGap = 8; ///< above
constexpr int answerHeight = 28;
constexpr int answerPadding = 10;
constexpr QMargins notePadding(10, 8, 10, 8);

/// How lines of one kind stand: their distance and where the baseline lies in each, logical pixels.
struct LineGrid
{
    int height;
    int baseline;
};
constexpr LineGrid quoteGrid{22, 16};
constexpr LineGrid noteGrid{18, 13};

/// More of a text than this never shows in a card; the rest need not be shaped.
constexpr qsizetype longestShaped = 2000;

/// Breaks the text into lines on the grid, at most `most` of them. Returns where the last of them starts when
/// there is more text than lines, else -1.
qsizetype breakLines(QTextLayout &layout, int width, LineGrid grid, int most)
{
    layout.beginLayout();
    qsizetype start = 0;
    qsizetype end = 0;
    for (int i = 0; i < most; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, i * grid.height + grid.baseline - line.ascent()));
        start = line.textStart();
        end = start + line.textLength();
    }
    layout.endLayout();
    return end < layout.text().size() ? start : -1;
}

std::unique_ptr<QTextLayout> newLayout(const QString &text, const QFont &font)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    return layout;
}

/// Lays a text out in at most `most` lines, the last of them cut with an ellipsis when the text goes on.
std::unique_ptr<QTextLayout> laidOut(QString text, const QFont &font, int width, LineGrid grid, int most,
                                     bool *isCut)
{
    const bool isLong = text.size() > longestShaped;
    if (isLong)
        text.truncate(longestShaped - (text.at(longestShaped - 1).isHighSurrogate() ? 1 : 0));
    text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    auto layout = newLayout(text, font);
    const qsizetype lastLine = breakLines(*layout, width, grid, most);
    *isCut = lastLine >= 0 || isLong;
    if (lastLine < 0)
        return layout;
    QString rest = text.mid(lastLine);
    rest.replace(QChar(QChar::LineSeparator), QLatin1Char(' '));
    const QString shown =
        text.left(lastLine) + QFontMetrics(font).elidedText(rest, Qt::ElideRight, width - 1);
    layout = newLayout(shown, font);
    breakLines(*layout, width, grid, most);
    return layout;
}

int lineCount(const QTextLayout &layout, int most)
{
    return qBound(1, layout.lineCount(), most);
}

void drawText(QPainter &painter, const QRect &rect, int flags, const QFont &font, const QColor &ink,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace

CardLayout::CardLayout(const TrayItem &item, int width, CardEdit edit)
    : m_colour(item.passage.colour)
    , m_isStarred(item.passage.starred)
    , m_standing(item.standing)
    , m_tags(item.passage.tags)
    , m_locator(locatorText(item.passage))
    , m_width(width)
    , m_edit(edit)
{
    const int room = qMax(40, width - textLeft - textRight);
    int y = padding;
    QString words = item.passage.shownQuote();
    if (m_standing.found) {
        MergedWording merged =
            mergedWording(item.passage.quote, m_standing.found->words, m_standing.found->differences);
        words = merged.text;
        m_parts = std::move(merged.parts);
    }
    const int mostLines = m_standing.found ? changedLines : quoteLines;
    m_quote = laidOut(words, Fonts::text(15), room, quoteGrid, mostLines, &m_isQuoteCut);
    y += lineCount(*m_quote, mostLines) * quoteGrid.height + 8;

    m_sourceRect = QRect(textLeft, y, room, rowHeight);
    y += rowHeight;
    m_barBottom = y + 2;
    const int locatorRoom = QFontMetrics(Fonts::ui(12, QFont::Medium)).horizontalAdvance(m_locator) + 12;
    const int starRoom = m_isStarred ? starSide + starGap : 0;
    if (m_isStarred)
        m_starRect = QRect(textLeft, m_sourceRect.top(), starSide, rowHeight);
    m_source =
        QFontMetrics(Fonts::ui(12, QFont::DemiBold))
            .elidedText(sourceText(item.passage), Qt::ElideRight, qMax(40, room - locatorRoom - starRoom));
    if (m_standing.state != AnchorState::Exact) {
        m_stateRect = QRect(textLeft, y + 4, room, rowHeight);
        y = m_stateRect.bottom() + 1;
        placeAnswers(y);
        m_barBottom = y + 2;
    }
    bool isNoteCut = false;
    if (!item.passage.note.isEmpty() && m_edit.height == 0)
        m_note = laidOut(item.passage.note, Fonts::ui(12), room - notePadding.left() - notePadding.right(),
                         noteGrid, noteLines, &isNoteCut);
    placeNote(y);
    placeTags(y);
    m_height = y + bottomPadding;
}

void CardLayout::placeNote(int &y)
{
    const int room = m_width - textLeft - textRight;
    if (m_edit.height > 0) {
        m_editor = QRect(textLeft, y + 7, room, m_edit.height);
        y = m_editor.bottom() + 1;
        return;
    }
    if (!m_note)
        return;
    const int lines = lineCount(*m_note, noteLines);
    m_noteRect =
        QRect(textLeft, y + 7, room, lines * noteGrid.height + notePadding.top() + notePadding.bottom());
    y = m_noteRect.bottom() + 1;
}

void CardLayout::placeAnswers(int &y)
{
    if (!m_standing.isWaiting)
        return;
    const QFontMetrics metrics(Fonts::ui(12, QFont::DemiBold));
    const int right = m_width - textRight;
    int x = textLeft;
    y += answerGap;
    for (size_t i = 0; i < m_answers.size(); ++i) {
        const QString text = answerText(i == 0 ? CardAnswer::Take : CardAnswer::Keep, m_standing);
        const int width = qMin(metrics.horizontalAdvance(text) + 2 * answerPadding, right - textLeft);
        if (x > textLeft && x + width > right) {
            x = textLeft;
            y += answerHeight + chipGap;
        }
        m_answers[i] = QRect(x, y, width, answerHeight);
        x += width + chipGap + 2;
    }
    y += answerHeight;
}

QRect CardLayout::answerRect(CardAnswer answer) const
{
    return answer == CardAnswer::None ? QRect() : m_answers[answer == CardAnswer::Take ? 0 : 1];
}

CardAnswer CardLayout::answerAt(const QPoint &point) const
{
    for (const CardAnswer answer : {CardAnswer::Take, CardAnswer::Keep})
        if (answerRect(answer).contains(point))
            return answer;
    return CardAnswer::None;
}

void CardLayout::paintStanding(QPainter &painter, const Tokens &tokens) const
{
    const QString words = standingWords(m_standing);
    if (words.isEmpty())
        return;
    const QColor ink = m_standing.isWaiting ? tokens.danger : tokens.ink2;
    const QFont font = Fonts::ui(12, QFont::Medium);
    Icons::paint(painter, QRect(m_stateRect.topLeft(), QSize(14, rowHeight)),
                 m_standing.isWaiting ? QStringLiteral("warning") : QStringLiteral("info"), 14, ink);
    drawText(painter, m_stateRect.adjusted(20, 0, 0, 0), Qt::AlignLeft, font, ink,
             QFontMetrics(font).elidedText(words, Qt::ElideRight, m_stateRect.width() - 20));
}

void CardLayout::paintAnswers(QPainter &painter, const Tokens &tokens, CardLook look) const
{
    for (const CardAnswer answer : {CardAnswer::Take, CardAnswer::Keep}) {
        const QRect rect = answerRect(answer);
        if (rect.isEmpty())
            continue;
        const bool isFirst = answer == CardAnswer::Take;
        const bool isUnder = look.answer == answer;
        painter.setPen(isFirst ? QPen(Qt::NoPen) : QPen(tokens.line, 1));
        painter.setBrush(isFirst ? (isUnder ? tokens.tintInk : tokens.accent)
                                 : (isUnder ? tokens.hover : tokens.card));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        const QFont font = Fonts::ui(12, QFont::DemiBold);
        drawText(painter, rect, Qt::AlignHCenter, font, isFirst ? tokens.onAccent : tokens.ink,
                 QFontMetrics(font).elidedText(answerText(answer, m_standing), Qt::ElideRight,
                                               rect.width() - 2 * answerPadding + 2));
    }
}

void CardLayout::placeTags(int &y)
{
    const int right = m_width - textRight;
    if (m_tags.isEmpty())
        return;
    const QFontMetrics metrics(Fonts::ui(12, QFont::Medium));
    int x = textLeft;
    y += 8;
    for (const QString &tag : m_tags) {
        const QString text = metrics.elidedText(tag, Qt::ElideRight, right - textLeft - 2 * chipPadding);
        const int chipWidth = metrics.horizontalAdvance(text) + 2 * chipPadding;
        if (x > textLeft && x + chipWidth > right) {
            x = textLeft;
            y += chipHeight + chipGap;
        }
        m_chips.push_back({QRect(x, y, chipWidth, chipHeight), text});
        x += chipWidth + chipGap;
    }
    y += chipHeight;
}

QRect CardLayout::handleRect() const
{
    return {m_width - textRight, padding - 1, textRight, 24};
}

QString CardLayout::toolTip(const Passage &passage) const
{
    QString tip = passage.title;
    if (m_isQuoteCut)
        tip += QStringLiteral("\n\n") + passage.shownQuote().left(longestShaped);
    return QStringLiteral("<p style='white-space: pre-wrap'>%1</p>").arg(tip.toHtmlEscaped());
}

void CardLayout::paint(QPainter &painter, const QPoint &topLeft, const Tokens &tokens, CardLook look) const
{
    painter.save();
    painter.translate(topLeft);
    if (look.dragged)
        painter.setOpacity(0.4);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, QRect(0, 0, m_width, m_height), tokens, look);

    const QPointF quote(textLeft, padding);
    WordingPaint::paintGrounds(painter, *m_quote, quote, changedLines, m_parts, tokens);
    painter.setPen(tokens.ink);
    m_quote->draw(&painter, quote);
    WordingPaint::paintLines(painter, *m_quote, quote, changedLines, m_parts, tokens);
    if (m_isStarred)
        Icons::paint(painter, m_starRect, QStringLiteral("star-filled"), starSide, tokens.noteMarkerInk);
    drawText(painter, m_sourceRect.adjusted(m_isStarred ? starSide + starGap : 0, 0, 0, 0), Qt::AlignLeft,
             Fonts::ui(12, QFont::DemiBold), tokens.ink2, m_source);
    drawText(painter, m_sourceRect, Qt::AlignRight, Fonts::ui(12, QFont::Medium), tokens.ink3, m_locator);
    paintStanding(painter, tokens);
    paintAnswers(painter, tokens, look);
    if (m_note) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.noteBox);
        painter.drawRoundedRect(m_noteRect, 6, 6);
        painter.setPen(tokens.ink2);
        m_note->draw(&painter, m_noteRect.topLeft() + QPoint(notePadding.left(), notePadding.top()));
    }
    for (const Chip &chip : m_chips) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.badge);
        painter.drawRoundedRect(chip.rect, chipHeight / 2.0, chipHeight / 2.0);
        drawText(painter, chip.rect, Qt::AlignHCenter, Fonts::ui(12, QFont::Medium), tokens.ink2, chip.text);
    }
    if (m_edit.height > 0) {
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.setBrush(tokens.paper);
        painter.drawRoundedRect(QRectF(m_editor).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
    }
    if (look.hovered)
        Icons::paint(painter, handleRect(), QStringLiteral("drag"), 14, tokens.ink3);
    painter.restore();
}

void CardLayout::paintGround(QPainter &painter, const QRect &card, const Tokens &tokens, CardLook look) const
{
    if (!tokens.isDark) {
        QColor shade = tokens.ink;
        shade.setAlphaF(0.018F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        for (int spread = 1; spread <= 3; ++spread)
            painter.drawRoundedRect(card.adjusted(1 - spread, 0, spread - 1, spread), radius + spread,
                                    radius + spread);
    }
    const bool outlined = look.current;
    const qreal edge = outlined ? 0.75 : 0.5;
    painter.setPen(outlined ? QPen(tokens.accent, 1.5) : QPen(look.selected ? tokens.tint : tokens.line, 1));
    painter.setBrush(look.selected ? tokens.tint : tokens.card);
    painter.drawRoundedRect(QRectF(card).adjusted(edge, edge, -edge, -edge), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.markEdgeOf(m_colour));
    painter.drawRoundedRect(QRectF(barLeft, padding, barWidth, m_barBottom - padding), 1.5, 1.5);
}

int CardLayout::estimatedHeight(const TrayItem &item, int width)
{
    const auto lines = [](qsizetype units, double unitWidth, int room, int most) {
        return int(
            qBound(qsizetype(1), 1 + qsizetype(double(units) * unitWidth) / qMax(1, room), qsizetype(most)));
    };
    const int room = qMax(40, width - textLeft - textRight);
    qsizetype units = item.passage.shownQuote().size();
    if (item.standing.found)
        for (const WordDifference &difference : item.standing.found->differences)
            units += difference.after.length();
    int height = padding + 8 + rowHeight + bottomPadding +
                 lines(units, 7.6, room, item.standing.found ? changedLines : quoteLines) * quoteGrid.height;
    if (item.standing.state != AnchorState::Exact)
        height += 4 + rowHeight;
    if (item.standing.isWaiting)
        height += answerGap + answerHeight;
    if (!item.passage.note.isEmpty())
        height += 7 + notePadding.top() + notePadding.bottom() +
                  lines(item.passage.note.size(), 6.4, room - 20, noteLines) * noteGrid.height;
    if (!item.passage.tags.isEmpty())
        height += 8 + chipHeight;
    return height;
}

QString CardLayout::sourceText(const Passage &passage)
{
    return passage.outlet.isEmpty() ? QFileInfo(passage.source.path).fileName() : passage.outlet;
}

QString CardLayout::locatorText(const Passage &passage)
{
    const QString range = QStringLiteral("%1–%2").arg(passage.inParagraph.start).arg(passage.inParagraph.end);
    return passage.paragraph > 0 ? tr("¶ %1 · %2").arg(passage.paragraph).arg(range)
                                 : tr("title · %1").arg(range);
}

QString CardLayout::description(const TrayItem &item, bool isSelected)
{
    const Passage &passage = item.passage;
    QStringList words{passage.shownQuote(), sourceText(passage), standingSentence(item.standing),
                      passage.note};
    if (passage.starred)
        words += tr("starred");
    if (isSelected)
        words += tr("selected");
    words.removeAll(QString());
    return words.join(QStringLiteral(". "));
}

QString CardLayout::answerText(CardAnswer answer, const PassageStanding &standing)
{
    const bool isChanged = standing.state == AnchorState::Changed;
    if (answer == CardAnswer::Take)
        return isChanged ? tr("Take the new words") : tr("Find the place");
    return isChanged ? tr("Keep as it was") : tr("Leave it");
}

} // namespace Lectern
