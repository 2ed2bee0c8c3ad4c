#include "app/passages/passagefixture.h"
#include "passages/passagegrouping.h"
#include "passages/passageindex.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

Passage plain(const QString &quote)
{
    Passage passage;
    passage.quote = quote;
    return passage;
}

/// Their letters, by the order of the user.
QString letters(const std::vector<int> &indices)
{
    QString text;
    for (const int index : indices)
        text += QChar(u'a' + index);
    return text;
}

} // namespace

class TestPassageIndex : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void search_findsThese_data();
    void search_findsThese();
    void hints_sayWhatWasReadOtherwise_data();
    void hints_sayWhatWasReadOtherwise();
    void groups_areInOrder_data();
    void groups_areInOrder();
    void changedStore_isSearchedAsNew();

private:
    QTemporaryDir m_folder{temporaryFolder()};
    std::optional<PassageStore> m_store;
    PassageIndex m_index;
};

void TestPassageIndex::initTestCase()
{
    Result<PassageStore> store = PassageStore::open(m_folder.path());
    QVERIFY(store.ok());
    m_store.emplace(std::move(*store));

    Passage a = plain(QStringLiteral("The ferry ran aground near the state’s harbour."));
    a.title = QStringLiteral("Ferry runs aground");
    a.article = QStringLiteral("one");
    a.source.path = QStringLiteral("/library/north_shore.txt");
    a.published = PartialDate::fromIso(u"2021-09-28");
    a.tags = {QStringLiteral("to check"), QStringLiteral("harbour")};
    a.created = QDateTime(QDate(2024, 3, 1), QTime(12, 0));
    Passage b = plain(QStringLiteral("Nobody was hurt, the café said."));
    b.note = QStringLiteral("Compare with the *ferry* account.");
    b.article = QStringLiteral("two");
    b.outlet = QStringLiteral("North Shore Courier");
    b.authors = {QStringLiteral("Ada Lund"), QStringLiteral("Bo Ek")};
    b.published = PartialDate::fromIso(u"2022");
    b.colour = MarkColour::Green;
    b.starred = true;
    b.created = QDateTime(QDate(2024, 3, 2), QTime(12, 0));
    Passage c = plain(QStringLiteral("“We couldn’t see,” the harbour master said of the ferry."));
    c.article = QStringLiteral("one");
    c.title = a.title;
    c.tags = {QStringLiteral("Harbour"), QStringLiteral("check to")};
    c.colour = MarkColour::Pink;
    c.created = QDateTime(QDate(2024, 3, 1), QTime(13, 0));
    for (const Passage &passage : {a, b, c})
        QVERIFY(m_store->add(passage).ok());
    const Result<Collection> chapter = m_store->addCollection(QStringLiteral("Chapter 3: The storm"));
    QVERIFY(chapter.ok());
    QVERIFY(m_store->addToCollection(chapter->id, {m_store->passages()[1].id}).ok());
    QVERIFY(m_store->setColourName(MarkColour::Pink, QStringLiteral("Doubtful claim")).ok());
    m_index.update(*m_store);
}

void TestPassageIndex::search_findsThese_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("foundTyping");
    const auto row = [](const char *query, const char *found, const char *typing) {
        QTest::newRow(query) << QString::fromUtf8(query) << found << typing;
    };
    row("", "abc", "abc");
    row("ferry", "abc", "abc");
    row("ferry harbour", "ac", "ac");
    row("FERRY  Harbour", "ac", "ac");
    row("fer", "", "abc");
    row("fer ", "", "");
    row("fer aground", "", "");
    row("\"ran aground\"", "a", "a");
    row("“ran aground”", "a", "a");
    row("\"ran aground", "a", "a");
    row("\"aground ran\"", "", "");
    row("cafe", "b", "b");
    row("couldn't", "c", "c");
    row("couldn’t", "c", "c");
    row("state", "a", "a");
    row("\"the state harbour\"", "a", "a");
    row("ferry -harbour", "b", "b");
    row("-ferry", "", "");
    row("-tag:harbour", "b", "b");
    row("note:ferry", "b", "b");
    row("quote:ferry", "ac", "ac");
    row("title:ferry", "ac", "ac");
    row("article:north", "a", "a");
    row("article:north_shore.txt", "a", "a");
    row("article:ferry", "ac", "ac");
    row("tag:harbour", "ac", "ac");
    row("tag:\"to check\"", "a", "a");
    row("tag:\"check to\"", "c", "c");
    row("tag:\"check harbour\"", "", "");
    row("tag:\"check Harbour\" -ferry", "", "");
    row("outlet:\"north shore\"", "b", "b");
    row("author:lund", "b", "b");
    row("author:\"Lund Bo\"", "", "");
    row("date:2021", "a", "a");
    row("date:2021..2022", "ab", "ab");
    row("-date:2021", "bc", "bc");
    row("before:2022", "a", "a");
    row("after:2021-09", "b", "b");
    row("colour:green", "b", "b");
    row("color:green", "b", "b");
    row("colour:gr", "", "b");
    row("colour:doubtful", "c", "c");
    row("colour:\"doubtful claim\"", "c", "c");
    row("-colour:pink", "ab", "ab");
    row("is:starred", "b", "b");
    row("-is:starred", "ac", "ac");
    row("is:sta", "", "abc");
    row("has:note", "b", "b");
    row("has:tag", "ac", "ac");
    row("collection:storm", "b", "b");
    row("collection:\"chapter 3\"", "b", "b");
    row("collection:chap", "", "b");
    row("-collection:storm", "ac", "ac");
    row("collection:none", "", "");
    row("tag:", "abc", "abc");
    row("-", "abc", "abc");
    row("...", "abc", "abc");
    row("ferry ...", "abc", "abc");
    row("harbour-master", "c", "c");
}

void TestPassageIndex::search_findsThese()
{
    QFETCH(QString, query);
    QFETCH(QString, found);
    QFETCH(QString, foundTyping);
    QCOMPARE(letters(m_index.search(PassageQuery::parse(query))), found);
    QCOMPARE(letters(m_index.search(PassageQuery::parseTyping(query))), foundTyping);
}

void TestPassageIndex::hints_sayWhatWasReadOtherwise_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("hint");
    QTest::newRow("none") << "note:x -tag:y date:2021 \"a b\""
                          << "";
    QTest::newRow("a time of day") << "at 10:30"
                                   << "";
    QTest::newRow("an address") << "https://courier.example"
                                << "";
    QTest::newRow("unknown field") << "speaker:x"
                                   << "“speaker:” is no part of a passage; searched as text.";
    QTest::newRow("no date") << "date:soon"
                             << "“soon” is not a date; searched as text.";
    QTest::newRow("backwards") << "date:2022..2021"
                               << "“2022..2021” runs backwards; read as 2021..2022.";
    QTest::newRow("unknown state")
        << "is:odd"
        << "“is:odd” is not known; searched as text. There are is:starred, has:note and has:tag.";
}

void TestPassageIndex::hints_sayWhatWasReadOtherwise()
{
    QFETCH(QString, query);
    QFETCH(QString, hint);
    QCOMPARE(PassageQuery::parse(query).hints().join(u' '), hint);
}

void TestPassageIndex::groups_areInOrder_data()
{
    QTest::addColumn<PassageGrouping>("by");
    QTest::addColumn<QString>("groups");
    QTest::newRow("none") << PassageGrouping::None << "=abc";
    QTest::newRow("article") << PassageGrouping::Article << "Ferry runs aground=ac =b";
    QTest::newRow("story") << PassageGrouping::Story << "The ferry=ac =b";
    QTest::newRow("tag") << PassageGrouping::Tag << "check to=c harbour=ac to check=a =b";
    QTest::newRow("day") << PassageGrouping::Day << "2024-03-02=b 2024-03-01=ac";
}

void TestPassageIndex::groups_areInOrder()
{
    QFETCH(PassageGrouping, by);
    QFETCH(QString, groups);
    QStringList got;
    const auto storyOf = [](const Passage &passage) {
        return passage.title.isEmpty() ? PassageStory()
                                       : PassageStory{QStringLiteral("1"), QStringLiteral("The ferry")};
    };
    for (const PassageGroup &group : grouped(m_store->passages(), {0, 1, 2}, by, storyOf))
        got += group.title + u'=' + letters(group.indices);
    QCOMPARE(got.join(u' '), groups);
    QVERIFY(grouped(m_store->passages(), {}, by).empty());
}

void TestPassageIndex::changedStore_isSearchedAsNew()
{
    const QTemporaryDir folder(temporaryFolder());
    Result<PassageStore> store = PassageStore::open(folder.path());
    QVERIFY(store.ok());
    PassageIndex index;
    QRandomGenerator random(testSeed());
    const QStringList words{QStringLiteral("ferry"), QStringLiteral("harbour"), QStringLiteral("storm")};
    for (int i = 0; i < 300; ++i) {
        const auto count = int(store->passages().size());
        const QString id = count ? store->passages()[size_t(random.bounded(count))].id : QString();
        const int what = count < 3 ? 0 : random.bounded(4);
        const QString word = words[random.bounded(3)];
        if (what == 0)
            QVERIFY(store->add(plain(word + QStringLiteral(" said").repeated(200)), random.bounded(count + 1))
                        .ok());
        else if (what == 1)
            QVERIFY(store->remove(id).ok());
        else if (what == 2)
            QVERIFY(store->move(id, random.bounded(count)).ok());
        else {
            Passage changed = *store->find(id);
            changed.note = word;
            QVERIFY(store->update(changed).ok());
        }
        if (random.bounded(3))
            continue;
        index.update(*store);
        for (const QString &each : words) {
            std::vector<int> expected;
            for (size_t k = 0; k < store->passages().size(); ++k)
                if (store->passages()[k].quote.contains(each) || store->passages()[k].note == each)
                    expected.push_back(int(k));
            QCOMPARE(index.search(PassageQuery::parse(each)), expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestPassageIndex)
#include "tst_passageindex.moc"
