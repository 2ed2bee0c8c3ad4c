#include "list/laidrow.h"

#include "library/articlelistmodel.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qreal signSize = 14; ///< of star and archive
constexpr qreal signGap = 5;
constexpr qreal contentLeft = 28;
constexpr qreal contentRightMargin = 22;
constexpr qreal titleTop = 10;
constexpr qreal titleHeight = 22;
constexpr qreal snippetTop = 34;
constexpr qreal snippetHeight = 20;
constexpr qreal dateGap = 16;
constexpr qreal badgeHeight = 18;
constexpr qreal badgePadding = 7;
constexpr qreal badgeGap = 6;
constexpr qreal accountsBadgeRoom = 28; ///< for the icon and the margins, beside the number
constexpr qreal snippetGap = 12;        ///< between the snippet and what stands at the right of it
constexpr qreal passagesIconSize = 15;
constexpr qreal dotSide = 7;
constexpr qreal dotPitch = 9;
constexpr qreal dotGap = 1; ///< between the dots and the sign before them, beside the pitch
constexpr qreal hitRadius = 4;
constexpr qreal largestOutletShare = 0.55; ///< of the line
constexpr qreal largestCopyShare = 0.9;    ///< likewise, where it is told of what the article is a copy

/// The text on one line, position for position.
QString onOneLine(QString text)
{
    for (QChar &c : text)
        if (c == u'\n' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return text;
}

qsizetype commonStart(const QString &a, const QString &b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

/// The snippet from where it must begin for its first hit to be seen within a width: without the sign that
/// something is left out before it, and without words before the hit for which there is no room.
Snippet snippetFor(const Snippet &snippet, const QFontMetricsF &metrics, qreal width)
{
    qsizetype start = snippet.text.startsWith(QStringLiteral("… ")) ? 2 : 0;
    if (!snippet.hits.empty()) {
        const TextRange hit = snippet.hits.front();
        while (start < hit.start &&
               metrics.horizontalAdvance(snippet.text.sliced(start, hit.end - start)) > width) {
            const qsizetype space = snippet.text.indexOf(u' ', start);
            start = space < 0 ? hit.start : std::min(space + 1, hit.start);
        }
    }
    Snippet result{snippet.text.sliced(start), snippet.hits};
    for (TextRange &hit : result.hits)
        hit = hit.shifted(-start);
    return result;
}

} // namespace

LaidText::LaidText(const QString &text, const QFont &font, const QRectF &place)
    : LaidText(text, {}, font, place, {})
{}

LaidText::LaidText(const QString &text, const std::vector<TextRange> &hits, const QFont &font,
                   const QRectF &place, const QColor &ink)
{
    const QString whole = onOneLine(text);
    const QString shown = QFontMetricsF(font).elidedText(whole, Qt::ElideRight, place.width());
    const qsizetype kept = commonStart(whole, shown);
    m_isElided = kept < whole.size();

    const bool isRightToLeft = whole.isRightToLeft();
    QTextOption option(Qt::AlignAbsolute | (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    m_layout.setText(shown);
    m_layout.setFont(font);
    m_layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &hit : hits) {
        const TextRange visible = hit.intersected({0, kept});
        if (visible.isEmpty())
            continue;
        QTextLayout::FormatRange format{int(visible.start), int(visible.length()), {}};
        format.format.setForeground(ink);
        formats += format;
    }
    m_layout.setFormats(formats);
    m_layout.setCacheEnabled(true);
    m_layout.beginLayout();
    QTextLine line = m_layout.createLine();
    if (line.isValid())
        line.setLineWidth(place.width());
    m_layout.endLayout();
    if (!line.isValid())
        return;

    m_position = {place.left(), place.top() + qFloor((place.height() - line.height()) / 2)};
    const qreal hitTop = place.top() + 2;
    const qreal hitHeight = place.height() - 3;
    for (const QTextLayout::FormatRange &format : std::as_const(formats)) {
        const qreal start = line.cursorToX(format.start);
        const qreal end = line.cursorToX(format.start + format.length);
        m_hits.push_back({place.left() + qMin(start, end) - 2, hitTop, qAbs(end - start) + 4, hitHeight});
    }
}

QRectF LaidText::bounds() const
{
    QRectF bounds =
        m_layout.lineCount() > 0 ? m_layout.lineAt(0).naturalTextRect().translated(m_position) : QRectF();
    for (const QRectF &hit : m_hits)
        bounds |= hit;
    return bounds;
}

void LaidText::draw(QPainter &painter, QPointF at, const QColor &ink, const QColor &hitGround) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(hitGround);
    for (const QRectF &hit : m_hits)
        painter.drawRoundedRect(hit.translated(at), hitRadius, hitRadius);
    painter.setPen(ink);
    m_layout.draw(&painter, at + m_position);
}

LaidRow::LaidRow(const QModelIndex &index, int width, bool bold, const Tokens &tokens)
    : isBold(bold)
    , isTitleDerived(index.data(ArticleListModel::IsTitleDerivedRole).toBool())
    , isUnread(index.data(ArticleListModel::IsUnreadRole).toBool())
    , isInStory(index.data(ArticleListModel::IsInSectionRole).toBool())
    , isLastOfStory(isInStory &&
                    !index.sibling(index.row() + 1, 0).data(ArticleListModel::IsInSectionRole).toBool())
{
    const qreal right = width - contentRightMargin;

    // The first line: the title, and the date at its right.
    const QFont dateFont = Fonts::ui(12);
    const QString dateText = index.data(ArticleListModel::DateRole).toString();
    const qreal dateWidth =
        dateText.isEmpty() ? 0 : qCeil(QFontMetricsF(dateFont).horizontalAdvance(dateText));
    date = std::make_unique<LaidText>(dateText, dateFont,
                                      QRectF(right - dateWidth, titleTop, dateWidth + 1, titleHeight));
    qreal titleEnd = dateText.isEmpty() ? right : right - dateWidth - dateGap;
    const auto takeSign = [&](int role) {
        if (!index.data(role).toBool())
            return QRectF();
        titleEnd -= signSize;
        const QRectF sign(titleEnd, titleTop + (titleHeight - signSize) / 2, signSize, signSize);
        titleEnd -= signGap;
        return sign;
    };
    starIcon = takeSign(ArticleListModel::IsStarredRole);
    archiveIcon = takeSign(ArticleListModel::IsArchivedRole);
    title = std::make_unique<LaidText>(
        index.data(ArticleListModel::TitleRole).toString(),
        index.data(ArticleListModel::TitleHitsRole).value<std::vector<TextRange>>(),
        Fonts::ui(14, isBold && !isTitleDerived ? QFont::DemiBold : QFont::Medium),
        QRectF(contentLeft, titleTop, titleEnd - contentLeft, titleHeight), tokens.hitInk);

    // The second line from the right: hit count, passages, and what is left for outlet and snippet.
    const qreal middle = snippetTop + snippetHeight / 2;
    qreal end = right;
    if (const int hits = index.data(ArticleListModel::HitCountRole).toInt(); hits > 0) {
        hitCount = QLocale().toString(hits);
        const qreal words = QFontMetricsF(Fonts::ui(11, QFont::DemiBold)).horizontalAdvance(hitCount);
        const qreal badgeWidth = qMax(badgeHeight + 4, qCeil(words) + 2 * badgePadding);
        hitCountBadge = {end - badgeWidth, middle - badgeHeight / 2, badgeWidth, badgeHeight};
        end = hitCountBadge.left() - badgeGap;
    }
    if (const int count = index.data(ArticleListModel::AccountCountRole).toInt(); count > 1) {
        accounts = QLocale().toString(count);
        const qreal words = QFontMetricsF(Fonts::ui(11, QFont::DemiBold)).horizontalAdvance(accounts);
        const qreal badgeWidth = qCeil(words) + accountsBadgeRoom;
        accountsBadge = {end - badgeWidth, middle - badgeHeight / 2, badgeWidth, badgeHeight};
        end = accountsBadge.left() - badgeGap;
    }
    if (index.data(ArticleListModel::PassageCountRole).toInt() > 0) {
        for (int colour = markColourCount - 1; colour >= 0; --colour) {
            if ((index.data(ArticleListModel::PassageColoursRole).toInt() & 1 << colour) == 0)
                continue;
            passageDots.emplace_back(QRectF(end - dotSide, middle - dotSide / 2, dotSide, dotSide),
                                     MarkColour(colour));
            end -= dotPitch;
        }
        end -= passageDots.empty() ? 0 : dotGap;
        passagesIcon = {end - passagesIconSize, middle - passagesIconSize / 2, passagesIconSize,
                        passagesIconSize};
        end = passagesIcon.left() - badgeGap;
    }
    if (end < right)
        end -= snippetGap - badgeGap;

    const QFont outletFont = Fonts::ui(13, QFont::Medium);
    QString outletText = index.data(ArticleListModel::OutletRole).toString();
    const QString copy = index.data(ArticleListModel::CopyRole).toString();
    if (!copy.isEmpty())
        outletText += QStringLiteral(" · ") + copy;
    const auto found = index.data(ArticleListModel::SnippetRole).value<Snippet>();
    const QFontMetricsF outletMetrics(outletFont);
    const qreal line = end - contentLeft;
    const qreal outletWidth = qMin(qreal(qCeil(outletMetrics.horizontalAdvance(outletText))),
                                   found.text.isEmpty() ? line
                                   : !copy.isEmpty()    ? line * largestCopyShare
                                                        : line * largestOutletShare);
    const qreal gap = 2 * outletMetrics.horizontalAdvance(u' ');
    QRectF outletPlace(contentLeft, snippetTop, outletWidth + 1, snippetHeight);
    QRectF snippetPlace(contentLeft + outletWidth + gap, snippetTop, line - outletWidth - gap, snippetHeight);
    if (found.text.isRightToLeft()) {
        outletPlace.moveRight(end);
        snippetPlace.moveLeft(contentLeft);
    }
    const QFont snippetFont = Fonts::ui(13);
    const QFontMetricsF snippetMetrics(snippetFont);
    const qreal room = snippetPlace.width() - 2 * snippetMetrics.horizontalAdvance(QChar(u'…'));
    const Snippet shown = snippetFor(found, snippetMetrics, room);
    outlet = std::make_unique<LaidText>(outletText, outletFont, outletPlace);
    snippet = std::make_unique<LaidText>(shown.text, shown.hits, snippetFont, snippetPlace, tokens.hitInk);
}

} // namespace Lectern
