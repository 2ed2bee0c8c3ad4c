#include "dialogs/foldersdialog.h"

#include "dialogs/folderdelegate.h"
#include "dialogs/foldermodel.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr qint64 megabyte = qint64(1024) * 1024;
/// What may be chosen for the memory of the index.
constexpr std::array<qint64, 3> budgets = {256 * megabyte, 1024 * megabyte, 4096 * megabyte};

} // namespace

FoldersDialog::FoldersDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, tr("Library folders"), parent)
    , m_model(new FolderModel(this))
    , m_summary(new TextLabel(theme, QString(), 14, QFont::Normal, TextTone::Ink2))
    , m_view(new QListView)
    , m_note(
          new TextLabel(theme,
                        tr("Some of these folders cannot be watched: the system has too few watches, or "
                           "they are on a network. Changes in them may take a while to show; F5 reads them "
                           "at once."),
                        13, QFont::Normal, TextTone::Ink2))
{
    m_summary->setWordWrap(true);
    m_note->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FolderDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->setAccessibleName(tr("Folders and files that are read"));
    body()->addWidget(m_summary);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_note);
    addMemoryRow(theme);

    m_add = new TextButton(theme, ButtonKind::Plain, tr("Add folder…"), this);
    m_add->setIconName(QStringLiteral("plus"));
    addBesideButtons(m_add);
    m_show = addButton(ButtonKind::Plain, tr("Show in file manager"));
    m_show->setIconName(QStringLiteral("folder-open"));
    m_remove = addButton(ButtonKind::Plain, tr("Remove"));
    m_remove->setIconName(QStringLiteral("trash"));
    m_remove->setToolTip(tr("Take it out of the library  (Del). Files and passages stay."));
    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));
    close->setDefault(true);
    connect(m_add, &TextButton::clicked, this, &FoldersDialog::addRequested);
    connect(m_show, &TextButton::clicked, this, [this] { Q_EMIT showRequested(current()); });
    connect(m_remove, &TextButton::clicked, this, &FoldersDialog::remove);
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FoldersDialog::updateButtons);
    resize(720, 480);
    setRoots({}, false);
    m_view->setFocus();
}

void FoldersDialog::addMemoryRow(const Theme &theme)
{
    m_memory = new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2);
    m_memory->setWordWrap(true);
    auto *most = new TextLabel(theme, tr("In memory at most"), 13, QFont::Normal, TextTone::Ink2);
    m_budget = new SegmentedControl(theme);
    QStringList labels;
    for (const qint64 bytes : budgets)
        labels += QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
    m_budget->setSegments(labels);
    m_budget->setAccessibleName(tr("Memory for the search index, at most"));
    m_budget->setToolTip(tr("Parts of the index that were not used for the longest time leave first."));
    connect(m_budget, &SegmentedControl::picked, this,
            [this](int segment) { Q_EMIT budgetPicked(budgets[size_t(segment)]); });
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_memory, 1);
    row->addWidget(most);
    row->addWidget(m_budget);
    body()->addLayout(row);
}

void FoldersDialog::setMemory(const Memory &memory)
{
    const auto size = [](qint64 bytes) {
        return QLocale().formattedDataSize(bytes, bytes < 1024 * megabyte ? 0 : 1,
                                           QLocale::DataSizeTraditionalFormat);
    };
    m_memory->setText(tr("Text %1, on disk %2, in memory %3")
                          .arg(size(memory.text), size(memory.mapped), size(memory.resident)));
    const auto chosen = std::find(budgets.begin(), budgets.end(), memory.budget);
    m_budget->setCurrent(chosen == budgets.end() ? -1 : int(chosen - budgets.begin()));
}

void FoldersDialog::setRoots(std::vector<LibraryRoot> roots, bool looksPeriodically)
{
    qsizetype articles = 0;
    for (const LibraryRoot &root : roots)
        articles += root.articles;
    const QLocale locale;
    const QString count =
        articles == 1 ? tr("1 article") : tr("%1 articles").arg(locale.toString(qlonglong(articles)));
    m_summary->setText(roots.empty()
                           ? tr("The library reads no folder yet. Add one, or drop it onto the window.")
                           : tr("The library holds %1. What is added, changed or deleted in these "
                                "folders shows by itself.")
                                 .arg(count));
    m_model->setRoots(std::move(roots));
    m_note->setVisible(looksPeriodically);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    updateButtons();
}

QString FoldersDialog::current() const
{
    return m_view->currentIndex().data(FolderModel::PathRole).toString();
}

void FoldersDialog::updateButtons()
{
    m_show->setEnabled(m_view->currentIndex().isValid());
    m_remove->setEnabled(m_view->currentIndex().isValid());
}

void FoldersDialog::remove()
{
    if (m_view->currentIndex().isValid())
        Q_EMIT removeRequested(current());
}

void FoldersDialog::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
        remove();
        break;
    case Qt::Key_Insert:
        Q_EMIT addRequested();
        break;
    default:
        Dialog::keyPressEvent(event);
    }
}

} // namespace Lectern
