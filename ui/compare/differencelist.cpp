#include "compare/differencelist.h"

#include "library/comparisonreport.h"
#include "style/fonts.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <array>

namespace Lectern {

namespace {

enum ItemRole { KindRole = Qt::UserRole, FirstRole, SecondRole, StrongRole };

constexpr int side = 18;
constexpr int above = 10;
constexpr int kindHeight = 18;
constexpr int lineHeight = 20;
constexpr int mostLines = 3; ///< of each account's words

/// Paints a row: the passage and the kind, then what either account has.
class DifferenceDelegate final : public QStyledItemDelegate
{
public:
    DifferenceDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        int height = 2 * above + kindHeight;
        for (const int role : {int(FirstRole), int(SecondRole)})
            height += lineHeight * int(linesOf(index.data(role).toString(), roomIn(option)).size());
        return {100, height};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
            const bool hasRing = isChosen && option.state.testFlag(QStyle::State_HasFocus);
            painter->setPen(hasRing ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(isChosen ? t.tint : t.hover);
            painter->drawRoundedRect(QRectF(row).adjusted(6.75, 1.75, -6.75, -1.75), 8, 8);
        }
        int y = row.top() + above;
        painter->setFont(Fonts::ui(12, QFont::DemiBold));
        painter->setPen(index.data(StrongRole).toBool() ? t.danger : t.ink2);
        painter->drawText(QRect(row.left() + side, y, roomIn(option), kindHeight),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          index.data(KindRole).toString());
        y += kindHeight;
        painter->setFont(Fonts::ui(13));
        painter->setPen(t.ink);
        for (const int role : {int(FirstRole), int(SecondRole)})
            for (const QString &line : linesOf(index.data(role).toString(), roomIn(option))) {
                painter->drawText(QRect(row.left() + side, y, roomIn(option), lineHeight),
                                  Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
                y += lineHeight;
            }
        painter->restore();
    }

private:
    static int roomIn(const QStyleOptionViewItem &option)
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        return (view ? view->viewport()->width() : DifferenceList::listWidth) - 2 * side;
    }

    static QStringList linesOf(const QString &text, int room)
    {
        QTextLayout layout(text, Fonts::ui(13));
        QStringList lines;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            if (lines.size() == mostLines - 1) {
                lines +=
                    QFontMetrics(Fonts::ui(13)).elidedText(text.mid(line.textStart()), Qt::ElideRight, room);
                break;
            }
            lines += text.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        return lines;
    }

    const Theme &m_theme;
};

} // namespace

DifferenceList::DifferenceList(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setFrameShape(NoFrame);
    setAccessibleName(tr("Differences"));
    setItemDelegate(new DifferenceDelegate(theme, this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setVerticalScrollMode(ScrollPerPixel);
    const auto applyColours = [this] {
        QPalette colours = palette();
        colours.setColor(QPalette::Base, m_theme.tokens().list);
        setPalette(colours);
        viewport()->update();
    };
    applyColours();
    connect(&theme, &Theme::changed, this, applyColours);
    connect(this, &QListWidget::itemActivated, this, &DifferenceList::choose);
    connect(this, &QListWidget::itemClicked, this, &DifferenceList::choose);
}

void DifferenceList::setComparison(const ComparisonPtr &comparison)
{
    m_comparison = comparison;
    fill();
}

void DifferenceList::setTypography(bool shown)
{
    m_typography = shown;
    fill();
}

void DifferenceList::fill()
{
    clear();
    m_shown.clear();
    if (!m_comparison)
        return;
    for (size_t i = 0; i < m_comparison->differences.size(); ++i) {
        const PairDifference &each = m_comparison->differences[i];
        if (isQuiet(each.kind) && !m_typography)
            continue;
        const auto words = [&](int account, TextRange range) {
            return range.isEmpty()
                       ? tr("%1: has nothing here").arg(account + 1)
                       : tr("%1: “%2”")
                             .arg(account + 1)
                             .arg(oneLine(*m_comparison->accounts[size_t(account)].article, range).trimmed());
        };
        const QString first = words(each.a, each.inA);
        const QString second = words(each.b, each.inB);
        const QString kind = tr("Passage %1 · %2").arg(each.passage + 1).arg(label(each.kind));
        auto *item = new QListWidgetItem(this);
        item->setData(KindRole, kind);
        item->setData(FirstRole, first);
        item->setData(SecondRole, second);
        item->setData(StrongRole, isStrong(each.kind));
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1. %2. %3").arg(kind, first, second));
        m_shown.push_back(i);
    }
    setAccessibleDescription(tr("%n difference(s)", nullptr, count()));
}

void DifferenceList::choose(const QListWidgetItem *item)
{
    Q_EMIT differenceChosen(difference(row(item)));
}

void DifferenceList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    // On the desktop of some systems Enter is no activation.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem()) {
        choose(currentItem());
        return;
    }
    QListWidget::keyPressEvent(event);
}

void DifferenceList::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(layoutDirection() == Qt::RightToLeft ? viewport()->width() - 1 : 0, 0, 1,
                     viewport()->height(), m_theme.tokens().line);
}

void DifferenceList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace Lectern
