#pragma once

#include <QTimer>
#include <QWidget>

namespace Lectern {

class Theme;

/// A quiet card under the search field that says in a line or two how the query was read. It waits for a
/// pause in typing before it comes, leaves by itself after a while, and lets the mouse through.
class ReadingNote final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingNote)

public:
    /// The note lies in the window of `field` and follows it.
    ReadingNote(const Theme &theme, QWidget *field);

    /// `place` is the field's rectangle in its widget. The first line is the reading, "" for none; the others
    /// are hints.
    void tell(const QStringList &lines, const QRect &place);
    void dismiss();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void appear();

    const Theme &m_theme;
    QWidget *m_field;
    QStringList m_lines;
    QRect m_place;
    QTimer m_pause;
    QTimer m_stay;
};

} // namespace Lectern
