#pragma once

#include <QWidget>

class QLabel;

namespace Lectern {

class TextButton;
class Theme;

/// What is shown where a list would be when there is nothing to list: one sentence and one button, centred at
/// 40 % of the height.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);

    /// An empty label hides the button.
    void setWords(const QString &sentence, const QString &button);
    bool hasWords() const;

Q_SIGNALS:
    void activated();

private:
    void takeColours();

    const Theme &m_theme;
    QLabel *m_sentence;
    TextButton *m_button;
};

} // namespace Lectern
