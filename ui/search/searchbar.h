#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QAction;
class QLineEdit;

namespace Lectern {

class IconButton;
class ReadingNote;
class Theme;

/// The search field with switches for how queries are read, what came of the search at its right end, and the buttons that walk the hits. Says
/// every change of the text at once; how the text was read is shown in a note under the field while the field
/// has the keyboard.
class SearchBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchBar)

public:
    explicit SearchBar(const Theme &theme, QWidget *parent = nullptr);
    ~SearchBar() override;

    /// The switches of the field: the button at its end is the first; both are in the menu at its beginning.
    void setSwitches(QAction *matchSpelling, QAction *wordForms);

    QString text() const;
    /// Signals like typing does.
    void setText(const QString &text);
    /// Gives the field the keyboard and selects its text.
    void focusField();

    /// How the query was understood: its canonical form, and what was read otherwise than it may have been
    /// meant. The note appears only when the form differs from the text or there are hints.
    void setReading(const QString &parsed, const QStringList &hints);
    void setTotals(qsizetype articles, double milliseconds);
    /// The hit that is read, from 1, of how many in the article; 0 for none, then the totals are shown
    /// instead.
    void setHitPosition(int n, int of);

    /// The words at the right end of the field; "" while there is no query.
    QString resultText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void queryChanged(const QString &text);
    void nextHitRequested();
    void previousHitRequested();
    /// Escape in an empty field. In a field with a query it clears that first.
    void leaveRequested();
    /// The Down key: on to the list of what was found.
    void listRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeTheme();
    void textChanged(const QString &text);
    void resultChanged();
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void placeParts();
    void updateNote();
    void showOptions();
    bool readsAsWritten() const;
    QRect resultRect() const;

    const Theme &m_theme;
    QLineEdit *m_edit;
    IconButton *m_options; ///< the search glyph
    IconButton *m_clear;
    IconButton *m_matchSpelling;
    IconButton *m_previous;
    IconButton *m_next;
    QPointer<ReadingNote> m_note; ///< a child of the window, so that it can lie over other panes
    QPointer<QAction> m_spellingSwitch;
    QPointer<QAction> m_formsSwitch;
    QRect m_field;                ///< where the field is painted; the line edit is a part of it
    QString m_parsed;
    QStringList m_hints;
    qsizetype m_articles = -1; ///< -1: no answer yet
    double m_milliseconds = 0;
    int m_hit = 0;
    int m_hits = 0;
};

} // namespace Lectern
