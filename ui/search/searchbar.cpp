#include "search/searchbar.h"

#include "search/readingnote.h"
#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int fieldWidth = 600;
constexpr int smallestFieldWidth = 160;
constexpr int fieldHeight = 36;
constexpr int barHeight = 56;
constexpr qreal radius = 9;
constexpr int ringWidth = 3;
constexpr int glyphMargin = 8; ///< left of the button of the search glyph
constexpr int glyphSide = 24;
constexpr int glyphSize = 16;
constexpr int textLeft = 38;
constexpr int editMargin = 2; ///< that a QLineEdit keeps left of its text
constexpr int clearSide = 24;
constexpr int switchSide = 26;
constexpr int switchMargin = 5;
constexpr int clearGap = 2;
constexpr int resultMargin = 65; ///< between the result and the field's right end
constexpr int smallestFieldWithResult = 300;
constexpr int chevronSide = 28;
constexpr int chevronGap = 5;
constexpr int chevronsWidth = chevronGap + 2 * chevronSide;

/// As it is compared: white space and case do not matter, nor the star that a last word gets while it is
/// typed, nor the = that say word by word what a switch says of all.
QString essence(const QString &query, bool withoutMarks)
{
    QString plain = query.simplified().toCaseFolded();
    if (withoutMarks)
        plain.remove(u'=');
    if (plain.endsWith(u'*'))
        plain.chop(1);
    return plain;
}

QString duration(double milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1)
        return SearchBar::tr("<1 ms");
    if (milliseconds < 1000)
        return SearchBar::tr("%1 ms").arg(locale.toString(qRound(milliseconds)));
    return SearchBar::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

} // namespace

SearchBar::SearchBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new QLineEdit(this))
    , m_options(new IconButton(theme, QStringLiteral("search"), this))
    , m_clear(new IconButton(theme, QStringLiteral("close"), this))
    , m_matchSpelling(new IconButton(theme, QStringLiteral("letter-case"), this))
    , m_previous(new IconButton(theme, QStringLiteral("chevron-up"), this))
    , m_next(new IconButton(theme, QStringLiteral("chevron-down"), this))
    , m_note(new ReadingNote(theme, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(m_edit);
    m_edit->setFrame(false);
    m_edit->setFont(Fonts::ui(14));
    m_edit->setPlaceholderText(tr("Search every word"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->installEventFilter(this);

    m_options->setMetrics(glyphSide, 6, glyphSize);
    m_options->setToolTip(tr("How to search"));
    m_options->setAccessibleName(m_options->toolTip());
    m_matchSpelling->setMetrics(switchSide, 6, 18);
    m_clear->setMetrics(clearSide, 6, 14);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setToolTip(tr("Clear the search"));
    m_previous->setMetrics(chevronSide, 7, 18);
    m_previous->setToolTip(tr("Previous hit  (Shift+Enter)"));
    m_next->setMetrics(chevronSide, 7, 18);
    m_next->setToolTip(tr("Next hit  (Enter)"));
    m_clear->setAccessibleName(tr("Clear the search"));
    m_previous->setAccessibleName(tr("Previous hit"));
    m_next->setAccessibleName(tr("Next hit"));

    connect(m_edit, &QLineEdit::textChanged, this, &SearchBar::textChanged);
    connect(m_options, &QAbstractButton::clicked, this, &SearchBar::showOptions);
    connect(m_clear, &QAbstractButton::clicked, m_edit, &QLineEdit::clear);
    connect(m_clear, &QAbstractButton::clicked, m_edit, [this] { m_edit->setFocus(); });
    connect(m_previous, &QAbstractButton::clicked, this, &SearchBar::previousHitRequested);
    connect(m_next, &QAbstractButton::clicked, this, &SearchBar::nextHitRequested);
    connect(&theme, &Theme::changed, this, &SearchBar::takeTheme);
    setTabOrder(m_options, m_edit);
    setTabOrder(m_edit, m_matchSpelling);
    setTabOrder(m_matchSpelling, m_previous);
    setTabOrder(m_previous, m_next);
    takeTheme();
    resultChanged();
}

SearchBar::~SearchBar()
{
    delete m_note;
}

QSize SearchBar::sizeHint() const
{
    return {fieldWidth + 2 * (chevronsWidth + ringWidth), barHeight};
}

QSize SearchBar::minimumSizeHint() const
{
    return {smallestFieldWidth + chevronsWidth + 2 * ringWidth, fieldHeight + 2 * ringWidth};
}

void SearchBar::takeTheme()
{
    const Tokens &t = m_theme.tokens();
    QPalette palette = m_edit->palette();
    palette.setColor(QPalette::Base, t.paper);
    palette.setColor(QPalette::Text, t.ink);
    palette.setColor(QPalette::PlaceholderText, t.ink3);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.ink);
    m_edit->setPalette(palette);
    update();
}

void SearchBar::setSwitches(QAction *matchSpelling, QAction *wordForms)
{
    m_spellingSwitch = matchSpelling;
    m_formsSwitch = wordForms;
    m_matchSpelling->setAction(matchSpelling);
}

void SearchBar::showOptions()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : {m_spellingSwitch.data(), m_formsSwitch.data()})
        if (action)
            menu->addAction(action);
    menu->popup(m_options->mapToGlobal(QPoint(-glyphMargin, m_options->height() + 10)));
}

bool SearchBar::readsAsWritten() const
{
    return (m_spellingSwitch && m_spellingSwitch->isChecked()) ||
        (m_formsSwitch && !m_formsSwitch->isChecked());
}

QString SearchBar::text() const
{
    return m_edit->text();
}

void SearchBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void SearchBar::focusField()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchBar::textChanged(const QString &text)
{
    if (text.isEmpty()) {
        m_articles = -1;
        m_hit = m_hits = 0;
        m_parsed.clear();
        m_hints.clear();
        updateNote();
    }
    resultChanged();
    Q_EMIT queryChanged(text);
}

void SearchBar::setReading(const QString &parsed, const QStringList &hints)
{
    m_parsed = parsed;
    m_hints = hints;
    updateNote();
}

void SearchBar::updateNote()
{
    if (!m_note) // the window is going
        return;
    QStringList lines;
    if (!m_parsed.isEmpty() && essence(m_parsed, readsAsWritten()) != essence(text(), readsAsWritten()))
        lines += tr("Read as  %1").arg(m_parsed);
    lines += m_hints;
    m_edit->setToolTip(lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    m_edit->setAccessibleDescription(lines.join(u'\n'));
    if (lines.isEmpty() || !m_edit->hasFocus())
        m_note->dismiss();
    else
        m_note->tell(lines, m_field);
}

void SearchBar::setTotals(qsizetype articles, double milliseconds)
{
    m_articles = articles;
    m_milliseconds = milliseconds;
    resultChanged();
}

void SearchBar::setHitPosition(int n, int of)
{
    m_hit = n;
    m_hits = of;
    resultChanged();
}

QString SearchBar::resultText() const
{
    if (text().isEmpty() || m_articles < 0)
        return {};
    const QLocale locale;
    const QString found =
        m_articles == 1 ? tr("1 article") : tr("%1 articles").arg(locale.toString(m_articles));
    const QString place = tr("%1 of %2").arg(locale.toString(m_hit), locale.toString(m_hits));
    return tr("%1 · %2").arg(m_hit > 0 ? place : found, duration(m_milliseconds));
}

void SearchBar::resultChanged()
{
    const bool hasQuery = !text().isEmpty();
    m_clear->setVisible(hasQuery);
    m_previous->setEnabled(hasQuery);
    m_next->setEnabled(hasQuery);
    placeParts();
    update();
}

QRect SearchBar::resultRect() const
{
    if (m_field.width() < smallestFieldWithResult)
        return {};
    const int width = QFontMetrics(Fonts::ui(12)).horizontalAdvance(resultText());
    return {m_field.right() + 1 - resultMargin - width, m_field.top(), width, m_field.height()};
}

void SearchBar::placeParts()
{
    // In the middle of the bar while the chevrons have room beside it, else as far left as it must be.
    const int room = width() - chevronsWidth - 2 * ringWidth;
    const int fieldRoom = qBound(smallestFieldWidth, room, fieldWidth);
    const int centred = (width() - fieldRoom) / 2;
    const int left = qMax(ringWidth, qMin(centred, width() - chevronsWidth - ringWidth - fieldRoom));
    m_field = {left, (height() - fieldHeight) / 2, fieldRoom, fieldHeight};

    m_options->move(m_field.left() + glyphMargin, m_field.top() + (fieldHeight - glyphSide) / 2);
    const int switchLeft = m_field.right() + 1 - switchMargin - switchSide;
    m_matchSpelling->move(switchLeft, m_field.top() + (fieldHeight - switchSide) / 2);
    const int clearLeft = switchLeft - clearGap - clearSide;
    m_clear->move(clearLeft, m_field.top() + (fieldHeight - clearSide) / 2);
    const QRect result = resultRect();
    const int end = result.width() > 0 ? result.left() - 12 : clearLeft - 4;
    const int start = m_field.left() + textLeft - editMargin;
    m_edit->setGeometry(start, m_field.top() + 4, end - start, fieldHeight - 8);
    const int chevronTop = (height() - chevronSide) / 2;
    m_previous->move(m_field.right() + 1 + chevronGap, chevronTop);
    m_next->move(m_previous->x() + chevronSide, chevronTop);
}

bool SearchBar::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            return false;
        m_note->dismiss();
        if (modifiers & Qt::ShiftModifier)
            Q_EMIT previousHitRequested();
        else
            Q_EMIT nextHitRequested();
        return true;
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT leaveRequested();
        else
            m_edit->clear();
        return true;
    case Qt::Key_Down:
        Q_EMIT listRequested();
        return true;
    default:
        return false;
    }
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Escape means something of its own here, whatever it means in the window.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::KeyPress: {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (keyPressed(press->key(), press->modifiers()))
            return true;
        break;
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        updateNote();
        update();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::resizeEvent(QResizeEvent *)
{
    placeParts();
    updateNote();
}

void SearchBar::mousePressEvent(QMouseEvent *event)
{
    if (m_field.contains(event->pos()))
        m_edit->setFocus(Qt::MouseFocusReason);
}

void SearchBar::hideEvent(QHideEvent *)
{
    if (m_note)
        m_note->dismiss();
}

void SearchBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    const bool hasKeyboard = m_edit->hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasKeyboard) {
        QColor ring = t.accent;
        ring.setAlphaF(0.18F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ring);
        painter.drawRoundedRect(m_field.adjusted(-ringWidth, -ringWidth, ringWidth, ringWidth),
                                radius + ringWidth, radius + ringWidth);
    }
    const qreal border = hasKeyboard ? 1.5 : 1;
    painter.setPen(QPen(hasKeyboard ? t.accent : t.line, border));
    painter.setBrush(t.paper);
    const qreal in = border / 2;
    painter.drawRoundedRect(QRectF(m_field).adjusted(in, in, -in, -in), radius - in, radius - in);
    const QRect result = resultRect();
    painter.setFont(Fonts::ui(12));
    painter.setPen(t.ink3);
    if (result.width() > 0)
        painter.drawText(result.adjusted(0, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft, resultText());
}

} // namespace Lectern
