#include "library/watcher.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Lectern;

/// What the watcher tells without a library: when watches run out, and that it stops at once.
class TestWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void watches_runOut_looksFromTimeToTime();
    void watches_suffice_saysNothing();
    void knownFiles_areNoNews();
    void readInPart_isNoNews();
    void linkedLoop_isCut();
    void destroyed_whileLooking_ends();

private:
    void write(const QString &name) const
    {
        QDir().mkpath(QFileInfo(m_dir->filePath(name)).path());
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("words") > 0);
    }
    /// What the walk of a library would have found.
    std::vector<FoundFile> found() const
    {
        std::vector<FoundFile> files;
        walkFiles(
            {m_dir->path()}, [&files](const FoundFile &file) { return files.push_back(file), true; },
            [](const Error &) { return true; });
        return files;
    }
    void follow(Watcher &watcher)
    {
        connect(&watcher, &Watcher::changed, this, [this](const FileChanges &changes) {
            m_changed += changes.changed;
            m_gone += changes.gone;
        });
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QStringList m_changed;
    QStringList m_gone;
};

void TestWatcher::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_changed.clear();
    m_gone.clear();
    for (int i = 0; i < 6; ++i)
        write(QStringLiteral("%1/a.txt").arg(i));
}

void TestWatcher::watches_runOut_looksFromTimeToTime()
{
    Watcher watcher(3);
    follow(watcher);
    watcher.watch({{m_dir->path()}, {m_dir->path()}, found(), false});
    QTRY_VERIFY(watcher.isPeriodic());
    for (int i = 0; i < 6; ++i)
        write(QStringLiteral("%1/new.txt").arg(i));
    QVERIFY(QFile::remove(m_dir->filePath(QStringLiteral("5/a.txt"))));
    QTRY_COMPARE(m_changed.size(), 6);
    QTRY_COMPARE(m_gone, QStringList(m_dir->filePath(QStringLiteral("5/a.txt"))));
}

void TestWatcher::watches_suffice_saysNothing()
{
    Watcher watcher(7);
    follow(watcher);
    watcher.watch({{m_dir->path()}, {m_dir->path()}, found(), false});
    write(QStringLiteral("5/new.txt"));
    QTRY_COMPARE(m_changed, QStringList(m_dir->filePath(QStringLiteral("5/new.txt"))));
    QVERIFY(!watcher.isPeriodic());
}

void TestWatcher::knownFiles_areNoNews()
{
    std::vector<FoundFile> files = found();
    files.back().bytes += 1;                                                    // differs from the disk
    files.push_back({m_dir->filePath(QStringLiteral("6/deeper/b.txt")), 3, 0}); // is not there
    Watcher watcher;
    follow(watcher);
    watcher.watch({{m_dir->path()}, {m_dir->path()}, files, false});
    QTRY_COMPARE(m_changed, QStringList(m_dir->filePath(QStringLiteral("5/a.txt"))));
    QTRY_COMPARE(m_gone, QStringList(m_dir->filePath(QStringLiteral("6/deeper/b.txt"))));
}

void TestWatcher::readInPart_isNoNews()
{
    Watcher watcher;
    follow(watcher);
    // A root that is not there makes the watcher say when it has looked.
    watcher.watch({{m_dir->path(), QStringLiteral("/nowhere/at/all")}, {m_dir->path()}, {}, true});
    QTRY_COMPARE(watcher.lost().size(), 1);
    write(QStringLiteral("2/new.txt"));
    QTRY_COMPARE(m_changed, QStringList(m_dir->filePath(QStringLiteral("2/new.txt"))));
}

void TestWatcher::linkedLoop_isCut()
{
    QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(QStringLiteral("3/loop"))));
    Watcher watcher;
    follow(watcher);
    watcher.watch({{m_dir->path()}, {m_dir->path()}, found(), false});
    write(QStringLiteral("3/new.txt"));
    QTRY_COMPARE(m_changed, QStringList(m_dir->filePath(QStringLiteral("3/new.txt"))));
}

void TestWatcher::destroyed_whileLooking_ends()
{
    for (int i = 0; i < 50; ++i) {
        Watcher watcher;
        watcher.watch({{m_dir->path()}, {m_dir->path()}, {}, false});
    }
}

QTEST_GUILESS_MAIN(TestWatcher)
#include "tst_watcher.moc"
