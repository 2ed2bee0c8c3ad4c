#include "app/passages/passagefixture.h"
#include "passages/passageplaces.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Lectern;

namespace {

PassageList listOf(const QStringList &ids)
{
    std::vector<PassageList::Placed> placed;
    for (const QString &id : ids) {
        Passage passage;
        passage.id = id;
        placed.push_back({std::make_shared<const Passage>(passage), double(placed.size() + 1)});
    }
    PassageList list;
    list.setPassages(std::move(placed));
    return list;
}

QStringList idsOf(const PassageList &list)
{
    QStringList ids;
    for (const Passage &passage : list.passages())
        ids += passage.id;
    return ids;
}

} // namespace

class TestPassagePlaces : public QObject
{
    Q_OBJECT

private slots:
    void insert_touchesOnlyTheNewOne_data();
    void insert_touchesOnlyTheNewOne();
    void insertAlwaysAtTheSamePlace_numbersAnewWhenThereIsNoRoom();
    void randomMoves_agreeWithAPlainList();
};

void TestPassagePlaces::insert_touchesOnlyTheNewOne_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << 0 << "nabc";
    QTest::newRow("between") << 2 << "abnc";
    QTest::newRow("last") << 3 << "abcn";
    QTest::newRow("beyond the end") << 99 << "abcn";
    QTest::newRow("before the beginning") << -1 << "nabc";
}

void TestPassagePlaces::insert_touchesOnlyTheNewOne()
{
    QFETCH(int, at);
    QFETCH(QString, expected);
    PassageList list = listOf({"a", "b", "c"});
    Passage fresh;
    fresh.id = QStringLiteral("n");
    PassagePlaces places(list);
    places.insert(fresh, at);
    const PassageEdits edits = places.edits();
    QCOMPARE(edits.size(), size_t(1));
    list.apply(edits);
    QCOMPARE(idsOf(list).join(QString()), expected);
}

void TestPassagePlaces::insertAlwaysAtTheSamePlace_numbersAnewWhenThereIsNoRoom()
{
    PassageList list = listOf({"first", "last"});
    QStringList expected{"first", "last"};
    bool numberedAnew = false;
    for (int i = 0; i < 300; ++i) {
        Passage fresh;
        fresh.id = QString::number(i);
        PassagePlaces places(list);
        places.insert(fresh, 1);
        const PassageEdits edits = places.edits();
        numberedAnew = numberedAnew || edits.size() > 1;
        list.apply(edits);
        expected.insert(1, fresh.id);
        QCOMPARE(idsOf(list), expected);
    }
    QVERIFY(numberedAnew);
}

void TestPassagePlaces::randomMoves_agreeWithAPlainList()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QStringList expected{"a", "b", "c", "d", "e", "f", "g"};
    PassageList list = listOf(expected);
    for (int i = 0; i < 2000; ++i) {
        const int from = random.bounded(int(expected.size()));
        const int to = random.bounded(int(expected.size()));
        PassagePlaces places(list);
        places.move(from, to);
        list.apply(places.edits());
        expected.move(from, to);
        QCOMPARE(idsOf(list), expected);
        QVERIFY(std::is_sorted(list.positions().begin(), list.positions().end(), std::less_equal<>()));
    }
}

QTEST_GUILESS_MAIN(TestPassagePlaces)
#include "tst_passageplaces.moc"
