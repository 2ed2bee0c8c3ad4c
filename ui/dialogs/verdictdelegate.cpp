#include "dialogs/verdictdelegate.h"

#include "dialogs/verdictmodel.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QTextLayout>

namespace Lectern {

namespace {

constexpr int outside = 4; ///< between the ground of a row and the view's edges
constexpr int padding = 12;
constexpr int badgeHeight = 20;
constexpr int gap = 6;
constexpr int sourceHeight = 17;
constexpr int mostLines = 8;
constexpr QChar thinSpace(0x2009); ///< between words that are gone and those in their place

QFont quoteFont()
{
    return Fonts::text(15);
}

QFont reasonFont()
{
    return Fonts::ui(13);
}

int reasonHeight(const QString &reason, int width)
{
    if (reason.isEmpty())
        return 0;
    return QFontMetrics(reasonFont())
        .boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, reason)
        .height();
}

QColor inkOf(Verdict::Tone tone, const Tokens &t)
{
    switch (tone) {
    case Verdict::Tone::Good:
        return t.success;
    case Verdict::Tone::Bad:
        return t.danger;
    case Verdict::Tone::Neutral:
        break;
    }
    return t.ink2;
}

const VerdictModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const VerdictModel *>(index.model());
}

} // namespace

VerdictDelegate::VerdictDelegate(const Theme &theme, QAbstractScrollArea *view)
    : QStyledItemDelegate(view)
    , m_theme(theme)
    , m_view(view)
{}

qreal VerdictDelegate::layOut(QTextLayout &layout, const Verdict &verdict, qreal width) const
{
    const Tokens &t = m_theme.tokens();
    QString text;
    QList<QTextLayout::FormatRange> formats;
    VerdictRun::Kind before = VerdictRun::Kind::Same;
    for (const VerdictRun &run : shortened(verdict.quote)) {
        if (before == VerdictRun::Kind::Gone && run.kind == VerdictRun::Kind::New)
            text += thinSpace;
        before = run.kind;
        QTextLayout::FormatRange format{int(text.size()), int(run.text.size()), {}};
        if (run.kind == VerdictRun::Kind::Gone) {
            format.format.setFontStrikeOut(true);
            format.format.setForeground(t.danger);
        } else if (run.kind == VerdictRun::Kind::New) {
            format.format.setBackground(t.difference);
            format.format.setForeground(t.ink);
        }
        text += run.text;
        if (run.kind != VerdictRun::Kind::Same)
            formats += format;
    }
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    layout.setText(text);
    layout.setFont(quoteFont());
    layout.setFormats(formats);
    qreal y = 0;
    layout.beginLayout();
    for (int line = 0; line < mostLines; ++line) {
        QTextLine next = layout.createLine();
        if (!next.isValid())
            break;
        next.setLineWidth(width);
        next.setPosition({0, y});
        y += next.height();
    }
    layout.endLayout();
    return y;
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Verdict &verdict = modelOf(index).verdict(index.row());
    const int width = m_view->viewport()->width() - 2 * (outside + padding);
    QTextLayout layout;
    const int words = verdict.quote.empty() ? 0 : qCeil(layOut(layout, verdict, width)) + gap;
    const int reason = verdict.reason.isEmpty() ? 0 : reasonHeight(verdict.reason, width) + gap;
    const int source = verdict.source.isEmpty() ? 0 : sourceHeight + gap;
    return {200, 2 * padding + badgeHeight + words + reason + source};
}

void VerdictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Verdict &verdict = modelOf(index).verdict(index.row());
    const Tokens &t = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool hasKeyboard = option.state.testFlag(QStyle::State_HasFocus) && m_view->hasFocus();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(hasKeyboard ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    painter->setBrush(isSelected ? t.tint : isHovered ? t.hover : QColor(Qt::transparent));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(outside, 2, -outside, -2), 8, 8);

    const QRect room = option.rect.adjusted(outside + padding, padding, -outside - padding, -padding);
    painter->setFont(Fonts::ui(12, QFont::DemiBold));
    const QRect badge(room.left(), room.top(), painter->fontMetrics().horizontalAdvance(verdict.word) + 20,
                      badgeHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.badge);
    painter->drawRoundedRect(badge, badgeHeight / 2.0, badgeHeight / 2.0);
    painter->setPen(inkOf(verdict.tone, t));
    painter->drawText(badge, Qt::AlignCenter, verdict.word);

    int y = room.top() + badgeHeight + gap;
    if (!verdict.quote.empty()) {
        QTextLayout layout;
        const int height = qCeil(layOut(layout, verdict, room.width()));
        painter->setPen(t.ink);
        layout.draw(painter, QPointF(room.left(), y));
        y += height + gap;
    }
    if (!verdict.reason.isEmpty()) {
        const int height = reasonHeight(verdict.reason, room.width());
        painter->setFont(reasonFont());
        painter->setPen(t.ink2);
        painter->drawText(QRect(room.left(), y, room.width(), height), Qt::TextWordWrap, verdict.reason);
        y += height + gap;
    }
    painter->setFont(Fonts::ui(12));
    painter->setPen(t.ink3);
    painter->drawText(QRect(room.left(), y, room.width(), sourceHeight), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(verdict.source, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace Lectern
