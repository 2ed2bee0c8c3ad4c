#include "dialogs/verdictlist.h"

#include "dialogs/verdictdelegate.h"
#include "dialogs/verdictmodel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QKeyEvent>

namespace Lectern {

VerdictList::VerdictList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(new VerdictModel(this))
{
    setModel(m_model);
    setItemDelegate(new VerdictDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setLayoutMode(QListView::Batched); // rows have heights of their own
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(&theme, &Theme::changed, this, &VerdictList::applyColours);
    applyColours();
}

void VerdictList::applyColours()
{
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, m_theme.tokens().list);
    setPalette(colours);
}

void VerdictList::setVerdicts(std::vector<Verdict> verdicts)
{
    m_model->setVerdicts(std::move(verdicts));
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0));
    scrollToTop();
}

int VerdictList::count() const
{
    return m_model->rowCount();
}

const Verdict &VerdictList::verdict(int row) const
{
    return m_model->verdict(row);
}

void VerdictList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT chosen(currentIndex().row());
    else
        QListView::keyPressEvent(event);
}

void VerdictList::resizeEvent(QResizeEvent *event)
{
    scheduleDelayedItemsLayout();
    QListView::resizeEvent(event);
}

} // namespace Lectern
