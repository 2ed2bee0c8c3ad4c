#include "base/mailbox.h"

#include <QtTest>

#include <thread>

using namespace Lectern;

/// Drains its box whenever it is woken.
class Receiver : public QObject
{
    Q_OBJECT

public:
    Mailbox<int> box{this, "drain"};
    std::vector<int> values;
    int wakes = 0;

public slots:
    void drain()
    {
        ++wakes;
        for (const int value : box.take())
            values.push_back(value);
    }
};

class MailboxTest : public QObject
{
    Q_OBJECT

private slots:
    void put_wakesOnceForAll();
    void put_fromAThread_arrivesInOrder();
    void replace_newestWins();
    void take_leavesTheBoxEmpty();
    void manyThreads_loseNothing();
};

void MailboxTest::put_wakesOnceForAll()
{
    Receiver receiver;
    receiver.box.put(1);
    receiver.box.put(2);
    QVERIFY(receiver.values.empty()); // never at once, always by the event loop
    QTRY_COMPARE(receiver.values, (std::vector<int>{1, 2}));
    QCOMPARE(receiver.wakes, 1);
    receiver.box.put(3);
    QTRY_COMPARE(receiver.values, (std::vector<int>{1, 2, 3}));
    QCOMPARE(receiver.wakes, 2);
}

void MailboxTest::put_fromAThread_arrivesInOrder()
{
    Receiver receiver;
    std::vector<int> expected;
    for (int i = 0; i < 1'000; ++i)
        expected.push_back(i);
    std::thread worker([&] {
        for (const int i : expected)
            receiver.box.put(i);
    });
    QTRY_COMPARE(receiver.values, expected);
    worker.join();
    QVERIFY(receiver.wakes <= 1'000);
}

void MailboxTest::replace_newestWins()
{
    Receiver receiver;
    receiver.box.replace(1);
    receiver.box.replace(2);
    receiver.box.replace(3);
    QTRY_COMPARE(receiver.values, std::vector<int>{3});
    QCOMPARE(receiver.wakes, 1);
}

void MailboxTest::take_leavesTheBoxEmpty()
{
    Receiver receiver;
    receiver.box.put(1);
    QCOMPARE(receiver.box.take(), std::vector<int>{1});
    QVERIFY(receiver.box.take().empty());
    QTRY_COMPARE(receiver.wakes, 1); // the wake that was under way finds nothing
    QVERIFY(receiver.values.empty());
}

void MailboxTest::manyThreads_loseNothing()
{
    constexpr int each = 500;
    Receiver receiver;
    std::vector<std::thread> workers;
    for (int w = 0; w < 3; ++w)
        workers.emplace_back([&] {
            for (int i = 0; i < each; ++i)
                receiver.box.put(i);
        });
    QTRY_COMPARE(receiver.values.size(), size_t(3 * each));
    for (std::thread &worker : workers)
        worker.join();
}

QTEST_GUILESS_MAIN(MailboxTest)
#include "tst_mailbox.moc"
