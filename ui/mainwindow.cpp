#include "mainwindow.h"

#include "appearance.h"
#include "compare/comparepane.h"
#include "comparejourney.h"
#include "dialogs/messagebar.h"
#include "dialogs/welcomepage.h"
#include "exportjourney.h"
#include "foldersjourney.h"
#include "help.h"
#include "keepjourney.h"
#include "library/library.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "mainviews.h"
#include "openjourney.h"
#include "passages/traypane.h"
#include "passagesjourney.h"
#include "quotationsjourney.h"
#include "rail.h"
#include "reading/readingpane.h"
#include "readerjourneys.h"
#include "readingview.h"
#include "reviewjourney.h"
#include "search/searchbar.h"
#include "searchactions.h"
#include "searchjourney.h"
#include "storiesjourney.h"
#include "style/theme.h"
#include "toolsjourney.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>

#include <array>

namespace Lectern {

namespace {

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
    , m_reading(new ReadingView(services.theme, m_actions,
                                {*m_searchBar, *m_list, *m_reader, *m_welcome, *m_tray, *m_messages}, this))
    , m_appearance(new Appearance(services.theme, m_actions, *m_reading, this))
    , m_search(new SearchJourney({services.library, m_model, services.log, *m_searchBar, *m_list, *m_reader},
                                 this))
    , m_open(new OpenJourney({services.library, *m_list, *m_messages, m_actions, services.theme}, this))
    , m_keep(new KeepJourney(
          {services.library, m_model, *m_reader, *m_tray, *m_messages, *m_search, m_actions, services.theme},
          services.history, services.whyNot, this))
    , m_export(new ExportJourney({services.library, m_model, *m_reader, *m_search, *m_keep, *m_tray,
                                  *m_messages, m_actions, services.theme},
                                 services.history, this))
    , m_views(new MainViews({QStringLiteral("read"),
                             m_actions.readView,
                             m_reading,
                             m_reading->messagePlace(),
                             {m_searchBar, m_list->list(), m_reader, m_tray}},
                            this))
    , m_compare(new CompareJourney(
          {services.library, *m_views, *m_reader, *m_search, *m_keep, *m_messages, m_actions, services.theme},
          services.history, this))
    , m_review(new ReviewJourney(
          {services.library, *m_keep, *m_search, *m_reader, *m_tray, *m_messages, *m_views, services.theme},
          services.history, m_reading->messagePlace(), this))
{
    setWindowTitle(QStringLiteral("Lectern"));
    setAcceptDrops(true);
    new FoldersJourney({*m_open, services.library, *m_messages, m_actions, services.theme}, this);
    new ToolsJourney({services.library, *m_keep, *m_search, *m_views, *m_messages, m_actions, services.theme},
                     services.history, this);
    new QuotationsJourney(
        {services.library, *m_keep, *m_messages, *m_views, *m_reader, *m_search, m_actions, services.theme},
        services.history, this);
    auto *passages =
        new PassagesJourney({*m_keep, *m_export, *m_review, *m_messages, *m_views, m_actions, services.theme},
                            services.history, this);
    layOut();
    connectActions();
    connectView();
    restore();
    auto *stories = new StoriesJourney({services.library, m_model, *m_list, *m_reader, *m_messages, *m_search,
                                        *m_compare, *m_views, m_actions, services.theme},
                                       this);
    connect(stories, &StoriesJourney::storiesChanged, passages, &PassagesJourney::setStories);
    connect(passages, &PassagesJourney::storiesWanted, stories, &StoriesJourney::want);
    new ReaderJourneys({services.library, m_model, *m_search, *m_keep, *stories, *m_appearance, *m_open,
                        *m_list, *m_reader, *m_messages, *m_views, m_actions, services.state, services.log,
                        services.theme},
                       services.history, services.shelf, this);
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    auto *body = new QWidget(this);
    auto *bodyLayout = new QHBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(m_rail);
    bodyLayout->addWidget(m_views->widget(), 1);
    setCentralWidget(body);
    const std::array<QWidget *, 5> order{m_searchBar, m_list, m_reader, m_tray, m_rail};
    for (size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void MainWindow::connectActions()
{
    for (const MainActions::Group &group : m_actions.groups())
        addActions({group.actions.begin(), group.actions.end()});

    // First of all: what acts on the article or the list is done where they are seen.
    for (QAction *action : {m_actions.search, m_actions.clearSearch, m_actions.help})
        connect(action, &QAction::triggered, this, [this] { m_views->show(QStringLiteral("read")); });
    m_searchActions = new SearchActions(m_actions, *m_searchBar, *m_search);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { m_views->moveFocus(+1); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { m_views->moveFocus(-1); });
    connect(m_actions.showList, &QAction::toggled, m_list, &QWidget::setVisible);
    connect(m_actions.showTray, &QAction::toggled, m_tray, &QWidget::setVisible);
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
    connect(m_open, &OpenJourney::emptinessChanged, m_reading, &ReadingView::setEmpty);
    connect(m_search, &SearchJourney::searchingChanged, m_rail, &Rail::setSearching);
    connect(m_search, &SearchJourney::articleShown, this, [this](const ArticlePtr &article) {
        m_reading->setEmpty(false);
        setWindowTitle(tr("%1 — Lectern").arg(article->title()));
    });
    connect(m_list, &ListPane::articleActivated, m_reader, qOverload<>(&QWidget::setFocus));
    connect(m_searchBar, &SearchBar::listRequested, m_list, &ListPane::enterList);
    connect(m_searchBar, &SearchBar::leaveRequested, m_list, &ListPane::enterList);
    connect(m_reader, &ReadingPane::linkActivated, m_open, &OpenJourney::followLink);
    connect(m_appearance, &Appearance::readingStyleChanged, m_reader, &ReadingPane::setReadingStyle);
    connect(m_appearance, &Appearance::readingStyleChanged, m_compare, &CompareJourney::setReadingStyle);
    // What is said is said where it is seen.
    connect(m_views, &MainViews::shown, this, [this](const QString &name) {
        m_views->messagePlace()->insertWidget(0, m_messages);
        if (name == QLatin1String("read"))
            m_reader->setFocus(Qt::OtherFocusReason);
    });
}

void MainWindow::restore()
{
    WindowState &state = m_services.state;
    if (!restoreGeometry(state.geometry()))
        resize(1440, 900);
    m_reading->setWidths(state.splitter());
    m_actions.showList->setChecked(state.isListShown());
    m_actions.showTray->setChecked(state.isTrayShown().value_or(width() >= trayFitsFrom));
    m_actions.showMarks->setChecked(state.areMarksShown());
    m_list->setVisible(m_actions.showList->isChecked());
    m_tray->setVisible(m_actions.showTray->isChecked());
    m_appearance->setReadingStyle(state.readingStyle());
    m_export->restore(state);
    m_services.library.watch();
    m_services.library.rescan(false);
    m_keep->refresh();
    const QueryOptions options = state.queryOptions();
    m_searchActions->setOptions(options);
    m_search->restore(state.query(), options, state.article(), state.order(), state.libraryOrder(),
                      state.grouping());
    const bool isEmpty = m_services.library.folder().roots().isEmpty();
    m_reading->setEmpty(isEmpty);
    m_searchBar->focusField();
    if (!isEmpty && state.view() != m_views->current())
        m_views->show(state.view());
}

void MainWindow::keepState()
{
    WindowState &state = m_services.state;
    m_tray->finishEditing();
    m_reader->finishEditing();
    state.setGeometry(saveGeometry(), m_reading->widths());
    state.setShown(m_actions.showList->isChecked(), m_actions.showTray->isChecked(),
                   m_actions.showMarks->isChecked());
    state.setTheme(m_services.theme.choice());
    state.setReadingStyle(m_appearance->readingStyle());
    state.setQuery(m_search->query(), m_search->options());
    state.setArticle(m_reader->article() ? m_reader->article()->id() : ArticleId());
    state.setOrdering(m_search->searchOrder(), m_search->libraryOrder(), m_list->grouping());
    m_export->keepState(state);
    state.setView(m_views->current());
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
