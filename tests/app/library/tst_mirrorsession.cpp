#include "app/passages/passagefixture.h"
#include "library/mirrorsession.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

QByteArray quotesOf(const std::vector<Passage> &passages)
{
    QByteArray text;
    for (const Passage &passage : passages)
        text += "> " + passage.quote.toUtf8() + "\n";
    return text;
}

Passage of(const char *article, const char *quote, const char *title)
{
    Passage passage = keptPassageOf(QString::fromUtf8(quote));
    passage.article = QString::fromUtf8(article);
    passage.title = QString::fromUtf8(title);
    return passage;
}

} // namespace

/// A copy in real folders, written on a thread.
class TestMirrorSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void off_writesNothing();
    void folder_isWrittenAtOnce();
    void changes_areWrittenTogetherAMomentLater();
    void end_writesWhatWaits();
    void turnedOff_leavesWhatWasWritten();
    void anotherFolder_isWritten();
    void failure_isToldOnce_andTheNextTryGoesOn();
    void restarted_removesOnlyWhatItWrote();

private:
    QString folder(const QString &name = QStringLiteral("copy")) const { return m_dir->filePath(name); }
    QStringList names(const QString &name = QStringLiteral("copy")) const
    {
        return QDir(folder(name)).entryList(QDir::Files, QDir::Name);
    }
    std::unique_ptr<MirrorSession> session(int delay = 1) const
    {
        return std::make_unique<MirrorSession>([this] { return m_passages; }, quotesOf,
                                               m_dir->filePath(QStringLiteral("ledger")), delay);
    }
    static bool isUpToDate(const MirrorSession &session)
    {
        return QTest::qWaitFor([&] { return session.state() == MirrorSession::State::UpToDate; }, 10000);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    PassageSequence m_passages;
};

void TestMirrorSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>(temporaryFolder());
    m_passages.clear();
    m_passages.push_back(of("one", "a", "Ferry"));
    m_passages.push_back(of("two", "b", "Storm"));
}

void TestMirrorSession::off_writesNothing()
{
    const auto mirror = session();
    mirror->touch();
    mirror->writeNow();
    QCOMPARE(mirror->state(), MirrorSession::State::Off);
}

void TestMirrorSession::folder_isWrittenAtOnce()
{
    const auto mirror = session(1000000);
    mirror->setFolder(folder());
    QCOMPARE(mirror->state(), MirrorSession::State::Waiting);
    QVERIFY(isUpToDate(*mirror));
    QCOMPARE(names(), (QStringList{QStringLiteral("Ferry.md"), QStringLiteral("Storm.md")}));
    QVERIFY(mirror->written().isValid());
}

void TestMirrorSession::changes_areWrittenTogetherAMomentLater()
{
    const auto mirror = session(20);
    mirror->setFolder(folder());
    QVERIFY(isUpToDate(*mirror));
    for (const char *title : {"Bread", "Gale", "Quay"}) {
        m_passages.push_back(of(title, title, title));
        mirror->touch();
        QCOMPARE(mirror->state(), MirrorSession::State::Waiting);
    }
    QVERIFY(isUpToDate(*mirror));
    QCOMPARE(names().size(), 5);
}

void TestMirrorSession::end_writesWhatWaits()
{
    {
        const auto mirror = session(1000000);
        mirror->setFolder(folder());
        QVERIFY(isUpToDate(*mirror));
        m_passages.push_back(of("three", "c", "Bread"));
        mirror->touch();
    }
    QCOMPARE(names(), (QStringList{QStringLiteral("Bread.md"), QStringLiteral("Ferry.md"),
                                   QStringLiteral("Storm.md")}));
}

void TestMirrorSession::turnedOff_leavesWhatWasWritten()
{
    const auto mirror = session();
    mirror->setFolder(folder());
    QVERIFY(isUpToDate(*mirror));
    mirror->setFolder({});
    QCOMPARE(mirror->state(), MirrorSession::State::Off);
    m_passages.clear();
    mirror->touch();
    QCOMPARE(names().size(), 2);
}

void TestMirrorSession::anotherFolder_isWritten()
{
    const auto mirror = session();
    mirror->setFolder(folder());
    mirror->setFolder(folder(QStringLiteral("other")));
    QVERIFY(isUpToDate(*mirror));
    QCOMPARE(names(QStringLiteral("other")).size(), 2);
    QCOMPARE(mirror->folder(), folder(QStringLiteral("other")));
}

void TestMirrorSession::failure_isToldOnce_andTheNextTryGoesOn()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const auto mirror = session();
    int told = 0;
    connect(mirror.get(), &MirrorSession::failed, this, [&] { ++told; });
    mirror->setFolder(folder());
    QTRY_COMPARE(mirror->state(), MirrorSession::State::Failed);
    QVERIFY(mirror->error().toString().contains(folder()));
    mirror->writeNow();
    QTRY_COMPARE(mirror->state(), MirrorSession::State::Failed);
    QCOMPARE(told, 1);
    QVERIFY(QFile::remove(folder()));
    mirror->writeNow();
    QVERIFY(isUpToDate(*mirror));
    QCOMPARE(names().size(), 2);
}

void TestMirrorSession::restarted_removesOnlyWhatItWrote()
{
    {
        const auto mirror = session();
        mirror->setFolder(folder());
        QVERIFY(isUpToDate(*mirror));
    }
    // What another library has written into the same folder looks the same, and is not in our ledger.
    PassageSequence others;
    others.push_back(of("nine", "z", "Theirs"));
    PassageMirror theirs(folder(), quotesOf);
    QVERIFY(theirs.update(others).ok());
    QVERIFY(names().contains(QStringLiteral("Theirs.md")));
    QCOMPARE(names().size(), 3);

    m_passages.erase(1);
    const auto again = session();
    again->setFolder(folder());
    QVERIFY(isUpToDate(*again));
    QCOMPARE(names(), (QStringList{QStringLiteral("Ferry.md"), QStringLiteral("Theirs.md")}));
}

QTEST_GUILESS_MAIN(TestMirrorSession)
#include "tst_mirrorsession.moc"
