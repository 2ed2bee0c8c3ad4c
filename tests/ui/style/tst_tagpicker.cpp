#include "style/tagpicker.h"

#include "style/theme.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace Lectern;

class TestTagPicker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 500);
        m_other = new QLineEdit(m_window.get());
        m_other->setGeometry(0, 460, 200, 30);
        m_picker = new TagPicker(m_theme, m_window.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_other->setFocus();
        m_picker->setChoices(choices());
        m_picker->popup({20, 20, 100, 40}, QStringLiteral("Tags of the passage"));
    }

    void cleanup() { m_window.reset(); }

    void popup_takesTheKeyboard_escapeGivesItBack()
    {
        QVERIFY(m_picker->isVisible());
        QVERIFY(m_picker->field()->hasFocus());
        QVERIFY(m_window->rect().contains(m_picker->geometry()));
        key(Qt::Key_Escape);
        QVERIFY(!m_picker->isVisible());
        QVERIFY(m_other->hasFocus());
    }

    void typing_filters_enterSetsTheTag()
    {
        QSignalSpy picked(m_picker, &TagPicker::tagsPicked);
        QCOMPARE(m_picker->list()->rowCount(), 3);
        QTest::keyClicks(m_picker->field(), QStringLiteral("fer"));
        QCOMPARE(m_picker->list()->tagAt(0), QStringLiteral("ferry"));
        key(Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toStringList(), QStringList{"ferry"});
        QVERIFY(picked[0][1].toStringList().isEmpty());
        QVERIFY(m_picker->isVisible());
        QVERIFY(m_picker->field()->text().isEmpty());
    }

    void enter_onASetTag_takesItAway()
    {
        QSignalSpy picked(m_picker, &TagPicker::tagsPicked);
        key(Qt::Key_Return); // "harbour" is set on all
        QCOMPARE(picked[0][1].toStringList(), QStringList{"harbour"});
        key(Qt::Key_Down);
        key(Qt::Key_Return); // "ice" on some: it is set on the others
        QCOMPARE(picked[1][0].toStringList(), QStringList{"ice"});
    }

    void newTags_areOfferedAndMade()
    {
        QSignalSpy picked(m_picker, &TagPicker::tagsPicked);
        QTest::keyClicks(m_picker->field(), QStringLiteral("storm"));
        QCOMPARE(m_picker->list()->rowCount(), 1);
        QVERIFY(m_picker->list()->isNewTag(0));
        key(Qt::Key_Return);
        QTest::keyClicks(m_picker->field(), QStringLiteral("light,  night watch"));
        key(Qt::Key_Return);
        QCOMPARE(picked[0][0].toStringList(), QStringList{"storm"});
        QCOMPARE(picked[1][0].toStringList(), (QStringList{"light", "night watch"}));
    }

    void newTag_likeAnother_isTheLastRowAndReachable()
    {
        QSignalSpy picked(m_picker, &TagPicker::tagsPicked);
        QTest::keyClicks(m_picker->field(), QStringLiteral("harb"));
        QCOMPARE(m_picker->list()->currentRow(), 0);
        QVERIFY(m_picker->list()->isNewTag(1));
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(picked[0][0].toStringList(), QStringList{"harb"});
    }

    void existingTag_typedInFull_isNoNewOne()
    {
        QTest::keyClicks(m_picker->field(), QStringLiteral("ferry"));
        QCOMPARE(m_picker->list()->rowCount(), 1);
        QVERIFY(!m_picker->list()->isNewTag(0));
    }

    void click_setsTheTag()
    {
        QSignalSpy picked(m_picker, &TagPicker::tagsPicked);
        const QRect row = m_picker->list()->visualRect(m_picker->list()->model()->index(2, 0));
        QTest::mouseClick(m_picker->list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toStringList(), QStringList{"ferry"});
        QVERIFY(m_picker->isVisible());
    }

    void setChoices_keepsTheCurrentTag()
    {
        key(Qt::Key_Down);
        std::vector<TagChoice> changed = choices();
        changed[1].state = Qt::Checked;
        m_picker->setChoices(changed);
        QCOMPARE(m_picker->list()->tagAt(m_picker->list()->currentRow()), QStringLiteral("ice"));
    }

    void withoutTags_aSentenceSaysSo()
    {
        m_picker->setChoices({});
        QVERIFY(!m_picker->list()->isVisible());
        const QRect below = m_picker->list()->geometry();
        const QImage image = m_picker->grab(below).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y) != m_theme.tokens().card ? 1 : 0;
        QVERIFY(inked > 50);
        QSignalSpy picked(m_picker, &TagPicker::tagsPicked);
        key(Qt::Key_Return); // nothing to pick
        QCOMPARE(picked.size(), 0);
        QTest::keyClicks(m_picker->field(), QStringLiteral("first"));
        key(Qt::Key_Return);
        QCOMPARE(picked[0][0].toStringList(), QStringList{"first"});
    }

    void pressElsewhere_closes()
    {
        QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {590, 450});
        QVERIFY(!m_picker->isVisible());
    }

    void rows_tellTheirStateToAScreenReader()
    {
        const QAbstractItemModel *model = m_picker->list()->model();
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("harbour, set, 12 passage(s)"));
    }

private:
    static std::vector<TagChoice> choices()
    {
        return {{QStringLiteral("harbour"), 12, Qt::Checked},
                {QStringLiteral("ice"), 3, Qt::PartiallyChecked},
                {QStringLiteral("ferry"), 1, Qt::Unchecked}};
    }

    void key(Qt::Key code) { QTest::keyClick(m_picker->field(), code); }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_other = nullptr;
    TagPicker *m_picker = nullptr;
};

QTEST_MAIN(TestTagPicker)
#include "tst_tagpicker.moc"
