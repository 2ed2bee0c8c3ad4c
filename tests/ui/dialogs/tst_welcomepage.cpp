#include "dialogs/welcomepage.h"

#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestWelcomePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void buttons_askForArticlesByMouseAndKey()
    {
        Theme theme;
        WelcomePage page(theme);
        page.resize(700, 600);
        page.show();
        QSignalSpy folder(&page, &WelcomePage::openFolderRequested);
        QSignalSpy files(&page, &WelcomePage::openFilesRequested);
        QSignalSpy sample(&page, &WelcomePage::sampleRequested);
        const QList<TextButton *> buttons = page.findChildren<TextButton *>();
        QCOMPARE(buttons.size(), 3);
        for (TextButton *button : buttons) {
            QTest::mouseClick(button, Qt::LeftButton);
            QTest::keyClick(button, Qt::Key_Space);
        }
        QCOMPARE(folder.count(), 2);
        QCOMPARE(files.count(), 2);
        QCOMPARE(sample.count(), 2);
    }

    void everything_isVisibleInANarrowPane()
    {
        Theme theme;
        WelcomePage page(theme);
        page.resize(400, 500);
        page.show();
        for (const TextLabel *label : page.findChildren<TextLabel *>()) {
            QVERIFY(page.rect().contains(label->geometry()));
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
        for (const TextButton *button : page.findChildren<TextButton *>())
            QVERIFY(page.rect().contains(button->geometry()));
    }
};

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
