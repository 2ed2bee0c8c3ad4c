#include "app/search/segmentfiles.h"
#include "search/searcher.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentfile.h"
#include "support/seed.h"
#include "text/articlecodec.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Lectern;

class TestSegmentFile : public QObject, SegmentFiles
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void open_answersAsTheSegmentInMemory_data();
    void open_answersAsTheSegmentInMemory();
    void open_hasTheSameArticles();
    void open_byManyThreads_hasTheSameArticles();
    void corpus_ofMappedAndOthers_answersTheSame();
    void merged_mappedWithOthers_answersTheSame();
    void write_overAnOldFile_leavesItsReadersAlone();
    void write_mappedSegment_isTheSameAgain();
    void write_impossible_saysWhy_data();
    void write_impossible_saysWhy();
    void write_fullDisk_keepsTheOldFile();
    void write_killed_keepsTheOldFile();

private:
    void compare(const CorpusPtr &corpus, const CorpusPtr &expected, int queries);

};

void TestSegmentFile::compare(const CorpusPtr &corpus, const CorpusPtr &expected, int queries)
{
    constexpr std::array orders{Order::Relevance, Order::DateNewest, Order::DateOldest, Order::Title, Order::Outlet};
    for (int i = 0; i < queries; ++i) {
        const QString text = m_random.query();
        const Query query = Query::parse(text);
        const Order order = orders[size_t(i) % orders.size()];
        const Answer answer = Searcher::search(corpus, query, order);
        const Answer right = Searcher::search(expected, query, order);
        QVERIFY2(*answer.docs == *right.docs, qPrintable(text));
        QVERIFY2(answer.scores == right.scores, qPrintable(text));
        const Answer first = Searcher::first(corpus, query, Order::Relevance, 10);
        const Answer firstRight = Searcher::first(expected, query, Order::Relevance, 10);
        QVERIFY2(*first.docs == *firstRight.docs && first.total() == firstRight.total(), qPrintable(text));
    }
}

void TestSegmentFile::open_answersAsTheSegmentInMemory_data()
{
    QTest::addColumn<int>("articles");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("some") << 70;
    QTest::newRow("enough for bitsets, pairs and a dictionary") << 1200;
}

void TestSegmentFile::open_answersAsTheSegmentInMemory()
{
    QFETCH(const int, articles);
    const SegmentPtr memory = randomSegment(articles);
    const SegmentPtr file = mapped(memory, "same");
    QCOMPARE(file->size(), memory->size());
    QCOMPARE(file->textUnits(), memory->textUnits());
    QCOMPARE(file->wordCount(), memory->wordCount());
    QCOMPARE(file->indexBytes(), memory->indexBytes());
    compare(std::make_shared<const Corpus>()->with(file), std::make_shared<const Corpus>()->with(memory), 200);
}

void TestSegmentFile::open_hasTheSameArticles()
{
    const SegmentPtr memory = randomSegment(300);
    const SegmentPtr file = mapped(memory, "articles");
    for (quint32 doc = 0; doc < memory->size(); ++doc) {
        const ArticlePtr article = memory->articles()->article(doc);
        QCOMPARE(encodeArticle(*file->articles()->article(doc)), encodeArticle(*article));
        QCOMPARE(file->articles()->id(doc), article->id());
        QCOMPARE(file->articles()->place(doc).path, article->source().path);
        QCOMPARE(file->articles()->place(doc).part, article->source().part);
        QCOMPARE(file->articles()->textUnits(doc), quint32(article->text().size()));
    }
    QCOMPARE(file->articles()->article(7), file->articles()->article(7)); // not decoded anew
}

void TestSegmentFile::open_byManyThreads_hasTheSameArticles()
{
    const SegmentPtr memory = randomSegment(600);
    const SegmentPtr file = mapped(memory, "threads");
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (quint32 thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (quint32 i = 0; i < 1500; ++i) {
                    const quint32 doc = (i * (thread + 1) * 7) % 600;
                    wrong += file->articles()->article(doc)->text() != memory->articles()->article(doc)->text();
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void TestSegmentFile::corpus_ofMappedAndOthers_answersTheSame()
{
    const SegmentPtr first = randomSegment(80);
    const SegmentPtr second = randomSegment(50);
    const SegmentPtr third = randomSegment(60);
    CorpusPtr memory = std::make_shared<const Corpus>()->with(first)->with(second)->with(third);
    CorpusPtr mixed = std::make_shared<const Corpus>()
                          ->with(mapped(first, "first"))
                          ->with(second)
                          ->with(mapped(third, "third"));
    compare(mixed, memory, 100);
    memory = memory->without({0, 17, 85, 131, 189});
    mixed = mixed->without({0, 17, 85, 131, 189});
    QCOMPARE(mixed->textUnits(), memory->textUnits());
    compare(mixed, memory, 100);
}

void TestSegmentFile::merged_mappedWithOthers_answersTheSame()
{
    CorpusPtr memory = std::make_shared<const Corpus>();
    CorpusPtr mixed = memory;
    for (int i = 0; i < 9; ++i) {
        const SegmentPtr segment = randomSegment(12);
        memory = memory->with(segment);
        mixed = mixed->with(i % 2 == 0 ? mapped(segment, qPrintable(QString::number(i))) : segment);
    }
    memory = memory->without({3, 40, 41})->merged();
    mixed = mixed->without({3, 40, 41})->merged();
    QCOMPARE(mixed->segments().size(), memory->segments().size());
    QVERIFY(mixed->segments().size() < 9);
    compare(mixed, memory, 100);
    for (DocNumber doc = 0; doc < memory->docLimit(); ++doc) {
        QCOMPARE(mixed->article(doc)->text(), memory->article(doc)->text());
        QCOMPARE(mixed->articleId(doc), memory->articleId(doc));
    }
    // What was merged of files may go into a file again.
    compare(std::make_shared<const Corpus>()->with(mapped(mixed->segments().front(), "merged")),
            std::make_shared<const Corpus>()->with(memory->segments().front()), 50);
}

void TestSegmentFile::write_overAnOldFile_leavesItsReadersAlone()
{
    const SegmentPtr old = randomSegment(40);
    const SegmentPtr oldFile = mapped(old, "replaced");
    const SegmentPtr fresh = randomSegment(5);
    QCOMPARE(mapped(fresh, "replaced")->size(), 5U);
    compare(std::make_shared<const Corpus>()->with(oldFile), std::make_shared<const Corpus>()->with(old), 30);
}

void TestSegmentFile::write_mappedSegment_isTheSameAgain()
{
    const SegmentPtr file = mapped(randomSegment(40), "again");
    const QByteArray first = fileOf(file);
    QCOMPARE(fileOf(mapped(file, "again2")), first);
}

void TestSegmentFile::write_impossible_saysWhy_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("no such folder") << QStringLiteral("nowhere/segment");
    QTest::newRow("a folder is there") << QStringLiteral("folder");
    QTest::newRow("the folder is a file") << QStringLiteral("file/segment");
    QTest::newRow("a folder that is only read") << QStringLiteral("/proc/self/segment");
}

void TestSegmentFile::write_impossible_saysWhy()
{
    QFETCH(const QString, target);
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder")));
    QFile file(path("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QString where = QDir(m_folder.path()).filePath(target);
    const Result<void> written = SegmentFile::write(*randomSegment(3), where);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Disk);
    QCOMPARE(written.error().path, where);
    QVERIFY(written.error().message.contains(QStringLiteral("cannot be written")));
}

void TestSegmentFile::write_fullDisk_keepsTheOldFile()
{
    const SegmentPtr old = randomSegment(20);
    mapped(old, "full");
    const SegmentPtr fresh = randomSegment(400);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);

    // A limit on the size of files refuses to write as a full disk does.
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{20000, limit.rlim_max};
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    const Result<void> written = SegmentFile::write(*fresh, path("full"));
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, previous);

    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Disk);
    QVERIFY(!written.error().message.isEmpty());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
    const Result<SegmentFile> file = SegmentFile::open(path("full"));
    QVERIFY(file);
    QCOMPARE(file->segment()->size(), 20U);
}

void TestSegmentFile::write_killed_keepsTheOldFile()
{
    mapped(randomSegment(20), "killed");
    const SegmentPtr fresh = randomSegment(400);
    const pid_t child = fork();
    if (child == 0) { // dies of the signal amid its writing
        const rlimit small{20000, 20000};
        setrlimit(RLIMIT_FSIZE, &small);
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_CORE, &noCore);
        std::signal(SIGXFSZ, SIG_DFL);
        static_cast<void>(SegmentFile::write(*fresh, path("killed")));
        _exit(0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));

    const Result<SegmentFile> file = SegmentFile::open(path("killed"));
    QVERIFY(file);
    QVERIFY(file->verify());
    QCOMPARE(file->segment()->size(), 20U);
    QCOMPARE(mapped(fresh, "killed")->size(), 400U);
}

QTEST_GUILESS_MAIN(TestSegmentFile)
#include "tst_segmentfile.moc"
