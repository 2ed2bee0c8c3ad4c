#include "library/storylocks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Lectern;

namespace {

const StoryLock same{QStringLiteral("aa"), QStringLiteral("bb"), true};
const StoryLock apart{QStringLiteral("aa"), QStringLiteral("cc"), false};

} // namespace

class StoryLocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void added_isThereAgain();
    void takenBack_isGoneForGood();
    void nothingSaid_leavesNoFile();
    void noFolder_isAnError();
    void damaged_isSetAside();
};

void StoryLocksTest::added_isThereAgain()
{
    const QTemporaryDir dir;
    {
        StoryLocks locks(dir.path());
        QVERIFY(locks.add({same, apart}));
    }
    StoryLocks locks(dir.path());
    QCOMPARE(locks.locks(), (std::vector<StoryLock>{same, apart}));
    QCOMPARE(*StoryLocks::read(dir.path()), locks.locks());
}

void StoryLocksTest::takenBack_isGoneForGood()
{
    const QTemporaryDir dir;
    {
        StoryLocks locks(dir.path());
        QVERIFY(locks.add({same}));
        const Result<qint64> said = locks.add({apart, {QStringLiteral("bb"), QStringLiteral("cc"), false}});
        QVERIFY(said);
        QCOMPARE(locks.newestAbout({QStringLiteral("bb")}), std::optional<qint64>(*said));
        QVERIFY(!locks.newestAbout({QStringLiteral("dd")}));
        QVERIFY(locks.takeBack(*said));
        QCOMPARE(locks.locks(), std::vector<StoryLock>{same});
    }
    QCOMPARE(*StoryLocks::read(dir.path()), std::vector<StoryLock>{same});
}

void StoryLocksTest::nothingSaid_leavesNoFile()
{
    const QTemporaryDir dir;
    const StoryLocks locks(dir.path());
    QVERIFY(locks.locks().empty());
    QVERIFY(StoryLocks::read(dir.path())->empty());
    QVERIFY(QDir(dir.path()).isEmpty());
}

void StoryLocksTest::noFolder_isAnError()
{
    StoryLocks locks({});
    QVERIFY(!locks.add({same}));
    QVERIFY(locks.locks().empty());
}

void StoryLocksTest::damaged_isSetAside()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("stories.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no database at all, but some words");
    file.close();
    StoryLocks locks(dir.path());
    QVERIFY(locks.notice().contains(QStringLiteral("set aside")));
    QVERIFY(locks.add({same}));
    QCOMPARE(*StoryLocks::read(dir.path()), std::vector<StoryLock>{same});
}

QTEST_GUILESS_MAIN(StoryLocksTest)
#include "tst_storylocks.moc"
