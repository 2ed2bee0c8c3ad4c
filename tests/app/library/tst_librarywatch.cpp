#include "libraryfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Lectern;

/// Files that change below the folders show by themselves. No waiting but for what is to happen.
class TestLibraryWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void added_file_showsWithinTwoSeconds();
    void changed_file_replacesItsArticle_data();
    void changed_file_replacesItsArticle();
    void renamed_file_keepsItsArticle();
    void deleted_file_leaves();
    void deleted_copy_leavesTheOther();
    void unreadable_file_isAFailureUntilItIsGone();
    void growing_file_isReadToItsEnd();
    void hidden_files_areNotRead();
    void change_isQuiet();
    void change_whileReading_isNotMissed();

private:
    void addArticles()
    {
        QVERIFY(m_library->add({m_disk->path(QStringLiteral("articles"))}).ok());
        QVERIFY(LibraryFixture::finishes(*m_library));
    }
    QString title(const QString &name) const { return m_disk->titleOf(*m_library, name); }

    std::unique_ptr<LibraryFixture> m_disk;
    std::unique_ptr<Library> m_library;
};

void TestLibraryWatch::init()
{
    m_disk = std::make_unique<LibraryFixture>();
    m_disk->write(QStringLiteral("articles/a.txt"), LibraryFixture::story(1));
    m_disk->write(QStringLiteral("articles/deep/down/b.txt"), LibraryFixture::story(2));
    m_library = m_disk->openLibrary();
    QVERIFY(m_library);
    m_library->watch();
    addArticles();
    QCOMPARE(m_library->corpus()->size(), 2);
}

void TestLibraryWatch::cleanup()
{
    m_library.reset();
    m_disk.reset();
}

void TestLibraryWatch::added_file_showsWithinTwoSeconds()
{
    QElapsedTimer timer;
    timer.start();
    QFile file(m_disk->path(QStringLiteral("articles/deep/new.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(LibraryFixture::story(3)) > 0);
    file.close();
    QTRY_COMPARE(title(QStringLiteral("articles/deep/new.txt")), QStringLiteral("Story number 3"));
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed()))); // of a busy machine
    QCOMPARE(m_library->corpus()->size(), 3);
}

void TestLibraryWatch::changed_file_replacesItsArticle_data()
{
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("written over") << false;
    QTest::newRow("another put in its place") << true;
}

void TestLibraryWatch::changed_file_replacesItsArticle()
{
    QFETCH(bool, isReplaced);
    const QString name = QStringLiteral("articles/deep/down/b.txt");
    if (isReplaced) {
        m_disk->write(QStringLiteral("articles/deep/down/.b.tmp"), LibraryFixture::story(200));
        const QByteArray from = QFile::encodeName(m_disk->path(QStringLiteral("articles/deep/down/.b.tmp")));
        QCOMPARE(std::rename(from.constData(), QFile::encodeName(m_disk->path(name)).constData()), 0);
    } else {
        m_disk->write(name, LibraryFixture::story(200));
    }
    QTRY_COMPARE(title(name), QStringLiteral("Story number 200"));
    QCOMPARE(m_library->corpus()->size(), 2);
}

void TestLibraryWatch::renamed_file_keepsItsArticle()
{
    const ArticleId id = m_library->findAt(m_disk->path(QStringLiteral("articles/a.txt")), QString())->id();
    bool wasAlwaysThere = true;
    connect(m_library.get(), &Library::corpusChanged, this,
            [&] { wasAlwaysThere = wasAlwaysThere && m_library->find(id); });
    QVERIFY(QFile::rename(m_disk->path(QStringLiteral("articles/a.txt")),
                          m_disk->path(QStringLiteral("articles/deep/z.txt"))));
    QTRY_COMPARE(title(QStringLiteral("articles/deep/z.txt")), QStringLiteral("Story number 1"));
    QTRY_COMPARE(title(QStringLiteral("articles/a.txt")), QString());
    QVERIFY(wasAlwaysThere);
    QCOMPARE(m_library->corpus()->size(), 2);
}

void TestLibraryWatch::deleted_file_leaves()
{
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/a.txt"))));
    QTRY_COMPARE(m_library->corpus()->size(), 1);
    QCOMPARE(title(QStringLiteral("articles/a.txt")), QString());
}

void TestLibraryWatch::deleted_copy_leavesTheOther()
{
    m_disk->write(QStringLiteral("articles/copy.txt"), LibraryFixture::story(1));
    QSignalSpy finished(m_library.get(), &Library::loadFinished);
    QTRY_VERIFY(finished.count() > 0);
    QCOMPARE(m_library->corpus()->size(), 2);
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/a.txt"))));
    QTRY_COMPARE(title(QStringLiteral("articles/copy.txt")), QStringLiteral("Story number 1"));
    QCOMPARE(m_library->corpus()->size(), 2);
}

void TestLibraryWatch::unreadable_file_isAFailureUntilItIsGone()
{
    m_disk->write(QStringLiteral("articles/empty.txt"), "");
    QTRY_COMPARE(m_library->failures().size(), size_t(1));
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("articles/empty.txt"))));
    QTRY_VERIFY(m_library->failures().empty());
}

void TestLibraryWatch::growing_file_isReadToItsEnd()
{
    QFile file(m_disk->path(QStringLiteral("articles/long.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray all = "A long story\n\n";
    QVERIFY(file.write(all) > 0 && file.flush());
    for (int i = 0; i < 12; ++i) { // grows for longer than a file may rest while it is written
        const QByteArray line = "Line " + QByteArray::number(i) + " of the long story.\n\n";
        all += line;
        QVERIFY(file.write(line) > 0 && file.flush());
        QTest::qWait(60);
    }
    file.close();
    const auto text = [this] {
        const ArticlePtr article =
            m_library->findAt(m_disk->path(QStringLiteral("articles/long.txt")), QString());
        return article ? article->text() : QString();
    };
    QTRY_VERIFY(text().contains(QStringLiteral("Line 11 of")));
    QVERIFY(text().contains(QStringLiteral("Line 0 of")));
    QCOMPARE(m_library->corpus()->size(), 3);
}

void TestLibraryWatch::hidden_files_areNotRead()
{
    m_disk->write(QStringLiteral("articles/.hidden.txt"), LibraryFixture::story(8));
    m_disk->write(QStringLiteral("articles/.folder/c.txt"), LibraryFixture::story(9));
    m_disk->write(QStringLiteral("articles/seen.txt"), LibraryFixture::story(10));
    QTRY_COMPARE(title(QStringLiteral("articles/seen.txt")), QStringLiteral("Story number 10"));
    QCOMPARE(m_library->corpus()->size(), 3);
}

void TestLibraryWatch::change_isQuiet()
{
    bool wasQuiet = true;
    connect(m_library.get(), &Library::progressed, this,
            [&] { wasQuiet = wasQuiet && (!m_library->isLoading() || m_library->isQuiet()); });
    m_disk->write(QStringLiteral("articles/new.txt"), LibraryFixture::story(3));
    QTRY_COMPARE(m_library->corpus()->size(), 3);
    QVERIFY(wasQuiet);
}

void TestLibraryWatch::change_whileReading_isNotMissed()
{
    for (int i = 0; i < 400; ++i)
        m_disk->write(QStringLiteral("many/%1.txt").arg(i), LibraryFixture::story(1000 + i));
    QVERIFY(m_library->add({m_disk->path(QStringLiteral("many"))}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_library->corpus()->size() > 2, 30000);
    QVERIFY(m_library->isLoading());
    m_disk->write(QStringLiteral("many/0.txt"), LibraryFixture::story(77000));
    QVERIFY(QFile::remove(m_disk->path(QStringLiteral("many/1.txt"))));
    m_disk->write(QStringLiteral("many/new.txt"), LibraryFixture::story(5000));
    QTRY_COMPARE_WITH_TIMEOUT(title(QStringLiteral("many/0.txt")), QStringLiteral("Story number 77000"),
                              30000);
    QTRY_COMPARE(title(QStringLiteral("many/new.txt")), QStringLiteral("Story number 5000"));
    QTRY_COMPARE(title(QStringLiteral("many/1.txt")), QString());
    QCOMPARE(m_library->corpus()->size(), 402);
}

QTEST_GUILESS_MAIN(TestLibraryWatch)
#include "tst_librarywatch.moc"
