#include "openjourney.h"

#include "dialogs/importreportdialog.h"
#include "dialogs/messagebar.h"
#include "library/library.h"
#include "list/listpane.h"
#include "mainactions.h"
#include "samplelibrary.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace Lectern {

namespace {

constexpr qsizetype quietFiles = 50;

} // namespace

OpenJourney::OpenJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
{
    Library &library = rooms.library;
    connect(&library, &Library::progressed, this, &OpenJourney::showProgress);
    connect(&library, &Library::failuresChanged, this, &OpenJourney::showFailures);
    connect(&library, &Library::loadFinished, this, &OpenJourney::finish);
    connect(&library, &Library::noticed, this,
            [this](const QString &sentence) { m_rooms.messages.post(MessageKind::Warning, sentence); });
    connect(&rooms.list, &ListPane::cancelRequested, &library, &Library::cancel);
    connect(&rooms.list, &ListPane::noticeActivated, this, &OpenJourney::showReport);
    const MainActions &actions = rooms.actions;
    connect(actions.openFolder, &QAction::triggered, this, &OpenJourney::chooseFolder);
    connect(actions.openFiles, &QAction::triggered, this, &OpenJourney::chooseFiles);
    connect(actions.openSamples, &QAction::triggered, this, &OpenJourney::openSamples);
    connect(actions.importReport, &QAction::triggered, this, &OpenJourney::showReport);
    connect(actions.rescan, &QAction::triggered, &library, [&library] { library.rescan(true); });
}

void OpenJourney::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Open a Folder of Articles"));
    if (!folder.isEmpty())
        open({folder});
}

void OpenJourney::chooseFiles()
{
    open(QFileDialog::getOpenFileNames(m_window, tr("Open Articles"), QString(),
                                       tr("Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml "
                                          "*.mhtml *.mht *.pdf *.epub *.docx *.odt "
                                          "*.rtf *.eml *.mbox *.rss *.atom *.opml *.csv *.tsv *.jsonl "
                                          "*.ndjson *.json *.warc *.zip *.tar *.7z *.gz "
                                          "*.xz *.zst *.bz2);;"
                                          "All files (*)")));
}

void OpenJourney::openSamples()
{
    const Result<QString> folder = unpackSampleLibrary();
    if (folder)
        open({*folder});
    else
        m_rooms.messages.post(MessageKind::Error, folder.error().toString());
}

void OpenJourney::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_asked = true;
    if (const Result<void> added = m_rooms.library.add(paths); !added)
        m_rooms.messages.post(MessageKind::Warning, added.error().toString());
    Q_EMIT emptinessChanged(false);
}

void OpenJourney::showReport()
{
    auto *dialog = new ImportReportDialog(m_rooms.theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReport(m_rooms.library.corpus()->size(), m_rooms.library.failures());
    connect(dialog, &ImportReportDialog::retryRequested, &m_rooms.library, &Library::retry);
    connect(&m_rooms.library, &Library::loadFinished, dialog, [this, dialog] {
        dialog->setReport(m_rooms.library.corpus()->size(), m_rooms.library.failures());
    });
    dialog->show();
}

void OpenJourney::followLink(const QString &url)
{
    const QUrl address(url);
    const bool isWeb =
        address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!isWeb || address.host().isEmpty() || !QDesktopServices::openUrl(address))
        m_rooms.messages.post(MessageKind::Info, tr("This link cannot be opened: %1").arg(url));
}

QStringList OpenJourney::droppedPaths(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths += url.toLocalFile();
    return paths;
}

void OpenJourney::showProgress()
{
    // A few files that have changed by themselves come without a word.
    const bool isUnnoticed = m_rooms.library.isQuiet() && m_rooms.library.filesFound() < quietFiles;
    if (!m_rooms.library.isLoading() || isUnnoticed) {
        m_rooms.list.setProgress(QString(), -1);
        return;
    }
    const QLocale locale;
    const qsizetype done = m_rooms.library.filesDone();
    const qsizetype found = m_rooms.library.filesFound();
    const QString text = m_rooms.library.isWalking()
                             ? tr("Reading… %1 files").arg(locale.toString(qlonglong(done)))
                             : tr("Reading… %1 of %2 files")
                                   .arg(locale.toString(qlonglong(done)), locale.toString(qlonglong(found)));
    m_rooms.list.setProgress(text, m_rooms.library.isWalking() || found == 0 ? qQNaN()
                                                                             : double(done) / double(found));
}

void OpenJourney::showFailures()
{
    const int count = int(m_rooms.library.failures().size());
    if (count == 0)
        m_rooms.list.setNotice(QString(), QString());
    else
        m_rooms.list.setNotice(tr("%n file(s) could not be read", nullptr, count), tr("Show"));
}

void OpenJourney::finish(qsizetype added, bool cancelled)
{
    m_rooms.list.setProgress(QString(), -1);
    Q_EMIT emptinessChanged(m_rooms.library.corpus()->size() == 0 &&
                            m_rooms.library.folder().roots().isEmpty());
    if (!std::exchange(m_asked, false))
        return;
    if (cancelled)
        m_rooms.messages.post(MessageKind::Info,
                              tr("Reading was stopped. What was read until then is here; F5 reads on."));
    else if (added == 0 && m_rooms.library.failures().empty())
        m_rooms.messages.post(MessageKind::Info,
                              tr("Nothing new: these articles are in the library already."));
}

} // namespace Lectern
