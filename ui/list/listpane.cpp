#include "list/listpane.h"

#include "list/emptystate.h"
#include "list/filterchips.h"
#include "list/flatlist.h"
#include "list/noticestrip.h"
#include "list/progressstrip.h"
#include "list/suggestionstrip.h"
#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/theme.h"

#include <QActionGroup>
#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int leftMargin = 20;
constexpr int headerHeight = 84;
constexpr int headingTop = 12;
constexpr int headingHeight = 28;
constexpr int chipsTop = 48;
constexpr int sortSide = 28;
constexpr int sortRightMargin = 16;
constexpr int countGap = 8;

} // namespace

ListPane::ListPane(const Theme &theme, ArticleListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_sort(new IconButton(theme, QStringLiteral("sort"), this))
    , m_chips(new FilterChips(theme, this))
    , m_suggestions(new SuggestionStrip(theme, this))
    , m_list(new FlatList(theme, model, this))
    , m_empty(new EmptyState(theme, this))
    , m_progress(new ProgressStrip(theme, this))
    , m_notice(new NoticeStrip(theme, this))
{
    setMinimumWidth(300);
    m_sort->setMetrics(sortSide, 7, 18);
    m_sort->setToolTip(tr("Sort and group"));
    m_sort->setAccessibleName(m_sort->toolTip());
    m_chips->move(leftMargin, chipsTop);
    setFocusProxy(m_list);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, headerHeight, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_suggestions, 0, 0);
    layout->addWidget(m_list, 1, 0);
    layout->addWidget(m_empty, 1, 0); // over the list
    layout->addWidget(m_progress, 2, 0);
    layout->addWidget(m_notice, 3, 0);
    layout->setRowStretch(1, 1);

    connect(m_sort, &QAbstractButton::clicked, this, &ListPane::showOrderings);
    connect(m_chips, &FilterChips::picked, this, &ListPane::applyFilter);
    connect(m_suggestions, &SuggestionStrip::picked, this, &ListPane::suggestionPicked);
    connect(m_list, &FlatList::currentArticleChanged, this, &ListPane::currentArticleChanged);
    connect(m_list, &FlatList::articleActivated, this, &ListPane::articleActivated);
    connect(m_list, &FlatList::picked, this, &ListPane::showPicked);
    connect(m_progress, &ProgressStrip::cancelRequested, this, &ListPane::cancelRequested);
    connect(m_notice, &NoticeStrip::activated, this, &ListPane::noticeActivated);
    connect(m_empty, &EmptyState::activated, this, &ListPane::emptyStateActivated);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListPane::showEmptyState);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ListPane::showEmptyState);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    m_chips->setCurrent(model.filter());
    showEmptyState();
}

void ListPane::setHeading(const QString &heading, qsizetype articles)
{
    m_heading = heading;
    m_count = articles < 0    ? QString()
              : articles == 1 ? tr("1 article")
                              : tr("%1 articles").arg(QLocale().toString(articles));
    m_list->setAccessibleName(heading);
    m_list->setAccessibleDescription(m_count);
    update(0, 0, width(), headerHeight);
}

void ListPane::showPicked(int count)
{
    m_picked = count == 0 ? QString() : tr("%1 picked").arg(QLocale().toString(count));
    m_list->setAccessibleDescription(m_picked.isEmpty() ? m_count : m_picked);
    update(0, 0, width(), headerHeight);
}

void ListPane::setOrdering(Order order, Grouping grouping)
{
    if (order == m_order && grouping == m_grouping)
        return;
    m_order = order;
    m_grouping = grouping;
    Q_EMIT orderingChanged(order, grouping);
}

void ListPane::showOrderings()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addOrders(*menu);
    menu->addSeparator();
    addGroupings(*menu);
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height() + 4)));
}

void ListPane::addOrders(QMenu &menu)
{
    const std::pair<Order, QString> orders[] = {{Order::Relevance, tr("Best match first")},
                                                {Order::DateNewest, tr("Newest first")},
                                                {Order::DateOldest, tr("Oldest first")},
                                                {Order::Title, tr("By title")},
                                                {Order::Outlet, tr("By outlet")}};
    auto *group = new QActionGroup(&menu);
    for (const auto &[order, words] : orders) {
        QAction *action =
            menu.addAction(words, this, [this, order = order] { setOrdering(order, m_grouping); });
        action->setCheckable(true);
        action->setChecked(order == m_order);
        group->addAction(action);
    }
}

void ListPane::addGroupings(QMenu &menu)
{
    const bool isByDate = m_order == Order::DateNewest || m_order == Order::DateOldest;
    const std::pair<Grouping, QString> groupings[] = {{Grouping::Stories, tr("Group by story")},
                                                      {Grouping::Day, tr("Group by day")},
                                                      {Grouping::Month, tr("Group by month")},
                                                      {Grouping::None, tr("No groups")}};
    auto *group = new QActionGroup(&menu);
    for (const auto &[grouping, words] : groupings) {
        QAction *action =
            menu.addAction(words, this, [this, grouping = grouping] { setOrdering(m_order, grouping); });
        action->setCheckable(true);
        action->setChecked(grouping == m_grouping);
        action->setEnabled(isByDate || grouping == Grouping::Stories || grouping == Grouping::None);
        group->addAction(action);
    }
}

ListPane::Filter ListPane::filter() const
{
    return m_chips->current();
}

void ListPane::setFilter(Filter filter)
{
    if (filter == m_chips->current())
        return;
    m_chips->setCurrent(filter);
    applyFilter(filter);
}

void ListPane::applyFilter(Filter filter)
{
    m_model.setFilter(filter);
    Q_EMIT filterChanged(filter);
}

void ListPane::setProgress(const QString &text, double fraction)
{
    m_progress->setProgress(text, fraction);
}

void ListPane::setNotice(const QString &text, const QString &actionLabel)
{
    m_notice->setNotice(text, actionLabel);
}

void ListPane::setSuggestions(const QStringList &queries)
{
    m_suggestions->setQueries(queries);
}

void ListPane::setEmptyState(const QString &sentence, const QString &button)
{
    m_empty->setWords(sentence, button);
    showEmptyState();
}

void ListPane::showEmptyState()
{
    m_empty->setVisible(m_model.rowCount() == 0 && m_empty->hasWords());
}

ArticleId ListPane::currentArticle() const
{
    return m_list->currentArticle();
}

void ListPane::setCurrentArticle(const ArticleId &id)
{
    m_list->setCurrentArticle(id);
}

void ListPane::enterList()
{
    m_list->enter();
}

void ListPane::resizeEvent(QResizeEvent *)
{
    m_sort->move(width() - sortSide - sortRightMargin, headingTop);
    m_chips->setGeometry(leftMargin, chipsTop, width() - 2 * leftMargin, m_chips->sizeHint().height());
}

void ListPane::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.list);

    const int countEnd = m_sort->x() - countGap;
    painter.setFont(Fonts::ui(12));
    const QString &told = m_picked.isEmpty() ? m_count : m_picked;
    const int countWidth = painter.fontMetrics().horizontalAdvance(told);
    painter.setPen(m_picked.isEmpty() ? t.ink3 : t.accent);
    painter.drawText(QRect(countEnd - countWidth, headingTop, countWidth, headingHeight), Qt::AlignVCenter,
                     told);

    const QRect words(leftMargin, headingTop, countEnd - countWidth - countGap - leftMargin, headingHeight);
    painter.setFont(Fonts::ui(17, QFont::DemiBold));
    painter.setPen(t.ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_heading, Qt::ElideRight, words.width()));
}

} // namespace Lectern
