#include "reading/findbar.h"

#include "style/floatingcard.h"
#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Lectern {

namespace {

constexpr int shadow = FloatingCard::shadow;
constexpr int cardWidth = 492;
constexpr int cardHeight = 44;
constexpr int side = 30;
constexpr int pitch = 32;
constexpr int margin = 7;
constexpr int glyphLeft = 12;
constexpr int fieldLeft = 36;
constexpr int statusWidth = 92;

} // namespace

FindBar::FindBar(const Theme &theme, QWidget *pane)
    : QWidget(pane)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_case(addButton(QStringLiteral("letter-case"), tr("Match capitals and accents")))
    , m_words(addButton(QStringLiteral("whole-word"), tr("Whole words only")))
    , m_expression(addButton(QStringLiteral("regex"), tr("Regular expression")))
    , m_previous(addButton(QStringLiteral("chevron-up"), tr("Previous  (Shift+Enter)")))
    , m_next(addButton(QStringLiteral("chevron-down"), tr("Next  (Enter)")))
    , m_close(addButton(QStringLiteral("close"), tr("Close  (Esc)")))
{
    hide();
    setAccessibleName(tr("Find in article"));
    m_field->setFrame(false);
    m_field->setPlaceholderText(tr("Find in article"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this] { Q_EMIT wanted(text(), options()); });
    for (IconButton *button : {m_case, m_words, m_expression}) {
        button->setCheckable(true);
        connect(button, &QAbstractButton::toggled, this, [this] { Q_EMIT wanted(text(), options()); });
    }
    connect(m_previous, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(+1); });
    connect(m_close, &QAbstractButton::clicked, this, &FindBar::left);
    connect(&theme, &Theme::changed, this, &FindBar::applyColours);
    applyColours();
}

IconButton *FindBar::addButton(const QString &icon, const QString &words)
{
    auto *button = new IconButton(m_theme, icon, this);
    button->setMetrics(side, 7, 16);
    button->setToolTip(words);
    button->setAccessibleName(words.section(QLatin1String("  "), 0, 0));
    button->setFocusPolicy(Qt::TabFocus);
    button->installEventFilter(this);
    return button;
}

void FindBar::applyColours()
{
    const Tokens &t = m_theme.tokens();
    m_field->setFont(Fonts::ui(14));
    QPalette colours = m_field->palette();
    colours.setColor(QPalette::Text, t.ink);
    colours.setColor(QPalette::PlaceholderText, t.ink3);
    m_field->setPalette(colours);
    m_field->setStyleSheet(
        QStringLiteral("QLineEdit { background: transparent; border: none; padding: 0; }"));
    update();
}

QSize FindBar::sizeHint() const
{
    return {cardWidth + 2 * shadow, cardHeight + 2 * shadow};
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::setText(const QString &text)
{
    m_field->setText(text);
}

FindOptions FindBar::options() const
{
    return {m_case->isChecked(), m_words->isChecked(), m_expression->isChecked()};
}

void FindBar::setPosition(int current, int count, bool isCutOff)
{
    const QLocale locale;
    const QString all = locale.toString(count) + (isCutOff ? QStringLiteral("+") : QString());
    if (text().isEmpty())
        tell({}, false);
    else if (count == 0)
        tell(tr("Not found"), true);
    else
        tell(tr("%1 of %2").arg(locale.toString(current), all), false);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

void FindBar::setProblem(const QString &sentence)
{
    if (!sentence.isEmpty())
        tell(tr("Not valid"), true);
    m_field->setToolTip(sentence);
    m_field->setAccessibleDescription(sentence.isEmpty() ? m_status : sentence);
}

void FindBar::tell(const QString &words, bool isProblem)
{
    if (words == m_status && isProblem == m_isProblem)
        return;
    m_status = words;
    m_isProblem = isProblem;
    m_field->setAccessibleDescription(words);
    update();
}

void FindBar::resizeEvent(QResizeEvent *)
{
    const QRect card = rect().adjusted(shadow, shadow, -shadow, -shadow);
    const auto place = [&](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), card, rect));
    };
    int x = card.right() + 1 - margin - side;
    for (IconButton *button : {m_close, m_next, m_previous, m_expression, m_words, m_case}) {
        place(button, {x, card.top() + (card.height() - side) / 2, side, side});
        x -= pitch;
    }
    const int left = card.left() + fieldLeft;
    place(m_field, {left, card.top() + 4, x + pitch - statusWidth - left, card.height() - 8});
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = watched == m_field && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if (!isEnter && key->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (isEnter)
        Q_EMIT stepRequested(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : +1);
    else
        Q_EMIT left();
    return true;
}

void FindBar::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // what lies below is not meant
}

void FindBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    FloatingCard::paint(painter, rect(), t);
    const QRect card = rect().adjusted(shadow, shadow, -shadow, -shadow);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), card, rect); };
    Icons::paint(painter, placed({card.left() + glyphLeft, card.top(), 16, card.height()}),
                 QStringLiteral("search"), 16, t.ink3);
    painter.setFont(Fonts::ui(12));
    painter.setPen(m_isProblem ? t.danger : t.ink3);
    const QRect logicalField = placed(m_field->geometry());
    painter.drawText(placed({logicalField.right() + 1, card.top(), statusWidth - 8, card.height()}),
                     Qt::AlignCenter, m_status);
}

} // namespace Lectern
