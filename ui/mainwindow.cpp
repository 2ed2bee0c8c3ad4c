#include "mainwindow.h"

#include "dialogs/messagebar.h"
#include "dialogs/welcomepage.h"
#include "foldersjourney.h"
#include "help.h"
#include "keepjourney.h"
#include "library/library.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "openjourney.h"
#include "panecycle.h"
#include "passages/traypane.h"
#include "rail.h"
#include "reading/readingpane.h"
#include "search/searchbar.h"
#include "searchactions.h"
#include "searchjourney.h"
#include "settings/readingsettingspopup.h"
#include "style/theme.h"
#include "topbar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>

#include <array>

namespace Lectern {

namespace {

constexpr int listWidth = 400;
constexpr int trayWidth = 332;
constexpr int trayFitsFrom = 1280; ///< on the first start the tray is shown in windows of at least this width

} // namespace

MainWindow::MainWindow(const Services &services)
    : m_services(services)
    , m_searchBar(new SearchBar(services.theme, this))
    , m_list(new ListPane(services.theme, m_model, this))
    , m_reader(new ReadingPane(services.theme, this))
    , m_tray(new TrayPane(services.theme, this))
    , m_messages(new MessageBar(services.theme, this))
    , m_welcome(new WelcomePage(services.theme, this))
    , m_rail(new Rail(services.theme, m_actions, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
    , m_search(new SearchJourney({services.library, m_model, services.log, *m_searchBar, *m_list, *m_reader},
                                 this))
    , m_open(new OpenJourney({services.library, *m_list, *m_messages, m_actions, services.theme}, this))
    , m_keep(new KeepJourney(
          {services.library, m_model, *m_reader, *m_tray, *m_messages, *m_search, m_actions, services.theme},
          services.history, services.whyNot, this))
{
    setWindowTitle(QStringLiteral("Lectern"));
    setAcceptDrops(true);
    new FoldersJourney({*m_open, services.library, *m_messages, m_actions, services.theme}, this);
    layOut();
    connectActions();
    connectView();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    auto *topBar = new TopBar(m_services.theme, m_actions, *m_searchBar, this);
    m_settingsAnchor = topBar->settingsButton();

    m_stack->addWidget(m_reader);
    m_stack->addWidget(m_welcome);
    auto *centre = new QWidget(this);
    auto *centreLayout = new QVBoxLayout(centre);
    centreLayout->setContentsMargins(0, 0, 0, 0);
    centreLayout->setSpacing(0);
    centreLayout->addWidget(m_messages);
    centreLayout->addWidget(m_stack, 1);

    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(280);
    m_tray->setMinimumWidth(280);
    centre->setMinimumWidth(320);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(m_tray);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth, 2000, trayWidth});

    auto *body = new QWidget(this);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_rail, 0, 0, 2, 1);
    grid->addWidget(topBar, 0, 1);
    grid->addWidget(m_splitter, 1, 1);
    grid->setRowStretch(1, 1);
    setCentralWidget(body);
    const std::array<QWidget *, 5> order{m_searchBar, m_list, m_reader, m_tray, m_rail};
    for (size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void MainWindow::connectActions()
{
    for (const MainActions::Group &group : m_actions.groups())
        addActions({group.actions.begin(), group.actions.end()});

    m_searchActions = new SearchActions(m_actions, *m_searchBar, *m_search);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);

    connect(m_actions.nextPane, &QAction::triggered, this, [this] { movePane(+1); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { movePane(-1); });

    connect(m_actions.showList, &QAction::toggled, m_list, &QWidget::setVisible);
    connect(m_actions.showTray, &QAction::toggled, m_tray, &QWidget::setVisible);
    connect(m_actions.readingSettings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_actions.switchTheme, &QAction::triggered, this, [this] {
        m_services.theme.setChoice(m_services.theme.tokens().isDark ? ThemeChoice::Light : ThemeChoice::Dark);
    });
    connect(m_actions.larger, &QAction::triggered, this, [this] { changeTextSize(+1); });
    connect(m_actions.smaller, &QAction::triggered, this, [this] { changeTextSize(-1); });
    connect(m_actions.standardSize, &QAction::triggered, this, [this] { changeTextSize(0); });
    connect(m_actions.fullScreen, &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_actions.help, &QAction::triggered, this, [this] { m_search->show(guide(), {}); });
    connect(m_actions.shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(m_services.theme, m_actions, this); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(m_services.theme, this); });

    connect(m_actions.menu, &QAction::triggered, m_rail, &Rail::openMenu);
    for (QAction *action : m_actions.ofArticle()) {
        removeAction(action);
        m_reader->addAction(action);
    }
}

void MainWindow::connectView()
{
    connect(m_welcome, &WelcomePage::openFolderRequested, m_open, &OpenJourney::chooseFolder);
    connect(m_welcome, &WelcomePage::openFilesRequested, m_open, &OpenJourney::chooseFiles);
    connect(m_welcome, &WelcomePage::sampleRequested, m_open, &OpenJourney::openSamples);
    connect(m_open, &OpenJourney::emptinessChanged, this, [this](bool isEmpty) {
        m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_welcome) : m_reader);
    });
    connect(m_search, &SearchJourney::searchingChanged, m_rail, &Rail::setSearching);
    connect(m_search, &SearchJourney::articleShown, this, [this](const ArticlePtr &article) {
        m_stack->setCurrentWidget(m_reader);
        setWindowTitle(tr("%1 — Lectern").arg(article->title()));
    });
    connect(m_list, &ListPane::articleActivated, m_reader, qOverload<>(&QWidget::setFocus));
    connect(m_searchBar, &SearchBar::listRequested, m_list, &ListPane::enterList);
    connect(m_searchBar, &SearchBar::leaveRequested, m_list, &ListPane::enterList);
    connect(m_reader, &ReadingPane::linkActivated, m_open, &OpenJourney::followLink);
    connect(m_reader, &ReadingPane::contextMenuRequested, this, &MainWindow::openContextMenu);
    connect(&m_services.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MainWindow::restore()
{
    WindowState &state = m_services.state;
    if (!restoreGeometry(state.geometry()))
        resize(1440, 900);
    if (!state.splitter().isEmpty())
        m_splitter->restoreState(state.splitter());
    m_actions.showList->setChecked(state.isListShown());
    m_actions.showTray->setChecked(state.isTrayShown().value_or(width() >= trayFitsFrom));
    m_list->setVisible(m_actions.showList->isChecked());
    m_tray->setVisible(m_actions.showTray->isChecked());
    setStyle(state.readingStyle());
    m_keep->setExportFormat(state.exportFormat());
    m_services.library.watch();
    m_services.library.rescan(false);
    m_keep->refresh();
    const QueryOptions options = state.queryOptions();
    m_searchActions->setOptions(options);
    m_search->restore(state.query(), options, state.article(), state.order(), state.libraryOrder(),
                      state.grouping());
    const bool isEmpty = m_services.library.folder().roots().isEmpty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_welcome) : m_reader);
    m_searchBar->focusField();
}

void MainWindow::keepState()
{
    WindowState &state = m_services.state;
    m_tray->finishEditing();
    state.setGeometry(saveGeometry(), m_splitter->saveState());
    state.setShown(m_actions.showList->isChecked(), m_actions.showTray->isChecked());
    state.setTheme(m_services.theme.choice());
    state.setReadingStyle(m_style);
    state.setQuery(m_search->query(), m_search->options());
    state.setArticle(m_reader->article() ? m_reader->article()->id() : ArticleId());
    state.setOrdering(m_search->searchOrder(), m_search->libraryOrder(), m_list->grouping());
    state.setExportFormat(m_keep->exportFormat());
    m_search->keepPlace();
    m_services.log.flush();
}

void MainWindow::request(const QStringList &paths, const QString &query)
{
    m_open->open(paths);
    if (!query.isEmpty())
        m_search->setQuery(query);
    raise();
    activateWindow();
}

void MainWindow::warn(const QString &sentence)
{
    m_messages->post(MessageKind::Warning, sentence);
}

void MainWindow::setStyle(const ReadingStyle &style)
{
    m_style = style;
    m_reader->setReadingStyle(style);
    if (m_settings)
        m_settings->setReadingStyle(style);
}

void MainWindow::changeTextSize(int by)
{
    ReadingStyle style = m_style;
    style.fontSize = by == 0 ? ReadingStyle().fontSize : qBound(15, style.fontSize + by, 28);
    setStyle(style);
}

void MainWindow::movePane(int step)
{
    QWidget *next =
        PaneCycle({m_searchBar, m_list->list(), m_reader, m_tray}).from(QApplication::focusWidget(), step);
    if (next == m_searchBar)
        m_searchBar->focusField();
    else
        next->setFocus(Qt::TabFocusReason);
}

void MainWindow::openContextMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.addActions({m_actions.mark, m_actions.note, m_actions.tags, m_actions.unmark});
    menu.addSeparator();
    menu.addActions({m_actions.copy, m_actions.copyCitation, m_actions.selectAll});
    menu.addSeparator();
    menu.addActions({m_actions.nextHit, m_actions.previousHit});
    menu.exec(at);
}

void MainWindow::showSettings()
{
    if (!m_settings) {
        m_settings = new ReadingSettingsPopup(m_services.theme, this);
        connect(m_settings, &ReadingSettingsPopup::styleChanged, this, &MainWindow::setStyle);
        connect(m_settings, &ReadingSettingsPopup::themeChosen, &m_services.theme, &Theme::setChoice);
    }
    m_settings->setReadingStyle(m_style);
    m_settings->popup(m_settingsAnchor);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepState();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // The article takes Space for itself as long as there is more of it to read.
    if (event->key() == Qt::Key_Space)
        m_search->stepArticle(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : +1);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!OpenJourney::droppedPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_open->open(OpenJourney::droppedPaths(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace Lectern
