#include "passages/cardview.h"

#include "ui/passages/trayfixture.h"

#include <QScrollBar>

using namespace Lectern;

class TestCardView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_tray = std::make_unique<TrayFixture>();
        QVERIFY(m_tray->view->hasFocus());
    }

    void cleanup() { m_tray.reset(); }

    void setItems_keepsSelectionAndScrollPosition()
    {
        m_tray->view->setItems(sampleCards(200));
        m_tray->view->select(id("p100"));
        const int y = m_tray->view->cardRect(id("p100")).top();
        std::vector<TrayItem> items = sampleCards(200);
        items.erase(items.begin(), items.begin() + 10);
        items[150].passage.note = QStringLiteral("elsewhere");
        m_tray->view->setItems(items);
        QCOMPARE(m_tray->view->selectedIds(), ids("p100"));
        QCOMPARE(m_tray->view->cardRect(id("p100")).top(), y);
    }

    void select_scrollsToTheCard()
    {
        m_tray->view->setItems(sampleCards(10'000));
        for (const char *wanted : {"p10000", "p1", "p5000"}) {
            m_tray->view->select(id(wanted));
            QVERIFY(m_tray->view->viewport()->rect().contains(m_tray->view->cardRect(id(wanted))));
        }
    }

    void tenThousandCards_areSetPaintedAndScrolledQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        m_tray->view->setItems(sampleCards(10'000));
        m_tray->view->grab();
        QScrollBar *bar = m_tray->view->verticalScrollBar();
        for (int i = 0; i < 20; ++i) {
            bar->setValue(bar->maximum() * i / 19);
            m_tray->view->grab();
        }
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(m_tray->view->cards().isMeasured(9'999));
    }

    void end_reachesTheLastCardThoughHeightsAreEstimated()
    {
        std::vector<TrayItem> items = sampleCards(300);
        for (size_t i = 0; i < items.size(); ++i)
            items[i].passage.quote = QStringLiteral("iiii ").repeated(qsizetype(10 + i));
        m_tray->view->setItems(items);
        m_tray->key(Qt::Key_End);
        QVERIFY(m_tray->view->viewport()->rect().contains(m_tray->view->cardRect(id("p300"))));
        QCOMPARE(m_tray->view->verticalScrollBar()->value(), m_tray->view->verticalScrollBar()->maximum());
        m_tray->key(Qt::Key_Home);
        QCOMPARE(m_tray->view->verticalScrollBar()->value(), 0);
    }

    void emptyTray_saysHowToFillIt()
    {
        m_tray->view->setItems({});
        const QImage image = m_tray->view->grab().toImage();
        const QRect around(40, m_tray->view->height() * 2 / 5 - 30, 252, 60);
        int inked = 0;
        for (int y = around.top(); y < around.bottom(); ++y)
            for (int x = around.left(); x < around.right(); ++x)
                inked += image.pixelColor(x, y) != m_tray->theme.tokens().list;
        QVERIFY(inked > 200);
    }

private:
    static QString id(const char *name) { return TrayFixture::id(name); }
    static QStringList ids(const char *names) { return TrayFixture::ids(names); }

    std::unique_ptr<TrayFixture> m_tray;
};

QTEST_MAIN(TestCardView)
#include "tst_cardview.moc"
