#pragma once

#include "passages/trayview.h"
#include "style/theme.h"
#include "ui/passages/samplecards.h"

#include <QLineEdit>
#include <QtTest>

#include <memory>

namespace Lectern {

/// An active window with a tray of four cards, "p1" to "p4", that has the keyboard, and another widget that
/// can take it.
struct TrayFixture
{
    Theme theme;
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    QLineEdit *other = new QLineEdit(window.get());
    TrayView *view = new TrayView(theme, window.get());

    TrayFixture()
    {
        window->resize(332, 700);
        other->setGeometry(0, 660, 100, 30);
        view->setGeometry(0, 0, 332, 650);
        view->setItems(sampleCards(4));
        window->show();
        window->activateWindow();
        if (QTest::qWaitForWindowActive(window.get()))
            view->setFocus();
    }

    static QString id(const char *name) { return QString::fromLatin1(name); }
    static QStringList ids(const char *names) { return QString::fromLatin1(names).split(QLatin1Char(' ')); }

    void click(const char *card, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->cardRect(id(card)).center());
    }

    void key(int code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view, Qt::Key(code), modifiers);
    }

    void press(const QPoint &at) { QTest::mousePress(view->viewport(), Qt::LeftButton, {}, at); }
    void release(const QPoint &at) { QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at); }

    /// With the button down, which QTest::mouseMove() does not say.
    void dragTo(const QPoint &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, view->viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
};

} // namespace Lectern
