#include "base/channel.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

using namespace Lectern;

class ChannelTest : public QObject
{
    Q_OBJECT

private slots:
    void values_comeInTheirOrder();
    void push_waitsWhileFull();
    void push_afterClose_isRefused();
    void pop_afterClose_drains();
    void popFor_givesUp();
    void close_wakesThoseWhoWait();
    void manyThreads_loseNothing();
    void values_areMoved();
};

void ChannelTest::values_comeInTheirOrder()
{
    Channel<int> channel(3);
    QVERIFY(channel.push(1) && channel.push(2) && channel.push(3));
    QCOMPARE(channel.pop(), 1);
    QCOMPARE(channel.pop(), 2);
    QCOMPARE(channel.pop(), 3);
}

void ChannelTest::push_waitsWhileFull()
{
    Channel<int> channel(1);
    QVERIFY(channel.push(1));
    std::atomic<bool> pushed = false;
    std::thread producer([&] {
        channel.push(2);
        pushed = true;
    });
    QCOMPARE(channel.popFor(std::chrono::seconds(5)), 1); // makes room
    QCOMPARE(channel.popFor(std::chrono::seconds(5)), 2);
    producer.join();
    QVERIFY(pushed);
}

void ChannelTest::push_afterClose_isRefused()
{
    Channel<int> channel(1);
    channel.close();
    QVERIFY(!channel.push(1));
    QCOMPARE(channel.pop(), std::nullopt);
}

void ChannelTest::pop_afterClose_drains()
{
    Channel<int> channel(2);
    QVERIFY(channel.push(1));
    QVERIFY(!channel.isDrained());
    channel.close();
    QVERIFY(!channel.isDrained());
    QCOMPARE(channel.pop(), 1);
    QVERIFY(channel.isDrained());
    QCOMPARE(channel.pop(), std::nullopt);
}

void ChannelTest::popFor_givesUp()
{
    Channel<int> channel(1);
    QCOMPARE(channel.popFor(std::chrono::milliseconds(1)), std::nullopt);
    QVERIFY(!channel.isDrained());
}

void ChannelTest::close_wakesThoseWhoWait()
{
    Channel<int> full(1);
    QVERIFY(full.push(1));
    Channel<int> empty(1);
    std::atomic<bool> refused = false;
    std::atomic<bool> nothing = false;
    std::thread pusher([&] { refused = !full.push(2); });
    std::thread popper([&] { nothing = !empty.pop().has_value(); });
    full.close();
    empty.close();
    pusher.join();
    popper.join();
    QVERIFY(refused && nothing);
}

void ChannelTest::manyThreads_loseNothing()
{
    constexpr int producers = 3;
    constexpr int each = 2'000;
    Channel<int> channel(4);
    std::atomic<qint64> sum = 0;
    std::atomic<int> count = 0;
    std::vector<std::thread> pushing;
    std::vector<std::thread> popping;
    for (int p = 0; p < producers; ++p)
        pushing.emplace_back([&, p] {
            for (int i = 0; i < each; ++i)
                channel.push(p * each + i);
        });
    for (int c = 0; c < 2; ++c)
        popping.emplace_back([&] {
            while (const std::optional<int> value = channel.pop()) {
                sum += *value;
                ++count;
            }
        });
    for (std::thread &thread : pushing)
        thread.join();
    channel.close();
    for (std::thread &thread : popping)
        thread.join();
    constexpr qint64 all = producers * each;
    QCOMPARE(count.load(), int(all));
    QCOMPARE(sum.load(), all * (all - 1) / 2);
}

void ChannelTest::values_areMoved()
{
    Channel<std::unique_ptr<int>> channel(1);
    QVERIFY(channel.push(std::make_unique<int>(5)));
    QCOMPARE(**channel.pop(), 5);
}

QTEST_GUILESS_MAIN(ChannelTest)
#include "tst_channel.moc"
