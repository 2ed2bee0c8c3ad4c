#include "dialogs/exportdialog.h"

#include "dialogs/choicelist.h"
#include "dialogs/exportpreview.h"
#include "export/templateexporter.h"
#include "style/choicebox.h"
#include "style/textlabel.h"
#include "style/toggle.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace Lectern {

namespace {

QString askForFile(QWidget *parent, const QString &proposal, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, ExportDialog::tr("Export passages"), proposal, filter);
}

QString askForTemplate(QWidget *parent, const QString &folder)
{
    return QFileDialog::getOpenFileName(
        parent, ExportDialog::tr("Use a template"), folder,
        ExportDialog::tr("Templates (*.mustache *.md *.html *.txt);;All files (*)"));
}

} // namespace

ExportDialog::ExportDialog(const Theme &theme, std::vector<Passage> all, std::vector<ExportScope> scopes,
                           QWidget *parent)
    : Dialog(theme, tr("Export passages"), parent)
    , m_all(std::move(all))
    , m_scopes(std::move(scopes))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
    , m_chooser(askForFile)
    , m_templateChooser(askForTemplate)
    , m_preview(new ExportPreview(theme))
{
    for (size_t i = 0; i < m_all.size(); ++i)
        m_indexes.insert(m_all[i].id, i);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(20);
    halves->addWidget(newChoices());
    halves->addWidget(m_preview, 1);
    body()->addLayout(halves, 1);
    m_error = new TextLabel(theme, QString(), 13, QFont::Medium, TextTone::Danger);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->hide();
    body()->addWidget(m_error);

    m_status = new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    addBesideButtons(m_status);
    connect(addButton(ButtonKind::Plain, tr("Close")), &TextButton::clicked, this, &QDialog::reject);
    TextButton *copyButton = addButton(ButtonKind::Plain, tr("Copy"));
    copyButton->setIconName(QStringLiteral("copy"));
    connect(copyButton, &TextButton::clicked, this, &ExportDialog::copy);
    m_copy = copyButton;
    TextButton *saveButton = addButton(ButtonKind::Primary, tr("Save…"));
    saveButton->setIconName(QStringLiteral("download"));
    saveButton->setDefault(true);
    connect(saveButton, &TextButton::clicked, this, &ExportDialog::save);
    m_save = saveButton;

    resize(960, 700);
    refresh();
    m_formats->setFocus();
}

QWidget *ExportDialog::newChoices()
{
    auto *choices = new QWidget;
    choices->setFixedWidth(260);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins({});
    column->setSpacing(8);
    addFormats(*column);
    addOptions(*column);
    return choices;
}

void ExportDialog::addFormats(QVBoxLayout &column)
{
    auto *heading = new TextLabel(theme(), tr("Format"), 12, QFont::DemiBold, TextTone::Ink3);
    heading->setFixedHeight(ExportPreview::headHeight);
    column.addWidget(heading);
    m_formats = new ChoiceList(theme());
    m_formats->setAccessibleName(tr("Format"));
    for (const auto &candidate : exporters())
        m_formats->addChoice(candidate->format(), candidate->label(), QLatin1Char('.') + candidate->suffix());
    for (const ShippedTemplate &shipped : shippedTemplates())
        if (Result<std::unique_ptr<Exporter>> made = templateExporter(shipped.name); made)
            offer(std::move(*made), {});
    m_formats->setCurrentRow(0);
    connect(m_formats, &ChoiceList::currentRowChanged, this, &ExportDialog::refresh);
    column.addWidget(m_formats, 1);
    auto *own = new TextButton(theme(), ButtonKind::Quiet, tr("Use a template of mine…"));
    own->setIconName(QStringLiteral("plus"));
    own->setAutoDefault(false);
    own->setToolTip(tr("A Mustache file with your own words around the quotations"));
    connect(own, &TextButton::clicked, this, &ExportDialog::chooseTemplate);
    column.addWidget(own, 0, Qt::AlignLeft);
}

void ExportDialog::offer(std::unique_ptr<Exporter> exporter, const QString &label)
{
    m_templates.push_back(std::move(exporter));
    const Exporter &offered = *m_templates.back();
    m_formats->addChoice(offered.format(), label.isEmpty() ? offered.label() : label,
                         QLatin1Char('.') + offered.suffix());
}

Result<void> ExportDialog::addTemplate(const QString &path)
{
    Result<std::unique_ptr<Exporter>> made = templateExporter(path);
    if (!made)
        return made.error();
    const QString format = (*made)->format();
    const auto same = std::find_if(m_templates.begin(), m_templates.end(),
                                   [&](const auto &known) { return known->format() == format; });
    if (same != m_templates.end()) {
        *same = std::move(*made); // read anew: it may have been edited
        refresh();
        return {};
    }
    offer(std::move(*made), QFileInfo(path).fileName());
    m_templateFiles += path;
    return {};
}

void ExportDialog::chooseTemplate()
{
    const QString path = m_templateChooser(
        this, m_templateFiles.isEmpty() ? m_folder : QFileInfo(m_templateFiles.constLast()).absolutePath());
    if (path.isEmpty())
        return;
    if (const Result<void> added = addTemplate(path); !added)
        return complain(tr("This template cannot be used."), added.error());
    setFormat(QStringLiteral("template:") + path);
    m_formats->scrollToItem(m_formats->currentItem());
    m_formats->setFocus();
}

void ExportDialog::addOptions(QVBoxLayout &column)
{
    const auto add = [&](const QString &heading, const QString &name) {
        auto *box = new ChoiceBox(theme());
        box->setAccessibleName(name);
        column.addWidget(new TextLabel(theme(), heading, 12, QFont::DemiBold, TextTone::Ink3));
        column.addWidget(box);
        return box;
    };
    m_scopeBox = add(tr("Passages"), tr("Which passages"));
    QString kind;
    for (const ExportScope &scope : m_scopes) {
        // What is of one kind stands together.
        const QString next = scope.key.section(QLatin1Char(':'), 0, 0);
        const bool isNamed = scope.key.contains(QLatin1Char(':'));
        if (isNamed && next != kind && m_scopeBox->count() > 0)
            m_scopeBox->insertSeparator(m_scopeBox->count());
        kind = next;
        m_scopeBox->addItem(tr("%1 (%2)").arg(scope.label).arg(scope.ids.size()), scope.key);
    }
    m_contexts = add(tr("Around the words"), tr("Around the words"));
    for (int i = 0; i < exportContextCount; ++i)
        m_contexts->addItem(label(ExportContext(i)));
    m_styles = add(tr("Citation, also of Copy with Citation"), tr("Citation"));
    for (int i = 0; i < citationStyleCount; ++i)
        m_styles->addItem(label(CitationStyle(i)));
    const auto addToggle = [&](const QString &text, bool ExportOptions::*option) {
        auto *toggle = new Toggle(theme(), text);
        toggle->setChecked(m_options.*option);
        column.addWidget(toggle);
        connect(toggle, &Toggle::toggled, this, [this, option](bool isOn) {
            m_options.*option = isOn;
            refresh();
        });
        return toggle;
    };
    m_record = addToggle(tr("Hashes, file and offsets"), &ExportOptions::withRecord);
    m_record->setToolTip(tr("Below each passage stands what it needs to prove where it comes from"));
    m_sources = addToggle(tr("The source files, too"), &ExportOptions::withSources);
    m_sources->setToolTip(tr("The files that the passages were cut from are packed, as they are"));
    connect(m_scopeBox, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_contexts, &QComboBox::activated, this, [this](int index) {
        m_options.context = ExportContext(index);
        refresh();
    });
    connect(m_styles, &QComboBox::activated, this, [this](int index) {
        m_options.style = CitationStyle(index);
        refresh();
    });
}

void ExportDialog::setOptions(const ExportOptions &options)
{
    m_options = options;
    m_contexts->setCurrentIndex(int(options.context));
    m_styles->setCurrentIndex(int(options.style));
    m_record->setChecked(options.withRecord);
    m_sources->setChecked(options.withSources);
    refresh();
}

void ExportDialog::setFormat(const QString &format)
{
    m_formats->setChoice(format);
}

QString ExportDialog::format() const
{
    return m_formats->choice();
}

void ExportDialog::setScope(const QString &key)
{
    if (const int index = m_scopeBox->findData(key); index >= 0)
        m_scopeBox->setCurrentIndex(index);
}

QString ExportDialog::scope() const
{
    return m_scopeBox->currentData().toString();
}

void ExportDialog::setShowsPage(bool shows)
{
    m_preview->setShowsPage(shows);
}

bool ExportDialog::showsPage() const
{
    return m_preview->showsPage();
}

std::vector<Passage> ExportDialog::chosen() const
{
    std::vector<Passage> passages;
    const QString key = scope();
    for (const ExportScope &each : m_scopes) {
        if (each.key != key)
            continue;
        for (const QString &id : each.ids)
            if (const auto index = m_indexes.constFind(id); index != m_indexes.constEnd())
                passages.push_back(m_all[*index]);
        break;
    }
    return passages;
}

const Exporter *ExportDialog::exporter() const
{
    for (const auto &candidate : m_templates)
        if (candidate->format() == format())
            return candidate.get();
    return exporterNamed(format());
}

void ExportDialog::refresh()
{
    m_error->hide();
    std::vector<Passage> shown = chosen();
    const size_t count = shown.size();
    m_save->setEnabled(count > 0 && exporter());
    m_copy->setEnabled(count > 0 && exporter() && exporter()->isText());
    if (!exporter())
        return;
    if (count > previewPassages)
        shown.resize(previewPassages);
    m_preview->setContent(count > previewPassages
                              ? tr("Preview: the first %1 of %2").arg(previewPassages).arg(count)
                              : tr("Preview"),
                          exporter()->preview(shown, m_options), exporter()->mimeType());
    m_contexts->setEnabled(exporter()->abilities().showsContext);
    m_styles->setEnabled(exporter()->abilities().showsStyle);
    m_record->setVisible(exporter()->abilities().canLeaveOutRecord);
    m_sources->setVisible(exporter()->abilities().canPackSources);
    say(exporter()->warnings(shown, m_options).join(QLatin1Char(' ')));
}

void ExportDialog::save()
{
    const Exporter *chosenExporter = exporter();
    if (!chosenExporter)
        return;
    const QString name = tr("passages") + QLatin1Char('.') + chosenExporter->suffix();
    const QString filter = QStringLiteral("%1 (*.%2)").arg(chosenExporter->label(), chosenExporter->suffix());
    const QString path = m_chooser(this, QDir(m_folder).filePath(name), filter);
    if (path.isEmpty())
        return;
    const std::vector<Passage> passages = chosen();
    if (const Result<void> done = exportToFile(*chosenExporter, passages, path, m_options); !done)
        return complain(tr("Nothing was saved."), done.error());
    m_error->hide();
    m_folder = QFileInfo(path).absolutePath();
    Q_EMIT saved(path, int(passages.size()));
    accept();
}

void ExportDialog::copy()
{
    const Exporter *chosenExporter = exporter();
    if (!chosenExporter)
        return;
    const std::vector<Passage> passages = chosen();
    const QByteArray bytes = chosenExporter->write(passages, m_options);
    auto *content = new QMimeData;
    content->setText(QString::fromUtf8(bytes));
    if (chosenExporter->mimeType() == QLatin1String("text/html"))
        content->setHtml(QString::fromUtf8(bytes));
    QGuiApplication::clipboard()->setMimeData(content);
    m_error->hide();
    say(passages.size() == 1 ? tr("Copied 1 passage.") : tr("Copied %1 passages.").arg(passages.size()));
    Q_EMIT copied(chosenExporter->format(), int(passages.size()));
}

void ExportDialog::say(const QString &message)
{
    m_status->setText(message);
}

void ExportDialog::complain(const QString &what, const Error &error)
{
    say({});
    m_error->setText(tr("%1 %2").arg(what, error.toString()));
    m_error->show();
}

} // namespace Lectern
