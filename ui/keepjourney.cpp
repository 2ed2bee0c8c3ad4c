#include "keepjourney.h"

#include "dialogs/colournamesdialog.h"
#include "dialogs/messagebar.h"
#include "export/exporter.h"
#include "library/articlelistmodel.h"
#include "library/factgathering.h"
#include "library/library.h"
#include "library/shelfhistory.h"
#include "mainactions.h"
#include "markediting.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "searchjourney.h"
#include "style/theme.h"
#include "text/passagepieces.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace Lectern {

KeepJourney::KeepJourney(Rooms rooms, PassageHistory *history, QString whyNot, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_whyNot(std::move(whyNot))
    , m_window(window)
    , m_editing(
          new MarkEditing({m_rooms.reader, m_rooms.tray, m_rooms.messages, m_rooms.actions, m_rooms.theme},
                          history, m_whyNot, window))
{
    connect(m_editing, &MarkEditing::changed, this, &KeepJourney::refresh);
    connect(&m_anchors, &AnchorSession::found, this, [this] {
        showKept();
        Q_EMIT standingsFound();
    });
    connectTray();
    connectReader();
    const MainActions &actions = m_rooms.actions;
    connect(actions.undo, &QAction::triggered, this, &KeepJourney::undo);
    connect(actions.redo, &QAction::triggered, this, &KeepJourney::redo);
    connect(actions.nameColours, &QAction::triggered, this, &KeepJourney::nameColours);
    connect(actions.copy, &QAction::triggered, this, [this] { copy(m_rooms.reader.selection()); });
    connect(actions.selectAll, &QAction::triggered, this, [this] {
        if (m_rooms.reader.article())
            m_rooms.reader.setSelection({0, m_rooms.reader.article()->text().size()});
    });
    connect(actions.copyCitation, &QAction::triggered, this, [this] {
        const TextRange range = m_rooms.reader.selection();
        if (m_rooms.reader.article() && !range.isEmpty())
            cite(Passage::cut(*m_rooms.reader.article(), range));
        else if (const Passage *passage = selectedPassage())
            cite(*passage);
    });
    connect(&m_rooms.library, &Library::loadFinished, this, &KeepJourney::refresh);
    connect(&m_rooms.search, &SearchJourney::articleShown, this, &KeepJourney::showMarks);
    // What lectern-cli changed meanwhile shows as soon as the window is looked at again.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            catchUp();
    });
    updateUndo();
}

void KeepJourney::catchUp()
{
    if (!m_history)
        return;
    const Result<bool> changed = m_history->reload();
    if (!changed)
        m_rooms.messages.post(MessageKind::Warning, changed.error().toString());
    else if (*changed)
        refresh();
}

void KeepJourney::connectTray()
{
    TrayPane &tray = m_rooms.tray;
    connect(&tray, &TrayPane::passageActivated, this, &KeepJourney::goTo);
    connect(&tray, &TrayPane::moveRequested, this, [this](const QString &id, int to) {
        if (m_editing->canKeep() && m_editing->done(m_history->move(id, to)))
            refresh();
    });
    connect(&tray, &TrayPane::copyRequested, this, [this](const QString &id) {
        if (const Passage *passage = m_history ? m_history->store().find(id) : nullptr)
            cite(*passage);
    });
}

void KeepJourney::connectReader()
{
    ReadingPane &reader = m_rooms.reader;
    connect(&reader, &ReadingPane::copyRequested, this, &KeepJourney::copy);
    connect(&reader, &ReadingPane::citeRequested, this, [this](TextRange range) {
        if (m_rooms.reader.article())
            cite(Passage::cut(*m_rooms.reader.article(), range));
    });
}

ArticlePtr KeepJourney::articleOf(const Passage &passage) const
{
    if (ArticlePtr same = m_rooms.library.find(passage.article))
        return same;
    return m_rooms.library.findAt(passage.source.path, passage.source.part);
}

void KeepJourney::goTo(const QString &id)
{
    const Passage *passage = m_history ? m_history->store().find(id) : nullptr;
    if (!passage)
        return;
    const ArticlePtr article = articleOf(*passage);
    const Anchor anchor = article ? m_anchors.anchorIn(*passage, article) : Anchor();
    if (article)
        m_rooms.search.show(article, anchor.range);
    if (anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved)
        m_rooms.reader.selectMark(id);
    else
        Q_EMIT reviewRequested(id);
}

void KeepJourney::copy(TextRange range)
{
    const ArticlePtr article = m_rooms.reader.article();
    if (article && !range.isEmpty())
        QApplication::clipboard()->setText(article->text().mid(range.start, range.length()));
    else if (const Passage *passage = selectedPassage())
        QApplication::clipboard()->setText(passage->shownQuote());
}

const Passage *KeepJourney::selectedPassage() const
{
    return m_history ? m_history->store().find(m_rooms.reader.selectedMark()) : nullptr;
}

void KeepJourney::cite(const Passage &passage)
{
    const CitedQuote quote = citedQuote(passage, m_style);
    auto *data = new QMimeData;
    data->setText(quote.text);
    data->setHtml(quote.html);
    QApplication::clipboard()->setMimeData(data);
}

void KeepJourney::setShelf(ShelfHistory *shelf)
{
    m_shelf = shelf;
    updateUndo();
}

void KeepJourney::turnShelf(const Result<void> &turned)
{
    if (!turned)
        m_rooms.messages.post(MessageKind::Error, turned.error().toString());
    Q_EMIT shelfTurned();
    updateUndo();
}

std::pair<qint64, qint64> KeepJourney::redoNumbers() const
{
    // What was done in the one history since a step of the other was undone makes that step the past.
    const qint64 keptDone = m_history ? m_history->undoNumber() : 0;
    const qint64 shelvedDone = m_shelf ? m_shelf->undoNumber() : 0;
    const qint64 kept = m_history ? m_history->redoNumber() : 0;
    const qint64 shelved = m_shelf ? m_shelf->redoNumber() : 0;
    return {kept > shelvedDone ? kept : 0, shelved > keptDone ? shelved : 0};
}

void KeepJourney::undo()
{
    const qint64 kept = m_history ? m_history->undoNumber() : 0;
    if (m_shelf && m_shelf->undoNumber() > kept)
        turnShelf(m_shelf->undo());
    else if (kept > 0 && m_editing->done(m_history->undo()))
        refresh();
}

void KeepJourney::redo()
{
    const auto [kept, shelved] = redoNumbers();
    if (shelved > 0 && (kept == 0 || shelved < kept))
        turnShelf(m_shelf->redo());
    else if (kept > 0 && m_editing->done(m_history->redo()))
        refresh();
}

void KeepJourney::updateUndo()
{
    const MainActions &actions = m_rooms.actions;
    const qint64 kept = m_history ? m_history->undoNumber() : 0;
    const qint64 shelved = m_shelf ? m_shelf->undoNumber() : 0;
    const auto [keptAgain, shelvedAgain] = redoNumbers();
    actions.undo->setEnabled(kept > 0 || shelved > 0);
    actions.redo->setEnabled(keptAgain > 0 || shelvedAgain > 0);
    const QString undoText = shelved > kept ? m_shelf->undoText()
                             : kept > 0     ? m_history->undoText()
                                            : QString();
    const bool isShelfNext = shelvedAgain > 0 && (keptAgain == 0 || shelvedAgain < keptAgain);
    const QString redoText = isShelfNext     ? m_shelf->redoText()
                             : keptAgain > 0 ? m_history->redoText()
                                             : QString();
    actions.undo->setText(undoText.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undoText));
    actions.redo->setText(redoText.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redoText));
}

void KeepJourney::refresh()
{
    if (m_history)
        m_anchors.follow(m_history->store().passages(), m_rooms.library.corpus(),
                         m_rooms.library.isLoading());
    showColourNames();
    showKept();
    showMarks();
    m_editing->refreshTags();
    updateUndo();
    Q_EMIT refreshed();
}

void KeepJourney::showKept()
{
    std::vector<TrayItem> items;
    QHash<ArticleId, PassageSummary> kept;
    ReaderFacts facts;
    if (m_history) {
        const PassageSequence &passages = m_history->store().passages();
        items.reserve(passages.size());
        for (const Passage &passage : passages) {
            const PassageStanding &standing = m_anchors.standing(passage.id);
            items.push_back({passage, standing});
            if (standing.article.isEmpty())
                continue;
            kept[standing.article].add(passage.colour);
            addPassage(&facts, standing.article, passage);
        }
    }
    m_rooms.tray.setItems(std::move(items));
    m_rooms.model.setPassages(kept);
    m_rooms.search.setKept(std::move(facts.kept));
}

void KeepJourney::showColourNames()
{
    ColourNamesDialog::Names names;
    for (int i = 0; m_history && i < markColourCount; ++i)
        names[size_t(i)] = m_history->store().colourName(MarkColour(i));
    m_rooms.theme.setColourNames(names);
}

void KeepJourney::nameColours()
{
    if (!m_editing->canKeep())
        return;
    ColourNamesDialog::Names names;
    for (int i = 0; i < markColourCount; ++i)
        names[size_t(i)] = m_history->store().colourName(MarkColour(i));
    auto *dialog = new ColourNamesDialog(m_rooms.theme, names, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, names] {
        const ColourNamesDialog::Names wanted = dialog->names();
        for (size_t i = 0; i < wanted.size(); ++i)
            if (wanted[i] != names[i] && !m_editing->done(m_history->setColourName(MarkColour(i), wanted[i])))
                break;
        refresh();
    });
    dialog->open();
}

std::vector<Mark> KeepJourney::marksOf(const ArticlePtr &article)
{
    std::vector<Mark> marks;
    if (!m_history)
        return marks;
    for (const Passage &passage : m_history->store().passages()) {
        const bool here =
            passage.article == article->id() ||
            (passage.source.path == article->source().path && passage.source.part == article->source().part);
        if (!here)
            continue;
        const Anchor anchor = m_anchors.anchorIn(passage, article);
        if (anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved)
            marks.push_back({passage.id, anchor.range, passage.colour, passage.note,
                             piecesAt(passage, anchor.range), passage.starred});
    }
    return marks;
}

void KeepJourney::showMarks()
{
    const ArticlePtr article = m_rooms.reader.article();
    m_editing->setMarks(article ? marksOf(article) : std::vector<Mark>());
}

} // namespace Lectern
