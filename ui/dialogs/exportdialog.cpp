#include "dialogs/exportdialog.h"

#include "dialogs/choicelist.h"
#include "export/templateexporter.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace Lectern {

namespace {

QString askForFile(QWidget *parent, const QString &proposal, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, ExportDialog::tr("Export passages"), proposal, filter);
}

} // namespace

ExportDialog::ExportDialog(const Theme &theme, std::vector<Passage> all, const QStringList &selectedIds,
                           QWidget *parent)
    : Dialog(theme, tr("Export passages"), parent)
    , m_all(std::move(all))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
    , m_chooser(askForFile)
{
    for (const Passage &passage : m_all)
        if (selectedIds.contains(passage.id))
            m_selected.push_back(passage);

    auto *halves = new QHBoxLayout;
    halves->setSpacing(20);
    halves->addWidget(newChoices());
    halves->addWidget(newPreview(), 1);
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
    for (TextButton *button : {copyButton, saveButton})
        button->setEnabled(!m_all.empty());

    resize(900, 640);
    setScope(m_selected.empty() ? ExportScope::All : ExportScope::Selected);
    m_formats->setFocus();
}

QWidget *ExportDialog::newChoices()
{
    auto *choices = new QWidget;
    choices->setFixedWidth(240);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(new TextLabel(theme(), tr("Format"), 12, QFont::DemiBold, TextTone::Ink3));
    m_formats = new ChoiceList(theme());
    m_formats->setAccessibleName(tr("Format"));
    for (const auto &candidate : exporters())
        m_formats->addChoice(candidate->format(), candidate->label(), QLatin1Char('.') + candidate->suffix());
    for (const ShippedTemplate &shipped : shippedTemplates())
        if (Result<std::unique_ptr<Exporter>> made = templateExporter(shipped.name); made)
            m_templates.push_back(std::move(*made));
    for (const auto &candidate : m_templates)
        m_formats->addChoice(candidate->format(), candidate->label(), QLatin1Char('.') + candidate->suffix());
    m_formats->setCurrentRow(0);
    connect(m_formats, &ChoiceList::currentRowChanged, this, &ExportDialog::refresh);
    column->addWidget(m_formats, 1);
    addOptions(*column);
    if (!m_selected.empty()) {
        column->addWidget(new TextLabel(theme(), tr("Passages"), 12, QFont::DemiBold, TextTone::Ink3));
        m_scopes = new SegmentedControl(theme());
        m_scopes->setAccessibleName(tr("Which passages"));
        m_scopes->setSegments({tr("Selected %1").arg(m_selected.size()), tr("All %1").arg(m_all.size())});
        connect(m_scopes, &SegmentedControl::picked, this,
                [this](int segment) { setScope(segment == 0 ? ExportScope::Selected : ExportScope::All); });
        column->addWidget(m_scopes);
    }
    return choices;
}

void ExportDialog::addOptions(QVBoxLayout &column)
{
    m_contexts = new QComboBox;
    m_contexts->setAccessibleName(tr("Around the words"));
    for (int i = 0; i < exportContextCount; ++i)
        m_contexts->addItem(label(ExportContext(i)));
    m_styles = new QComboBox;
    m_styles->setAccessibleName(tr("Citation"));
    for (int i = 0; i < citationStyleCount; ++i)
        m_styles->addItem(label(CitationStyle(i)));
    const auto add = [&](const QString &heading, QComboBox *choices) {
        column.addWidget(new TextLabel(theme(), heading, 12, QFont::DemiBold, TextTone::Ink3));
        column.addWidget(choices);
    };
    add(tr("Around the words"), m_contexts);
    add(tr("Citation, also of Copy with Citation"), m_styles);
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
    refresh();
}

QWidget *ExportDialog::newPreview()
{
    auto *half = new QWidget;
    auto *column = new QVBoxLayout(half);
    column->setContentsMargins({});
    column->setSpacing(8);
    m_previewTitle = new TextLabel(theme(), QString(), 12, QFont::DemiBold, TextTone::Ink3);
    column->addWidget(m_previewTitle);
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFrameShape(QFrame::NoFrame);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(12);
    m_preview->setFont(mono);
    m_preview->setVerticalScrollBar(new ThinScrollBar(theme(), Qt::Vertical));
    m_preview->setAccessibleName(tr("Preview"));
    column->addWidget(m_preview, 1);
    return half;
}

void ExportDialog::setFormat(const QString &format)
{
    m_formats->setChoice(format);
}

QString ExportDialog::format() const
{
    return m_formats->choice();
}

void ExportDialog::setScope(ExportScope scope)
{
    m_scope = m_selected.empty() ? ExportScope::All : scope;
    if (m_scopes)
        m_scopes->setCurrent(m_scope == ExportScope::Selected ? 0 : 1);
    refresh();
}

std::vector<Passage> ExportDialog::chosen() const
{
    return m_scope == ExportScope::Selected ? m_selected : m_all;
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
    if (!exporter())
        return;
    std::vector<Passage> shown = chosen();
    const size_t count = shown.size();
    if (count > previewPassages)
        shown.resize(previewPassages);
    m_previewTitle->setText(count > previewPassages
                                ? tr("Preview: the first %1 of %2").arg(previewPassages).arg(count)
                                : tr("Preview"));
    m_preview->setPlainText(exporter()->preview(shown, m_options));
    m_contexts->setEnabled(exporter()->abilities().showsContext);
    m_styles->setEnabled(exporter()->abilities().showsStyle);
    if (m_copy)
        m_copy->setEnabled(count > 0 && exporter()->isText());
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
        return complain(done.error());
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

void ExportDialog::complain(const Error &error)
{
    say({});
    m_error->setText(tr("Nothing was saved. %1").arg(error.toString()));
    m_error->show();
}

} // namespace Lectern
