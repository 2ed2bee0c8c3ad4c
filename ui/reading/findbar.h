#pragma once

#include "text/findintext.h"

#include <QWidget>

class QLineEdit;

namespace Lectern {

class IconButton;
class Theme;

/// The card for finding words in an article: a field, how what is typed is read, and which of how many is
/// shown. Enter and Shift+Enter step, Escape leaves.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    FindBar(const Theme &theme, QWidget *pane);

    QString text() const;
    /// With a signal, as if it were typed.
    void setText(const QString &text);
    FindOptions options() const;
    QLineEdit *field() const { return m_field; }

    /// `current` counts from 1; 0 for none.
    void setPosition(int current, int count, bool isCutOff);
    /// A sentence in place of the position; "" for none.
    void setProblem(const QString &sentence);
    /// What is shown as the position, in words.
    const QString &status() const { return m_status; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void wanted(const QString &text, const Lectern::FindOptions &options);
    void stepRequested(int by);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    IconButton *addButton(const QString &icon, const QString &words);
    void tell(const QString &words, bool isProblem);
    void applyColours();

    const Theme &m_theme;
    QLineEdit *m_field;
    IconButton *m_case;
    IconButton *m_words;
    IconButton *m_expression;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_close;
    QString m_status;
    bool m_isProblem = false;
};

} // namespace Lectern
