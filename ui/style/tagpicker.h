#pragma once

#include "style/taglist.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;

namespace Lectern {

/// The card that sets the tags of one passage or of several: a field that filters while it is typed in, and
/// below it the library's tags with their counts. Up and Down choose a row, Enter sets or takes away the tag
/// in it, or makes a new one; commas make several at once. It stays open until Escape, a press elsewhere or
/// the loss of the keyboard. It changes nothing itself: it asks, and is shown the new tags with setChoices().
class TagPicker final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagPicker)

public:
    TagPicker(const Theme &theme, QWidget *window);

    /// The tags to choose from, in their order; what is typed stays, and so does the current tag.
    void setChoices(std::vector<TagChoice> choices);
    /// Opens beside `place`, in coordinates of the window, below it where there is room, and takes the
    /// keyboard. `title` says whose tags they are.
    void popup(const QRect &place, const QString &title);

    QLineEdit *field() const { return m_field; }
    TagList *list() const { return m_list; }

Q_SIGNALS:
    /// Set and take away these tags.
    void tagsPicked(const QStringList &added, const QStringList &removed);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    void showMatches();
    void pick(int row);
    void fit();
    Qt::CheckState stateOf(const QString &tag) const;
    void applyColours();

    const Theme &m_theme;
    QLineEdit *m_field;
    TagList *m_list;
    std::vector<TagChoice> m_choices;
    QRect m_place;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Lectern
