#include "collection/scopelist.h"

#include "collection/passagelistview.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QDropEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int rowHeight = 32;
constexpr int headingRowHeight = 36;
const QString collectionMimeType = QStringLiteral("application/x-lectern-collection");
enum ItemRole { CountRole = Qt::UserRole, ColourRole, WaitsRole };

/// Paints the rows: names at the left, numbers at the right, the chosen one on tint.
class ScopeDelegate final : public QStyledItemDelegate
{
public:
    ScopeDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {100, index.data(CountRole).isValid() ? rowHeight : headingRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isHeading = !index.data(CountRole).isValid();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver) && !isHeading;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen || isHovered) {
            const bool hasRing = isChosen && option.state.testFlag(QStyle::State_HasFocus);
            painter->setPen(hasRing ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(isChosen ? t.tint : t.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(8.75, 1.75, -8.75, -1.75), 8, 8);
        }
        QRect words = option.rect.adjusted(20, isHeading ? 8 : 0, -20, 0);
        if (const QVariant colour = index.data(ColourRole); colour.isValid()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.markEdgeOf(MarkColour(colour.toInt())));
            painter->drawEllipse(QRectF(words.left(), words.center().y() - 4.5, 10, 10));
            words.setLeft(words.left() + 18);
        }
        if (index.data(WaitsRole).toBool()) {
            Icons::paint(*painter, QRectF(words.left() - 2, words.top(), 14, words.height()),
                         QStringLiteral("warning"), 14, t.danger);
            words.setLeft(words.left() + 18);
        }
        const QFont font = isHeading ? Fonts::ui(12, QFont::DemiBold) : Fonts::ui(13, QFont::Medium);
        const QString number = isHeading ? QString() : QLocale().toString(index.data(CountRole).toInt());
        painter->setFont(Fonts::ui(12));
        painter->setPen(t.ink3);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, number);
        const int room = words.width() - QFontMetrics(Fonts::ui(12)).horizontalAdvance(number) - 10;
        painter->setFont(font);
        painter->setPen(isHeading ? t.ink3 : isChosen ? t.tintInk : t.ink);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

ScopeList::ScopeList(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setFrameShape(NoFrame);
    setAccessibleName(tr("Collections, colours and tags"));
    setItemDelegate(new ScopeDelegate(theme, this));
    setEditTriggers(EditKeyPressed);
    setMouseTracking(true);
    setAcceptDrops(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false); // the room paints its ground
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (m_isFilling || row < 0)
            return;
        m_scope = m_scopes[size_t(row)];
        Q_EMIT scopeChosen();
    });
    connect(this, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!m_isFilling)
            Q_EMIT renamed(scopeOf(item).collection, item->text());
    });
}

PassageScope ScopeList::scopeOf(const QListWidgetItem *item) const
{
    return item ? m_scopes[size_t(row(item))] : PassageScope();
}

void ScopeList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, this);
    item->setFlags(Qt::NoItemFlags);
    m_scopes.emplace_back();
}

void ScopeList::describe(QListWidgetItem *item, const QString &text, int count, const PassageScope &scope)
{
    item->setData(CountRole, count);
    item->setData(Qt::AccessibleTextRole,
                  count == 1 ? tr("%1, 1 passage").arg(text) : tr("%1, %2 passages").arg(text).arg(count));
    item->setData(WaitsRole, scope.isWaiting && count > 0);
}

void ScopeList::addScope(const QString &text, int count, const PassageScope &scope)
{
    auto *item = new QListWidgetItem(text, this);
    describe(item, text, count, scope);
    if (scope.colour)
        item->setData(ColourRole, int(*scope.colour));
    if (!scope.collection.isEmpty())
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    m_scopes.push_back(scope);
    if (scope == m_scope)
        setCurrentItem(item);
}

void ScopeList::showWaiting(const WaitingPassages &waiting)
{
    if (m_scopes.empty())
        return;
    const bool isShown = m_scopes.size() > 1 && m_scopes[1].isWaiting;
    const bool isWanted = waiting.count > 0 || m_scope.isWaiting;
    const QString text = tr("Waiting for you");
    m_isFilling = true;
    if (isWanted && !isShown) {
        m_scopes.insert(m_scopes.begin() + 1, PassageScope{.isWaiting = true});
        insertItem(1, text);
    } else if (!isWanted && isShown) {
        m_scopes.erase(m_scopes.begin() + 1);
        delete takeItem(1);
    }
    if (isWanted)
        describe(item(1), text, waiting.count, m_scopes[1]);
    m_isFilling = false;
}

void ScopeList::showStore(const PassageStore *store, const WaitingPassages &waiting)
{
    m_isFilling = true;
    clear();
    m_scopes.clear();
    QMap<QString, int> tags;
    std::array<int, markColourCount> colours{};
    if (store) {
        for (const Passage &passage : store->passages()) {
            ++colours[size_t(passage.colour)];
            for (const QString &tag : passage.tags)
                ++tags[tag];
        }
    }
    addScope(tr("All passages"), store ? int(store->passages().size()) : 0, {});
    // Who has just answered the last of them stays there.
    if (waiting.count > 0 || m_scope.isWaiting)
        addScope(tr("Waiting for you"), waiting.count, {.isWaiting = true});
    if (store && !store->collections().empty()) {
        addHeading(tr("Collections"));
        for (const Collection &collection : store->collections())
            addScope(collection.name, int(store->passagesIn(collection.id).size()),
                     {.collection = collection.id});
    }
    if (store && !store->passages().empty())
        addHeading(tr("Colours"));
    for (int i = 0; i < markColourCount; ++i)
        if (colours[size_t(i)] > 0)
            addScope(m_theme.colourName(MarkColour(i)), colours[size_t(i)], {.colour = MarkColour(i)});
    if (!tags.isEmpty())
        addHeading(tr("Tags"));
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        addScope(tag.key(), tag.value(), {.tag = tag.key()});
    if (currentRow() < 0) {
        m_scope = {};
        setCurrentRow(0);
    }
    m_isFilling = false;
}

void ScopeList::setScope(const PassageScope &scope)
{
    for (size_t i = 0; i < m_scopes.size(); ++i)
        if (m_scopes[i] == scope && item(int(i))->flags() != Qt::NoItemFlags)
            return setCurrentRow(int(i));
}

void ScopeList::editName(const QString &collection)
{
    setScope({.collection = collection});
    if (m_scope.collection == collection)
        editItem(currentItem());
}

std::pair<int, int> ScopeList::collectionRows() const
{
    const auto isCollection = [](const PassageScope &scope) { return !scope.collection.isEmpty(); };
    const auto first = std::find_if(m_scopes.begin(), m_scopes.end(), isCollection);
    const auto last = std::find_if_not(first, m_scopes.end(), isCollection);
    return {int(first - m_scopes.begin()), int(last - m_scopes.begin())};
}

void ScopeList::moveBy(int step)
{
    const auto [first, last] = collectionRows();
    const int row = currentRow() + step;
    if (row >= first && row < last)
        Q_EMIT moved(m_scope.collection, row - first);
}

bool ScopeList::event(QEvent *event)
{
    // Elsewhere these keys step through the articles.
    if (event->type() == QEvent::ShortcutOverride && !m_scope.collection.isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            event->accept();
            return true;
        }
    }
    return QListWidget::event(event);
}

void ScopeList::keyPressEvent(QKeyEvent *event)
{
    const bool isMove = event->modifiers() == Qt::AltModifier && !m_scope.collection.isEmpty();
    if (isMove && event->key() == Qt::Key_Up)
        moveBy(-1);
    else if (isMove && event->key() == Qt::Key_Down)
        moveBy(+1);
    else if (event->key() == Qt::Key_Delete && !m_scope.collection.isEmpty())
        Q_EMIT removeRequested(m_scope.collection);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QListWidget::keyPressEvent(event);
}

void ScopeList::contextMenuEvent(QContextMenuEvent *event)
{
    const QString collection = m_scope.collection;
    if (collection.isEmpty())
        return;
    QMenu menu(this);
    connect(menu.addAction(tr("Rename")), &QAction::triggered, this, [&] { editName(collection); });
    connect(menu.addAction(tr("Move Up") + QStringLiteral("\tAlt+Up")), &QAction::triggered, this,
            [this] { moveBy(-1); });
    connect(menu.addAction(tr("Move Down") + QStringLiteral("\tAlt+Down")), &QAction::triggered, this,
            [this] { moveBy(+1); });
    connect(menu.addAction(tr("Remove Collection")), &QAction::triggered, this,
            [&] { Q_EMIT removeRequested(collection); });
    menu.exec(event->globalPos());
}

// Drags and drops.

void ScopeList::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    QListWidget::mousePressEvent(event);
}

void ScopeList::mouseMoveEvent(QMouseEvent *event)
{
    const QString collection = m_scope.collection;
    const bool isDrag = event->buttons() == Qt::LeftButton && !collection.isEmpty() &&
                        itemAt(event->position().toPoint()) && state() != EditingState;
    if (!isDrag ||
        (event->position().toPoint() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return QListWidget::mouseMoveEvent(event);
    auto *data = new QMimeData;
    data->setData(collectionMimeType, collection.toUtf8());
    QDrag drag(this);
    drag.setMimeData(data);
    drag.exec(Qt::MoveAction);
    showDropRow(-1);
}

int ScopeList::rowForDrop(int y) const
{
    const auto [first, last] = collectionRows();
    int row = first;
    while (row < last && visualItemRect(item(row)).center().y() < y)
        ++row;
    return row;
}

void ScopeList::showDropRow(int row)
{
    m_dropRow = row;
    viewport()->update();
}

void ScopeList::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    if (m_dropRow <= 0)
        return;
    const int y = visualItemRect(item(m_dropRow - 1)).bottom() + 1;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(14, y), QPointF(viewport()->width() - 14, y));
}

void ScopeList::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(PassageListView::idsMimeType) ||
        event->mimeData()->hasFormat(collectionMimeType))
        event->acceptProposedAction();
}

void ScopeList::dragLeaveEvent(QDragLeaveEvent *event)
{
    showDropRow(-1);
    QListWidget::dragLeaveEvent(event);
}

void ScopeList::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasFormat(collectionMimeType)) {
        showDropRow(rowForDrop(event->position().toPoint().y()));
        event->acceptProposedAction();
        return;
    }
    const bool isFit = event->mimeData()->hasFormat(PassageListView::idsMimeType) &&
                       !scopeOf(itemAt(event->position().toPoint())).collection.isEmpty();
    event->setAccepted(isFit);
}

void ScopeList::dropEvent(QDropEvent *event)
{
    if (event->mimeData()->hasFormat(collectionMimeType)) {
        const QString moving = QString::fromUtf8(event->mimeData()->data(collectionMimeType));
        const auto [first, last] = collectionRows();
        const int before = rowForDrop(event->position().toPoint().y());
        showDropRow(-1);
        for (int row = first; row < last; ++row)
            if (m_scopes[size_t(row)].collection == moving)
                Q_EMIT moved(moving, before - first - (row < before ? 1 : 0));
        event->acceptProposedAction();
        return;
    }
    const QString collection = scopeOf(itemAt(event->position().toPoint())).collection;
    const QString ids = QString::fromUtf8(event->mimeData()->data(PassageListView::idsMimeType));
    if (collection.isEmpty() || ids.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(collection, ids.split(QLatin1Char('\n')));
}

} // namespace Lectern
