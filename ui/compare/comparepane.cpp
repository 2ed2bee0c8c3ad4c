#include "compare/comparepane.h"

#include "compare/comparebar.h"
#include "compare/comparecolumn.h"
#include "compare/comparegutter.h"
#include "compare/differencelist.h"
#include "page/motion.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace Lectern {

namespace {

constexpr int gutterWidth = 72;
constexpr int comfortableColumn = 300; ///< width of a column beside which the list finds room
constexpr int narrowGutter = 48;       ///< with three columns or more
constexpr int flashTime = 900;         ///< milliseconds
constexpr int catchUp = 3;        ///< times as fast as the column that is scrolled, the others come nearer
constexpr qreal passageTop = 0.3; ///< of the height: where a passage is shown

} // namespace

ComparePane::ComparePane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new CompareBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_message(new QWidget(this))
    , m_headline(new TextLabel(theme, {}, 17, QFont::DemiBold, TextTone::Ink, m_message))
    , m_hint(new TextLabel(theme, {}, 15, QFont::Normal, TextTone::Ink3, m_message))
    , m_messagePlace(new QVBoxLayout)
    , m_body(new QWidget(this))
    , m_row(new QHBoxLayout)
    , m_list(new DifferenceList(theme, m_body))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(m_messagePlace);
    layout->addWidget(m_stack, 1);
    m_row->setSpacing(0);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_body->setLayout(m_row);
    m_body->installEventFilter(this);
    m_list->hide();
    auto *words = new QVBoxLayout(m_message);
    words->addStretch(2);
    for (TextLabel *label : {m_headline, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    words->addStretch(3);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_body);

    connect(m_bar, &CompareBar::filterPicked, this, &ComparePane::setFilter);
    connect(m_bar, &CompareBar::typographyToggled, this, [this](bool shown) {
        CompareLook look = m_look;
        look.typography = shown;
        setLook(look);
        m_list->setTypography(shown);
    });
    connect(m_bar, &CompareBar::listToggled, this, &ComparePane::showList);
    connect(m_bar, &CompareBar::menuRequested, this, [this](const QWidget *button) {
        openMenu(button->mapToGlobal(button->rect().bottomLeft()), m_passage);
    });
    connect(m_list, &DifferenceList::differenceChosen, this, &ComparePane::showDifference);
    connect(m_list, &DifferenceList::leaveRequested, this, [this] { showList(false); });
    connect(&m_flash, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        CompareLook look = m_look;
        look.flashStrength = value.toReal();
        setLook(look);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setComparison(nullptr);
}

void ComparePane::say(const QString &headline, const QString &hint)
{
    m_headline->setText(headline);
    m_hint->setText(hint);
    m_stack->setCurrentWidget(m_message);
    setAccessibleName(headline + u' ' + hint);
}

void ComparePane::setWaiting()
{
    m_comparison.reset();
    m_bar->setComparison(nullptr);
    say(tr("Looking for other accounts of this event…"), {});
}

void ComparePane::setComparison(const ComparisonPtr &comparison)
{
    m_comparison = comparison;
    m_passage = -1;
    m_bar->setComparison(comparison);
    m_list->setComparison(comparison);
    if (!comparison || comparison->accounts.empty()) {
        say(tr("No article is shown"), tr("Open one, and its other accounts are laid beside it here."));
        return;
    }
    if (comparison->accounts.size() < 2) {
        say(tr("No other account of this event is in the library"),
            tr("“%1” stands alone. Other reports of the same event appear here by themselves once they are "
               "in a "
               "folder that Lectern reads.")
                .arg(comparison->accounts.front().article->title()));
        return;
    }
    buildColumns(int(comparison->accounts.size()));
    for (int i = 0; i < columnCount(); ++i)
        m_columns[size_t(i)]->setAccount(comparison, i);
    for (CompareGutter *gutter : m_gutters)
        gutter->setComparison(comparison);
    m_stack->setCurrentWidget(m_body);
    setAccessibleName(m_bar->summary());
    setLook(m_look);
    m_columns.front()->setFocus();
}

void ComparePane::buildColumns(int count)
{
    qDeleteAll(m_columns);
    qDeleteAll(m_gutters);
    m_columns.clear();
    m_gutters.clear();
    m_scrolled.assign(size_t(count), 0);
    for (int i = 0; i < count; ++i) {
        auto *column = new CompareColumn(m_theme, m_body);
        column->setReadingStyle(m_style);
        connect(column, &CompareColumn::scrolled, this, [this, column] { follow(column); });
        connect(column, &CompareColumn::passageClicked, this,
                [this, column](int passage) { showPassage(passage, column); });
        connect(column, &CompareColumn::articleRequested, this, &ComparePane::articleRequested);
        connect(column, &CompareColumn::menuRequested, this, &ComparePane::openMenu);
        if (i > 0) {
            auto *gutter = new CompareGutter(m_theme, *m_columns.back(), *column, m_body);
            gutter->setFixedWidth(count > 2 ? narrowGutter : gutterWidth);
            CompareColumn *left = m_columns.back();
            connect(gutter, &CompareGutter::passageClicked, this,
                    [this, left](int passage) { showPassage(passage, left); });
            m_row->addWidget(gutter);
            m_gutters.push_back(gutter);
        }
        m_row->addWidget(column, 1);
        m_columns.push_back(column);
    }
    placeList();
}

void ComparePane::setReadingStyle(const ReadingStyle &style)
{
    m_style = style;
    for (CompareColumn *column : m_columns)
        column->setReadingStyle(style);
}

void ComparePane::setFilter(CompareFilter filter)
{
    m_bar->setFilter(filter);
    CompareLook look = m_look;
    look.filter = filter;
    setLook(look);
}

void ComparePane::setLook(const CompareLook &look)
{
    m_look = look;
    for (CompareColumn *column : m_columns)
        column->setLook(look);
    for (CompareGutter *gutter : m_gutters)
        gutter->setLook(look);
}

/// The other columns bring the passage that is in the middle of the leader to the same height, little by
/// little, so that nothing jumps.
void ComparePane::follow(CompareColumn *leader)
{
    const size_t index = size_t(std::find(m_columns.begin(), m_columns.end(), leader) - m_columns.begin());
    const int moved = std::exchange(m_scrolled[index], leader->scrollValue()) - leader->scrollValue();
    if (m_isFollowing || moved == 0 || m_stack->currentWidget() != m_body)
        return;
    const int passage = leader->middlePassage();
    const auto at = leader->extent(passage);
    if (!at)
        return;
    m_isFollowing = true;
    for (CompareColumn *column : m_columns)
        if (column != leader)
            column->placePassage(passage, at->first, catchUp * std::abs(moved));
    m_isFollowing = false;
}

/// Where the passage stands in one column it is brought to in all, and glows.
void ComparePane::showPassage(int passage, CompareColumn *in)
{
    const auto at = in->extent(passage);
    if (!at)
        return;
    const qreal y = at->first >= 0 && at->first < in->height() ? at->first : passageTop * in->height();
    m_isFollowing = true;
    for (CompareColumn *column : m_columns)
        column->placePassage(passage, y, std::numeric_limits<int>::max());
    m_isFollowing = false;
    flash(passage);
}

void ComparePane::showDifference(const PairDifference &difference)
{
    // Where the words stand in one account; the others are brought beside them.
    const bool isInA = !difference.inA.isEmpty();
    CompareColumn *column = m_columns[size_t(isInA ? difference.a : difference.b)];
    column->showOffset((isInA ? difference.inA : difference.inB).start);
    showPassage(difference.passage, column);
}

void ComparePane::showList(bool shown)
{
    if (m_list->isHidden() != shown || m_stack->currentWidget() != m_body)
        return;
    m_bar->setListShown(shown);
    m_list->setVisible(shown);
    placeList();
    if (!shown)
        activeColumn()->setFocus();
    else if (m_list->count() > 0)
        m_list->setCurrentRow(std::max(0, m_list->currentRow()));
    if (shown)
        m_list->setFocus();
}

/// The list stands beside the columns where these keep a width to be read in, and otherwise lies over them.
void ComparePane::placeList()
{
    const int wanted = columnCount() * comfortableColumn + int(m_gutters.size()) * gutterWidth;
    const bool isBeside = !m_list->isHidden() && m_body->width() - DifferenceList::listWidth >= wanted;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int room = isBeside ? DifferenceList::listWidth : 0;
    m_row->setContentsMargins(mirrored ? room : 0, 0, mirrored ? 0 : room, 0);
    m_list->setGeometry(mirrored ? 0 : m_body->width() - DifferenceList::listWidth, 0,
                        DifferenceList::listWidth, m_body->height());
    m_list->raise();
}

bool ComparePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_body && event->type() == QEvent::Resize)
        placeList();
    return QWidget::eventFilter(watched, event);
}

void ComparePane::keep(int passage)
{
    if (m_comparison && passage >= 0)
        Q_EMIT keepRequested(passage);
}

void ComparePane::openMenu(const QPoint &at, int passage)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *keepAction = menu->addAction(tr("Keep Passage from All Accounts") + QStringLiteral("\tH"), this,
                                          [this, passage] { keep(passage); });
    keepAction->setEnabled(passage >= 0);
    QAction *listAction = menu->addAction(tr("List of Differences") + QStringLiteral("\tL"), this,
                                          [this] { showList(m_list->isHidden()); });
    listAction->setCheckable(true);
    listAction->setChecked(!m_list->isHidden());
    menu->addSeparator();
    menu->addAction(tr("Export Comparison…"), this, &ComparePane::saveRequested);
    menu->addAction(tr("Print Comparison…"), this, &ComparePane::printRequested);
    menu->popup(at);
}

void ComparePane::flash(int passage)
{
    m_passage = passage;
    m_look.flashed = passage;
    m_flash.stop();
    m_flash.setStartValue(1.0);
    m_flash.setEndValue(0.0);
    m_flash.setDuration(Motion::isReduced() ? 1 : flashTime);
    m_flash.start();
}

CompareColumn *ComparePane::activeColumn() const
{
    for (CompareColumn *column : m_columns)
        if (column->hasFocus())
            return column;
    return m_columns.empty() ? nullptr : m_columns.front();
}

void ComparePane::stepDifference(int step)
{
    CompareColumn *column = activeColumn();
    if (!column || m_stack->currentWidget() != m_body)
        return;
    const int passage = column->stepDifference(step);
    if (passage >= 0)
        flash(passage);
}

void ComparePane::keyPressEvent(QKeyEvent *event)
{
    const auto focusBeside = [&](int step) {
        const auto at = std::find(m_columns.begin(), m_columns.end(), activeColumn());
        const auto next = at - m_columns.begin() + step;
        if (next >= 0 && next < std::ptrdiff_t(m_columns.size()))
            m_columns[size_t(next)]->setFocus();
    };
    switch (event->key()) {
    case Qt::Key_J:
        return stepDifference(+1);
    case Qt::Key_K:
        return stepDifference(-1);
    case Qt::Key_L:
        return showList(m_list->isHidden());
    case Qt::Key_H:
        return keep(m_passage);
    case Qt::Key_Right:
        return focusBeside(layoutDirection() == Qt::RightToLeft ? -1 : +1);
    case Qt::Key_Left:
        return focusBeside(layoutDirection() == Qt::RightToLeft ? +1 : -1);
    case Qt::Key_Escape:
        return leaveRequested();
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4:
        if (event->modifiers() == Qt::NoModifier)
            return setFilter(CompareFilter(event->key() - Qt::Key_1));
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ComparePane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().paper);
}

} // namespace Lectern
