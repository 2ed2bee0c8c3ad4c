#include "mainactions.h"

#include <QGuiApplication>
#include <QKeySequence>

namespace Lectern {

MainActions::MainActions(QObject *parent)
    : QObject(parent)
{
    m_groups.push_back({tr("File"), {}});
    openFolder = make(tr("Open Folder…"), {QKeySequence(tr("Ctrl+Shift+O"))});
    openFiles = make(tr("Open Files…"), {QKeySequence::Open});
    openSamples = make(tr("Open the Sample Library"), {});
    folders = make(tr("Library Folders…"), {QKeySequence(tr("Ctrl+Shift+L"))});
    rescan = make(tr("Read the Folders Again"), {QKeySequence(Qt::Key_F5)});
    importReport = make(tr("Import Report…"), {});
    exportPassages = make(tr("Export Passages…"), {QKeySequence(tr("Ctrl+E"))});
    print = make(tr("Print…"), {QKeySequence::Print});
    settings = make(tr("Settings…"), {QKeySequence(tr("Ctrl+,"))});
    quit = make(tr("Quit"), {QKeySequence(tr("Ctrl+Q"))});

    m_groups.push_back({tr("Edit"), {}});
    undo = make(tr("Undo"), {QKeySequence::Undo});
    redo = make(tr("Redo"), {QKeySequence::Redo});
    copy = make(tr("Copy"), {QKeySequence::Copy});
    copyCitation = make(tr("Copy with Citation"), {QKeySequence(tr("Ctrl+Shift+C"))});
    selectAll = make(tr("Select All"), {QKeySequence::SelectAll});

    m_groups.push_back({tr("Find"), {}});
    palette = make(tr("Command Palette…"), {QKeySequence(tr("Ctrl+Shift+P"))});
    search = make(tr("Search"),
                  {QKeySequence(tr("Ctrl+K")), QKeySequence(tr("Ctrl+L")), QKeySequence(tr("Ctrl+Shift+F"))});
    findInArticle = make(tr("Find in Article…"), {QKeySequence::Find, QKeySequence(Qt::Key_Slash)});
    clearSearch = make(tr("Show the Whole Library"), {QKeySequence(tr("Ctrl+Shift+K"))});
    matchSpelling = make(tr("Match Capitals and Accents"), {QKeySequence(tr("Alt+C"))});
    wordForms = make(tr("Find Other Forms of Words"), {QKeySequence(tr("Alt+W"))});
    nextHit = make(tr("Next Hit"), {QKeySequence(Qt::Key_F3), QKeySequence(tr("Ctrl+G"))});
    previousHit =
        make(tr("Previous Hit"), {QKeySequence(Qt::SHIFT | Qt::Key_F3), QKeySequence(tr("Ctrl+Shift+G"))});
    nextArticle = make(tr("Next Article"), {QKeySequence(tr("Ctrl+Down")), QKeySequence(tr("Alt+Down"))});
    previousArticle = make(tr("Previous Article"), {QKeySequence(tr("Ctrl+Up")), QKeySequence(tr("Alt+Up"))});
    story = make(tr("Story of the Article…"), {QKeySequence(tr("Ctrl+I"))});
    groupByStory = make(tr("Group by Story"), {QKeySequence(tr("Ctrl+Shift+Y"))});
    whoPrinted = make(tr("Who Printed This?"), {QKeySequence(tr("Ctrl+Alt+P"))});
    nextPane = make(tr("Next Pane"), {QKeySequence(Qt::Key_F6)});
    previousPane = make(tr("Previous Pane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)});

    m_groups.push_back({tr("Article"), {}});
    // Back is where lines begin.
    const bool isMirrored = QGuiApplication::isRightToLeft();
    back = make(tr("Back"), {QKeySequence(Qt::ALT | (isMirrored ? Qt::Key_Right : Qt::Key_Left))});
    forward = make(tr("Forward"), {QKeySequence(Qt::ALT | (isMirrored ? Qt::Key_Left : Qt::Key_Right))});
    newWindow = make(tr("Open in a New Window"), {QKeySequence(tr("Ctrl+Return"))});
    nextUnread = make(tr("Next Unread Article"), {QKeySequence(Qt::Key_N)});
    markUnread = make(tr("Mark as Read or Unread"), {QKeySequence(Qt::Key_U)});
    starArticle = make(tr("Star the Article"), {QKeySequence(Qt::Key_S)});
    archiveArticle = make(tr("Archive the Article"), {QKeySequence(Qt::Key_E)});
    tagArticle = make(tr("Tags of the Article…"), {QKeySequence(tr("Shift+T"))});
    moreLikeThis = make(tr("More Like This"), {QKeySequence(tr("Ctrl+Shift+M"))});
    sameOutlet = make(tr("Everything by This Outlet"), {});
    sameAuthor = make(tr("Everything by This Author"), {});
    sameDay = make(tr("Everything of This Day"), {});

    m_groups.push_back({tr("Passages"), {}});
    mark = make(tr("Keep Selection as Passage"), {QKeySequence(Qt::Key_H)});
    const std::array<QString, 6> colours{tr("Keep in Yellow"), tr("Keep in Green"),  tr("Keep in Blue"),
                                         tr("Keep in Pink"),   tr("Keep in Orange"), tr("Keep in Violet")};
    for (size_t i = 0; i < colours.size(); ++i)
        markColours[i] = make(colours[i], {QKeySequence(Qt::Key_1 + int(i))});
    addToPassage = make(tr("Add Selection to the Passage"), {QKeySequence(tr("Shift+H"))});
    leaveOut = make(tr("Leave Selection out of the Passage"), {QKeySequence(Qt::Key_X)});
    star = make(tr("Star the Passage"), {QKeySequence(tr("Shift+S"))});
    note = make(tr("Write a Note"), {QKeySequence(Qt::Key_N)});
    tags = make(tr("Edit Tags"), {QKeySequence(Qt::Key_T)});
    unmark = make(tr("Remove Passage"), {QKeySequence(Qt::Key_Delete)});
    nameColours = make(tr("Names of the Colours…"), {});
    nextMark = make(tr("Next Passage of the Article"), {QKeySequence(Qt::Key_P)});
    previousMark = make(tr("Previous Passage of the Article"), {QKeySequence(tr("Shift+P"))});
    endEarlier = make(tr("End the Passage a Word Earlier"), {QKeySequence(tr("Alt+Shift+Left"))});
    endLater = make(tr("End the Passage a Word Later"), {QKeySequence(tr("Alt+Shift+Right"))});
    startEarlier = make(tr("Start the Passage a Word Earlier"), {QKeySequence(tr("Alt+Shift+Up"))});
    startLater = make(tr("Start the Passage a Word Later"), {QKeySequence(tr("Alt+Shift+Down"))});

    m_groups.push_back({tr("View"), {}});
    readView = make(tr("Read"), {QKeySequence(tr("Ctrl+1"))});
    compareView = make(tr("Compare Accounts"), {QKeySequence(tr("Ctrl+3"))});
    quotationsView = make(tr("Quotations"), {QKeySequence(tr("Ctrl+4"))});
    passagesView = make(tr("All Passages"), {QKeySequence(tr("Ctrl+5"))});
    showList = make(tr("Article List"), {QKeySequence(Qt::Key_F9)});
    showTray = make(tr("Passages"), {QKeySequence(tr("Ctrl+Shift+B"))});
    showMarks = make(tr("Marks in the Text"), {QKeySequence(tr("Shift+M"))});
    readingSettings = make(tr("Text and Colours…"), {QKeySequence(tr("Ctrl+Shift+A"))});
    switchTheme = make(tr("Switch Light and Dark"), {QKeySequence(tr("Ctrl+Shift+D"))});
    larger = make(tr("Larger Text"), {QKeySequence::ZoomIn, QKeySequence(tr("Ctrl+="))});
    smaller = make(tr("Smaller Text"), {QKeySequence::ZoomOut});
    standardSize = make(tr("Standard Text Size"), {QKeySequence(tr("Ctrl+0"))});
    fullScreen = make(tr("Full Screen"), {QKeySequence(Qt::Key_F11)});
    for (QAction *action : {matchSpelling, wordForms, groupByStory, readView, compareView, quotationsView,
                            passagesView, showList, showTray, showMarks, fullScreen})
        action->setCheckable(true);
    wordForms->setChecked(true);
    readView->setChecked(true);
    showList->setChecked(true);
    showTray->setChecked(true);
    showMarks->setChecked(true);

    m_groups.push_back({tr("Tools"), {}});
    verifyExport = make(tr("Verify an Export…"), {QKeySequence(tr("Ctrl+Shift+V"))});
    importHighlights = make(tr("Import Highlights…"), {QKeySequence(tr("Ctrl+Shift+I"))});
    backups = make(tr("Backups and Plain-text Copy…"), {});

    m_groups.push_back({tr("Help"), {}});
    menu = make(tr("Menu"), {QKeySequence(Qt::Key_F10)});
    help = make(tr("Guide"), {QKeySequence(tr("Ctrl+F1"))});
    shortcuts = make(tr("Keyboard Shortcuts"), {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    about = make(tr("About Lectern"), {});

    for (QAction *action : ofArticle() + ofListAndArticle() + QList<QAction *>{nextUnread})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    nameAll();
}

QList<QAction *> MainActions::ofArticle() const
{
    QList<QAction *> actions{mark,       addToPassage, leaveOut,     star,         note,     tags,
                             unmark,     nextMark,     previousMark, endEarlier,   endLater, startEarlier,
                             startLater, showMarks,    copy,         copyCitation, selectAll};
    actions.append({markColours.begin(), markColours.end()});
    return actions;
}

void MainActions::nameAll()
{
    const std::pair<QAction *, const char *> names[] = {
        {openFiles, "openFiles"},
        {openFolder, "openFolder"},
        {openSamples, "openSamples"},
        {rescan, "rescan"},
        {folders, "folders"},
        {importReport, "importReport"},
        {exportPassages, "exportPassages"},
        {print, "print"},
        {settings, "settings"},
        {quit, "quit"},
        {undo, "undo"},
        {redo, "redo"},
        {copy, "copy"},
        {copyCitation, "copyCitation"},
        {selectAll, "selectAll"},
        {palette, "palette"},
        {search, "search"},
        {findInArticle, "findInArticle"},
        {clearSearch, "clearSearch"},
        {matchSpelling, "matchSpelling"},
        {wordForms, "wordForms"},
        {nextHit, "nextHit"},
        {previousHit, "previousHit"},
        {nextArticle, "nextArticle"},
        {previousArticle, "previousArticle"},
        {story, "story"},
        {groupByStory, "groupByStory"},
        {whoPrinted, "whoPrinted"},
        {nextPane, "nextPane"},
        {previousPane, "previousPane"},
        {back, "back"},
        {forward, "forward"},
        {newWindow, "newWindow"},
        {nextUnread, "nextUnread"},
        {markUnread, "markUnread"},
        {starArticle, "starArticle"},
        {archiveArticle, "archiveArticle"},
        {tagArticle, "tagArticle"},
        {moreLikeThis, "moreLikeThis"},
        {sameOutlet, "sameOutlet"},
        {sameAuthor, "sameAuthor"},
        {sameDay, "sameDay"},
        {mark, "mark"},
        {addToPassage, "addToPassage"},
        {leaveOut, "leaveOut"},
        {star, "star"},
        {note, "note"},
        {tags, "tags"},
        {unmark, "unmark"},
        {nameColours, "nameColours"},
        {nextMark, "nextMark"},
        {previousMark, "previousMark"},
        {endEarlier, "endEarlier"},
        {endLater, "endLater"},
        {startEarlier, "startEarlier"},
        {startLater, "startLater"},
        {readView, "readView"},
        {compareView, "compareView"},
        {quotationsView, "quotationsView"},
        {passagesView, "passagesView"},
        {showList, "showList"},
        {showTray, "showTray"},
        {showMarks, "showMarks"},
        {readingSettings, "readingSettings"},
        {switchTheme, "switchTheme"},
        {larger, "larger"},
        {smaller, "smaller"},
        {standardSize, "standardSize"},
        {fullScreen, "fullScreen"},
        {verifyExport, "verifyExport"},
        {importHighlights, "importHighlights"},
        {backups, "backups"},
        {menu, "menu"},
        {help, "help"},
        {shortcuts, "shortcuts"},
        {about, "about"},
    };
    for (const auto &[action, name] : names)
        action->setObjectName(QLatin1String(name));
    for (size_t i = 0; i < markColours.size(); ++i)
        markColours[i]->setObjectName(QStringLiteral("markColour%1").arg(i + 1));
}

QAction *MainActions::named(const QString &name) const
{
    for (const Group &group : m_groups)
        for (QAction *action : group.actions)
            if (action->objectName() == name)
                return action;
    return nullptr;
}

QAction *MainActions::make(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    m_groups.back().actions.push_back(action);
    return action;
}

} // namespace Lectern
