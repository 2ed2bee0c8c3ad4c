#include "quotationsjourney.h"

#include "base/codepoints.h"
#include "dialogs/messagebar.h"
#include "dialogs/speakerdialog.h"
#include "keepjourney.h"
#include "library/library.h"
#include "mainactions.h"
#include "mainviews.h"
#include "markediting.h"
#include "quotations/quotationlistview.h"
#include "quotations/quotationsroom.h"
#include "quotations/speakerlist.h"
#include "reading/overlay.h"
#include "reading/readingpane.h"
#include "searchjourney.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSaveFile>

namespace Lectern {

namespace {

constexpr int soonMs = 1500; ///< a start is over by then, and a load brings many changes at once

} // namespace

QuotationsJourney::QuotationsJourney(Rooms rooms, PassageHistory *history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
    , m_corrections(rooms.library.folder().path())
    , m_analyses(rooms.library.folder().path())
    , m_room(new QuotationsRoom(rooms.theme, m_model, window))
{
    rooms.views.add({viewName(),
                     rooms.actions.quotationsView,
                     m_room,
                     m_room->messagePlace(),
                     {m_room->field(), m_room->list(), m_room->speakers()}});
    m_analyses.setCorrections(m_corrections.corrections());
    connectLibrary();
    connectList();
    if (!m_corrections.notice().isEmpty() && !rooms.library.folder().path().isEmpty())
        rooms.messages.post(MessageKind::Warning, m_corrections.notice());
    connect(&rooms.messages, &MessageBar::actionTriggered, this, [this](int message) {
        if (m_undoMessages.remove(message))
            turn(true);
    });
}

void QuotationsJourney::connectLibrary()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        // Reading the files comes first; whoever waits for quotations is shown those that there are.
        if (!m_rooms.library.isLoading() || m_room->isVisible())
            look();
    });
    connect(&m_rooms.library, &Library::corpusChanged, this, &QuotationsJourney::lookSoon);
    connect(&m_rooms.library, &Library::loadFinished, this, &QuotationsJourney::lookSoon);
    connect(&m_rooms.views, &MainViews::shown, this, [this](const QString &name) {
        if (name != viewName())
            return;
        look();
        m_room->enter();
    });
    connect(&m_analyses, &Analyses::quotationsChanged, this,
            [this] { m_room->showQuotations(m_analyses.quotations()); });
    const auto tell = [this] { m_room->showProgress(m_analyses.progress(), m_rooms.library.isLoading()); };
    connect(&m_analyses, &Analyses::progressed, this, tell);
    connect(&m_rooms.library, &Library::progressed, this, tell);
    connect(&m_rooms.library, &Library::loadFinished, this, tell);
    connect(&m_analyses, &Analyses::noticed, this,
            [this](const QString &sentence) { m_rooms.messages.post(MessageKind::Warning, sentence); });
    lookSoon();
}

void QuotationsJourney::lookSoon()
{
    // Not anew with each change: they come faster than that while files are read.
    if (!m_soon.isActive())
        m_soon.start();
}

void QuotationsJourney::look()
{
    m_analyses.setCorpus(m_rooms.library.corpus());
}

void QuotationsJourney::connectList()
{
    QuotationListView *list = m_room->list();
    connect(list, &QuotationListView::activatedRow, this, &QuotationsJourney::open);
    connect(list, &QuotationListView::keepRequested, this, &QuotationsJourney::keepPassage);
    connect(list, &QuotationListView::copyRequested, this, &QuotationsJourney::copy);
    connect(list, &QuotationListView::speakerRequested, this, &QuotationsJourney::askSpeaker);
    connect(list, &QuotationListView::rejectRequested, this, &QuotationsJourney::reject);
    connect(list, &QuotationListView::undoRequested, this, [this] { turn(true); });
    connect(list, &QuotationListView::redoRequested, this, [this] { turn(false); });
    connect(list, &QuotationListView::menuRequested, this, &QuotationsJourney::openMenu);
    connect(m_room, &QuotationsRoom::exportRequested, this, &QuotationsJourney::exportCorrections);
    connect(m_room, &QuotationsRoom::leaveRequested, this,
            [this] { m_rooms.views.show(QStringLiteral("read")); });
}

ArticlePtr QuotationsJourney::articleOf(int row)
{
    const QuotedArticle &quoted = m_model.article(row);
    ArticlePtr article = m_rooms.library.find(quoted.id);
    if (article && article->text().size() == quoted.textUnits)
        return article;
    m_rooms.messages.post(MessageKind::Info,
                          tr("“%1” is no longer in the library as it was read; its quotations are looked for "
                             "again.")
                              .arg(quoted.title));
    lookSoon();
    return nullptr;
}

void QuotationsJourney::open(int row)
{
    const Utterance utterance = m_model.utterance(row);
    const ArticlePtr article = articleOf(row);
    if (!article)
        return;
    m_rooms.views.show(QStringLiteral("read"));
    m_rooms.search.show(article, utterance.range());
    m_rooms.reader.setSpoken({utterance.speakerAt, utterance.cueAt});
}

void QuotationsJourney::keepPassage(int row)
{
    MarkEditing &editing = m_rooms.keep.editing();
    const TextRange range = m_model.utterance(row).range();
    const ArticlePtr article = articleOf(row);
    if (!article || !editing.canKeep())
        return;
    Passage passage = Passage::cut(*article, range);
    for (const Passage &each : m_history->store().passages()) {
        if (each.article == passage.article && each.range == passage.range) {
            m_rooms.messages.post(MessageKind::Info, tr("This quotation is kept already."));
            return;
        }
    }
    const Result<Passage> kept = m_history->add(std::move(passage));
    if (!kept) {
        m_rooms.messages.post(MessageKind::Error, kept.error().toString());
        return;
    }
    m_rooms.keep.refresh();
    m_rooms.messages.post(MessageKind::Info, tr("Kept as a passage: “%1”").arg(kept->shownQuote().left(60)));
}

void QuotationsJourney::copy(int row) const
{
    const QuotedArticle &article = m_model.article(row);
    QStringList source;
    for (const QString &each :
         {m_model.speaker(row), article.outlet, article.title, article.published.toDisplay(QLocale())})
        if (!each.isEmpty())
            source += each;
    QApplication::clipboard()->setText(
        QStringLiteral("“%1”\n— %2").arg(m_model.utterance(row).words, source.join(QStringLiteral(", "))));
}

void QuotationsJourney::openMenu(int row, const QPoint &at)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go to the Words"), this, [this, row] { open(row); });
    menu->addAction(tr("Keep as Passage\tH"), this, [this, row] { keepPassage(row); });
    menu->addAction(tr("Copy with Source\tCtrl+C"), this, [this, row] { copy(row); });
    menu->addSeparator();
    menu->addAction(tr("Speaker Is…\tS"), this, [this, row] { askSpeaker(row); });
    QAction *same = menu->addAction(tr("Same Person as…"), this, [this, row] { askSamePerson(row); });
    same->setEnabled(m_model.utterance(row).isPerson);
    menu->addAction(tr("Not a Quotation\tDel"), this, [this, row] { reject(row); });
    menu->addSeparator();
    QAction *undo = menu->addAction(tr("Undo the Correction\tCtrl+Z"), this, [this] { turn(true); });
    undo->setEnabled(m_corrections.canUndo());
    // The rows may change while the menu is open.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, menu, &QMenu::close);
    menu->popup(at);
}

// Corrections.

QStringList QuotationsJourney::knownNames(int row) const
{
    // Whoever speaks in the same article first, then the most quoted.
    QStringList names;
    for (const Utterance &utterance : m_model.article(row).utterances)
        if (utterance.isPerson && !names.contains(utterance.speaker))
            names += utterance.speaker;
    const QSet<QString> here(names.begin(), names.end());
    for (const QuotedSpeaker &speaker : m_model.index().speakers())
        if (!speaker.name.isEmpty() && !here.contains(speaker.name))
            names += speaker.name;
    return names;
}

QuotationCorrection QuotationsJourney::correctionOf(int row, CorrectionKind kind,
                                                    const Article &article) const
{
    const Utterance &utterance = m_model.utterance(row);
    QuotationCorrection correction;
    correction.kind = kind;
    correction.article = article.id();
    correction.path = article.source().path;
    correction.part = article.source().part;
    correction.range = utterance.range();
    correction.codePoints = CodePoints(article.text()).fromUtf16(utterance.range());
    correction.words = utterance.words;
    correction.wording = utterance.kind;
    return correction;
}

void QuotationsJourney::askSpeaker(int row)
{
    const ArticlePtr article = articleOf(row);
    if (!article)
        return;
    QuotationCorrection correction = correctionOf(row, CorrectionKind::SpeakerIs, *article);
    auto *dialog =
        new SpeakerDialog(m_rooms.theme,
                          {tr("Who Says This?"), QStringLiteral("“%1”").arg(correction.words.left(240)),
                           tr("Correct"), knownNames(row)},
                          m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, correction]() mutable {
        correction.speaker = dialog->name();
        if (!correction.speaker.isEmpty())
            correct(correction, tr("%1 says it, now and for ever.").arg(correction.speaker));
    });
    dialog->open();
}

void QuotationsJourney::askSamePerson(int row)
{
    const QString alias = m_model.speaker(row);
    QStringList names = knownNames(row);
    names.removeAll(alias);
    auto *dialog = new SpeakerDialog(
        m_rooms.theme,
        {tr("Same Person as…"), tr("Choose the name by which %1 is to be called in all articles.").arg(alias),
         tr("Join the Names"), names},
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, alias] {
        QuotationCorrection correction;
        correction.kind = CorrectionKind::SamePerson;
        correction.alias = alias;
        correction.speaker = dialog->name();
        if (!correction.speaker.isEmpty() && correction.speaker != alias)
            correct(correction, tr("%1 is called %2 from now on.").arg(alias, correction.speaker));
    });
    dialog->open();
}

void QuotationsJourney::reject(int row)
{
    if (const ArticlePtr article = articleOf(row))
        correct(correctionOf(row, CorrectionKind::NotAQuotation, *article),
                tr("Taken out: nobody says these words."));
}

void QuotationsJourney::correct(const QuotationCorrection &correction, const QString &words)
{
    if (const Result<void> added = m_corrections.add(correction); !added) {
        m_rooms.messages.post(MessageKind::Error, added.error().toString());
        return;
    }
    m_analyses.setCorrections(m_corrections.corrections());
    m_undoMessages = {m_rooms.messages.post(MessageKind::Info, words, tr("Undo"))};
}

void QuotationsJourney::turn(bool isBack)
{
    const Result<void> done = isBack ? m_corrections.undo() : m_corrections.redo();
    if (!done)
        m_rooms.messages.post(MessageKind::Error, done.error().toString());
    for (const int message : std::as_const(m_undoMessages))
        m_rooms.messages.withdraw(message);
    m_undoMessages.clear();
    m_analyses.setCorrections(m_corrections.corrections());
}

void QuotationsJourney::exportCorrections()
{
    const std::vector<QuotationCorrection> &all = m_corrections.corrections()->all();
    if (all.empty()) {
        m_rooms.messages.post(MessageKind::Info,
                              tr("There are no corrections yet. Press S on a quotation to say who speaks, or "
                                 "Delete when nobody does."));
        return;
    }
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("Save Corrections"), QStringLiteral("corrections.jsonl"), tr("JSON Lines (*.jsonl)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly);
    for (const QuotationCorrection &correction : all) {
        const QByteArray line =
            QJsonDocument(correctionLine(correction)).toJson(QJsonDocument::Compact) + '\n';
        isWritten = isWritten && file.write(line) == line.size();
    }
    if (isWritten && file.commit())
        m_rooms.messages.post(MessageKind::Info,
                              tr("Saved %n correction(s) to %1.", nullptr, int(all.size())).arg(path));
    else
        m_rooms.messages.post(MessageKind::Error,
                              tr("%1 cannot be written: %2.").arg(path, file.errorString()));
}

} // namespace Lectern
