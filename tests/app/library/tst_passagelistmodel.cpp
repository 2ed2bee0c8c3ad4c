#include "library/passagelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

/// The rows of the room Passages: what is shown, in which order, under which headings.
class TestPassageListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<PassageStore> store = PassageStore::open(m_folder.path());
        QVERIFY(store.ok());
        m_store.emplace(std::move(*store));
        keep(QStringLiteral("The ferry left."), {QStringLiteral("port")}, MarkColour::Yellow,
             QStringLiteral("a"));
        keep(QStringLiteral("The harbour was shut."), {QStringLiteral("port"), QStringLiteral("storm")},
             MarkColour::Green, QStringLiteral("b"));
        keep(QStringLiteral("Rain fell."), {}, MarkColour::Green, QStringLiteral("a"));
    }

    void show_rows_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<PassageScope>("scope");
        QTest::addColumn<PassageGrouping>("grouping");
        QTest::addColumn<QStringList>("rows");
        const QString ferry = QStringLiteral("The ferry left.");
        const QString harbour = QStringLiteral("The harbour was shut.");
        const QString rain = QStringLiteral("Rain fell.");
        QTest::newRow("all") << QString() << PassageScope() << PassageGrouping::None
                             << QStringList{ferry, harbour, rain};
        QTest::newRow("words") << QStringLiteral("the harb") << PassageScope() << PassageGrouping::None
                               << QStringList{harbour};
        QTest::newRow("colour") << QString() << PassageScope{.colour = MarkColour::Green}
                                << PassageGrouping::None << QStringList{harbour, rain};
        QTest::newRow("tag") << QString() << PassageScope{.tag = QStringLiteral("storm")}
                             << PassageGrouping::None << QStringList{harbour};
        QTest::newRow("by article") << QString() << PassageScope() << PassageGrouping::Article
                                    << QStringList{QStringLiteral("#title a"), ferry, rain,
                                                   QStringLiteral("#title b"), harbour};
        QTest::newRow("by tag") << QString() << PassageScope() << PassageGrouping::Tag
                                << QStringList{QStringLiteral("#port"),
                                               ferry,
                                               harbour,
                                               QStringLiteral("#storm"),
                                               harbour,
                                               QStringLiteral("#Without a tag"),
                                               rain};
        QTest::newRow("nothing") << QStringLiteral("absent") << PassageScope() << PassageGrouping::Article
                                 << QStringList();
    }

    void show_rows()
    {
        QFETCH(const QString, query);
        QFETCH(const PassageScope, scope);
        QFETCH(const PassageGrouping, grouping);
        PassageListModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(&*m_store, PassageQuery::parseTyping(query), scope, grouping);
        QTEST(rows(model), "rows");
    }

    void collection_showsItsOwnOrder()
    {
        const Result<Collection> made = m_store->addCollection(QStringLiteral("Chapter 3"));
        QVERIFY(made.ok());
        QVERIFY(m_store->addToCollection(made->id, {m_ids[2], m_ids[0]}).ok());
        PassageListModel model;
        const PassageScope scope{.collection = made->id};
        model.show(&*m_store, {}, scope, PassageGrouping::None);
        QCOMPARE(model.passage(0)->id, m_ids[2]);
        QCOMPARE(model.passage(1)->id, m_ids[0]);
        QCOMPARE(model.passageCount(), 2);
        model.show(&*m_store, PassageQuery::parse(u"ferry"), scope, PassageGrouping::None);
        QCOMPARE(model.passageCount(), 1);
        QCOMPARE(model.rowOf(m_ids[0]), 0);
        QCOMPARE(model.rowOf(m_ids[2]), -1);
    }

    void standings_areAskedOnceForRowsThatAreLookedAt()
    {
        int asked = 0;
        PassageListModel model;
        model.setStandingOf([&asked](const Passage &) {
            ++asked;
            return PassageStanding{.state = AnchorState::Orphan};
        });
        model.show(&*m_store, {}, {}, PassageGrouping::None);
        QCOMPARE(asked, 0);
        QCOMPARE(model.standing(1).state, AnchorState::Orphan);
        QCOMPARE(model.standing(1).state, AnchorState::Orphan);
        QCOMPARE(asked, 1);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.takeStandings();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.standing(1).state, AnchorState::Orphan);
        QCOMPARE(asked, 2);
    }

    void waiting_showsThoseThatWait()
    {
        PassageListModel model;
        const PassageScope scope{.isWaiting = true};
        model.show(&*m_store, {}, scope, PassageGrouping::None);
        QCOMPARE(model.passageCount(), 0);
        model.setStandingOf([this](const Passage &passage) {
            return PassageStanding{.state = AnchorState::Changed, .isWaiting = passage.id == m_ids[1]};
        });
        model.show(&*m_store, {}, scope, PassageGrouping::None);
        QCOMPARE(model.passageCount(), 1);
        QCOMPARE(model.passage(0)->id, m_ids[1]);
    }

    void stories_areHeadings_restStandsBelowAPlainOne()
    {
        const StoryMapPtr stories = stormOf(QStringLiteral("b"));
        PassageListModel model;
        model.show(&*m_store, {}, {}, PassageGrouping::Story);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Without a story"));
        QCOMPARE(model.rowCount(), 4);
        model.setStories(stories);
        model.show(&*m_store, {}, {}, PassageGrouping::Story);
        const QStringList wanted{QStringLiteral("#Storm"), QStringLiteral("The harbour was shut."),
                                 QStringLiteral("#Without a story"), QStringLiteral("The ferry left."),
                                 QStringLiteral("Rain fell.")};
        QCOMPARE(rows(model), wanted);
    }

    void stories_areThoseOfTheArticleThatTheFileHoldsToday()
    {
        const StoryMapPtr stories = stormOf(QStringLiteral("c"));
        PassageListModel model;
        model.setStandingOf([](const Passage &passage) {
            return PassageStanding{.isKnown = true,
                                   .article = passage.article == QLatin1String("b") ? QStringLiteral("c")
                                                                                    : passage.article};
        });
        model.setStories(stories);
        model.show(&*m_store, {}, {}, PassageGrouping::Story);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Storm"));
        QCOMPARE(model.passage(1)->article, QStringLiteral("b"));
    }

    void noStore_showsNothing()
    {
        PassageListModel model;
        model.show(nullptr, {}, {}, PassageGrouping::Day);
        QCOMPARE(model.rowCount(), 0);
    }

private:
    void keep(const QString &quote, const QStringList &tags, MarkColour colour, const QString &article)
    {
        Passage passage;
        passage.quote = quote;
        passage.tags = tags;
        passage.colour = colour;
        passage.article = article;
        passage.title = QStringLiteral("title ") + article;
        const Result<Passage> kept = m_store->add(std::move(passage));
        QVERIFY(kept.ok());
        m_ids += kept->id;
    }

    /// One story, to which the article belongs.
    static StoryMapPtr stormOf(const ArticleId &article)
    {
        StoryMap::Story storm;
        storm.title = QStringLiteral("Storm");
        storm.centre = QStringLiteral("c");
        auto stories = std::make_shared<StoryMap>();
        stories->stories.push_back(storm);
        stories->storyOf.insert(StoryMap::keyOf(article), 0);
        return stories;
    }

    static QStringList rows(const PassageListModel &model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows +=
                (model.isHeading(row) ? QStringLiteral("#") : QString()) + model.index(row).data().toString();
        return rows;
    }

    QTemporaryDir m_folder;
    std::optional<PassageStore> m_store;
    QStringList m_ids;
};

QTEST_GUILESS_MAIN(TestPassageListModel)
#include "tst_passagelistmodel.moc"
