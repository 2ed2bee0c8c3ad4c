#include "verifyjourney.h"

#include "dialogs/verifydialog.h"
#include "library/library.h"
#include "mainactions.h"
#include "mainviews.h"
#include "searchjourney.h"

namespace Lectern {

VerifyJourney::VerifyJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
{
    connect(rooms.actions.verifyExport, &QAction::triggered, this, &VerifyJourney::open);
    connect(&m_session, &VerificationSession::progressed, this, [this](int done, int total) {
        if (m_dialog)
            m_dialog->setProgress(done, total);
    });
    connect(&m_session, &VerificationSession::finished, this,
            [this](const std::vector<VerifiedPassage> &passages) {
                if (m_dialog)
                    m_dialog->setResult(passages);
            });
    connect(&m_session, &VerificationSession::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->setFailure(error);
    });
}

void VerifyJourney::open()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new VerifyDialog(m_rooms.theme, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A file that has moved is looked for among the files of the library.
    connect(m_dialog, &VerifyDialog::fileChosen, this,
            [this](const QString &path) { m_session.verify(path, m_rooms.library.folder().roots()); });
    connect(m_dialog, &VerifyDialog::passageChosen, this, &VerifyJourney::goTo);
    connect(m_dialog, &QDialog::finished, &m_session, &VerificationSession::cancel);
    m_dialog->show();
}

void VerifyJourney::goTo(const VerifiedPassage &verified)
{
    ArticlePtr article = m_rooms.library.findAt(verified.path, verified.passage.source.part);
    if (!article)
        article = m_rooms.library.find(verified.passage.article);
    if (!article) {
        m_dialog->say(tr("The article of this passage is not in the library."));
        return;
    }
    m_rooms.views.show(QStringLiteral("read"));
    // The library may know the file as it was a moment ago: only words that are there are shown.
    const bool isThere = !verified.words.isEmpty() &&
                         article->text().mid(verified.range.start, verified.range.length()) == verified.words;
    m_rooms.search.show(article, isThere ? verified.range : TextRange());
    m_dialog->say(isThere ? QString() : tr("The article is shown; these words have no one place in it."));
}

} // namespace Lectern
