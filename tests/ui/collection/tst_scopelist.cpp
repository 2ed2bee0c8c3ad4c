#include "collection/passagelistview.h"
#include "collection/scopelist.h"
#include "style/theme.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Lectern;

/// What the passages can be narrowed to.
class TestScopeList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Result<PassageStore> store = PassageStore::open(m_folder->path());
        QVERIFY(store.ok());
        m_store.emplace(std::move(*store));
        Passage passage;
        passage.quote = QStringLiteral("The ferry left.");
        passage.tags = {QStringLiteral("port"), QStringLiteral("storm")};
        passage.colour = MarkColour::Green;
        const Result<Passage> kept = m_store->add(passage);
        QVERIFY(kept.ok());
        const Result<Collection> made = m_store->addCollection(QStringLiteral("Chapter 3"));
        QVERIFY(made.ok());
        m_collection = made->id;
        m_list = std::make_unique<ScopeList>(m_theme);
        m_list->showStore(&*m_store);
    }

    void rows_areAllThenCollectionsColoursTags()
    {
        QStringList rows;
        for (int i = 0; i < m_list->count(); ++i)
            rows += m_list->item(i)->text();
        QCOMPARE(rows, (QStringList{QStringLiteral("All passages"), QStringLiteral("Collections"),
                                    QStringLiteral("Chapter 3"), QStringLiteral("Colours"),
                                    m_theme.colourName(MarkColour::Green), QStringLiteral("Tags"),
                                    QStringLiteral("port"), QStringLiteral("storm")}));
    }

    void waiting_standsBelowAll_whileThereIsSomething()
    {
        const int before = m_list->count();
        m_list->showWaiting({.count = 2});
        QCOMPARE(m_list->count(), before + 1);
        QCOMPARE(m_list->item(1)->text(), QStringLiteral("Waiting for you"));
        QCOMPARE(m_list->item(1)->data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Waiting for you, 2 passages"));
        m_list->setScope({.isWaiting = true});
        m_list->showWaiting({}); // who has answered the last of them stays there
        QCOMPARE(m_list->currentRow(), 1);
        m_list->setScope({.collection = m_collection});
        m_list->showWaiting({});
        QCOMPARE(m_list->count(), before);
        QCOMPARE(m_list->scope().collection, m_collection);
        QCOMPARE(m_list->currentItem()->text(), QStringLiteral("Chapter 3"));
    }

    void waiting_leavesANameThatIsWritten()
    {
        m_list->resize(240, 400);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
        m_list->editName(m_collection);
        QVERIFY(m_list->findChild<QLineEdit *>());
        m_list->showWaiting({.count = 1});
        QVERIFY(m_list->findChild<QLineEdit *>());
    }

    void choice_isKeptOverChanges_andFallsBackToAll()
    {
        const PassageScope scope{.collection = m_collection};
        QSignalSpy chosen(m_list.get(), &ScopeList::scopeChosen);
        m_list->setScope(scope);
        QCOMPARE(chosen.count(), 1);
        m_list->showStore(&*m_store);
        QCOMPARE(m_list->scope(), scope);
        QVERIFY(m_store->removeCollection(m_collection).ok());
        m_list->showStore(&*m_store);
        QCOMPARE(m_list->scope(), PassageScope());
        QCOMPARE(m_list->currentRow(), 0);
    }

    void drop_isTakenByCollectionsOnly()
    {
        m_list->resize(240, 400);
        m_list->show();
        QSignalSpy dropped(m_list.get(), &ScopeList::dropped);
        QMimeData data;
        data.setData(PassageListView::idsMimeType, "a\nb");
        for (const int row : {0, 2}) {
            const QPoint at = m_list->visualItemRect(m_list->item(row)).center();
            QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_list->viewport(), &enter);
            QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_list->viewport(), &drop);
        }
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped[0][0].toString(), m_collection);
        QCOMPARE(dropped[0][1].toStringList(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void altArrows_moveACollectionAmongTheOthers()
    {
        const QStringList ids = threeCollections();
        QSignalSpy moved(m_list.get(), &ScopeList::moved);
        m_list->setScope({.collection = ids[1]});
        QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(moved.count(), 2);
        QCOMPARE(moved[0], (QVariantList{ids[1], 0}));
        QCOMPARE(moved[1], (QVariantList{ids[1], 2}));
        m_list->setScope({.collection = ids[2]}); // the last goes nowhere
        QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::AltModifier);
        m_list->setScope({});
        QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(moved.count(), 2);
    }

    void drag_movesACollection_data()
    {
        QTest::addColumn<int>("moving");
        QTest::addColumn<int>("row"); // above whose middle it is let go
        QTest::addColumn<int>("to");
        QTest::newRow("down, between") << 0 << 4 << 1;
        QTest::newRow("down, to the end") << 0 << 6 << 2;
        QTest::newRow("up, to the beginning") << 2 << 1 << 0;
        QTest::newRow("up, between") << 2 << 3 << 1;
    }

    void drag_movesACollection()
    {
        QFETCH(int, moving);
        QFETCH(int, row);
        QFETCH(int, to);
        const QStringList ids = threeCollections();
        m_list->resize(240, 400);
        m_list->show();
        QSignalSpy moved(m_list.get(), &ScopeList::moved);
        QMimeData data;
        data.setData(QStringLiteral("application/x-lectern-collection"), ids[moving].toUtf8());
        const QPoint at = m_list->visualItemRect(m_list->item(row)).center() - QPoint(0, 2);
        QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_list->viewport(), &enter);
        QDragMoveEvent move(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_list->viewport(), &move);
        m_list->grab(); // with the line where it falls
        QDropEvent drop(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_list->viewport(), &drop);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved[0], (QVariantList{ids[moving], to}));
        QVERIFY(m_store->moveCollection(ids[moving], to).ok());
        QCOMPARE(m_store->collections()[size_t(to)].id, ids[moving]);
    }

private:
    /// In the rows 2, 3 and 4.
    QStringList threeCollections()
    {
        QStringList ids{m_collection};
        for (const QString &name : {QStringLiteral("Chapter 4"), QStringLiteral("Chapter 5")})
            ids += m_store->addCollection(name)->id;
        m_list->showStore(&*m_store);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<PassageStore> m_store;
    QString m_collection;
    Theme m_theme;
    std::unique_ptr<ScopeList> m_list;
};

QTEST_MAIN(TestScopeList)
#include "tst_scopelist.moc"
