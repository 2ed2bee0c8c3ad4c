#include "list/rowpainter.h"

#include "library/articlelistmodel.h"
#include "list/laidrow.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QLocale>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int rememberedRows = 400;
constexpr int groundLeft = 8;
constexpr int groundRight = 11; ///< leaves room for the scroll bar's handle
constexpr qreal radius = 10;
constexpr int sectionMargin = 20; ///< of section labels and dividers, from both sides
constexpr int storyBarLeft = 8;   ///< of the bar that ties the accounts of a story
constexpr int storyBarWidth = 3;
constexpr QPointF unreadDot(17, 21);
constexpr qreal unreadDotRadius = 3.5;
constexpr QPointF pickedSign(19.5, 21);

/// The ground of a row that stands out: 1 px off the rows above and below.
QRectF groundOf(const QRect &row)
{
    return QRectF(row).adjusted(groundLeft, 1, -groundRight, -1);
}

} // namespace

RowPainter::RowPainter(const Theme &theme)
    : m_theme(theme)
    , m_rows(rememberedRows)
{}

RowPainter::~RowPainter() = default;

void RowPainter::forgetRows()
{
    m_rows.clear();
}

void RowPainter::forgetRow(const ArticleId &id)
{
    m_rows.remove(id);
}

bool RowPainter::isTitleElided(const ArticleId &id) const
{
    const LaidRow *row = m_rows.object(id);
    return row && row->title->isElided();
}

const LaidRow &RowPainter::laidRow(const QModelIndex &index, int width, bool isCurrent)
{
    if (width != m_width)
        m_rows.clear();
    m_width = width;
    const ArticleId id = index.data(ArticleListModel::IdRole).toString();
    const LaidRow *known = m_rows.object(id);
    if (known && known->isBold == (known->isUnread || isCurrent))
        return *known;
    const bool isBold = isCurrent || index.data(ArticleListModel::IsUnreadRole).toBool();
    auto *laid = new LaidRow(index, width, isBold, m_theme.tokens());
    m_rows.insert(id, laid);
    return *laid;
}

void RowPainter::paintSection(QPainter &painter, const QRect &rect, const QModelIndex &index)
{
    const QRect words = rect.adjusted(sectionMargin, 3, -sectionMargin, 0);
    const QVariant size = index.data(ArticleListModel::SectionSizeRole);
    painter.setPen(m_theme.tokens().ink3);
    painter.setFont(Fonts::ui(12, QFont::DemiBold));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
    if (!size.isValid())
        return;
    painter.setFont(Fonts::ui(12));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(size.toInt()));
}

QRect RowPainter::compareButton(const QRect &story)
{
    constexpr int side = 30;
    return {story.right() - sectionMargin - side + 5, story.top() + (storyHeight - side) / 2 + 2, side, side};
}

void RowPainter::paintStory(QPainter &painter, const QRect &rect, const QModelIndex &index, bool isHovered)
{
    const Tokens &t = m_theme.tokens();
    const QRect button = compareButton(rect);
    painter.setPen(Qt::NoPen);
    if (isHovered) {
        painter.setBrush(t.hover);
        painter.drawRoundedRect(groundOf(rect).adjusted(0, 3, 0, 0), radius, radius);
    }
    // Round at its top; the rows below go on with it.
    painter.setBrush(t.accent);
    painter.drawRoundedRect(QRectF(storyBarLeft, rect.top() + 12, storyBarWidth, 20), 1.5, 1.5);
    painter.drawRect(QRectF(storyBarLeft, rect.top() + 20, storyBarWidth, rect.height() - 20));
    const QRect words(sectionMargin, rect.top() + 9, button.left() - sectionMargin - 8, 22);
    const QFont title = Fonts::ui(14, QFont::DemiBold);
    painter.setPen(t.ink);
    painter.setFont(title);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(title).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                                                    words.width()));
    const QFont line = Fonts::ui(12);
    painter.setPen(t.ink2);
    painter.setFont(line);
    painter.drawText(words.translated(0, 22), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(line).elidedText(index.data(ArticleListModel::SectionDetailRole).toString(),
                                                   Qt::ElideRight, words.width()));
    Icons::paint(painter, QRectF(button).adjusted(6, 6, -6, -6), QStringLiteral("compare"), 18,
                 isHovered ? t.accent : t.ink2);
}

void RowPainter::paintArticle(QPainter &painter, const QRect &rect, const QModelIndex &index, RowState state)
{
    const Tokens &t = m_theme.tokens();
    const LaidRow &row = laidRow(index, rect.width(), state.isCurrent);
    const QPointF at = rect.topLeft();

    painter.setPen(Qt::NoPen);
    if (state.hasDivider)
        painter.fillRect(
            QRect(rect.left() + sectionMargin + 4, rect.bottom(), rect.width() - 2 * sectionMargin - 4, 1),
            t.rowLine);
    if (state.isCurrent || state.isHovered || state.isPicked) {
        painter.setBrush(state.isCurrent || state.isPicked ? t.tint : t.hover);
        painter.drawRoundedRect(groundOf(rect), radius, radius);
    }
    if (state.hasFocusRing) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 1.5));
        painter.drawRoundedRect(groundOf(rect).adjusted(0.75, 0.75, -0.75, -0.75), radius - 0.75,
                                radius - 0.75);
        painter.setPen(Qt::NoPen);
    }
    if (state.isPicked) {
        painter.setBrush(t.accent);
        painter.drawEllipse(at + pickedSign, 6.5, 6.5);
        Icons::paint(painter, QRectF(at + pickedSign - QPointF(5, 5), QSizeF(10, 10)),
                     QStringLiteral("check"), 10, t.onAccent);
        painter.setPen(Qt::NoPen);
    }
    if (row.isInStory) {
        painter.setBrush(t.accent);
        painter.drawRect(
            QRectF(storyBarLeft, rect.top(), storyBarWidth, rect.height() - (row.isLastOfStory ? 10 : 0)));
    }
    if (row.isUnread && !state.isPicked) {
        painter.setBrush(t.accent);
        painter.drawEllipse(at + unreadDot, unreadDotRadius, unreadDotRadius);
    }

    row.title->draw(painter, at, row.isTitleDerived ? t.ink2 : t.ink, t.hit);
    row.date->draw(painter, at, t.ink3, t.hit);
    row.outlet->draw(painter, at, t.ink2, t.hit);
    row.snippet->draw(painter, at, t.ink3, t.hit);

    if (!row.accounts.isEmpty()) {
        const QRectF badge = row.accountsBadge.translated(at);
        painter.setPen(Qt::NoPen);
        painter.setBrush(state.isCurrent ? t.card : t.badge);
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
        Icons::paint(painter, QRectF(badge.left() + 6, badge.center().y() - 7, 14, 14),
                     QStringLiteral("compare"), 14, t.ink2);
        painter.setPen(t.ink2);
        painter.setFont(Fonts::ui(11, QFont::DemiBold));
        painter.drawText(badge.adjusted(21, 0, -6, 0), Qt::AlignCenter, row.accounts);
    }
    if (!row.hitCount.isEmpty()) {
        const QRectF badge = row.hitCountBadge.translated(at);
        painter.setPen(Qt::NoPen);
        painter.setBrush(state.isCurrent ? t.card : t.badge);
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
        painter.setPen(t.ink2);
        painter.setFont(Fonts::ui(11, QFont::DemiBold));
        painter.drawText(badge, Qt::AlignCenter, row.hitCount);
    }
    if (!row.starIcon.isEmpty())
        Icons::paint(painter, row.starIcon.translated(at), QStringLiteral("star-filled"),
                     int(row.starIcon.width()), t.noteMarkerInk);
    if (!row.archiveIcon.isEmpty())
        Icons::paint(painter, row.archiveIcon.translated(at), QStringLiteral("archive"),
                     int(row.archiveIcon.width()), t.ink3);
    painter.setPen(Qt::NoPen);
    for (const auto &[dot, colour] : row.passageDots) {
        painter.setBrush(t.markEdgeOf(colour));
        painter.drawEllipse(dot.translated(at));
    }
    if (!row.passagesIcon.isEmpty())
        Icons::paint(painter, row.passagesIcon.translated(at), QStringLiteral("highlighter"),
                     int(row.passagesIcon.width()), t.noteMarkerInk);
}

} // namespace Lectern
