#include "library/mappedmemory.h"

#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

class TestMappedMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void use_countsWhatIsInMemory();
    void trim_letsTheColdestGoFirst();
    void trim_withinTheBudget_letsNothingGo();

private:
    SegmentFile file(const QString &name);
    /// Brings all of a file into memory.
    static void readThrough(const SegmentFile &file) { QVERIFY(file.verify().ok()); }

    QTemporaryDir m_dir;
    SegmentPtr m_segment;
};

void TestMappedMemory::initTestCase()
{
    SegmentBuilder builder;
    for (int i = 0; i < 2000; ++i)
        builder.add(
            makeArticle(QStringLiteral("Title %1").arg(i),
                        QStringLiteral("Words of article number %1, which has a few of them.").arg(i)));
    m_segment = builder.build();
}

SegmentFile TestMappedMemory::file(const QString &name)
{
    const QString path = m_dir.filePath(name);
    if (!SegmentFile::write(*m_segment, path).ok())
        qFatal("The segment could not be written.");
    return *SegmentFile::open(path);
}

void TestMappedMemory::use_countsWhatIsInMemory()
{
    const std::vector<SegmentFile> files{file(QStringLiteral("a")), file(QStringLiteral("b"))};
    readThrough(files[0]);
    const MappedMemory::Use use = MappedMemory::use(files);
    QCOMPARE(use.mapped, files[0].bytes() + files[1].bytes());
    QVERIFY(use.resident >= files[0].bytes());
    files[0].letGo();
    QVERIFY(files[0].residentBytes() < files[0].bytes() / 4);
    readThrough(files[0]);
    QVERIFY(files[0].residentBytes() >= files[0].bytes());
}

void TestMappedMemory::trim_letsTheColdestGoFirst()
{
    const std::vector<SegmentFile> files{file(QStringLiteral("a")), file(QStringLiteral("b"))};
    MappedMemory memory;
    const qint64 much = 100 * files[0].bytes();
    readThrough(files[1]);
    memory.trim(files, much);
    files[0].letGo();
    memory.trim(files, much);
    readThrough(files[0]); // the last that was read
    memory.trim(files, files[0].residentBytes() + files[1].bytes() / 2);
    QVERIFY(files[0].residentBytes() >= files[0].bytes());
    QVERIFY(files[1].residentBytes() < files[1].bytes() / 4);
}

void TestMappedMemory::trim_withinTheBudget_letsNothingGo()
{
    const std::vector<SegmentFile> files{file(QStringLiteral("a"))};
    MappedMemory memory;
    readThrough(files[0]);
    memory.trim(files, 2 * files[0].bytes() + 65536);
    QVERIFY(files[0].residentBytes() >= files[0].bytes());
}

QTEST_GUILESS_MAIN(TestMappedMemory)
#include "tst_mappedmemory.moc"
