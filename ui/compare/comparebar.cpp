#include "compare/comparebar.h"

#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/segmentedcontrol.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int margin = 24;
constexpr int dotSide = 8;
constexpr int dotGap = 7;
constexpr int legendGap = 20;

} // namespace

CompareBar::CompareBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filters(new SegmentedControl(theme, this))
    , m_typography(new IconButton(theme, QStringLiteral("letter-case"), this))
    , m_list(new IconButton(theme, QStringLiteral("list"), this))
    , m_more(new IconButton(theme, QStringLiteral("more"), this))
{
    setFixedHeight(barHeight);
    m_filters->setSegments({tr("All"), tr("Shared"), tr("Different"), tr("Only here")});
    m_filters->setCurrent(0);
    m_filters->setAccessibleName(tr("What stands out"));
    connect(m_filters, &SegmentedControl::picked, this,
            [this](int segment) { Q_EMIT filterPicked(CompareFilter(segment)); });
    for (IconButton *button : {m_typography, m_list, m_more})
        button->setMetrics(32, 8, 18);
    m_list->setCheckable(true);
    m_list->setAccessibleName(tr("Show the list of differences"));
    m_list->setToolTip(tr("List of differences (L)"));
    connect(m_list, &QAbstractButton::toggled, this, &CompareBar::listToggled);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("Keep, export, print"));
    connect(m_more, &QAbstractButton::clicked, this, [this] { Q_EMIT menuRequested(m_more); });
    m_typography->setCheckable(true);
    m_typography->setAccessibleName(tr("Show differences of typography"));
    m_typography->setToolTip(tr("Underline differences of quotation marks, dashes, spaces and case"));
    connect(m_typography, &QAbstractButton::toggled, this, &CompareBar::typographyToggled);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CompareBar::setComparison(const ComparisonPtr &comparison)
{
    m_comparison = comparison;
    const bool hasSome = comparison && comparison->accounts.size() > 1;
    m_filters->setVisible(hasSome);
    for (IconButton *button : {m_typography, m_list, m_more})
        button->setVisible(hasSome);
    setAccessibleName(summary());
    update();
}

void CompareBar::setFilter(CompareFilter filter)
{
    m_filters->setCurrent(int(filter));
}

void CompareBar::setTypography(bool shown)
{
    m_typography->setChecked(shown);
}

void CompareBar::setListShown(bool shown)
{
    m_list->setChecked(shown);
}

std::vector<CompareBar::Legend> CompareBar::legends() const
{
    if (!m_comparison || m_comparison->accounts.size() < 2)
        return {};
    const Tokens &t = m_theme.tokens();
    std::vector<Legend> list;
    const auto add = [&](const QColor &dot, int count, const QString &words) {
        if (count > 0)
            list.push_back({dot, words});
    };
    const int quotations = m_comparison->quotationCount();
    const int others = m_comparison->otherCount();
    const int differing = m_comparison->differenceCount();
    add(t.markEdgeOf(MarkColour::Yellow), quotations, tr("%n shared quotation(s)", nullptr, quotations));
    add(t.markEdgeOf(MarkColour::Green), others, tr("%n shared passage(s)", nullptr, others));
    add(t.markEdgeOf(MarkColour::Pink), differing, tr("%n differ(s)", nullptr, differing));
    for (size_t i = 0; i < m_comparison->accounts.size(); ++i) {
        const int only = int(m_comparison->accounts[i].only.size());
        const QString words = m_comparison->accounts.size() > 2
                                  ? tr("%n only in account %1", nullptr, only).arg(i + 1)
                              : i == 0 ? tr("%n only left", nullptr, only)
                                       : tr("%n only right", nullptr, only);
        add(t.ink3, only, words);
    }
    return list;
}

QString CompareBar::summary() const
{
    QStringList parts;
    for (const Legend &legend : legends())
        parts += legend.words;
    return parts.join(QStringLiteral(", "));
}

void CompareBar::resizeEvent(QResizeEvent *)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int right = width() - margin;
    const auto place = [&](QWidget *widget, int gap) {
        const QSize size = widget->sizeHint();
        const int x = right - size.width();
        widget->setGeometry(mirrored ? width() - right : x, (height() - size.height()) / 2, size.width(),
                            size.height());
        right = x - gap;
    };
    place(m_more, 4);
    place(m_list, 4);
    place(m_typography, 12);
    place(m_filters, 0);
}

void CompareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    painter.fillRect(rect(), t.list);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    if (!m_comparison || m_comparison->accounts.size() < 2)
        return;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int limit = (mirrored ? width() - m_filters->geometry().right() : m_filters->x()) - 12;
    int x = margin;
    const auto draw = [&](const QString &words, const QFont &font, const QColor &ink) {
        const int wide = QFontMetrics(font).horizontalAdvance(words) + 1;
        if (x + wide > limit)
            return false;
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRect(mirrored ? width() - x - wide : x, 0, wide, height() - 1),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words);
        x += wide;
        return true;
    };
    const QStringList titles{tr("Two accounts of one story"), tr("Three accounts of one story"),
                             tr("Four accounts of one story")};
    draw(titles.value(int(m_comparison->accounts.size()) - 2), Fonts::ui(15, QFont::DemiBold), t.ink);
    for (const Legend &legend : legends()) {
        x += legendGap;
        const int left = x;
        x += dotSide + dotGap;
        if (!draw(legend.words, Fonts::ui(13), t.ink2))
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(legend.dot);
        painter.drawEllipse(QRectF(mirrored ? width() - left - dotSide : left, (height() - 1 - dotSide) / 2.0,
                                   dotSide, dotSide));
    }
}

} // namespace Lectern
