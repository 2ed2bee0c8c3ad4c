#include "palette/commandpalette.h"

#include "palette/palettemodel.h"
#include "palette/paletterow.h"
#include "style/floatingcard.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyle>

namespace Lectern {

namespace {

constexpr int widest = 640;
constexpr int sideMargin = 24;
constexpr int fieldHeight = 52;
constexpr int listMargin = 6;
constexpr int smallestHeight = 300;
constexpr qreal topShare = 0.11;    ///< of the window's height lies above the sheet
constexpr qreal heightShare = 0.40; ///< of the window's height is the sheet
constexpr int iconLeft = 20;
constexpr int fieldLeft = 48;

} // namespace

CommandPalette::CommandPalette(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(this))
{
    hide();
    setAccessibleName(tr("Command palette"));
    m_field->setFrame(false);
    m_field->setPlaceholderText(tr("Find an action, an article, a tag or an outlet"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setItemDelegate(new PaletteRow(theme, m_list));
    m_list->setModel(m_model);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->viewport()->setAutoFillBackground(false);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setTyped(text);
        if (!text.trimmed().isEmpty())
            Q_EMIT wanted(text);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        choose(0);
        update();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::pick);
    connect(&theme, &Theme::changed, this, &CommandPalette::applyColours);
    applyColours();
}

void CommandPalette::applyColours()
{
    const Tokens &t = m_theme.tokens();
    m_field->setFont(Fonts::ui(16));
    QPalette colours = m_field->palette();
    colours.setColor(QPalette::Base, t.card);
    colours.setColor(QPalette::Text, t.ink);
    colours.setColor(QPalette::PlaceholderText, t.ink3);
    m_field->setPalette(colours);
    m_field->setStyleSheet(
        QStringLiteral("QLineEdit { background: transparent; border: none; padding: 0; }"));
    update();
}

void CommandPalette::open(std::vector<PaletteEntry> entries, const QStringList &recent)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    m_model->setEntries(std::move(entries), recent);
    fit();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::setFound(const QString &typed, std::vector<PaletteEntry> found)
{
    if (typed != m_model->typed())
        return;
    // What was chosen stays so: letters have not changed, only more has been found.
    const int chosen = m_list->currentIndex().row();
    const QString key = chosen > 0 ? m_model->row(chosen).entry.key() : QString();
    m_model->setFound(std::move(found));
    for (int row = 0; !key.isEmpty() && row < m_model->rowCount(); ++row)
        if (m_model->row(row).entry.key() == key)
            choose(row);
}

QRect CommandPalette::card() const
{
    const int wide = qMin(widest, width() - 2 * sideMargin);
    // Whole rows only, of those that fit.
    constexpr int besideRows = fieldHeight + 2 * listMargin + 2;
    const int wanted = qMax(smallestHeight, int(height() * heightShare));
    const int room = qMin(wanted, height() - 2 * sideMargin) - besideRows;
    const int high = besideRows + qMax(1, room / PaletteRow::height) * PaletteRow::height;
    return {(width() - wide) / 2, qMin(int(height() * topShare), height() - high - sideMargin), wide, high};
}

void CommandPalette::fit()
{
    setGeometry(parentWidget()->rect());
    const QRect sheet = card();
    const QRect field(sheet.left() + fieldLeft, sheet.top() + 1, sheet.width() - fieldLeft - iconLeft,
                      fieldHeight - 2);
    m_field->setGeometry(QStyle::visualRect(layoutDirection(), sheet, field));
    m_list->setGeometry(sheet.adjusted(1, fieldHeight + listMargin, -1, -listMargin - 1));
}

void CommandPalette::choose(int row)
{
    const QModelIndex index = m_model->index(qBound(0, row, qMax(0, m_model->rowCount() - 1)), 0);
    m_list->setCurrentIndex(index);
    // The field keeps the keyboard, so it is what reads out the row.
    m_field->setAccessibleDescription(index.isValid() ? index.data(Qt::AccessibleTextRole).toString()
                                                      : tr("Nothing is called that."));
}

void CommandPalette::pick()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const PaletteEntry entry = m_model->row(row).entry;
    leave();
    Q_EMIT picked(entry);
}

void CommandPalette::leave()
{
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
}

bool CommandPalette::takeKey(int key)
{
    const int row = m_list->currentIndex().row();
    const int count = m_model->rowCount();
    const int page = qMax(1, m_list->viewport()->height() / PaletteRow::height - 1);
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        choose(row + 1 < count ? row + 1 : 0);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        choose(row > 0 ? row - 1 : count - 1);
        return true;
    case Qt::Key_PageDown:
        choose(row + page);
        return true;
    case Qt::Key_PageUp:
        choose(row - page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick();
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        fit();
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
        // Keys of the window mean nothing while the palette is open, but those that edit the field.
        event->accept();
        return false;
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!card().contains(event->position().toPoint()))
        leave();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    QColor veil(Qt::black);
    veil.setAlphaF(t.isDark ? 0.35F : 0.12F);
    painter.fillRect(rect(), veil);
    const QRect sheet = card();
    constexpr int shadow = FloatingCard::shadow;
    FloatingCard::paint(painter, sheet.adjusted(-shadow, -shadow, shadow, shadow), t);
    const QRect icon(sheet.left() + iconLeft, sheet.top(), 18, fieldHeight);
    Icons::paint(painter, QStyle::visualRect(layoutDirection(), sheet, icon), QStringLiteral("search"), 18,
                 t.ink3);
    painter.fillRect(sheet.left() + 1, sheet.top() + fieldHeight, sheet.width() - 2, 1, t.line);
    if (m_model->rowCount() > 0)
        return;
    painter.setFont(Fonts::ui(14));
    painter.setPen(t.ink3);
    painter.drawText(m_list->geometry(), Qt::AlignCenter, tr("Nothing is called that."));
}

} // namespace Lectern
