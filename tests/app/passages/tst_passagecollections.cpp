#include "app/passages/passagefixture.h"
#include "passages/passagehistory.h"
#include "support/seed.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

/// Everything that the user sees, as one text: "abc; Chapter=ca; yellow=Fact".
QString shown(const PassageStore &store)
{
    QString text;
    for (const Passage &passage : store.passages())
        text += passage.quote;
    for (const Collection &collection : store.collections()) {
        text += QStringLiteral("; %1=").arg(collection.name);
        for (const QString &id : store.passagesIn(collection.id))
            text += store.find(id)->quote;
    }
    for (int i = 0; i < markColourCount; ++i)
        if (const QString given = store.colourName(MarkColour(i)); !given.isEmpty())
            text += QStringLiteral("; %1=%2").arg(name(MarkColour(i)), given);
    return text;
}

QString idOf(const QString &quote)
{
    return QStringLiteral("urn:uuid:") + quote;
}

QStringList idsOf(const QString &quotes)
{
    QStringList ids;
    for (const QChar quote : quotes)
        ids += idOf(QString(quote));
    return ids;
}

} // namespace

class TestPassageCollections : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void change_isShownUndoneAndRedone_data();
    void change_isShownUndoneAndRedone();
    void refused_changesNothing_data();
    void refused_changesNothing();
    void removedPassage_comesBackToItsPlace();
    void collectionsOf_areThoseItIsIn();
    void undoOfWhatAnotherProgramChanged_isForgotten();
    void database_lost_isRebuiltWithCollectionsAndNames();
    void randomChanges_agreeAcrossReopeningAndRebuilding();

private:
    void open();
    Result<void> change(const QString &what);
    QString collection(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<PassageStore> m_store;
    std::unique_ptr<PassageHistory> m_history;
};

void TestPassageCollections::init()
{
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    open();
    for (const QString &quote : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
        Passage passage = passageOf(quote);
        passage.id = idOf(quote);
        QVERIFY(m_store->add(passage).ok());
    }
    QVERIFY(m_store->addCollection(QStringLiteral("One")).ok());
    QVERIFY(m_store->addCollection(QStringLiteral("Two")).ok());
    QVERIFY(m_store->addToCollection(collection(QStringLiteral("One")), idsOf(QStringLiteral("abc"))).ok());
}

void TestPassageCollections::cleanup()
{
    m_history.reset();
    m_store.reset();
    m_folder.reset();
}

void TestPassageCollections::open()
{
    m_history.reset();
    m_store.reset();
    Result<PassageStore> store = PassageStore::open(m_folder->path());
    QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().toString()));
    m_store.emplace(std::move(*store));
    m_history = std::make_unique<PassageHistory>(*m_store);
}

QString TestPassageCollections::collection(const QString &name) const
{
    for (const Collection &each : m_store->collections())
        if (each.name == name)
            return each.id;
    return QStringLiteral("none");
}

/// "add NAME AT", "rename NAME NEW", "remove NAME", "move NAME AT", "put NAME QUOTES AT", "take NAME QUOTES",
/// "colour COLOUR NAME".
Result<void> TestPassageCollections::change(const QString &what)
{
    const QStringList words = what.split(u' ');
    const QString name = words.value(1);
    const QString id = collection(name);
    if (words[0] == u"add") {
        const Result<Collection> added = m_history->addCollection(name, words.value(2).toInt());
        return added ? Result<void>() : Result<void>(added.error());
    }
    if (words[0] == u"rename")
        return m_history->renameCollection(id, words.value(2));
    if (words[0] == u"remove")
        return m_history->removeCollection(id);
    if (words[0] == u"move")
        return m_history->moveCollection(id, words.value(2).toInt());
    if (words[0] == u"put")
        return m_history->addToCollection(id, idsOf(words.value(2)),
                                          words.size() > 3 ? std::optional(words[3].toInt()) : std::nullopt);
    if (words[0] == u"take")
        return m_history->removeFromCollection(id, idsOf(words.value(2)));
    return m_history->setColourName(markColourNamed(name), words.value(2));
}

void TestPassageCollections::change_isShownUndoneAndRedone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *what, const char *after, const char *text) {
        QTest::newRow(name) << what << after << text;
    };
    row("a new one first", "add New 0", "abc; New=; One=abc; Two=", "New collection");
    row("a new one beyond the end", "add New 9", "abc; One=abc; Two=; New=", "New collection");
    row("another name", "rename One First", "abc; First=abc; Two=", "Rename collection");
    row("its own name in capitals", "rename One ONE", "abc; ONE=abc; Two=", "Rename collection");
    row("one less", "remove One", "abc; Two=", "Remove collection");
    row("another place", "move One 1", "abc; Two=; One=abc", "Move collection");
    row("passages behind", "put Two ca", "abc; One=abc; Two=ca", "Add to collection");
    row("another place inside", "put One a 1", "abc; One=bac; Two=", "Move in collection");
    row("several to another place", "put One cb 0", "abc; One=cba; Two=", "Move in collection");
    row("passages out of it", "take One ac", "abc; One=b; Two=", "Remove from collection");
    row("a name for a colour", "colour green Fact", "abc; One=abc; Two=; green=Fact", "Name colour");
}

void TestPassageCollections::change_isShownUndoneAndRedone()
{
    QFETCH(QString, what);
    QFETCH(QString, after);
    QFETCH(QString, text);
    const QString before = shown(*m_store);
    QVERIFY(change(what).ok());
    QCOMPARE(shown(*m_store), after);
    QCOMPARE(m_history->undoText(), text);
    QVERIFY(m_history->undo().ok());
    QCOMPARE(shown(*m_store), before);
    QVERIFY(m_history->redo().ok());
    QCOMPARE(shown(*m_store), after);
    open();
    QCOMPARE(shown(*m_store), after);
}

void TestPassageCollections::refused_changesNothing_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no name") << "add  0" << ErrorKind::Usage;
    QTest::newRow("a name that is taken") << "add one 0" << ErrorKind::Usage;
    QTest::newRow("renamed to one that is taken") << "rename One TWO" << ErrorKind::Usage;
    QTest::newRow("rename what is not there") << "rename None x" << ErrorKind::NotFound;
    QTest::newRow("remove what is not there") << "remove None" << ErrorKind::NotFound;
    QTest::newRow("move what is not there") << "move None 0" << ErrorKind::NotFound;
    QTest::newRow("a passage that is not there") << "put One x" << ErrorKind::NotFound;
}

void TestPassageCollections::refused_changesNothing()
{
    QFETCH(QString, what);
    QFETCH(ErrorKind, kind);
    const QString before = shown(*m_store);
    const Result<void> done = change(what);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, kind);
    QVERIFY(!done.error().message.isEmpty());
    QCOMPARE(shown(*m_store), before);
    QVERIFY(!m_history->canUndo());
}

void TestPassageCollections::removedPassage_comesBackToItsPlace()
{
    QVERIFY(m_history->remove({idOf(QStringLiteral("b"))}).ok());
    QCOMPARE(shown(*m_store), QStringLiteral("ac; One=ac; Two="));
    QVERIFY(change(QStringLiteral("put One c 0")).ok());
    QCOMPARE(shown(*m_store), QStringLiteral("ac; One=ca; Two="));
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_history->undo().ok());
    QCOMPARE(shown(*m_store), QStringLiteral("abc; One=abc; Two="));
}

void TestPassageCollections::collectionsOf_areThoseItIsIn()
{
    QVERIFY(change(QStringLiteral("put Two a")).ok());
    const QStringList both{collection(QStringLiteral("One")), collection(QStringLiteral("Two"))};
    QCOMPARE(m_store->collectionsOf(idOf(QStringLiteral("a"))), both);
    QCOMPARE(m_store->collectionsOf(idOf(QStringLiteral("b"))), both.first(1));
    QCOMPARE(m_store->collectionsOf(idOf(QStringLiteral("x"))), QStringList());
}

void TestPassageCollections::undoOfWhatAnotherProgramChanged_isForgotten()
{
    QVERIFY(change(QStringLiteral("put Two a")).ok());
    Result<PassageStore> other = PassageStore::open(m_folder->path());
    QVERIFY(other.ok());
    QVERIFY(other->addToCollection(collection(QStringLiteral("Two")), idsOf(QStringLiteral("b"))).ok());
    QCOMPARE(m_history->undo().error().kind, ErrorKind::NotFound);
    QVERIFY(!m_history->canUndo());
    QCOMPARE(shown(*m_store), QStringLiteral("abc; One=abc; Two=ab"));
}

void TestPassageCollections::database_lost_isRebuiltWithCollectionsAndNames()
{
    QVERIFY(change(QStringLiteral("colour pink Doubtful")).ok());
    QVERIFY(change(QStringLiteral("put Two ba")).ok());
    const QString before = shown(*m_store);
    m_history.reset();
    m_store.reset();
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.db"))));
    open();
    QCOMPARE(shown(*m_store), before);
}

void TestPassageCollections::randomChanges_agreeAcrossReopeningAndRebuilding()
{
    QRandomGenerator random(testSeed());
    QString all = QStringLiteral("abc");
    for (int i = 0; i < 200 * testFactor(); ++i) {
        const QString before = shown(*m_store);
        const std::vector<Collection> &collections = m_store->collections();
        const auto any = [&] {
            return collections.empty() ? QStringLiteral("none")
                                       : collections[size_t(random.bounded(int(collections.size())))].name;
        };
        const QString quote(all[random.bounded(int(all.size()))]);
        const int place = random.bounded(5);
        const bool canUndo = m_history->canUndo();
        bool done = false;
        switch (random.bounded(11)) {
        case 0:
            done = change(QStringLiteral("add n%1 %2").arg(i).arg(place)).ok();
            break;
        case 1:
            done = change(QStringLiteral("rename %1 r%2").arg(any()).arg(i)).ok();
            break;
        case 2:
            done = random.bounded(3) == 0 && change(QStringLiteral("remove %1").arg(any())).ok();
            break;
        case 3:
            done = change(QStringLiteral("move %1 %2").arg(any()).arg(place)).ok();
            break;
        case 4:
        case 5:
            done = change(QStringLiteral("put %1 %2 %3").arg(any(), quote).arg(place)).ok();
            break;
        case 6:
            done = change(QStringLiteral("take %1 %2").arg(any(), quote)).ok();
            break;
        case 7:
            done = change(QStringLiteral("colour pink p%1").arg(i)).ok();
            break;
        case 8:
            done = m_history->remove({idOf(quote)}).ok();
            break;
        case 9:
            if (all.size() < 20) {
                Passage passage = passageOf(QString(QChar(u'a' + int(all.size()))));
                passage.id = idOf(passage.quote);
                all += passage.quote;
                done = m_history->add(passage).ok();
            }
            break;
        default:
            done = m_history->move(idOf(quote), place).ok();
        }
        const QString after = shown(*m_store);
        if (done && before != after) {
            QVERIFY(m_history->undo().ok());
            QCOMPARE(shown(*m_store), before);
            QVERIFY(m_history->redo().ok());
        } else if (!done) {
            QCOMPARE(m_history->canUndo(), canUndo);
        }
        QCOMPARE(shown(*m_store), after);
        if (random.bounded(10) == 0) {
            if (random.bounded(2)) {
                m_history.reset();
                m_store.reset();
                QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("passages.db"))));
            }
            open();
            QCOMPARE(shown(*m_store), after);
        }
    }
}

QTEST_GUILESS_MAIN(TestPassageCollections)
#include "tst_passagecollections.moc"
