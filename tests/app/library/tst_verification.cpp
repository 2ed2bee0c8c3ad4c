#include "app/library/articlefiles.h"
#include "library/sourcefinder.h"
#include "library/verification.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QByteArray story =
    "Ferry runs aground\n\nThe ferry ran aground at dawn on Monday. The captain said the fog was "
    "thick as wool.\n\nNobody was hurt. The harbour is open again.\n";
const QString captain = QStringLiteral("The captain said the fog was thick as wool.");

} // namespace

/// Holds passages against real files that were changed since.
class TestVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changedFile_isToldByItsState_data();
    void changedFile_isToldByItsState();
    void goneFile_isMissing();
    void otherRecords_areMissing();
    void editedExport_isChanged();
    void twinWords_areNobodys();
    void severalPassages_keepTheirOrder_andFilesAreReadOnce();
    void progress_stops();
    void movedFile_isFoundByItsContent();
    void stoppedSearch_saysWhereTheFileWas();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    Passage kept(const QString &name, const QString &quote) const;
    static VerifiedPassage verifyOne(const Passage &passage)
    {
        return Verification(readArticles).verify({passage}).at(0);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestVerification::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("ferry.txt"), story);
}

void TestVerification::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Passage TestVerification::kept(const QString &name, const QString &quote) const
{
    const ImportOutcome outcome = readArticles(path(name));
    const ArticlePtr &article = outcome.articles.at(0);
    const qsizetype at = article->text().indexOf(quote);
    Q_ASSERT(at >= 0);
    return Passage::cut(*article, {at, at + quote.size()});
}

void TestVerification::changedFile_isToldByItsState_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("differences");
    const auto with = [](const char *from, const char *to) { return QByteArray(story).replace(from, to); };
    QTest::newRow("as it was") << story << "identical" << captain << 0;
    QTest::newRow("line ends") << with("\n", "\r\n") << "unchanged-text" << captain << 0;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + story << "unchanged-text" << captain << 0;
    QTest::newRow("something behind it") << story + "\nMore to come.\n"
                                         << "unchanged-text" << captain << 0;
    QTest::newRow("as many letters before it")
        << with("Monday", "Sunday") << "unchanged-text" << captain << 0;
    QTest::newRow("something before it")
        << with("at dawn", "at dawn, sources say,") << "moved" << captain << 0;
    QTest::newRow("a word of it") << with("thick", "dense") << "changed"
                                  << "The captain said the fog was dense as wool." << 1;
    QTest::newRow("typography") << with("captain said", "captain\xc2\xa0said") << "changed"
                                << QStringLiteral("The captain\u00a0said the fog was thick as wool.") << 1;
    QTest::newRow("gone") << with("The captain said the fog was thick as wool.", "") << "changed"
                          << "" << 0;
    QTest::newRow("another article") << QByteArray("Prices rise\n\nBread costs more than ever before.\n")
                                     << "changed"
                                     << "" << 0;
    QTest::newRow("no article") << QByteArray() << "missing"
                                << "" << 0;
}

void TestVerification::changedFile_isToldByItsState()
{
    QFETCH(const QByteArray, now);
    QFETCH(const QString, state);
    QFETCH(const QString, words);
    QFETCH(const int, differences);
    const Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    write(QStringLiteral("ferry.txt"), now);
    const VerifiedPassage verified = verifyOne(passage);
    QCOMPARE(name(verified.state), state);
    QCOMPARE(verified.words, words);
    QCOMPARE(int(verified.differences.size()), differences);
    QCOMPARE(verified.range.length(), words.size());
    QVERIFY(verified.passage == passage);
    QCOMPARE(verified.path, path(QStringLiteral("ferry.txt")));
    // Whoever is told that words are gone is told why.
    QCOMPARE(verified.reason.isEmpty(), !words.isEmpty());
    const VerificationSummary summary = summaryOf({verified});
    QCOMPARE(summary.isConfirmed(), state != QLatin1String("changed") && state != QLatin1String("missing"));
}

void TestVerification::goneFile_isMissing()
{
    const Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    QVERIFY(QFile::remove(path(QStringLiteral("ferry.txt"))));
    const VerifiedPassage verified = verifyOne(passage);
    QCOMPARE(name(verified.state), QStringLiteral("missing"));
    QVERIFY(!verified.reason.isEmpty());
}

void TestVerification::otherRecords_areMissing()
{
    const QByteArray record =
        R"({"id":"%1","title":"Ferry","text":"The ferry ran aground at dawn. The captain said the fog was thick."})";
    write(QStringLiteral("all.jsonl"), QByteArray(record).replace("%1", "a") + '\n');
    const Passage passage =
        kept(QStringLiteral("all.jsonl"), QStringLiteral("The captain said the fog was thick."));
    QCOMPARE(passage.source.part, QStringLiteral("a"));
    write(QStringLiteral("all.jsonl"), QByteArray(record).replace("%1", "b") + '\n');
    const VerifiedPassage verified = verifyOne(passage);
    QCOMPARE(name(verified.state), QStringLiteral("missing"));
    QVERIFY2(verified.reason.contains(QStringLiteral("“a”")), qPrintable(verified.reason));
}

void TestVerification::editedExport_isChanged()
{
    // Somebody has put other words into the export; the file is as it was.
    Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    passage.quote.replace(QLatin1String("thick"), QLatin1String("white"));
    const VerifiedPassage verified = verifyOne(passage);
    QCOMPARE(name(verified.state), QStringLiteral("changed"));
    QCOMPARE(verified.words, captain);
    QCOMPARE(verified.differences.size(), size_t(1));
    QVERIFY(verified.reason.contains(QLatin1String("export was changed")));
}

void TestVerification::twinWords_areNobodys()
{
    const Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    write(QStringLiteral("ferry.txt"), "Fog\n\nOne thing. " + captain.toUtf8() + " Two.\n\nThree. " +
                                           captain.toUtf8() + " Four things.\n");
    const VerifiedPassage verified = verifyOne(passage);
    QCOMPARE(name(verified.state), QStringLiteral("changed"));
    QVERIFY(verified.range.isEmpty());
    QCOMPARE(verified.candidates.size(), size_t(2));
    QVERIFY(verified.reason.contains(QLatin1String("several places")));
}

void TestVerification::severalPassages_keepTheirOrder_andFilesAreReadOnce()
{
    write(QStringLiteral("other.txt"), "Bread\n\nBread costs more than ever before.\n");
    const Passage first = kept(QStringLiteral("other.txt"), QStringLiteral("costs more"));
    const Passage second = kept(QStringLiteral("ferry.txt"), captain);
    const Passage third = kept(QStringLiteral("other.txt"), QStringLiteral("ever before"));
    QStringList read;
    Verification verification([&read](const QString &file) {
        read += file;
        return readArticles(file);
    });
    const std::vector<VerifiedPassage> all = verification.verify({first, second, third});
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(all[0].words, first.quote);
    QCOMPARE(all[1].words, second.quote);
    QCOMPARE(all[2].words, third.quote);
    QCOMPARE(read.size(), 2);
    QCOMPARE(summaryOf(all).identical, 3);
}

void TestVerification::progress_stops()
{
    const Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    const std::vector<VerifiedPassage> all =
        Verification(readArticles).verify({passage, passage, passage}, [](size_t done) { return done < 2; });
    QCOMPARE(all.size(), size_t(2));
}

void TestVerification::movedFile_isFoundByItsContent()
{
    const Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("archive/2021")));
    QVERIFY(
        QFile::rename(path(QStringLiteral("ferry.txt")), path(QStringLiteral("archive/2021/old ferry.txt"))));
    // Of the same size, but not the same.
    write(QStringLiteral("archive/2021/another.txt"), QByteArray(story).replace("Monday", "Sunday"));
    SourceFinder finder({path(QStringLiteral("archive"))});
    Verification verification(readArticles, [&finder](const Source &source) { return finder.find(source); });
    const VerifiedPassage verified = verification.verify({passage}).at(0);
    QCOMPARE(name(verified.state), QStringLiteral("identical"));
    QCOMPARE(verified.path, path(QStringLiteral("archive/2021/old ferry.txt")));
}

void TestVerification::stoppedSearch_saysWhereTheFileWas()
{
    const Passage passage = kept(QStringLiteral("ferry.txt"), captain);
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("archive")));
    QVERIFY(QFile::rename(path(QStringLiteral("ferry.txt")), path(QStringLiteral("archive/ferry.txt"))));
    std::stop_source stop;
    SourceFinder stopped({path(QStringLiteral("archive"))}, stop.get_token());
    stop.request_stop();
    QCOMPARE(stopped.find(passage.source), passage.source.path);
    SourceFinder finder({path(QStringLiteral("archive"))});
    QCOMPARE(finder.find(passage.source), path(QStringLiteral("archive/ferry.txt")));
}

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
