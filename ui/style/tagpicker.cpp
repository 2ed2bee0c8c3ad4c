#include "style/tagpicker.h"

#include "style/floatingcard.h"
#include "style/fonts.h"
#include "style/icons.h"
#include "style/tagfilter.h"
#include "style/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int cardWidth = 264;
constexpr int fieldHeight = 40;
constexpr int bottomPadding = 6;
constexpr int distance = 6; ///< between the card and what it belongs to
constexpr int iconRoom = 36;

} // namespace

TagPicker::TagPicker(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new TagList(theme, this))
{
    setFocusProxy(m_field);
    m_field->setStyleSheet(QStringLiteral("QLineEdit { background: transparent; border: none; }"));
    m_field->setFont(Fonts::ui(13));
    m_field->setPlaceholderText(tr("Find or make a tag"));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &TagPicker::showMatches);
    connect(m_list, &TagList::tagClicked, this, &TagPicker::pick);
    connect(&theme, &Theme::changed, this, &TagPicker::applyColours);
    applyColours();
    hide();
}

void TagPicker::applyColours()
{
    m_field->setPalette(m_theme.palette());
    update();
}

void TagPicker::setChoices(std::vector<TagChoice> choices)
{
    m_choices = std::move(choices);
    const QString current = m_list->tagAt(m_list->currentRow());
    showMatches();
    for (int row = 0; row < m_list->rowCount(); ++row)
        if (m_list->tagAt(row) == current)
            m_list->setCurrentRow(row);
}

void TagPicker::showMatches()
{
    QStringList tags;
    for (const TagChoice &choice : m_choices)
        tags += choice.tag;
    std::vector<TagChoice> matching;
    for (const int index : matchingTags(tags, m_field->text()))
        matching.push_back(m_choices[size_t(index)]);
    const QStringList typed = tagsIn(m_field->text());
    const bool isNew = typed.size() > 1 || (typed.size() == 1 && !tags.contains(typed.front()));
    m_list->setRows(matching, isNew ? typed.join(QStringLiteral(", ")) : QString());
    // Letters that happen to stand in some tag are no reason to take it for the one that is meant.
    const bool isMeant = !matching.empty() && !typed.isEmpty() &&
                         matching.front().tag.contains(typed.front(), Qt::CaseInsensitive);
    if (isNew && !isMeant)
        m_list->setCurrentRow(m_list->rowCount() - 1);
    fit();
}

void TagPicker::fit()
{
    constexpr int shadow = FloatingCard::shadow;
    const int listHeight = m_list->sizeHint().height(); // one row's room for a sentence when it is empty
    resize(cardWidth + 2 * shadow, fieldHeight + 1 + 2 * bottomPadding + listHeight + 2 * shadow);
    m_field->setGeometry(shadow + iconRoom, shadow + 4, cardWidth - iconRoom - 12, fieldHeight - 6);
    m_list->setGeometry(shadow + 1, shadow + fieldHeight + bottomPadding, cardWidth - 2, listHeight);
    m_list->setVisible(m_list->rowCount() > 0);

    const QRect window = parentWidget()->rect();
    int y = m_place.bottom() + distance - shadow;
    if (y + this->height() > window.bottom())
        y = qMax(window.top(), m_place.top() - distance + shadow - this->height());
    const int x = qBound(0, m_place.left() - shadow, qMax(0, window.width() - width()));
    move(x, y);
    update();
}

void TagPicker::popup(const QRect &place, const QString &title)
{
    m_place = place;
    m_field->clear();
    m_field->setAccessibleName(title);
    setAccessibleName(title);
    showMatches();
    m_focusBefore = QApplication::focusWidget();
    raise();
    show();
    m_field->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

Qt::CheckState TagPicker::stateOf(const QString &tag) const
{
    for (const TagChoice &choice : m_choices)
        if (choice.tag == tag)
            return choice.state;
    return Qt::Unchecked;
}

void TagPicker::pick(int row)
{
    if (row < 0)
        return;
    const QStringList tags =
        m_list->isNewTag(row) ? tagsIn(m_list->tagAt(row)) : QStringList(m_list->tagAt(row));
    const bool isTakenAway = tags.size() == 1 && stateOf(tags.front()) == Qt::Checked;
    // The next tag begins with an empty field.
    m_field->clear();
    if (isTakenAway)
        Q_EMIT tagsPicked({}, tags);
    else
        Q_EMIT tagsPicked(tags, {});
}

bool TagPicker::takeKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
        m_list->setCurrentRow(m_list->currentRow() - 1);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(m_list->currentRow() + 1);
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentRow(m_list->currentRow() - TagList::mostRows);
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentRow(m_list->currentRow() + TagList::mostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        hide();
        return true;
    default:
        return false;
    }
}

/// The field's keys that belong to the list, and presses beside the card, which close it.
bool TagPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return takeKey(*static_cast<QKeyEvent *>(event));
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
        return false;
    }
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType())
        return false;
    const QWidget *pressed = static_cast<const QWidget *>(watched);
    if (pressed->window() == window() && pressed != this && !isAncestorOf(pressed))
        hide();
    return false;
}

/// A press on the card goes no further, or it would look like one beside it.
void TagPicker::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void TagPicker::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    if (m_focusBefore && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
    Q_EMIT closed();
}

void TagPicker::paintEvent(QPaintEvent *)
{
    constexpr int shadow = FloatingCard::shadow;
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    FloatingCard::paint(painter, rect(), t);
    Icons::paint(painter, QRect(shadow, shadow, iconRoom, fieldHeight), QStringLiteral("tag"), 16, t.ink3);
    painter.fillRect(QRect(shadow, shadow + fieldHeight, cardWidth, 1), t.line);
    if (m_list->rowCount() > 0)
        return;
    painter.setPen(t.ink3);
    painter.setFont(Fonts::ui(12));
    painter.drawText(m_list->geometry(), Qt::AlignCenter, tr("There are no tags yet. Type the first."));
}

} // namespace Lectern
