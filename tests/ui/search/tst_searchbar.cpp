#include "search/searchbar.h"
#include "style/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestSearchBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();

    void typing_asksWithEveryLetter();
    void key_asks_data();
    void key_asks();
    void escape_clearsThenLeaves();
    void chevrons_walkTheHits();
    void clearButton_emptiesAndKeepsTheKeyboard();
    void focusField_selectsAll();
    void result_isSaid_data();
    void result_isSaid();
    void result_goesWithTheQuery();
    void reading_isShownWhenItDiffers_data();
    void reading_isShownWhenItDiffers();
    void reading_leavesWithTheKeyboard();
    void switches_areInTheFieldAndItsMenu();
    void switches_sayWhatTheirMarksWould_data();
    void switches_sayWhatTheirMarksWould();
    void field_isRingedWhileItHasTheKeyboard();
    void field_fitsItsBar_data();
    void field_fitsItsBar();

private:
    struct Fixture
    {
        Fixture()
        {
            theme.setChoice(ThemeChoice::Light);
            window.resize(900, 300);
            bar.setGeometry(0, 0, 900, 56);
            other.setGeometry(0, 200, 100, 30);
            window.show();
            window.activateWindow();
            bar.focusField();
        }
        QAbstractButton *button(const QString &name) const
        {
            for (QAbstractButton *button : bar.findChildren<QAbstractButton *>())
                if (button->accessibleName() == name)
                    return button;
            return nullptr;
        }
        QWidget *note() const
        {
            for (QObject *child : window.children())
                if (qstrcmp(child->metaObject()->className(), "Lectern::ReadingNote") == 0)
                    return qobject_cast<QWidget *>(child);
            return nullptr;
        }

        Theme theme;
        QWidget window;
        SearchBar bar{theme, &window};
        QLineEdit other{&window};
        QLineEdit *edit = bar.findChild<QLineEdit *>();
    };
};

void TestSearchBar::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

void TestSearchBar::typing_asksWithEveryLetter()
{
    Fixture f;
    QSignalSpy asked(&f.bar, &SearchBar::queryChanged);
    QTest::keyClicks(f.edit, QStringLiteral("son"));
    QCOMPARE(asked.count(), 3);
    QCOMPARE(asked[2][0].toString(), QStringLiteral("son"));
    f.bar.setText(QStringLiteral("son"));
    QCOMPARE(asked.count(), 3);
    f.bar.setText(QStringLiteral("jack"));
    QCOMPARE(asked.count(), 4);
    QCOMPARE(f.bar.text(), QStringLiteral("jack"));
}

void TestSearchBar::key_asks_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("enter") << int(Qt::Key_Return) << int(Qt::NoModifier)
                           << QByteArray(SIGNAL(nextHitRequested()));
    QTest::newRow("keypad enter") << int(Qt::Key_Enter) << int(Qt::KeypadModifier)
                                  << QByteArray(SIGNAL(nextHitRequested()));
    QTest::newRow("shift enter") << int(Qt::Key_Return) << int(Qt::ShiftModifier)
                                 << QByteArray(SIGNAL(previousHitRequested()));
    QTest::newRow("down") << int(Qt::Key_Down) << int(Qt::NoModifier) << QByteArray(SIGNAL(listRequested()));
}

void TestSearchBar::key_asks()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QByteArray, signal);
    Fixture f;
    f.bar.setText(QStringLiteral("son"));
    QSignalSpy wanted(&f.bar, signal.constData());
    QTest::keyClick(f.edit, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(f.bar.text(), QStringLiteral("son"));
}

void TestSearchBar::escape_clearsThenLeaves()
{
    Fixture f;
    f.bar.setText(QStringLiteral("son"));
    QSignalSpy asked(&f.bar, &SearchBar::queryChanged);
    QSignalSpy left(&f.bar, &SearchBar::leaveRequested);
    QTest::keyClick(f.edit, Qt::Key_Escape);
    QCOMPARE(f.bar.text(), QString());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(left.count(), 0);
    QTest::keyClick(f.edit, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void TestSearchBar::chevrons_walkTheHits()
{
    Fixture f;
    QSignalSpy next(&f.bar, &SearchBar::nextHitRequested);
    QSignalSpy previous(&f.bar, &SearchBar::previousHitRequested);
    QVERIFY(!f.button(QStringLiteral("Next hit"))->isEnabled());
    f.bar.setText(QStringLiteral("son"));
    f.button(QStringLiteral("Next hit"))->click();
    f.button(QStringLiteral("Previous hit"))->click();
    QCOMPARE(next.count(), 1);
    QCOMPARE(previous.count(), 1);
}

void TestSearchBar::clearButton_emptiesAndKeepsTheKeyboard()
{
    Fixture f;
    QAbstractButton *clear = f.button(QStringLiteral("Clear the search"));
    QVERIFY(!clear->isVisible());
    f.bar.setText(QStringLiteral("son"));
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(f.bar.text(), QString());
    QVERIFY(!clear->isVisible());
    QTRY_VERIFY(f.edit->hasFocus());
}

void TestSearchBar::focusField_selectsAll()
{
    Fixture f;
    f.bar.setText(QStringLiteral("son jack"));
    f.other.setFocus();
    f.bar.focusField();
    QTRY_VERIFY(f.edit->hasFocus());
    QCOMPARE(f.edit->selectedText(), QStringLiteral("son jack"));
}

void TestSearchBar::result_isSaid_data()
{
    QTest::addColumn<int>("articles");
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<int>("hit");
    QTest::addColumn<QString>("result");
    QTest::newRow("articles") << 1284 << 9.4 << 0 << QStringLiteral("1,284 articles · 9 ms");
    QTest::newRow("one article") << 1 << 9.4 << 0 << QStringLiteral("1 article · 9 ms");
    QTest::newRow("none") << 0 << 0.3 << 0 << QStringLiteral("0 articles · <1 ms");
    QTest::newRow("a hit") << 1284 << 9.4 << 3 << QStringLiteral("3 of 17 · 9 ms");
    QTest::newRow("slow") << 1284 << 1234.0 << 0 << QStringLiteral("1,284 articles · 1.2 s");
}

void TestSearchBar::result_isSaid()
{
    QFETCH(int, articles);
    QFETCH(double, milliseconds);
    QFETCH(int, hit);
    QFETCH(QString, result);
    Fixture f;
    f.bar.setText(QStringLiteral("son"));
    const QImage before = f.bar.grab().toImage();
    f.bar.setTotals(articles, milliseconds);
    f.bar.setHitPosition(hit, 17);
    QCOMPARE(f.bar.resultText(), result);
    QVERIFY(f.bar.grab().toImage() != before);
}

void TestSearchBar::result_goesWithTheQuery()
{
    Fixture f;
    f.bar.setTotals(12, 1);
    QCOMPARE(f.bar.resultText(), QString());
    f.bar.setText(QStringLiteral("son"));
    f.bar.setTotals(12, 1);
    f.bar.setHitPosition(1, 2);
    f.bar.setText({});
    f.bar.setText(QStringLiteral("jack"));
    QCOMPARE(f.bar.resultText(), QString());
}

void TestSearchBar::reading_isShownWhenItDiffers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("parsed");
    QTest::addColumn<QStringList>("hints");
    QTest::addColumn<bool>("isShown");
    const QStringList none;
    QTest::newRow("the same") << "son jack"
                              << "son jack" << none << false;
    QTest::newRow("case and space") << " Son  JACK "
                                    << "son jack" << none << false;
    QTest::newRow("the word being typed") << "son jac"
                                          << "son jac*" << none << false;
    QTest::newRow("read otherwise") << "son OR jack OR"
                                    << "son OR jack" << none << true;
    QTest::newRow("a hint") << "foo:x"
                            << "foo:x" << QStringList("foo: is not a field") << true;
    QTest::newRow("nothing typed") << ""
                                   << "" << none << false;
}

void TestSearchBar::reading_isShownWhenItDiffers()
{
    QFETCH(QString, typed);
    QFETCH(QString, parsed);
    QFETCH(QStringList, hints);
    QFETCH(bool, isShown);
    Fixture f;
    f.bar.setText(typed);
    f.bar.setReading(parsed, hints);
    QCOMPARE(f.edit->toolTip().isEmpty(), !isShown);
    QCOMPARE(f.edit->accessibleDescription().isEmpty(), !isShown);
    QVERIFY(!f.note()->isVisible()); // it waits for a pause in typing
    if (!isShown)
        return;
    QTRY_VERIFY(f.note()->isVisible());
    QVERIFY(f.note()->y() >= f.bar.height() - 10);
    QVERIFY(f.note()->testAttribute(Qt::WA_TransparentForMouseEvents));
}

void TestSearchBar::reading_leavesWithTheKeyboard()
{
    Fixture f;
    f.bar.setText(QStringLiteral("son OR jack OR"));
    f.bar.setReading(QStringLiteral("son OR jack"), {});
    QTRY_VERIFY(f.note()->isVisible());
    f.other.setFocus();
    QVERIFY(!f.note()->isVisible());
    f.bar.focusField();
    QTRY_VERIFY(f.note()->isVisible());
    QTest::keyClick(f.edit, Qt::Key_Return);
    QVERIFY(!f.note()->isVisible());
}

void TestSearchBar::switches_areInTheFieldAndItsMenu()
{
    Fixture f;
    QAction spelling(QStringLiteral("Match Capitals and Accents"));
    spelling.setShortcut(QKeySequence(QStringLiteral("Alt+C")));
    QAction forms(QStringLiteral("Find Other Forms of Words"));
    spelling.setCheckable(true);
    forms.setCheckable(true);
    f.bar.setSwitches(&spelling, &forms);
    QAbstractButton *button = f.button(spelling.text());
    QVERIFY(button && button->isVisible() && button->isCheckable() && !button->isChecked());
    QCOMPARE(button->toolTip(), QStringLiteral("Match Capitals and Accents  (Alt+C)"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(spelling.isChecked() && button->isChecked());
    spelling.setChecked(false);
    QVERIFY(!button->isChecked());

    QTest::mouseClick(f.button(QStringLiteral("How to search")), Qt::LeftButton);
    const QMenu *menu = f.bar.findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions(), QList<QAction *>({&spelling, &forms}));
}

void TestSearchBar::switches_sayWhatTheirMarksWould_data()
{
    QTest::addColumn<bool>("matchesSpelling");
    QTest::addColumn<bool>("findsForms");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parsed");
    QTest::addColumn<bool>("isNoted");
    const auto row = [](const char *name, bool matches, bool finds, const char *text, const char *parsed,
                        bool isNoted) {
        QTest::newRow(name) << matches << finds << QString::fromLatin1(text) << QString::fromLatin1(parsed)
                            << isNoted;
    };
    row("neither", false, true, "son jack", "=son jack", true);
    row("spelling", true, true, "son Jack", "==son =Jack", false);
    row("no forms", false, false, "son jack", "=son =jack", false);
    row("spelling, and else", true, true, "son foo:jack", "==son =\"foo jack\"", true);
}

void TestSearchBar::switches_sayWhatTheirMarksWould()
{
    QFETCH(bool, matchesSpelling);
    QFETCH(bool, findsForms);
    QFETCH(QString, text);
    QFETCH(QString, parsed);
    QFETCH(bool, isNoted);
    Fixture f;
    QAction spelling;
    QAction forms;
    spelling.setCheckable(true);
    forms.setCheckable(true);
    spelling.setChecked(matchesSpelling);
    forms.setChecked(findsForms);
    f.bar.setSwitches(&spelling, &forms);
    f.bar.setText(text);
    f.bar.setReading(parsed, {});
    QCOMPARE(!f.edit->accessibleDescription().isEmpty(), isNoted);
}

void TestSearchBar::field_isRingedWhileItHasTheKeyboard()
{
    Fixture f;
    const auto border = [&f] { return f.bar.grab().toImage().pixelColor(450, 10); };
    QTRY_VERIFY(f.edit->hasFocus());
    QCOMPARE(border(), f.theme.tokens().accent);
    f.other.setFocus();
    QCOMPARE(border(), f.theme.tokens().line);
}

void TestSearchBar::field_fitsItsBar_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1400;
    QTest::newRow("as hinted") << 728;
    QTest::newRow("narrow") << 400;
    QTest::newRow("smallest") << 230;
}

void TestSearchBar::field_fitsItsBar()
{
    QFETCH(int, width);
    Fixture f;
    f.bar.setText(QStringLiteral("son"));
    f.bar.setTotals(1284, 9);
    f.bar.resize(width, 56);
    const QAbstractButton *next = f.button(QStringLiteral("Next hit"));
    QVERIFY(f.edit->x() > 0);
    QVERIFY(f.edit->width() >= 60);
    QVERIFY(next->geometry().right() < width);
    const QAbstractButton *clear = f.button(QStringLiteral("Clear the search"));
    QVERIFY(f.edit->geometry().right() < clear->x());
    QVERIFY(f.button(QStringLiteral("How to search"))->geometry().right() < f.edit->x() + 4);
}

QTEST_MAIN(TestSearchBar)
#include "tst_searchbar.moc"
