#include "mainactions.h"

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
    quit = make(tr("Quit"), {QKeySequence(tr("Ctrl+Q"))});

    m_groups.push_back({tr("Edit"), {}});
    undo = make(tr("Undo"), {QKeySequence::Undo});
    redo = make(tr("Redo"), {QKeySequence::Redo});
    copy = make(tr("Copy"), {QKeySequence::Copy});
    copyCitation = make(tr("Copy with Citation"), {QKeySequence(tr("Ctrl+Shift+C"))});
    selectAll = make(tr("Select All"), {QKeySequence::SelectAll});

    m_groups.push_back({tr("Find"), {}});
    search = make(tr("Search"),
                  {QKeySequence(tr("Ctrl+K")), QKeySequence(tr("Ctrl+L")), QKeySequence(tr("Ctrl+F"))});
    clearSearch = make(tr("Show the Whole Library"), {QKeySequence(tr("Ctrl+Shift+K"))});
    matchSpelling = make(tr("Match Capitals and Accents"), {QKeySequence(tr("Alt+C"))});
    wordForms = make(tr("Find Other Forms of Words"), {QKeySequence(tr("Alt+W"))});
    nextHit = make(tr("Next Hit"), {QKeySequence(Qt::Key_F3), QKeySequence(tr("Ctrl+G"))});
    previousHit =
        make(tr("Previous Hit"), {QKeySequence(Qt::SHIFT | Qt::Key_F3), QKeySequence(tr("Ctrl+Shift+G"))});
    nextArticle = make(tr("Next Article"), {QKeySequence(tr("Ctrl+Down")), QKeySequence(tr("Alt+Down"))});
    previousArticle = make(tr("Previous Article"), {QKeySequence(tr("Ctrl+Up")), QKeySequence(tr("Alt+Up"))});
    markUnread = make(tr("Mark as Unread"), {QKeySequence(Qt::Key_U)});
    story = make(tr("Story of the Article…"), {QKeySequence(tr("Ctrl+I"))});
    groupByStory = make(tr("Group by Story"), {QKeySequence(tr("Ctrl+Shift+Y"))});
    whoPrinted = make(tr("Who Printed This?"), {QKeySequence(tr("Ctrl+Shift+P"))});
    nextPane = make(tr("Next Pane"), {QKeySequence(Qt::Key_F6)});
    previousPane = make(tr("Previous Pane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)});

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
    readingSettings = make(tr("Text and Colours…"), {QKeySequence(tr("Ctrl+,"))});
    switchTheme = make(tr("Switch Light and Dark"), {QKeySequence(tr("Ctrl+Shift+D"))});
    larger = make(tr("Larger Text"), {QKeySequence::ZoomIn, QKeySequence(tr("Ctrl+="))});
    smaller = make(tr("Smaller Text"), {QKeySequence::ZoomOut});
    standardSize = make(tr("Standard Text Size"), {QKeySequence(tr("Ctrl+0"))});
    fullScreen = make(tr("Full Screen"), {QKeySequence(Qt::Key_F11)});
    for (QAction *action :
         {matchSpelling, wordForms, groupByStory, readView, compareView, quotationsView, passagesView, showList,
          showTray, showMarks, fullScreen})
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

    for (QAction *action : ofArticle())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

QList<QAction *> MainActions::ofArticle() const
{
    QList<QAction *> actions{mark,       addToPassage, leaveOut,     star,         note,      tags,
                             unmark,     nextMark,     previousMark, endEarlier,   endLater,  startEarlier,
                             startLater, showMarks,    copy,         copyCitation, selectAll, markUnread};
    actions.append({markColours.begin(), markColours.end()});
    return actions;
}

QAction *MainActions::make(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    m_groups.back().actions.push_back(action);
    return action;
}

} // namespace Lectern
