#include "keepjourney.h"

#include "dialogs/exportdialog.h"
#include "dialogs/messagebar.h"
#include "export/exporter.h"
#include "library/articlelistmodel.h"
#include "library/factgathering.h"
#include "library/library.h"
#include "mainactions.h"
#include "passages/anchor.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "searchjourney.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>

namespace Lectern {

KeepJourney::KeepJourney(Rooms rooms, PassageHistory *history, QString whyNot, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_whyNot(std::move(whyNot))
    , m_window(window)
{
    connectTray();
    connectReader();
    const MainActions &actions = m_rooms.actions;
    connect(actions.undo, &QAction::triggered, this, &KeepJourney::undo);
    connect(actions.redo, &QAction::triggered, this, &KeepJourney::redo);
    connect(actions.exportPassages, &QAction::triggered, this, &KeepJourney::openExport);
    connect(actions.copy, &QAction::triggered, this, [this] { copy(m_rooms.reader.selection()); });
    connect(actions.selectAll, &QAction::triggered, this, [this] {
        if (m_rooms.reader.article())
            m_rooms.reader.setSelection({0, m_rooms.reader.article()->text().size()});
    });
    connect(actions.mark, &QAction::triggered, this, [this] { keepSelection(MarkColour::Yellow); });
    for (size_t i = 0; i < actions.markColours.size(); ++i)
        connect(actions.markColours[i], &QAction::triggered, this,
                [this, i] { keepSelection(MarkColour(i)); });
    connect(actions.note, &QAction::triggered, this, [this] { writeNote(m_rooms.reader.selection()); });
    connect(actions.tags, &QAction::triggered, this, &KeepJourney::editTags);
    connect(actions.unmark, &QAction::triggered, this, &KeepJourney::removeHere);
    connect(actions.copyCitation, &QAction::triggered, this, [this] {
        const TextRange range = m_rooms.reader.selection();
        if (m_rooms.reader.article() && !range.isEmpty())
            cite(Passage::cut(*m_rooms.reader.article(), range));
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
    connect(&tray, &TrayPane::noteEdited, this, [this](const QString &id, const QString &note) {
        change(id, [&note](Passage &passage) { passage.note = note; });
    });
    connect(&tray, &TrayPane::tagsEdited, this, [this](const QString &id, const QStringList &tags) {
        change(id, [&tags](Passage &passage) { passage.tags = tags; });
    });
    connect(&tray, &TrayPane::colourPicked, this, [this](const QString &id, MarkColour colour) {
        change(id, [colour](Passage &passage) { passage.colour = colour; });
    });
    connect(&tray, &TrayPane::removeRequested, this, [this](const QStringList &ids) {
        if (canKeep() && done(m_history->remove(ids)))
            refresh();
    });
    connect(&tray, &TrayPane::moveRequested, this, [this](const QString &id, int to) {
        if (canKeep() && done(m_history->move(id, to)))
            refresh();
    });
    connect(&tray, &TrayPane::copyRequested, this, [this](const QString &id) {
        if (const Passage *passage = m_history ? m_history->store().find(id) : nullptr)
            cite(*passage);
    });
    connect(&tray, &TrayPane::exportRequested, this, &KeepJourney::runExport);
    connect(&tray, &TrayPane::exportCopyRequested, this, &KeepJourney::copyExport);
}

void KeepJourney::connectReader()
{
    ReadingPane &reader = m_rooms.reader;
    connect(&reader, &ReadingPane::markRequested, this, &KeepJourney::keep);
    connect(&reader, &ReadingPane::noteRequested, this, &KeepJourney::writeNote);
    connect(&reader, &ReadingPane::copyRequested, this, &KeepJourney::copy);
    connect(&reader, &ReadingPane::citeRequested, this, [this](TextRange range) {
        if (m_rooms.reader.article())
            cite(Passage::cut(*m_rooms.reader.article(), range));
    });
    connect(&reader, &ReadingPane::markActivated, this, [this](const QString &id) {
        m_rooms.actions.showTray->setChecked(true);
        m_rooms.tray.select(id);
    });
}

bool KeepJourney::canKeep()
{
    if (!m_history)
        m_rooms.messages.post(MessageKind::Error, m_whyNot);
    return m_history != nullptr;
}

bool KeepJourney::done(const Result<void> &result)
{
    if (!result)
        m_rooms.messages.post(MessageKind::Error, result.error().toString());
    return result.ok();
}

QString KeepJourney::keep(TextRange range, MarkColour colour)
{
    const ArticlePtr article = m_rooms.reader.article();
    if (!article || range.isEmpty() || !canKeep())
        return {};
    const auto same = std::find_if(m_marks.begin(), m_marks.end(),
                                   [range](const Mark &mark) { return mark.range == range; });
    if (same != m_marks.end()) {
        const QString id = same->passageId;
        change(id, [colour](Passage &passage) { passage.colour = colour; });
        return id;
    }
    Passage passage = Passage::cut(*article, range);
    passage.colour = colour;
    const Result<Passage> kept = m_history->add(std::move(passage));
    if (!kept) {
        m_rooms.messages.post(MessageKind::Error,
                              tr("The passage was not kept. %1").arg(kept.error().toString()));
        return {};
    }
    m_rooms.reader.clearSelection();
    refresh();
    m_rooms.tray.present(kept->id);
    m_lastKept = kept->id;
    return kept->id;
}

void KeepJourney::keepSelection(MarkColour colour)
{
    const TextRange range = m_rooms.reader.selection();
    if (range.isEmpty())
        m_rooms.messages.post(MessageKind::Info, tr("Select words in the article first; H then keeps them."));
    else
        keep(range, colour);
}

QString KeepJourney::passageMeant(TextRange range)
{
    if (const Passage *known = passageAt(range))
        return known->id;
    if (!range.isEmpty())
        return keep(range, MarkColour::Yellow);
    const bool isHere = std::any_of(m_marks.begin(), m_marks.end(),
                                    [this](const Mark &mark) { return mark.passageId == m_lastKept; });
    return isHere ? m_lastKept : m_rooms.tray.selectedIds().value(0);
}

void KeepJourney::writeNote(TextRange range)
{
    const QString id = passageMeant(range);
    if (id.isEmpty())
        return;
    m_rooms.actions.showTray->setChecked(true);
    m_rooms.tray.editNote(id);
}

void KeepJourney::editTags()
{
    const QString id = passageMeant(m_rooms.reader.selection());
    if (id.isEmpty())
        return;
    m_rooms.actions.showTray->setChecked(true);
    m_rooms.tray.editTags(id);
}

void KeepJourney::removeHere()
{
    // Del acts where the focus is: the tray hears it itself; here it is the article's.
    const Passage *known = passageAt(m_rooms.reader.selection());
    if (known && canKeep() && done(m_history->remove({known->id})))
        refresh();
}

const Passage *KeepJourney::passageAt(TextRange range) const
{
    if (!m_history)
        return nullptr;
    for (const Mark &mark : m_marks)
        if (mark.range.intersects(range))
            return m_history->store().find(mark.passageId);
    return nullptr;
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
    const Anchor anchor = anchorIn(*passage, article.get());
    if (article && (anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved)) {
        m_rooms.search.show(article, anchor.range);
        return;
    }
    if (article)
        m_rooms.search.show(article, {});
    m_rooms.messages.post(MessageKind::Warning, article
                                                    ? tr("The file has changed and the words of this passage "
                                                         "are not at one clear place in it any more. "
                                                         "The passage keeps its own copy.")
                                                    : tr("The article is not in the library any more: %1. "
                                                         "The passage keeps its own copy of the words.")
                                                          .arg(passage->source.path));
}

void KeepJourney::copy(TextRange range)
{
    const ArticlePtr article = m_rooms.reader.article();
    if (article && !range.isEmpty())
        QApplication::clipboard()->setText(article->text().mid(range.start, range.length()));
}

void KeepJourney::cite(const Passage &passage)
{
    const CitedQuote quote = citedQuote(passage);
    auto *data = new QMimeData;
    data->setText(quote.text);
    data->setHtml(quote.html);
    QApplication::clipboard()->setMimeData(data);
}

void KeepJourney::change(const QString &id, const std::function<void(Passage &)> &edit)
{
    if (!canKeep())
        return;
    const Passage *passage = m_history->store().find(id);
    if (!passage)
        return;
    Passage changed = *passage;
    edit(changed);
    if (changed != *passage && done(m_history->update(std::move(changed))))
        refresh();
}

void KeepJourney::undo()
{
    if (m_history && m_history->canUndo() && done(m_history->undo()))
        refresh();
}

void KeepJourney::redo()
{
    if (m_history && m_history->canRedo() && done(m_history->redo()))
        refresh();
}

void KeepJourney::updateUndo()
{
    const MainActions &actions = m_rooms.actions;
    actions.undo->setEnabled(m_history && m_history->canUndo());
    actions.redo->setEnabled(m_history && m_history->canRedo());
    const QString undoText = m_history ? m_history->undoText() : QString();
    const QString redoText = m_history ? m_history->redoText() : QString();
    actions.undo->setText(undoText.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undoText));
    actions.redo->setText(redoText.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redoText));
}

void KeepJourney::refresh()
{
    std::vector<TrayItem> items;
    QHash<ArticleId, int> counts;
    ReaderFacts facts;
    if (m_history) {
        for (const Passage &passage : m_history->store().passages()) {
            const ArticlePtr article = articleOf(passage);
            // As long as articles are still being read, one that is not there yet is no orphan.
            const bool isAwaited = !article && m_rooms.library.isLoading();
            items.push_back({passage, isAwaited ? AnchorState::Exact : anchorIn(passage, article.get()).state});
            if (article) {
                ++counts[article->id()];
                addPassage(&facts, article->id(), passage);
            }
        }
    }
    m_rooms.tray.setItems(std::move(items));
    m_rooms.model.setPassageCounts(counts);
    m_rooms.search.setKept(std::move(facts.kept));
    showMarks();
    updateUndo();
}

void KeepJourney::showMarks()
{
    m_marks.clear();
    const ArticlePtr article = m_rooms.reader.article();
    if (article && m_history) {
        for (const Passage &passage : m_history->store().passages()) {
            const bool here =
                passage.article == article->id() || (passage.source.path == article->source().path &&
                                                     passage.source.part == article->source().part);
            if (!here)
                continue;
            const Anchor anchor = anchorIn(passage, article.get());
            if (anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved)
                m_marks.push_back({passage.id, anchor.range, passage.colour, !passage.note.isEmpty()});
        }
    }
    m_rooms.reader.setMarks(m_marks);
}

std::vector<Passage> KeepJourney::chosen(const QStringList &ids) const
{
    std::vector<Passage> passages;
    if (m_history)
        for (const Passage &passage : m_history->store().passages())
            if (ids.isEmpty() || ids.contains(passage.id))
                passages.push_back(passage);
    return passages;
}

void KeepJourney::runExport(const QString &format, const QStringList &ids)
{
    const std::vector<Passage> all = chosen({});
    if (all.empty()) {
        m_rooms.messages.post(MessageKind::Info,
                              tr("There is nothing to export yet. Select words in an article and press H."));
        return;
    }
    const bool some = !ids.isEmpty() && size_t(ids.size()) < all.size();
    auto *dialog = new ExportDialog(m_rooms.theme, all, some ? ids : QStringList(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFormat(format);
    dialog->setFolder(m_exportFolder);
    connect(dialog, &ExportDialog::saved, this, [this, dialog](const QString &path, int count) {
        m_exportFolder = dialog->folder();
        m_rooms.tray.setExportFormat(dialog->format());
        m_rooms.messages.post(MessageKind::Info, tr("%n passage(s) saved in %1.", nullptr, count).arg(path));
        dialog->close();
    });
    dialog->open();
}

void KeepJourney::openExport()
{
    runExport(m_rooms.tray.exportFormat(), m_rooms.tray.selectedIds());
}

QString KeepJourney::exportFormat() const
{
    return m_rooms.tray.exportFormat();
}

void KeepJourney::setExportFormat(const QString &format)
{
    m_rooms.tray.setExportFormat(format);
}

void KeepJourney::copyExport(const QString &format, const QStringList &ids)
{
    const Exporter *exporter = exporterNamed(format);
    if (!exporter)
        return;
    const QByteArray bytes = exporter->write(chosen(ids));
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(bytes));
    if (exporter->mimeType() == QLatin1String("text/html"))
        data->setHtml(QString::fromUtf8(bytes));
    QApplication::clipboard()->setMimeData(data);
}

} // namespace Lectern
