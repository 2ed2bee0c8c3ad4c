#include "reading/hitmap.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestHitMap : public QObject
{
    Q_OBJECT

private:
    static std::vector<Tick> someTicks()
    {
        return {{TickKind::Hit, 0.25, 0, Qt::red},
                {TickKind::CurrentHit, 0.5, 1, Qt::green},
                {TickKind::Mark, 0.75, 0, Qt::blue}};
    }

    /// A map 400 px high whose page has 4,000 px.
    static void fill(HitMap &map)
    {
        map.resize(ThinScrollBar::thickness, 400);
        map.setRange(0, 3600);
        map.setPageStep(400);
        map.setTicks(someTicks());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void ticks_arePaintedAtTheirPlace()
    {
        const Theme theme;
        HitMap map(theme);
        fill(map);
        const QImage image = map.grab().toImage();
        const auto colourAt = [&](int y) { return image.pixelColor(image.width() / 2, y); };
        QCOMPARE(colourAt(map.tickTop(map.ticks()[0])), QColor(Qt::red));
        QCOMPARE(colourAt(map.tickTop(map.ticks()[1]) + 2), QColor(Qt::green));
        QCOMPARE(colourAt(map.tickTop(map.ticks()[2]) + 1), QColor(Qt::blue));
        QCOMPARE(colourAt(200 + 50), theme.tokens().paper);
    }

    void currentHit_liesOverTheOthers()
    {
        const Theme theme;
        HitMap map(theme);
        fill(map);
        map.setTicks({{TickKind::CurrentHit, 0.5, 1, Qt::green},
                      {TickKind::Hit, 0.5, 2, Qt::red},
                      {TickKind::Mark, 0.5, 0, Qt::blue}});
        const QImage image = map.grab().toImage();
        QCOMPARE(image.pixelColor(6, map.tickTop(map.ticks()[2])), QColor(Qt::green));
    }

    void clickOnTick_goesThere_data()
    {
        QTest::addColumn<int>("tick");
        QTest::addColumn<TickKind>("kind");
        QTest::addColumn<int>("index");
        QTest::newRow("hit") << 0 << TickKind::Hit << 0;
        QTest::newRow("current hit") << 1 << TickKind::CurrentHit << 1;
        QTest::newRow("mark") << 2 << TickKind::Mark << 0;
    }

    void clickOnTick_goesThere()
    {
        QFETCH(int, tick);
        QFETCH(TickKind, kind);
        QFETCH(int, index);
        const Theme theme;
        HitMap map(theme);
        fill(map);
        QSignalSpy spy(&map, &HitMap::tickActivated);
        QTest::mouseClick(&map, Qt::LeftButton, {}, {6, map.tickTop(map.ticks()[size_t(tick)]) + 3});
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first()[0].value<TickKind>(), kind);
        QCOMPARE(spy.first()[1].toInt(), index);
    }

    void clickBesideTicks_scrolls()
    {
        const Theme theme;
        HitMap map(theme);
        fill(map);
        QSignalSpy spy(&map, &HitMap::tickActivated);
        QTest::mouseClick(&map, Qt::LeftButton, {}, {6, 360});
        QCOMPARE(spy.size(), 0);
        QVERIFY(map.value() > 3000);
    }

    void dragOverTick_onlyScrolls()
    {
        const Theme theme;
        HitMap map(theme);
        fill(map);
        map.setTicks({{TickKind::Hit, 0.02, 0, Qt::red}});
        QSignalSpy spy(&map, &HitMap::tickActivated);
        QTest::mousePress(&map, Qt::LeftButton, {}, {6, 10});
        QTest::mouseMove(&map, {6, 60});
        QTest::mouseRelease(&map, Qt::LeftButton, {}, {6, 60});
        QCOMPARE(spy.size(), 0);
        QVERIFY(map.value() > 300);
    }

    void clickOnTickUnderHandle_goesThere()
    {
        const Theme theme;
        HitMap map(theme);
        fill(map);
        map.setTicks({{TickKind::Hit, 0.02, 7, Qt::red}});
        QSignalSpy spy(&map, &HitMap::tickActivated);
        QTest::mouseClick(&map, Qt::LeftButton, {}, {6, 9});
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first()[1].toInt(), 7);
        QCOMPARE(map.value(), 0);
    }
};

QTEST_MAIN(TestHitMap)
#include "tst_hitmap.moc"
