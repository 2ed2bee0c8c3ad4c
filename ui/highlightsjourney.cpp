#include "highlightsjourney.h"

#include "dialogs/highlightsdialog.h"
#include "keepjourney.h"
#include "library/library.h"
#include "mainactions.h"
#include "mainviews.h"
#include "markediting.h"

namespace Lectern {

HighlightsJourney::HighlightsJourney(Rooms rooms, PassageHistory *history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
{
    connect(rooms.actions.importHighlights, &QAction::triggered, this, &HighlightsJourney::open);
    connect(&rooms.library, &Library::loadFinished, this, &HighlightsJourney::plan);
    connect(&m_session, &ImportSession::progressed, this, [this](int done, int total) {
        if (m_dialog)
            m_dialog->setProgress(done, total);
    });
    connect(&m_session, &ImportSession::planned, this, [this](const HighlightPlan &plan) {
        if (m_dialog)
            m_dialog->setPlan(plan);
    });
    connect(&m_session, &ImportSession::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->setFailure(error);
    });
}

void HighlightsJourney::open()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    if (!m_rooms.keep.editing().canKeep())
        return;
    m_dialog = new HighlightsDialog(m_rooms.theme, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &HighlightsDialog::fileChosen, this, [this](const QString &path) {
        m_session.cancel();
        m_awaited = path;
        plan();
    });
    connect(m_dialog, &HighlightsDialog::importRequested, this, &HighlightsJourney::import);
    connect(m_dialog, &HighlightsDialog::passageChosen, this, [this](const QString &id) {
        m_rooms.views.show(QStringLiteral("read"));
        m_rooms.keep.goTo(id);
    });
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_awaited.clear();
        m_session.cancel();
    });
    m_dialog->show();
}

void HighlightsJourney::plan()
{
    if (m_awaited.isEmpty() || m_rooms.library.isLoading())
        return;
    m_session.plan(std::exchange(m_awaited, {}), m_rooms.library.corpus(),
                   HighlightImport::idsOf(m_history->store().passages()));
}

void HighlightsJourney::import(KnownPassages known)
{
    const Result<ImportedPassages> done = m_dialog->plan().carryOut(*m_history, known);
    if (!done) {
        m_dialog->setFailure(done.error());
        return;
    }
    m_rooms.keep.refresh();
    m_dialog->setDone(*done);
}

} // namespace Lectern
