#include "app/passages/passagefixture.h"
#include "passages/passagestore.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

QString quotesOf(const PassageStore &store)
{
    QStringList quotes;
    for (const Passage &passage : store.passages())
        quotes += passage.quote;
    return quotes.join(u' ');
}

} // namespace

class TestPassageStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void add_givesIdAndTimes();
    void add_keepsIdAndTimesThatAreThere();
    void addAt_standsThere_data();
    void addAt_standsThere();
    void addSeveral_allOrNone();
    void addRefused_changesNothing_data();
    void addRefused_changesNothing();
    void update_replacesAndStampsTheTime();
    void updateWithItsOwnTime_keepsIt();
    void updateWithoutChange_isNoChange();
    void remove_allOrNone();
    void move_data();
    void move();
    void unknownId_isNotFound();
    void reopened_isTheSame();
    void twoStores_loseNothing();
    void reload_tellsOfAnotherProgramsChange();
    void journalThatCannotBeWritten_refusesTheChange();
    void journalDeletedMeanwhile_isWholeAgainAfterTheNextChange();
    void journal_isBegunAnewWhenItHasGrown();
    void manyAtOnce_areLinesOfTheirOwn();
    void files_areForTheirOwnerOnly();

private:
    QString keep(const QString &quote, std::optional<int> at = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<PassageStore> m_store;
};

void TestPassageStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    Result<PassageStore> store = PassageStore::open(m_folder->path());
    QVERIFY(store.ok());
    m_store.emplace(std::move(*store));
}

void TestPassageStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

QString TestPassageStore::keep(const QString &quote, std::optional<int> at)
{
    const Result<Passage> kept = m_store->add(passageOf(quote), at);
    return kept ? kept->id : QString();
}

void TestPassageStore::add_givesIdAndTimes()
{
    const Result<Passage> kept = m_store->add(passageOf(QStringLiteral("a")));
    QVERIFY(kept.ok());
    QVERIFY(kept->id.startsWith(u"urn:uuid:"));
    QVERIFY(kept->created.isValid());
    QCOMPARE(kept->created.timeSpec(), Qt::UTC);
    QCOMPARE(kept->modified, kept->created);
    QVERIFY(*m_store->find(kept->id) == *kept);
    QCOMPARE(m_store->changeNumber(), 1);
}

void TestPassageStore::add_keepsIdAndTimesThatAreThere()
{
    const Passage passage = keptPassageOf(QStringLiteral("a"));
    const Result<Passage> kept = m_store->add(passage);
    QVERIFY(kept.ok());
    QVERIFY(*kept == passage);
}

void TestPassageStore::addAt_standsThere_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << 0 << "x a b c";
    QTest::newRow("second") << 1 << "a x b c";
    QTest::newRow("last") << 3 << "a b c x";
    QTest::newRow("too far") << 17 << "a b c x";
}

void TestPassageStore::addAt_standsThere()
{
    QFETCH(int, at);
    QFETCH(QString, expected);
    for (const char *quote : {"a", "b", "c"})
        QVERIFY(!keep(QString::fromLatin1(quote)).isEmpty());
    QVERIFY(!keep(QStringLiteral("x"), at).isEmpty());
    QCOMPARE(quotesOf(*m_store), expected);
}

void TestPassageStore::addSeveral_allOrNone()
{
    keep(QStringLiteral("a"));
    keep(QStringLiteral("b"));
    QVERIFY(m_store->add({{passageOf(QStringLiteral("x")), 0}, {passageOf(QStringLiteral("y")), 2}}).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("x a y b"));
    QVERIFY(!m_store->add({{passageOf(QStringLiteral("z")), 0}, {passageOf(QString()), 1}}).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("x a y b"));
}

void TestPassageStore::addRefused_changesNothing_data()
{
    QTest::addColumn<Passage>("passage");
    QTest::newRow("no words") << passageOf(QString());
    QTest::newRow("kept already") << keptPassageOf(QStringLiteral("again"));
}

void TestPassageStore::addRefused_changesNothing()
{
    QFETCH(Passage, passage);
    QVERIFY(m_store->add(keptPassageOf(QStringLiteral("a"))).ok());
    const Result<Passage> refused = m_store->add(passage);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QCOMPARE(quotesOf(*m_store), QStringLiteral("a"));
    QCOMPARE(m_store->changeNumber(), 1);
}

void TestPassageStore::update_replacesAndStampsTheTime()
{
    Passage passage = keptPassageOf(QStringLiteral("a"));
    QVERIFY(m_store->add(passage).ok());
    keep(QStringLiteral("b"));
    passage.note = QStringLiteral("new note");
    passage.tags = {QStringLiteral("one")};
    QVERIFY(m_store->update(passage).ok());
    const Passage &kept = m_store->passages().front();
    QCOMPARE(kept.note, passage.note);
    QCOMPARE(kept.tags, passage.tags);
    QCOMPARE(kept.created, passage.created);
    QVERIFY(kept.modified > passage.modified);
}

void TestPassageStore::updateWithItsOwnTime_keepsIt()
{
    Passage passage = keptPassageOf(QStringLiteral("a"));
    QVERIFY(m_store->add(passage).ok());
    passage.note = QStringLiteral("as it was");
    passage.modified = passage.modified.addDays(-3);
    QVERIFY(m_store->update(passage).ok());
    QVERIFY(m_store->passages().front() == passage);
}

void TestPassageStore::updateWithoutChange_isNoChange()
{
    const Passage passage = keptPassageOf(QStringLiteral("a"));
    QVERIFY(m_store->add(passage).ok());
    QVERIFY(m_store->update(passage).ok());
    QCOMPARE(m_store->changeNumber(), 1);
    QVERIFY(m_store->passages().front() == passage);
}

void TestPassageStore::remove_allOrNone()
{
    const QString a = keep(QStringLiteral("a"));
    keep(QStringLiteral("b"));
    const QString c = keep(QStringLiteral("c"));
    QVERIFY(!m_store->remove(QStringList{a, QStringLiteral("urn:uuid:none"), c}).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("a b c"));
    QVERIFY(m_store->remove(QStringList{a, c}).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("b"));
    QVERIFY(!m_store->find(a));
}

void TestPassageStore::move_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("expected");
    QTest::newRow("to the beginning") << 2 << 0 << "c a b d";
    QTest::newRow("to the end") << 0 << 3 << "b c d a";
    QTest::newRow("one down") << 1 << 2 << "a c b d";
    QTest::newRow("one up") << 2 << 1 << "a c b d";
    QTest::newRow("nowhere") << 1 << 1 << "a b c d";
    QTest::newRow("too far") << 0 << 99 << "b c d a";
    QTest::newRow("below zero") << 3 << -7 << "d a b c";
}

void TestPassageStore::move()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, expected);
    for (const char *quote : {"a", "b", "c", "d"})
        keep(QString::fromLatin1(quote));
    QVERIFY(m_store->move(m_store->passages()[size_t(from)].id, to).ok());
    QCOMPARE(quotesOf(*m_store), expected);
    QCOMPARE(m_store->changeNumber(), from == to ? 4 : 5);
}

void TestPassageStore::unknownId_isNotFound()
{
    const QString id = QStringLiteral("urn:uuid:none");
    QCOMPARE(m_store->remove(id).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_store->move(id, 0).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_store->update(keptPassageOf(QStringLiteral("a"))).error().kind, ErrorKind::NotFound);
    QVERIFY(!m_store->find(id));
    QCOMPARE(m_store->changeNumber(), 0);
}

void TestPassageStore::reopened_isTheSame()
{
    for (int i = 0; i < 60; ++i)
        keep(QStringLiteral("quote %1\nwith “marks”, 👩‍🚒 and\u00a0spaces").arg(i), i / 3);
    QVERIFY(m_store->remove(m_store->passages()[5].id).ok());
    const std::vector<Passage> before = m_store->passages();
    m_store.reset();
    const Result<PassageStore> again = PassageStore::open(m_folder->path());
    QVERIFY(again.ok());
    QVERIFY(again->passages() == before);
    QVERIFY(again->notices().isEmpty());
}

void TestPassageStore::twoStores_loseNothing()
{
    Result<PassageStore> other = PassageStore::open(m_folder->path());
    QVERIFY(other.ok());
    QSet<QString> ids;
    for (int i = 0; i < 40; ++i) {
        ids += keep(QStringLiteral("mine"), 0);
        const Result<Passage> theirs = other->add(passageOf(QStringLiteral("theirs")), 0);
        QVERIFY(theirs.ok());
        ids += theirs->id;
    }
    QCOMPARE(ids.size(), 80);
    QVERIFY(m_store->reload().ok());
    QCOMPARE(m_store->passages().size(), size_t(80));
    QVERIFY(m_store->passages() == other->passages());
    QCOMPARE(m_store->changeNumber(), 80);

    m_store.reset();
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.db"))));
    const Result<PassageStore> recovered = PassageStore::open(m_folder->path());
    QVERIFY(recovered.ok());
    QVERIFY(recovered->passages() == other->passages());
}

void TestPassageStore::reload_tellsOfAnotherProgramsChange()
{
    keep(QStringLiteral("a"));
    Result<PassageStore> other = PassageStore::open(m_folder->path());
    QVERIFY(other.ok());
    QCOMPARE(*other->reload(), false);
    keep(QStringLiteral("b"));
    QCOMPARE(quotesOf(*other), QStringLiteral("a"));
    QCOMPARE(*other->reload(), true);
    QCOMPARE(quotesOf(*other), QStringLiteral("a b"));
    QVERIFY(m_store->remove(m_store->passages()[0].id).ok());
    QCOMPARE(other->remove(other->passages()[0].id).error().kind, ErrorKind::NotFound);
}

void TestPassageStore::journalThatCannotBeWritten_refusesTheChange()
{
    const QString path = m_folder->filePath(QStringLiteral("passages.journal"));
    const QString a = keep(QStringLiteral("a"));
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir().mkpath(path + QStringLiteral("/in the way")));
    const Result<Passage> refused = m_store->add(passageOf(QStringLiteral("b")));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Disk);
    QVERIFY(!m_store->remove(a).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("a"));

    QVERIFY(QDir(path).removeRecursively());
    QVERIFY(!keep(QStringLiteral("c")).isEmpty());
    m_store.reset();
    const Result<PassageStore> again = PassageStore::open(m_folder->path());
    QVERIFY(again.ok());
    QCOMPARE(quotesOf(*again), QStringLiteral("a c"));
}

void TestPassageStore::journalDeletedMeanwhile_isWholeAgainAfterTheNextChange()
{
    keep(QStringLiteral("a"));
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.journal"))));
    keep(QStringLiteral("b"));
    m_store.reset();
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.db"))));
    const Result<PassageStore> again = PassageStore::open(m_folder->path());
    QVERIFY(again.ok());
    QCOMPARE(quotesOf(*again), QStringLiteral("a b"));
}

void TestPassageStore::journal_isBegunAnewWhenItHasGrown()
{
    keep(QStringLiteral("a"));
    keep(QStringLiteral("b"));
    qint64 largest = 0;
    for (int i = 0; i < 200; ++i) {
        Passage passage = m_store->passages()[size_t(i % 2)];
        passage.note = QStringLiteral("note %1").arg(i);
        QVERIFY(m_store->update(passage).ok());
        largest = std::max(largest, QFileInfo(m_folder->filePath(QStringLiteral("passages.journal"))).size());
    }
    QVERIFY(largest > 60 * 1024);
    QVERIFY(largest < 70 * 1024);
    const std::vector<Passage> before = m_store->passages();
    m_store.reset();
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.db"))));
    const Result<PassageStore> again = PassageStore::open(m_folder->path());
    QVERIFY(again.ok());
    QVERIFY(again->passages() == before);
}

void TestPassageStore::manyAtOnce_areLinesOfTheirOwn()
{
    QVERIFY(!keep(QStringLiteral("before")).isEmpty());
    std::vector<PlacedPassage> many;
    for (int i = 0; i < 1200; ++i)
        many.push_back({passageOf(QString::number(i)), i});
    QVERIFY(m_store->add(many).ok());
    QVERIFY(!keep(QStringLiteral("after")).isEmpty());
    const QString before = quotesOf(*m_store);
    m_store.reset();
    const QString journal = m_folder->filePath(QStringLiteral("passages.journal"));
    QFile lines(journal);
    QVERIFY(lines.open(QIODevice::ReadOnly));
    qsizetype longest = 0;
    while (!lines.atEnd())
        longest = std::max(longest, lines.readLine().size());
    QVERIFY(longest < 10000);
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.db"))));
    Result<PassageStore> again = PassageStore::open(m_folder->path());
    QVERIFY(again.ok());
    m_store.emplace(std::move(*again));
    QCOMPARE(quotesOf(*m_store), before);
}

void TestPassageStore::files_areForTheirOwnerOnly()
{
    keep(QStringLiteral("a"));
    const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QFileInfo &file : files)
        QVERIFY2(!file.permissions().testAnyFlags(QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                                  QFile::WriteOther),
                 qPrintable(file.fileName()));
}

QTEST_GUILESS_MAIN(TestPassageStore)
#include "tst_passagestore.moc"
