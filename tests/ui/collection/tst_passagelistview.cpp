#include "collection/passagelistview.h"
#include "collection/passagerow.h"
#include "library/passagelistmodel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Lectern;

/// The list of the room Passages: where its rows are, what its keys ask for.
class TestPassageListView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        Result<PassageStore> store = PassageStore::open(m_folder.path());
        QVERIFY(store.ok());
        m_store.emplace(std::move(*store));
        std::vector<PlacedPassage> placed;
        for (int i = 0; i < count(); ++i) {
            Passage passage;
            passage.id = QStringLiteral("urn:uuid:%1").arg(i);
            passage.quote =
                QStringLiteral("Words of passage number %1, which the harbour master said.").arg(i);
            passage.article = QStringLiteral("article %1").arg(i / 4);
            passage.title = passage.article;
            passage.created = passage.modified = QDateTime::fromMSecsSinceEpoch(1632800000000, Qt::UTC);
            placed.push_back({passage, i});
        }
        QVERIFY(m_store->add(placed).ok());
    }

    void init()
    {
        m_view = std::make_unique<PassageListView>(m_theme, m_model);
        m_view->resize(900, 600);
        m_model.show(&*m_store, {}, {}, PassageGrouping::Article);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void rows_lieBelowEachOther_andAreFoundByTheirPlace()
    {
        const QRect heading = m_view->visualRect(m_model.index(0));
        const QRect first = m_view->visualRect(m_model.index(1));
        QCOMPARE(heading.height(), PassageRow::headingHeight);
        QCOMPARE(first.height(), PassageRow::height);
        QCOMPARE(first.top(), heading.bottom() + 1);
        for (const int row : {0, 1, 4, 5, 6})
            QCOMPARE(m_view->indexAt(m_view->visualRect(m_model.index(row)).center()).row(), row);
        QVERIFY(!m_view->indexAt({10, 1}).isValid());
    }

    void moves_skipHeadings_andShowThem()
    {
        m_view->select(QStringLiteral("urn:uuid:3"));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("urn:uuid:4")});
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("urn:uuid:%1").arg(count() - 1)});
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("urn:uuid:0")});
        QVERIFY(m_view->visualRect(m_model.index(0)).top() >= 0);
    }

    void shiftDown_selectsSeveral_keysForOneDoNothingThen()
    {
        QSignalSpy removals(m_view.get(), &PassageListView::removeRequested);
        QSignalSpy colours(m_view.get(), &PassageListView::colourRequested);
        m_view->select(QStringLiteral("urn:uuid:0"));
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedIds().size(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QTest::keyClick(m_view.get(), Qt::Key_2);
        QCOMPARE(removals.count(), 0);
        QCOMPARE(colours.count(), 0);
        m_view->select(QStringLiteral("urn:uuid:1"));
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QCOMPARE(removals.count(), 1);
    }

    void smallerView_keepsTheCurrentPassageInSight()
    {
        m_view->select(QStringLiteral("urn:uuid:4"));
        m_view->resize(900, 200);
        const QRect row = m_view->visualRect(m_view->currentIndex());
        QVERIFY(m_view->viewport()->rect().contains(row));
    }

    void answers_areAskedForByKey_forOnePassage()
    {
        QSignalSpy taken(m_view.get(), &PassageListView::takeRequested);
        QSignalSpy kept(m_view.get(), &PassageListView::keepRequested);
        m_view->select(QStringLiteral("urn:uuid:3"));
        QTest::keyClick(m_view.get(), Qt::Key_Y);
        QTest::keyClick(m_view.get(), Qt::Key_K);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.front().front().toString(), QStringLiteral("urn:uuid:3"));
        QCOMPARE(kept.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Y);
        QCOMPARE(taken.size(), 1);
    }

    void figures_ofManyPassages()
    {
        if (count() < 100000)
            QSKIP("Set LECTERN_PASSAGES=100000 for figures.");
        PassageListModel model;
        PassageListView view(m_theme, model);
        view.resize(1100, 800);
        QElapsedTimer clock;
        clock.start();
        model.show(&*m_store, {}, {}, PassageGrouping::Article);
        const qint64 firstIndex = clock.restart();
        model.show(&*m_store, {}, {}, PassageGrouping::Article);
        view.grab();
        const qint64 shown = clock.restart();
        model.show(&*m_store, PassageQuery::parseTyping(u"harbour 777"), {}, PassageGrouping::Article);
        view.grab();
        const qint64 searched = clock.restart();
        model.show(&*m_store, {}, {}, PassageGrouping::None);
        clock.restart();
        for (int i = 0; i < 100; ++i) {
            view.verticalScrollBar()->setValue(i * 937);
            view.grab();
        }
        qInfo() << "ms: index made" << firstIndex << "shown" << shown << "searched and shown" << searched
                << "100 frames" << clock.elapsed();
    }

private:
    static int count() { return qMax(40, qEnvironmentVariableIntValue("LECTERN_PASSAGES")); }

    QTemporaryDir m_folder;
    std::optional<PassageStore> m_store;
    Theme m_theme;
    PassageListModel m_model;
    std::unique_ptr<PassageListView> m_view;
};

QTEST_MAIN(TestPassageListView)
#include "tst_passagelistview.moc"
