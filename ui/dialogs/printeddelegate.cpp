#include "dialogs/printeddelegate.h"

#include "dialogs/printedmodel.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

namespace Lectern {

namespace {

constexpr int margin = 14;
constexpr int wordsTop = 54;
constexpr int bottom = 14;
constexpr int mostLines = 6;

/// The words, laid out in a width, with what differs on a ground of its own.
qreal layOut(QTextLayout *layout, const QModelIndex &index, const Tokens &tokens, qreal width)
{
    layout->setText(index.data(PrintedModel::WordsRole).toString());
    layout->setFont(Fonts::ui(14));
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : index.data(PrintedModel::DifferencesRole).value<std::vector<TextRange>>()) {
        QTextLayout::FormatRange format{int(range.start), int(range.length()), {}};
        format.format.setBackground(tokens.difference);
        format.format.setFontUnderline(true);
        formats += format;
    }
    layout->setFormats(formats);
    qreal y = 0;
    layout->beginLayout();
    for (int lines = 0; lines < mostLines; ++lines) {
        QTextLine line = layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    return y;
}

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

PrintedDelegate::PrintedDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize PrintedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTextLayout words;
    const int width = widthOf(option);
    return {width, wordsTop + qCeil(layOut(&words, index, m_theme.tokens(), width - 2 * margin)) + bottom};
}

void PrintedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    const bool isCurrent = option.state & QStyle::State_Selected;
    if (isCurrent || option.state & QStyle::State_MouseOver) {
        painter->setPen(option.state & QStyle::State_HasFocus && isCurrent ? QPen(t.accent, 1.5)
                                                                           : QPen(Qt::NoPen));
        painter->setBrush(isCurrent ? t.tint : t.hover);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 10, 10);
    } else {
        painter->fillRect(QRect(row.left() + margin, row.bottom(), row.width() - 2 * margin, 1), t.rowLine);
    }
    const auto line = [&](int role, const QFont &font, const QColor &ink, int top, int right,
                          Qt::Alignment alignment) {
        const QString text = index.data(role).toString();
        const QRect place(row.left() + margin, row.top() + top, right - row.left() - margin, 20);
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(place, alignment | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        return QFontMetrics(font).horizontalAdvance(text);
    };
    const int right = row.right() - margin;
    const int match =
        line(PrintedModel::MatchRole, Fonts::ui(12, QFont::DemiBold), t.ink2, 8, right, Qt::AlignRight);
    line(PrintedModel::SourceRole, Fonts::ui(13, QFont::DemiBold), t.accent, 8, right - match - 16,
         Qt::AlignLeft);
    const int day = line(PrintedModel::DayRole, Fonts::ui(12), t.ink3, 28, right, Qt::AlignRight);
    line(PrintedModel::TitleRole, Fonts::ui(13, QFont::Medium), t.ink, 28, right - day - 16, Qt::AlignLeft);
    QTextLayout words;
    layOut(&words, index, t, row.width() - 2 * margin);
    painter->setPen(t.ink);
    words.draw(painter, QPointF(row.left() + margin, row.top() + wordsTop));
    painter->restore();
}

} // namespace Lectern
