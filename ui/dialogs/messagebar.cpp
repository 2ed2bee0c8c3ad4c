#include "dialogs/messagebar.h"

#include "style/iconbutton.h"
#include "style/icons.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int newsLastsMs = 8000;

} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new TextLabel(theme, QString(), 13, QFont::Medium))
    , m_waiting(new TextLabel(theme, QString(), 12, QFont::Medium, TextTone::Ink2))
    , m_action(new TextButton(theme, ButtonKind::Quiet, QString()))
    , m_close(new IconButton(theme, QStringLiteral("close")))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_close->setMetrics(28, 8, 16);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 8, 12, 9);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_waiting);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_action, &TextButton::clicked, this, [this] { Q_EMIT actionTriggered(takeFirst()); });
    m_expiry.setSingleShot(true);
    m_expiry.setInterval(newsLastsMs);
    connect(&m_expiry, &QTimer::timeout, this, [this] { takeFirst(); });
    connect(m_close, &IconButton::clicked, this, [this] { Q_EMIT dismissed(takeFirst()); });
    hide();
}

int MessageBar::post(MessageKind kind, const QString &text, const QString &action)
{
    for (const Message &message : m_messages)
        if (message.text == text)
            return message.number;
    m_messages.push_back({++m_lastNumber, kind, text, action});
    showFirst();
    return m_lastNumber;
}

void MessageBar::withdraw(int message)
{
    std::erase_if(m_messages, [message](const Message &candidate) { return candidate.number == message; });
    showFirst();
}

QString MessageBar::text() const
{
    return m_messages.empty() ? QString() : m_messages.front().text;
}

int MessageBar::takeFirst()
{
    const int number = m_messages.front().number;
    m_messages.pop_front();
    showFirst();
    return number;
}

void MessageBar::showFirst()
{
    m_expiry.stop();
    if (m_messages.empty()) {
        hide();
        return;
    }
    const Message &first = m_messages.front();
    const bool isNew = isHidden() || m_text->text() != first.text;
    m_text->setText(first.text);
    m_action->setText(first.action);
    m_action->setVisible(!first.action.isEmpty());
    m_waiting->setText(tr("+%1 more").arg(count() - 1));
    m_waiting->setVisible(count() > 1);
    setAccessibleName(first.text);
    show();
    update();
    if (first.kind == MessageKind::Info && first.action.isEmpty())
        m_expiry.start();
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void MessageBar::paintEvent(QPaintEvent *)
{
    if (m_messages.empty())
        return;
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    QColor ground = t.tint;
    QColor sign = t.tintInk;
    QString icon = QStringLiteral("info");
    if (m_messages.front().kind != MessageKind::Info) {
        const bool isError = m_messages.front().kind == MessageKind::Error;
        ground = isError ? t.markOf(MarkColour::Pink) : t.noteMarker;
        sign = isError ? t.danger : t.noteMarkerInk;
        icon = QStringLiteral("warning");
    }
    painter.fillRect(rect(), ground);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    Icons::paint(painter, QRect(14, 0, 20, height() - 1), icon, 18, sign);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_messages.empty())
        Q_EMIT dismissed(takeFirst());
    else
        QWidget::keyPressEvent(event);
}

} // namespace Lectern
