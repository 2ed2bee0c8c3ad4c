#include "dialogs/importreportdialog.h"

#include "dialogs/importfailuredelegate.h"
#include "dialogs/importfailuremodel.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace Lectern {

ImportReportDialog::ImportReportDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, tr("Import report"), parent)
    , m_model(new ImportFailureModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_summary(new TextLabel(theme, QString(), 14, QFont::Normal, TextTone::Ink2))
    , m_filter(new QLineEdit)
    , m_view(new QListView)
    , m_status(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(ImportFailureModel::LineRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter->setPlaceholderText(tr("Filter by name, folder or reason"));
    m_filter->setAccessibleName(tr("Filter the report"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this, &ImportReportDialog::refresh);

    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new ImportFailureDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->setAccessibleName(tr("Files that could not be read"));

    body()->addWidget(m_summary);
    body()->addWidget(m_filter);
    body()->addWidget(m_view, 1);

    addBesideButtons(m_status);
    m_copy = addButton(ButtonKind::Plain, tr("Copy as text"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_retry = addButton(ButtonKind::Plain, tr("Try again"));
    m_retry->setIconName(QStringLiteral("refresh"));
    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));
    close->setDefault(true);
    connect(m_copy, &TextButton::clicked, this, &ImportReportDialog::copy);
    connect(m_retry, &TextButton::clicked, this, [this] { Q_EMIT retryRequested(shownPaths()); });
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    resize(720, 560);
    refresh();
}

void ImportReportDialog::setReport(qsizetype articles, std::vector<ImportFailure> failures)
{
    m_articles = articles;
    m_model->setFailures(std::move(failures));
    refresh();
}

void ImportReportDialog::refresh()
{
    const QLocale locale;
    const int failed = m_model->rowCount();
    const int shown = m_filtered->rowCount();
    const QString read = m_articles == 1 ? tr("1 article was read.")
                                         : tr("%1 articles were read.").arg(locale.toString(m_articles));
    const QString lost = failed == 0 ? tr("Every file could be read.")
                         : failed == 1
                             ? tr("1 file or part could not be read.")
                             : tr("%1 files or parts could not be read.").arg(locale.toString(failed));
    m_summary->setText(read + QLatin1Char(' ') + lost);
    m_status->setText(shown == failed ? QString() : tr("%1 of %2 shown").arg(shown).arg(failed));
    m_filter->setVisible(failed > 0);
    m_copy->setEnabled(shown > 0);
    m_retry->setEnabled(shown > 0);
}

QString ImportReportDialog::text() const
{
    QStringList lines;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        lines += m_filtered->index(row, 0).data(ImportFailureModel::LineRole).toString();
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList ImportReportDialog::shownPaths() const
{
    QStringList paths;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        paths += m_model->failure(m_filtered->mapToSource(m_filtered->index(row, 0)).row()).error.path;
    paths.removeDuplicates();
    return paths;
}

void ImportReportDialog::copy()
{
    QGuiApplication::clipboard()->setText(text());
    m_status->setText(tr("Copied."));
}

} // namespace Lectern
