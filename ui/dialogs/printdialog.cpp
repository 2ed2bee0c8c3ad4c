#include "dialogs/printdialog.h"

#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGraphicsView>
#include <QHBoxLayout>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr QMarginsF paperMargins(5, 5, 5,
                                 5); ///< millimetres; QTextDocument leaves 20 more, and numbers the pages

void lay(QPrinter &printer)
{
    printer.setPageMargins(paperMargins, QPageLayout::Millimeter);
}

} // namespace

PrintDialog::PrintDialog(const Theme &theme, const QString &title, bool hasMarks, Maker maker,
                         QWidget *parent)
    : Dialog(theme, tr("Print"), parent)
    , m_maker(std::move(maker))
    , m_title(title)
    , m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution))
    , m_marks(new SegmentedControl(theme, this))
    , m_preview(new QPrintPreviewWidget(m_printer.get(), this))
    , m_pages(new TextLabel(theme, {}, 13, QFont::Normal, TextTone::Ink3, this))
{
    m_printer->setDocName(title);
    lay(*m_printer);
    m_marks->setSegments({tr("With what you kept"), tr("Only the article")});
    m_marks->setAccessibleName(tr("What is printed"));
    m_marks->setCurrent(hasMarks ? 0 : 1);
    m_marks->setVisible(hasMarks);
    m_preview->setAccessibleName(tr("Preview of the pages"));
    m_preview->setZoomMode(QPrintPreviewWidget::FitToWidth);
    m_preview->setViewMode(QPrintPreviewWidget::SinglePageView);
    if (auto *view = m_preview->findChild<QGraphicsView *>()) {
        view->setFrameShape(QFrame::NoFrame);
        view->setBackgroundBrush(theme.tokens().badge);
        view->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    auto *top = new QHBoxLayout;
    top->addWidget(m_marks);
    top->addStretch();
    top->addWidget(m_pages);
    body()->addLayout(top);
    body()->addWidget(m_preview, 1);

    TextButton *close = addButton(ButtonKind::Plain, tr("Close"));
    TextButton *save = addButton(ButtonKind::Plain, tr("Save as PDF…"));
    TextButton *print = addButton(ButtonKind::Primary, tr("Print…"));
    print->setIconName(QStringLiteral("print"));
    print->setDefault(true);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(save, &QAbstractButton::clicked, this, &PrintDialog::save);
    connect(print, &QAbstractButton::clicked, this, &PrintDialog::print);
    connect(m_marks, &SegmentedControl::picked, this, [this] {
        make();
        m_preview->updatePreview();
    });
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter *printer) { m_document->print(printer); });
    connect(m_preview, &QPrintPreviewWidget::previewChanged, this, [this] {
        m_pages->setText(pageCount() == 1 ? tr("1 page")
                                          : tr("%1 pages").arg(QLocale().toString(pageCount())));
    });
    make();
    resize(720, 860);
    setMinimumSize(480, 420);
}

PrintDialog::~PrintDialog() = default;

void PrintDialog::make()
{
    m_document = m_maker(withMarks());
}

bool PrintDialog::withMarks() const
{
    return m_marks->current() == 0;
}

void PrintDialog::setWithMarks(bool with)
{
    m_marks->setCurrent(with ? 0 : 1);
    make();
    m_preview->updatePreview();
}

int PrintDialog::pageCount() const
{
    return m_preview->pageCount();
}

void PrintDialog::print()
{
    QPrintDialog dialog(m_printer.get(), this);
    dialog.setWindowTitle(tr("Print"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_document->print(m_printer.get());
    accept();
}

void PrintDialog::save()
{
    static const QRegularExpression notInNames(QStringLiteral(R"([\\/:*?"<>|\x00-\x1F]+)"));
    QString name = m_title.left(80);
    name.replace(notInNames, QStringLiteral(" "));
    QString path = QFileDialog::getSaveFileName(this, tr("Save as PDF"),
                                                name.trimmed() + QStringLiteral(".pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".pdf");
    const QString failure = saveTo(path);
    if (failure.isEmpty())
        accept();
    else
        m_pages->setText(failure);
}

QString PrintDialog::saveTo(const QString &path)
{
    // A file that cannot be written is told before the printer is silent about it.
    QSaveFile probe(path);
    if (!probe.open(QIODevice::WriteOnly))
        return tr("%1 cannot be written: %2").arg(path, probe.errorString());
    probe.cancelWriting();
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setPageLayout(m_printer->pageLayout());
    printer.setDocName(m_title);
    printer.setOutputFileName(path);
    m_document->print(&printer);
    return QFileInfo(path).size() > 0 ? QString() : tr("%1 could not be written.").arg(path);
}

} // namespace Lectern
