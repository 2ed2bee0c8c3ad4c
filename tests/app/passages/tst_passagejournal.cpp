#include "app/passages/passagefixture.h"
#include "passages/passagejournal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

Passage kept(int number)
{
    Passage passage = keptPassageOf(QStringLiteral("words of passage %1").arg(number));
    passage.id = QStringLiteral("urn:uuid:%1").arg(number);
    return passage;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestPassageJournal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void missing_hasNoHistory();
    void appended_areReadInOrder();
    void rewritten_holdsWhatIsKept();
    void lineOfAnyLength_isFoundAtTheEnd_data();
    void lineOfAnyLength_isFoundAtTheEnd();
    void damage_isSeen_data();
    void damage_isSeen();
    void cutAnywhere_losesOnlyTheTornLine();
    void newerVersion_isRefused();
    void file_isForItsOwnerOnly();
    void folderGone_failsWithWords();

private:
    /// A journal of three changes.
    PassageJournal threeChanges();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestPassageJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    m_path = m_folder->filePath(QStringLiteral("passages.journal"));
}

PassageJournal TestPassageJournal::threeChanges()
{
    PassageJournal journal(m_path);
    const bool written =
        journal.append(1, {PassageEdit::put(kept(1), 1), PassageEdit::put(kept(2), 2)}).ok() &&
        journal.append(2, {PassageEdit::place(kept(1).id, 3.5)}).ok() &&
        journal.append(3, {PassageEdit::remove(kept(2).id)}).ok();
    [&] { QVERIFY(written); }();
    return journal;
}

void TestPassageJournal::missing_hasNoHistory()
{
    const PassageJournal journal(m_path);
    QVERIFY(!journal.exists());
    QVERIFY(!journal.lastChange());
    const Result<PassageJournal::History> history = journal.changesAfter(-1);
    QVERIFY(history.ok());
    QVERIFY(history->changes.empty());
    QCOMPARE(history->unreadable, 0);
}

void TestPassageJournal::appended_areReadInOrder()
{
    const PassageJournal journal = threeChanges();
    QCOMPARE(journal.lastChange(), 3);
    const Result<PassageJournal::History> history = journal.changesAfter(0);
    QVERIFY(history.ok());
    QCOMPARE(history->changes.size(), size_t(3));
    QCOMPARE(history->changes[0].number, 1);
    QVERIFY(history->changes[0].edits[1].passage == kept(2));
    QCOMPARE(history->changes[1].edits[0].kind, PassageEdit::Kind::Place);
    QCOMPARE(history->changes[1].edits[0].position, 3.5);
    QCOMPARE(history->changes[2].edits[0].id, kept(2).id);
    QCOMPARE(journal.changesAfter(2)->changes.size(), size_t(1));
}

void TestPassageJournal::rewritten_holdsWhatIsKept()
{
    PassageJournal journal = threeChanges();
    PassageList list;
    list.change = 9;
    list.setPassages({{std::make_shared<const Passage>(kept(5)), 0.1},
                      {std::make_shared<const Passage>(kept(6)), 0.2}});
    QVERIFY(journal.rewrite(list).ok());
    QCOMPARE(journal.lastChange(), 9);
    const Result<PassageJournal::History> history = journal.changesAfter(3);
    QVERIFY(history.ok());
    PassageList read;
    for (const PassageJournal::History::Change &change : history->changes)
        read.apply(change.edits);
    QVERIFY(read.passages() == list.passages());
    QCOMPARE(read.positions(), list.positions());
    QVERIFY(journal.changesAfter(9)->changes.empty());
}

void TestPassageJournal::lineOfAnyLength_isFoundAtTheEnd_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {1, 64 * 1024 - 2000, 64 * 1024, 3 * 64 * 1024 + 1, 1000000})
        QTest::addRow("%d", length) << length;
}

void TestPassageJournal::lineOfAnyLength_isFoundAtTheEnd()
{
    QFETCH(int, length);
    PassageJournal journal(m_path);
    Passage passage = kept(1);
    passage.quote = QString(length, u'x');
    QVERIFY(journal.append(41, {PassageEdit::put(passage, 1)}).ok());
    QCOMPARE(journal.lastChange(), 41);
    QVERIFY(journal.append(42, {PassageEdit::put(passage, 1)}).ok());
    QCOMPARE(journal.lastChange(), 42);
}

void TestPassageJournal::damage_isSeen_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("unreadable");
    QTest::newRow("a letter of a quote")
        << QByteArray("words of passage 2") << QByteArray("words of passage 3") << 1;
    QTest::newRow("a number") << QByteArray("3.5") << QByteArray("4.5") << 1;
    QTest::newRow("a sum") << QByteArray("\"sum\":\"") << QByteArray("\"sum\":\"0") << 3;
    QTest::newRow("a closing brace") << QByteArray("\"}\n") << QByteArray("\"]\n") << 3;
    QTest::newRow("everything") << QByteArray("{") << QByteArray("[") << 3;
    QTest::newRow("garbage between") << QByteArray("\n") << QByteArray("\n\1\2\3\n") << 3;
    QTest::newRow("zeros") << QByteArray("urn:uuid:2") << QByteArray(10, '\0') << 2;
}

void TestPassageJournal::damage_isSeen()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, unreadable);
    const PassageJournal journal = threeChanges();
    QByteArray bytes = contentOf(m_path);
    QVERIFY(bytes.contains(from));
    write(m_path, bytes.replace(from, to));
    const Result<PassageJournal::History> history = journal.changesAfter(0);
    QVERIFY(history.ok());
    QCOMPARE(history->unreadable, unreadable);
    QVERIFY(!journal.looksSound());
}

void TestPassageJournal::cutAnywhere_losesOnlyTheTornLine()
{
    const PassageJournal journal = threeChanges();
    const QByteArray whole = contentOf(m_path);
    for (qsizetype length = whole.indexOf('\n') + 1; length < whole.size(); length += 7) {
        const QByteArray cut = whole.first(length);
        write(m_path, cut);
        const Result<PassageJournal::History> history = journal.changesAfter(0);
        QVERIFY(history.ok());
        QCOMPARE(history->unreadable, 0);
        const size_t lines = size_t(cut.count('\n'));
        QCOMPARE(history->changes.size(), lines);
        QCOMPARE(journal.lastChange().has_value(), cut.endsWith('\n'));
        QCOMPARE(journal.looksSound(), cut.endsWith('\n'));
    }
}

void TestPassageJournal::newerVersion_isRefused()
{
    PassageJournal journal(m_path);
    QVERIFY(journal.rewrite({}).ok());
    const QByteArray content = R"({"change":0,"edits":[{"do":"clear"}],"version":3)";
    write(m_path, content + ",\"sum\":\"" + recordSum(content).toLatin1() + "\"}\n");
    const Result<PassageJournal::History> history = journal.changesAfter(0);
    QVERIFY(!history.ok());
    QCOMPARE(history.error().kind, ErrorKind::Unsupported);
}

void TestPassageJournal::file_isForItsOwnerOnly()
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    PassageJournal journal = threeChanges();
    QVERIFY(!QFile::permissions(m_path).testAnyFlags(others));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(journal.rewrite({}).ok());
    QVERIFY(!QFile::permissions(m_path).testAnyFlags(others));
}

void TestPassageJournal::folderGone_failsWithWords()
{
    PassageJournal journal(m_folder->filePath(QStringLiteral("gone/passages.journal")));
    const Result<qint64> appended = journal.append(1, {PassageEdit::remove(QStringLiteral("x"))});
    QVERIFY(!appended.ok());
    QCOMPARE(appended.error().kind, ErrorKind::Disk);
    QVERIFY(!appended.error().message.isEmpty());
    QVERIFY(!journal.rewrite({}).ok());
}

QTEST_GUILESS_MAIN(TestPassageJournal)
#include "tst_passagejournal.moc"
