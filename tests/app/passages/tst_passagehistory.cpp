#include "app/passages/passagefixture.h"
#include "passages/passagehistory.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

class TestPassageHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fresh_hasNothingToUndo();
    void add_undoneAndRedone_isTheSamePassage();
    void addSeveral_isOneStep_allOrNone();
    void update_undone_isAsBefore();
    void updateSeveral_isOneStep_allOrNone();
    void removeSeveral_undone_standWhereTheyStood();
    void import_isOneStep_ofWhatIsNewAndWhatIsReplaced();
    void import_refused_changesNothing();
    void move_undone_isBack();
    void texts_sayWhatWillBeDone_data();
    void texts_sayWhatWillBeDone();
    void newChange_forgetsWhatCouldBeRedone();
    void changeWithoutEffect_isNoStep();
    void refusedChange_isNoStep();
    void refusedUndo_canBeTriedAgain();
    void undoOfWhatAnotherProgramRemoved_isForgotten();
    void randomChanges_undoneAndRedone_agree();

private:
    QStringList keep(int count);
    QString quotes() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<PassageStore> m_store;
    std::unique_ptr<PassageHistory> m_history;
};

void TestPassageHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    Result<PassageStore> store = PassageStore::open(m_folder->path());
    QVERIFY(store.ok());
    m_store.emplace(std::move(*store));
    m_history = std::make_unique<PassageHistory>(*m_store);
}

void TestPassageHistory::cleanup()
{
    m_history.reset();
    m_store.reset();
    m_folder.reset();
}

void TestPassageHistory::import_isOneStep_ofWhatIsNewAndWhatIsReplaced()
{
    const QStringList ids = keep(3);
    const PassageSequence before = m_store->passages();
    Passage replaced = before[1];
    replaced.note = QStringLiteral("From elsewhere");
    std::vector<Passage> added;
    for (const char *id : {"urn:uuid:new-1", "urn:uuid:new-2"}) {
        added.push_back(keptPassageOf(QString::fromLatin1(id)));
        added.back().id = QString::fromLatin1(id);
    }
    QVERIFY(m_history->import(added, {replaced}).ok());
    QCOMPARE(m_store->passages().size(), size_t(5));
    QCOMPARE(m_store->passages()[1].note, QStringLiteral("From elsewhere"));
    QCOMPARE(m_store->passages()[3].id, added[0].id);
    QCOMPARE(m_store->passages()[4].id, added[1].id);
    QCOMPARE(m_history->undoText(), QStringLiteral("Import 3 passages"));
    const PassageSequence after = m_store->passages();
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_store->passages() == before);
    QVERIFY(m_history->redo().ok());
    QVERIFY(m_store->passages() == after);
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_store->passages() == before);
}

void TestPassageHistory::import_refused_changesNothing()
{
    const QStringList ids = keep(2);
    const PassageSequence before = m_store->passages();
    Passage gone = keptPassageOf(QStringLiteral("gone"));
    gone.id = QStringLiteral("urn:uuid:gone");
    Passage added = keptPassageOf(QStringLiteral("new"));
    added.id = QStringLiteral("urn:uuid:new");
    const QString text = m_history->undoText();
    QVERIFY(!m_history->import({added}, {gone}).ok()); // what is to be replaced is not there
    QVERIFY(!m_history->import({added, added}, {}).ok());
    QVERIFY(m_store->passages() == before);
    QCOMPARE(m_history->undoText(), text);
    QVERIFY(m_history->import({}, {}).ok());
    QCOMPARE(m_history->undoText(), text); // nothing is no step
}

QStringList TestPassageHistory::keep(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        const Result<Passage> kept = m_history->add(passageOf(QString(QChar(u'a' + i))));
        ids += kept ? kept->id : QString();
    }
    return ids;
}

QString TestPassageHistory::quotes() const
{
    QString quotes;
    for (const Passage &passage : m_store->passages())
        quotes += passage.quote;
    return quotes;
}

void TestPassageHistory::fresh_hasNothingToUndo()
{
    QVERIFY(!m_history->canUndo());
    QVERIFY(!m_history->canRedo());
    QCOMPARE(m_history->undoText(), QString());
    QCOMPARE(m_history->redoText(), QString());
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_history->redo().ok());
}

void TestPassageHistory::add_undoneAndRedone_isTheSamePassage()
{
    const Result<Passage> kept = m_history->add(passageOf(QStringLiteral("a")));
    QVERIFY(kept.ok());
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_store->passages().empty());
    QVERIFY(m_history->canRedo());
    QVERIFY(m_history->redo().ok());
    QVERIFY(m_store->passages().front() == *kept);
}

void TestPassageHistory::addSeveral_isOneStep_allOrNone()
{
    keep(1);
    const Result<std::vector<Passage>> kept =
        m_history->add(std::vector<Passage>{passageOf(QStringLiteral("x")), passageOf(QStringLiteral("y"))});
    QVERIFY(kept.ok());
    QCOMPARE(kept->size(), size_t(2));
    QVERIFY(*m_store->find(kept->at(1).id) == kept->at(1));
    QCOMPARE(quotes(), QStringLiteral("axy"));
    QCOMPARE(m_history->undoText(), QStringLiteral("Keep 2 passages"));
    QVERIFY(m_history->undo().ok());
    QCOMPARE(quotes(), QStringLiteral("a"));
    QVERIFY(m_history->redo().ok());
    QCOMPARE(quotes(), QStringLiteral("axy"));

    // One that is there already: none of them is kept, and there is no step.
    QVERIFY(!m_history->add(std::vector<Passage>{passageOf(QStringLiteral("z")), kept->at(0)}).ok());
    QCOMPARE(quotes(), QStringLiteral("axy"));
    QCOMPARE(m_history->undoText(), QStringLiteral("Keep 2 passages"));
    QVERIFY(m_history->add(std::vector<Passage>{}).ok());
    QCOMPARE(m_history->undoText(), QStringLiteral("Keep 2 passages"));
}

void TestPassageHistory::update_undone_isAsBefore()
{
    keep(1);
    const Passage before = m_store->passages().front();
    Passage changed = before;
    changed.note = QStringLiteral("changed");
    QVERIFY(m_history->update(changed).ok());
    const Passage after = m_store->passages().front();
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_store->passages().front() == before);
    QVERIFY(m_history->redo().ok());
    QVERIFY(m_store->passages().front() == after);
}

void TestPassageHistory::updateSeveral_isOneStep_allOrNone()
{
    const QStringList ids = keep(3);
    std::vector<Passage> edited{*m_store->find(ids[2]), *m_store->find(ids[0])};
    for (Passage &passage : edited)
        passage.tags += QStringLiteral("both");
    QVERIFY(m_history->update(edited).ok());
    QCOMPARE(m_history->undoText(), QStringLiteral("Change tags of 2 passages"));
    QVERIFY(m_history->undo().ok());
    const auto tagged = [&](int i) { return m_store->find(ids[i])->tags.contains(QStringLiteral("both")); };
    QVERIFY(!tagged(0) && !tagged(1) && !tagged(2));
    QVERIFY(m_history->redo().ok());
    QVERIFY(tagged(0) && !tagged(1) && tagged(2));

    edited[1].id = QStringLiteral("urn:uuid:nobody");
    edited[0].note = QStringLiteral("not kept");
    QVERIFY(!m_history->update(edited).ok());
    QVERIFY(m_store->find(ids[2])->note != edited[0].note);
    QCOMPARE(m_history->undoText(), QStringLiteral("Change tags of 2 passages"));
}

void TestPassageHistory::removeSeveral_undone_standWhereTheyStood()
{
    const QStringList ids = keep(5);
    QVERIFY(m_history->remove({ids[4], ids[1], ids[2]}).ok());
    QCOMPARE(quotes(), QStringLiteral("ad"));
    QVERIFY(m_history->undo().ok());
    QCOMPARE(quotes(), QStringLiteral("abcde"));
    QVERIFY(m_history->redo().ok());
    QCOMPARE(quotes(), QStringLiteral("ad"));
}

void TestPassageHistory::move_undone_isBack()
{
    const QStringList ids = keep(4);
    QVERIFY(m_history->move(ids[0], 2).ok());
    QCOMPARE(quotes(), QStringLiteral("bcad"));
    QVERIFY(m_history->undo().ok());
    QCOMPARE(quotes(), QStringLiteral("abcd"));
    QVERIFY(m_history->redo().ok());
    QCOMPARE(quotes(), QStringLiteral("bcad"));
}

void TestPassageHistory::texts_sayWhatWillBeDone_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("text");
    QTest::newRow("add") << "add"
                         << "Keep passage";
    QTest::newRow("note") << "note"
                          << "Edit note";
    QTest::newRow("tags") << "tags"
                          << "Change tags";
    QTest::newRow("colour") << "colour"
                            << "Change colour";
    QTest::newRow("title") << "title"
                           << "Edit passage";
    QTest::newRow("move") << "move"
                          << "Move passage";
    QTest::newRow("remove") << "remove"
                            << "Remove passage";
    QTest::newRow("remove three") << "remove three"
                                  << "Remove 3 passages";
}

void TestPassageHistory::texts_sayWhatWillBeDone()
{
    QFETCH(QString, change);
    QFETCH(QString, text);
    const QStringList ids = keep(4);
    Passage passage = m_store->passages().front();
    passage.note += change == u"note" ? u"x" : u"";
    passage.tags += change == u"tags" ? QStringList{QStringLiteral("x")} : QStringList();
    passage.title += change == u"title" ? u"x" : u"";
    passage.colour = change == u"colour" ? MarkColour::Pink : passage.colour;
    if (change == u"move")
        QVERIFY(m_history->move(ids[0], 1).ok());
    else if (change.startsWith(u"remove"))
        QVERIFY(m_history->remove(change == u"remove" ? ids.first(1) : ids.first(3)).ok());
    else if (change != u"add")
        QVERIFY(m_history->update(passage).ok());
    QCOMPARE(m_history->undoText(), text);
    QVERIFY(m_history->undo().ok());
    QCOMPARE(m_history->redoText(), text);
}

void TestPassageHistory::newChange_forgetsWhatCouldBeRedone()
{
    keep(2);
    QVERIFY(m_history->undo().ok());
    QVERIFY(m_history->canRedo());
    QVERIFY(m_history->add(passageOf(QStringLiteral("z"))).ok());
    QVERIFY(!m_history->canRedo());
    QCOMPARE(quotes(), QStringLiteral("az"));
}

void TestPassageHistory::changeWithoutEffect_isNoStep()
{
    const QStringList ids = keep(2);
    QVERIFY(m_history->move(ids[1], 1).ok());
    QVERIFY(m_history->update(m_store->passages().front()).ok());
    QVERIFY(m_history->remove({}).ok());
    QCOMPARE(m_history->undoText(), QStringLiteral("Keep passage"));
}

void TestPassageHistory::refusedChange_isNoStep()
{
    QVERIFY(!m_history->add(passageOf(QString())).ok());
    QVERIFY(!m_history->update(keptPassageOf(QStringLiteral("a"))).ok());
    QVERIFY(!m_history->remove({QStringLiteral("none")}).ok());
    QVERIFY(!m_history->move(QStringLiteral("none"), 0).ok());
    QVERIFY(!m_history->canUndo());
}

void TestPassageHistory::refusedUndo_canBeTriedAgain()
{
    keep(1);
    const QString journal = m_folder->filePath(QStringLiteral("passages.journal"));
    QVERIFY(QFile::remove(journal));
    QVERIFY(QDir().mkpath(journal + QStringLiteral("/in the way")));
    QVERIFY(!m_history->undo().ok());
    QVERIFY(m_history->canUndo());
    QCOMPARE(quotes(), QStringLiteral("a"));
    QVERIFY(QDir(journal).removeRecursively());
    QVERIFY(m_history->undo().ok());
    QCOMPARE(quotes(), QString());
}

void TestPassageHistory::undoOfWhatAnotherProgramRemoved_isForgotten()
{
    const QStringList ids = keep(2);
    Result<PassageStore> other = PassageStore::open(m_folder->path());
    QVERIFY(other.ok());
    QVERIFY(other->remove(ids[1]).ok());
    QCOMPARE(m_history->undo().error().kind, ErrorKind::NotFound);
    QVERIFY(m_history->undo().ok());
    QCOMPARE(quotes(), QString());
}

void TestPassageHistory::randomChanges_undoneAndRedone_agree()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    std::vector<std::vector<Passage>> states{m_store->passages()};
    for (int i = 0; i < 120; ++i) {
        const qint64 before = m_store->changeNumber();
        const int count = int(m_store->passages().size());
        const int what = count < 3 ? 0 : random.bounded(4);
        const QString id = count ? m_store->passages()[size_t(random.bounded(count))].id : QString();
        if (what == 0) {
            QVERIFY(m_history->add(passageOf(QString::number(i))).ok());
        } else if (what == 1) {
            Passage passage = *m_store->find(id);
            passage.note = QString::number(i);
            QVERIFY(m_history->update(passage).ok());
        } else if (what == 2) {
            QVERIFY(m_history->move(id, random.bounded(count)).ok());
        } else {
            const QString first = m_store->passages().front().id;
            QVERIFY(m_history->remove(first == id ? QStringList{id} : QStringList{id, first}).ok());
        }
        if (m_store->changeNumber() > before)
            states.push_back(m_store->passages());
    }
    for (size_t i = states.size(); i-- > 1;) {
        QVERIFY(m_store->passages() == states[i]);
        QVERIFY(m_history->undo().ok());
    }
    QVERIFY(m_store->passages() == states[0]);
    QVERIFY(!m_history->canUndo());
    for (size_t i = 1; i < states.size(); ++i) {
        QVERIFY(m_history->redo().ok());
        QVERIFY(m_store->passages() == states[i]);
    }
    QVERIFY(!m_history->canRedo());
}

QTEST_GUILESS_MAIN(TestPassageHistory)
#include "tst_passagehistory.moc"
