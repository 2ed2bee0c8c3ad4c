#pragma once

#include "page/place.h"

#include <QObject>
#include <QTimer>
#include <QVariantAnimation>

class QKeyEvent;
class QScrollBar;
class QWheelEvent;

namespace Lectern {

class DocumentLayout;

/// Scrolls a page whose heights become known only bit by bit, so that what is read never moves: when a row
/// above turns out higher, the scroll bar follows. Measures the rest of the page in slices of a few
/// milliseconds while the program is idle.
class DocumentScroll final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentScroll)

public:
    /// Both must outlive it.
    DocumentScroll(DocumentLayout &layout, QScrollBar &bar, QObject *parent = nullptr);
    ~DocumentScroll() override;

    /// Top of what is visible, in pixels of the page.
    int value() const;
    int viewHeight() const { return m_viewHeight; }
    void setViewHeight(int height);

    /// To be called after the layout was set anew: goes back to the place.
    void restore(const ReadingPlace &place);
    /// Where the reader is. It stays the same when width or style change.
    const ReadingPlace &place() const { return m_place; }

    /// Lays out what is visible; returns its rows [first, second), empty for an empty page.
    std::pair<int, int> prepare();

    /// By so many pixels, smoothly unless motion is reduced.
    void glideBy(int pixels);
    void stepBy(int pixels);
    void glideTo(qint64 y);
    void goTo(qint64 y);
    /// Glides until the line of the offset stands at a third of the view's height.
    void showOffset(qsizetype offset);
    /// Shows the offset unless its line is well in sight.
    void keepInSight(qsizetype offset);
    /// Glides a page on (1) or back (-1), two lines less than the view is high; false when there is nothing
    /// more there.
    bool turnPage(int direction);
    /// Ends a glide at its goal.
    void finishGlide();

    void scrollByWheel(const QWheelEvent &event);
    /// False when the key does not scroll. Space is left unaccepted at the ends of the page, for whoever goes
    /// on from there.
    bool scrollByKey(QKeyEvent &event);

Q_SIGNALS:
    /// The reader sees another place.
    void scrolled();
    /// Heights became known: the ticks beside the page stand elsewhere.
    void heightsChanged();

private:
    void readPlace();
    void setBar(qint64 value);
    void updateRange();
    void followHeight(qint64 top, int difference);
    void measureSlice();

    DocumentLayout &m_layout;
    QScrollBar &m_bar;
    QTimer m_idle;
    QVariantAnimation m_glide;
    int m_viewHeight = 1;
    int m_glided = 0;        ///< pixels of the glide already gone
    int m_nextToMeasure = 0; ///< a row
    int m_leftToMeasure = 0;
    bool m_restoring = false;
    ReadingPlace m_place;
};

} // namespace Lectern
