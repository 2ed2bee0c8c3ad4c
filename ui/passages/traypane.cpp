#include "passages/traypane.h"

#include "passages/citedmime.h"
#include "passages/trayfooter.h"
#include "passages/trayheader.h"
#include "passages/trayview.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QDrag>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

/// A menu item with the key that does the same in the tray. Only its name stands there: the view listens to
/// the key itself.
QString withKey(const QString &text, const QString &key)
{
    return text + QLatin1Char('\t') + key;
}

QIcon colourDot(const QColor &colour)
{
    QPixmap dot(32, 32);
    dot.setDevicePixelRatio(2);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(2, 2, 12, 12);
    return QIcon(dot);
}

} // namespace

TrayPane::TrayPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_header(new TrayHeader(theme, this))
    , m_view(new TrayView(theme, this))
    , m_footer(new TrayFooter(theme, this))
{
    setMinimumWidth(280);
    setFocusProxy(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_view, 1);
    column->addWidget(m_footer);

    connect(m_view, &TrayView::passageActivated, this, &TrayPane::passageActivated);
    connect(m_view, &TrayView::noteEdited, this, &TrayPane::noteEdited);
    connect(m_view, &TrayView::tagsRequested, this, &TrayPane::tagsRequested);
    connect(m_view, &TrayView::colourPicked, this, &TrayPane::colourPicked);
    connect(m_view, &TrayView::starPicked, this, &TrayPane::starPicked);
    connect(m_view, &TrayView::takeRequested, this, &TrayPane::takeRequested);
    connect(m_view, &TrayView::keepRequested, this, &TrayPane::keepRequested);
    connect(m_view, &TrayView::removeRequested, this, &TrayPane::removeRequested);
    connect(m_view, &TrayView::moveRequested, this, &TrayPane::moveRequested);
    connect(m_view, &TrayView::copyRequested, this, &TrayPane::copyRequested);
    connect(m_view, &TrayView::selectionChanged, this, &TrayPane::updateCounts);
    connect(m_view, &TrayView::menuRequested, this, &TrayPane::showCardMenu);
    connect(m_view, &TrayView::draggedOut, this, &TrayPane::carryOut);
    connect(m_header, &TrayHeader::menuRequested, this, &TrayPane::showTrayMenu);
    connect(m_footer, &TrayFooter::exportRequested, this,
            [this] { Q_EMIT exportRequested(exportFormat(), exportIds()); });
    connect(m_footer, &TrayFooter::copyRequested, this,
            [this] { Q_EMIT exportCopyRequested(exportFormat(), exportIds()); });
}

void TrayPane::setItems(std::vector<TrayItem> items)
{
    m_view->setItems(std::move(items));
    updateCounts();
}

QStringList TrayPane::selectedIds() const
{
    return m_view->selectedIds();
}

void TrayPane::select(const QString &id)
{
    m_view->select(id);
}

void TrayPane::present(const QString &id)
{
    m_view->present(id);
}

void TrayPane::editNote(const QString &id)
{
    m_view->editNote(id);
}

QRect TrayPane::cardRect(const QString &id) const
{
    const QRect card = m_view->cardRect(id).intersected(m_view->viewport()->rect());
    return card.isEmpty() ? QRect() : card.translated(m_view->viewport()->mapTo(this, QPoint()));
}

void TrayPane::finishEditing()
{
    m_view->finishEditing();
}

QString TrayPane::exportFormat() const
{
    return m_footer->format();
}

void TrayPane::setExportFormat(const QString &format)
{
    m_footer->setFormat(format);
}

QStringList TrayPane::exportIds() const
{
    return selectedIds().isEmpty() ? m_view->cards().ids() : selectedIds();
}

void TrayPane::updateCounts()
{
    m_header->setCount(m_view->cards().count());
    m_footer->setCount(int(exportIds().size()));
}

void TrayPane::showCardMenu(const QPoint &globalPosition)
{
    const QString id = m_view->currentId();
    if (id.isEmpty())
        return showTrayMenu(globalPosition);
    const QColor ink = m_theme.tokens().ink2;
    const auto icon = [&ink](const char *name) { return Icons::icon(QString::fromLatin1(name), ink); };
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const PassageStanding &standing = m_view->cards().item(m_view->cards().indexOf(id)).standing;
    if (standing.isWaiting) {
        menu->addAction(icon("check"), withKey(CardLayout::answerText(CardAnswer::Take, standing), tr("Y")),
                        this, [this, id] { m_view->answer(id, CardAnswer::Take); });
        menu->addAction(icon("quote"), withKey(CardLayout::answerText(CardAnswer::Keep, standing), tr("K")),
                        this, [this, id] { m_view->answer(id, CardAnswer::Keep); });
        menu->addSeparator();
    }
    menu->addAction(icon("book-open"), withKey(tr("Go to the words"), tr("Enter")), this,
                    [this, id] { Q_EMIT passageActivated(id); });
    menu->addAction(icon("copy"), withKey(tr("Copy with citation"), tr("Ctrl+C")), this,
                    [this, id] { Q_EMIT copyRequested(id); });
    menu->addSeparator();
    menu->addAction(icon("note"), withKey(tr("Note…"), tr("N")), this, [this, id] { editNote(id); });
    menu->addAction(icon("tag"), withKey(tr("Tags…"), tr("T")), this,
                    [this] { Q_EMIT tagsRequested(m_view->targetIds()); });
    const bool isStarred = m_view->areTargetsStarred();
    menu->addAction(icon(isStarred ? "star-filled" : "star"),
                    withKey(isStarred ? tr("Remove star") : tr("Star"), tr("S")), m_view,
                    &TrayView::pickStar);
    QMenu *colours = menu->addMenu(icon("palette"), tr("Colour"));
    for (int i = 0; i < markColourCount; ++i)
        colours->addAction(colourDot(m_theme.tokens().markEdgeOf(MarkColour(i))),
                           withKey(m_theme.colourName(MarkColour(i)), QString::number(i + 1)), this,
                           [this, i] { m_view->pickColour(MarkColour(i)); });
    menu->addSeparator();
    menu->addAction(icon("chevron-up"), withKey(tr("Move up"), tr("Alt+Up")), this,
                    [this] { m_view->moveCurrent(-1); });
    menu->addAction(icon("chevron-down"), withKey(tr("Move down"), tr("Alt+Down")), this,
                    [this] { m_view->moveCurrent(1); });
    menu->addSeparator();
    const int targets = int(m_view->targetIds().size());
    menu->addAction(
        icon("trash"),
        withKey(targets == 1 ? tr("Remove passage") : tr("Remove %1 passages").arg(targets), tr("Del")), this,
        [this] { m_view->removeTargets(); });
    menu->popup(globalPosition);
}

void TrayPane::showTrayMenu(const QPoint &globalPosition)
{
    const bool hasCards = !m_view->cards().isEmpty();
    const QColor ink = m_theme.tokens().ink2;
    const auto icon = [&ink](const char *name) { return Icons::icon(QString::fromLatin1(name), ink); };
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("check"), withKey(tr("Select all"), tr("Ctrl+A")), m_view, &TrayView::selectAll);
    menu->addAction(icon("copy"), tr("Copy in the chosen format"), this,
                    [this] { Q_EMIT exportCopyRequested(exportFormat(), exportIds()); });
    menu->addAction(icon("download"), tr("Export…"), this,
                    [this] { Q_EMIT exportRequested(exportFormat(), exportIds()); });
    for (QAction *action : menu->actions())
        action->setEnabled(hasCards);
    menu->popup(globalPosition);
}

void TrayPane::carryOut(const QStringList &ids)
{
    std::vector<Passage> passages;
    for (const QString &id : ids)
        if (const int index = m_view->cards().indexOf(id); index >= 0)
            passages.push_back(m_view->cards().item(index).passage);
    auto *drag = new QDrag(m_view);
    drag->setMimeData(citedMime(passages).release());
    drag->setPixmap(Icons::pixmap(QStringLiteral("quote"), 24, m_theme.tokens().accent, devicePixelRatioF()));
    drag->exec(Qt::CopyAction);
}

} // namespace Lectern
