#pragma once

#include <QTimer>
#include <QWidget>

#include <deque>

namespace Lectern {

class IconButton;
class TextButton;
class TextLabel;
class Theme;

enum class MessageKind : quint8 { Info, Warning, Error };

/// A strip above the reading pane that says what happened without getting in the way. One message shows, the
/// others wait behind it. Hidden while there is nothing to say.
class MessageBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    /// Adds a message behind those that wait and returns its number. The same words are not queued twice:
    /// their number is returned. An empty `action` means no button.
    int post(MessageKind kind, const QString &text, const QString &action = {});
    /// Takes a message back; nothing happens when it is gone already.
    void withdraw(int message);

    /// How many messages there are, the one that shows included.
    int count() const { return int(m_messages.size()); }
    /// What is shown; "" when nothing is.
    QString text() const;

Q_SIGNALS:
    /// The button was pressed; the message is gone.
    void actionTriggered(int message);
    /// The message was closed by its cross.
    void dismissed(int message);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Message
    {
        int number = 0;
        MessageKind kind = MessageKind::Info;
        QString text;
        QString action;
    };

    /// Drops the message that shows; its number.
    int takeFirst();
    void showFirst();

    const Theme &m_theme;
    std::deque<Message> m_messages;
    int m_lastNumber = 0;
    QTimer m_expiry; ///< plain news leaves by itself
    TextLabel *m_text;
    TextLabel *m_waiting;
    TextButton *m_action;
    IconButton *m_close;
};

} // namespace Lectern
