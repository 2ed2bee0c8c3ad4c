#include "readingview.h"

#include "dialogs/messagebar.h"
#include "dialogs/welcomepage.h"
#include "list/listpane.h"
#include "mainactions.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "topbar.h"

#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int listWidth = 400;
constexpr int trayWidth = 332;

} // namespace

ReadingView::ReadingView(const Theme &theme, const MainActions &actions, const Panes &panes, QWidget *window)
    : QWidget(window)
    , m_actions(actions)
    , m_topBar(new TopBar(theme, actions, panes.search, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(&panes.reader);
    m_stack->addWidget(&panes.welcome);
    auto *centre = new QWidget(this);
    m_centre = new QVBoxLayout(centre);
    m_centre->setContentsMargins(0, 0, 0, 0);
    m_centre->setSpacing(0);
    m_centre->addWidget(&panes.messages);
    m_centre->addWidget(m_stack, 1);

    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    panes.list.setMinimumWidth(280);
    panes.tray.setMinimumWidth(280);
    centre->setMinimumWidth(320);
    m_splitter->addWidget(&panes.list);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(&panes.tray);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth, 2000, trayWidth});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_splitter, 1);
    connect(&panes.reader, &ReadingPane::contextMenuRequested, this, &ReadingView::openMenu);
}

void ReadingView::openMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.addActions(m_actions.ofMarks());
    menu.addSeparator();
    menu.addActions({m_actions.copy, m_actions.copyCitation, m_actions.selectAll});
    menu.addSeparator();
    menu.addActions({m_actions.findInArticle, m_actions.nextHit, m_actions.previousHit});
    menu.addSeparator();
    menu.addActions(m_actions.ofRelatives() << m_actions.newWindow << m_actions.print);
    menu.exec(at);
}

void ReadingView::setEmpty(bool isEmpty)
{
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
}

QWidget *ReadingView::settingsButton() const
{
    return m_topBar->settingsButton();
}

QByteArray ReadingView::widths() const
{
    return m_splitter->saveState();
}

void ReadingView::setWidths(const QByteArray &widths)
{
    if (!widths.isEmpty())
        m_splitter->restoreState(widths);
}

} // namespace Lectern
