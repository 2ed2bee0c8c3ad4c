#include "exportjourney.h"

#include "dialogs/exportdialog.h"
#include "dialogs/messagebar.h"
#include "export/exporter.h"
#include "exportscopes.h"
#include "keepjourney.h"
#include "library/articlelistmodel.h"
#include "library/library.h"
#include "mainactions.h"
#include "passages/passagehistory.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "searchjourney.h"
#include "windowstate.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace Lectern {

ExportJourney::ExportJourney(Rooms rooms, const PassageHistory *history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
{
    m_options.article = [&library = m_rooms.library](const Passage &passage) {
        return library.find(passage.article);
    };
    connect(m_rooms.actions.exportPassages, &QAction::triggered, this, &ExportJourney::openExport);
    connect(&m_rooms.tray, &TrayPane::exportRequested, this, &ExportJourney::run);
    connect(&m_rooms.tray, &TrayPane::exportCopyRequested, this, &ExportJourney::copy);
}

std::vector<Passage> ExportJourney::chosen(const QStringList &ids) const
{
    std::vector<Passage> passages;
    if (m_history)
        for (const Passage &passage : m_history->store().passages())
            if (ids.isEmpty() || ids.contains(passage.id))
                passages.push_back(passage);
    return passages;
}

void ExportJourney::run(const QString &format, const QStringList &ids)
{
    const std::vector<Passage> all = chosen({});
    if (all.empty()) {
        m_rooms.messages.post(MessageKind::Info,
                              tr("There is nothing to export yet. Select words in an article and press H."));
        return;
    }
    const QString query = m_rooms.search.isSearching() ? m_rooms.search.query() : QString();
    std::vector<ExportScope> scopes =
        exportScopes({m_history->store(), ids, m_rooms.reader.article(), query, m_rooms.model.answer()});
    const bool isOfSelected = scopes.front().key == QLatin1String("selected");
    auto *dialog = new ExportDialog(m_rooms.theme, all, std::move(scopes), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &path : std::as_const(m_templateFiles))
        if (const Result<void> added = dialog->addTemplate(path); !added)
            m_rooms.messages.post(MessageKind::Warning, added.error().toString());
    if (!isOfSelected)
        dialog->setScope(m_scope);
    dialog->setFormat(format);
    if (!m_folder.isEmpty())
        dialog->setFolder(m_folder);
    dialog->setOptions(m_options);
    dialog->setShowsPage(m_showsPage);
    connect(dialog, &QDialog::finished, this, [this, dialog] { remember(*dialog); });
    connect(dialog, &ExportDialog::saved, this, [this, dialog](const QString &path, int count) {
        m_rooms.messages.post(MessageKind::Info, tr("%n passage(s) saved in %1.", nullptr, count).arg(path));
        dialog->close();
    });
    dialog->open();
}

void ExportJourney::remember(const ExportDialog &dialog)
{
    setOptions(dialog.options().context, dialog.options().style);
    m_options.withRecord = dialog.options().withRecord;
    m_options.withSources = dialog.options().withSources;
    m_folder = dialog.folder();
    if (dialog.scope() != QLatin1String("selected"))
        m_scope = dialog.scope();
    m_templateFiles = dialog.templateFiles();
    m_showsPage = dialog.showsPage();
    const bool isTemplate = dialog.format().startsWith(QLatin1String("template:"));
    m_template = isTemplate ? dialog.format() : QString();
    if (!isTemplate)
        m_rooms.tray.setExportFormat(dialog.format());
}

void ExportJourney::openExport()
{
    run(format(), m_rooms.tray.selectedIds());
}

QString ExportJourney::format() const
{
    return m_template.isEmpty() ? m_rooms.tray.exportFormat() : m_template;
}

void ExportJourney::setOptions(ExportContext context, CitationStyle style)
{
    m_options.context = context;
    m_options.style = style;
    m_rooms.keep.setCitationStyle(style);
}

void ExportJourney::restore(const WindowState &state)
{
    m_rooms.tray.setExportFormat(state.exportFormat());
    setOptions(exportContextNamed(state.exportContext()).value_or(ExportContext::None),
               citationStyleNamed(state.citationStyle()).value_or(CitationStyle::Plain));
    const WindowState::ExportMemory memory = state.exportMemory();
    m_template = memory.templateFormat;
    m_scope = memory.scope;
    m_folder = memory.folder;
    m_templateFiles = memory.templateFiles;
    m_showsPage = memory.showsPage;
    m_options.withRecord = memory.withRecord;
    m_options.withSources = memory.withSources;
}

void ExportJourney::keepState(WindowState &state) const
{
    state.setExportFormat(m_rooms.tray.exportFormat());
    state.setExportMemory({m_template, m_scope, m_folder, m_templateFiles, m_showsPage, m_options.withRecord,
                           m_options.withSources});
    state.setExportOptions(name(m_options.context), name(m_options.style));
}

void ExportJourney::copy(const QString &format, const QStringList &ids)
{
    const Exporter *exporter = exporterNamed(format);
    if (!exporter)
        return;
    const QByteArray bytes = exporter->write(chosen(ids), m_options);
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(bytes));
    if (exporter->mimeType() == QLatin1String("text/html"))
        data->setHtml(QString::fromUtf8(bytes));
    QApplication::clipboard()->setMimeData(data);
}

} // namespace Lectern
