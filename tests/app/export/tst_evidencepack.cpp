#include "app/export/exportfixture.h"
#include "app/export/foreigntool.h"
#include "export/exporter.h"
#include "export/exportreader.h"
#include "export/zipfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

constexpr qsizetype limit = 1 << 20;

QByteArray memberOf(const QByteArray &pack, const char *name)
{
    return memberOfZip(pack, QString::fromLatin1(name), limit).value_or(QByteArray());
}

/// A script that hands the page files as a user would drop them: names and contents.
QByteArray dropping(const QList<QPair<QString, QByteArray>> &files)
{
    QByteArray script = "<script>lecternCheck([";
    for (const auto &[name, bytes] : files)
        script += "new File([Uint8Array.from(atob('" + bytes.toBase64() + "'), c => c.charCodeAt(0))], '" +
                  name.toUtf8() + "'),";
    return script + "]);</script></body>";
}

} // namespace

/// The evidence pack, and its page in a real browser where there is one.
class TestEvidencePack : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pack_holdsPageRecordAndSums();
    void sources_arePackedOnlyWhenTheyAreTheSame();
    void sums_areCheckedBySha256sum();
    void page_fetchesNothing();
    void page_tellsIdenticalFromChanged_data();
    void page_tellsIdenticalFromChanged();

private:
    QByteArray pack(bool withSources) const;

    QTemporaryDir m_folder{temporaryFolder()};
    std::vector<Passage> m_passages;
    QByteArray m_source;
};

void TestEvidencePack::init()
{
    // The words of the article as a file, its blanks and line breaks otherwise than in the text.
    const ArticlePtr article = exportArticle();
    m_source = article->text().toUtf8().replace("\n", "\r\n\r\n").replace("Four *slept*", "Four  *slept*");
    QFile file(m_folder.filePath(QStringLiteral("fog.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_source);
    m_passages = {keptOf(*article, QStringLiteral("Two stayed,” she said. Three"), 1),
                  keptOf(*article, QStringLiteral("early.\nFour *slept*"), 2)};
    m_passages[0].omit({{m_passages[0].range.start + 10, m_passages[0].range.start + 22}});
    for (Passage &passage : m_passages) {
        passage.source.path = file.fileName();
        passage.source.sha256 = QCryptographicHash::hash(m_source, QCryptographicHash::Sha256).toHex();
        passage.source.encoding = QStringLiteral("UTF-8");
    }
}

QByteArray TestEvidencePack::pack(bool withSources) const
{
    ExportOptions options;
    options.withSources = withSources;
    return exporterNamed(u"evidence")->write(m_passages, options);
}

void TestEvidencePack::pack_holdsPageRecordAndSums()
{
    const QByteArray bytes = pack(false);
    QCOMPARE(bytes, pack(false));
    const Result<std::vector<Passage>> read = readExport(bytes, {});
    QVERIFY(read.ok() && *read == m_passages);
    const Result<std::vector<Passage>> page = readExport(memberOf(bytes, "evidence.html"), {});
    QVERIFY(page.ok() && *page == m_passages);
    QVERIFY(memberOf(bytes, "sources/1-fog.txt").isEmpty());
    QVERIFY(memberOf(bytes, "README.txt").contains("does not prove"));
}

void TestEvidencePack::sources_arePackedOnlyWhenTheyAreTheSame()
{
    QCOMPARE(memberOf(pack(true), "sources/1-fog.txt"), m_source);
    ExportOptions options;
    options.withSources = true;
    QCOMPARE(exporterNamed(u"evidence")->warnings(m_passages, options), QStringList());
    for (Passage &passage : m_passages)
        passage.source.sha256 = QByteArray(64, '0');
    QVERIFY(memberOf(pack(true), "sources/1-fog.txt").isEmpty());
    QCOMPARE(exporterNamed(u"evidence")->warnings(m_passages, options).size(), 1);
}

void TestEvidencePack::sums_areCheckedBySha256sum()
{
    const QByteArray bytes = pack(true);
    const QTemporaryDir unpacked(temporaryFolder());
    QVERIFY(QDir(unpacked.path()).mkdir(QStringLiteral("sources")));
    for (const char *name :
         {"README.txt", "evidence.html", "lectern.json", "sources/1-fog.txt", "SHA256SUMS"}) {
        QFile file(unpacked.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(memberOf(bytes, name));
    }
    const QStringList check{QStringLiteral("-c"),
                            QStringLiteral("cd \"$0\" && sha256sum --strict -c SHA256SUMS"), unpacked.path()};
    const ForeignRun run = runForeign(QStringLiteral("sh"), check);
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(run.out.count(": OK\n"), 4);
}

void TestEvidencePack::page_fetchesNothing()
{
    const QByteArray page = memberOf(pack(false), "evidence.html");
    QVERIFY(page.contains("default-src 'none'"));
    for (const char *reach : {" src=", " href=", "url(", "fetch(", "XMLHttpRequest", "import ", "WebSocket"})
        QVERIFY2(!page.contains(reach), reach);
}

void TestEvidencePack::page_tellsIdenticalFromChanged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("the same file") << "other name.txt" << QByteArray()
                                   << QStringList{
                                          QStringLiteral("the source of 2 is identical, of 0 changed"),
                                          QStringLiteral("and its words stand in it. (other name.txt)")};
    QTest::newRow("changed elsewhere")
        << "fog.txt" << QByteArray("One came|None came")
        << QStringList{QStringLiteral("the source of 0 is identical, of 2 changed"),
                       QStringLiteral("The words still stand in it. (fog.txt)")};
    QTest::newRow("words changed") << "1-fog.txt" << QByteArray("Three|Thirty")
                                   << QStringList{
                                          QStringLiteral("of 2 changed"),
                                          QStringLiteral("The words are not found in it. (1-fog.txt)"),
                                          QStringLiteral("The words still stand in it. (1-fog.txt)")};
    QTest::newRow("another file") << "rain.txt" << QByteArray("One|Two")
                                  << QStringList{QStringLiteral(
                                         "of 2 not checked yet. No passage is from rain.txt.")};
}

void TestEvidencePack::page_tellsIdenticalFromChanged()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, change);
    QFETCH(QStringList, said);
    QByteArray bytes = m_source;
    if (!change.isEmpty())
        bytes.replace(change.split('|').at(0), change.split('|').at(1));
    QByteArray page = memberOf(pack(false), "evidence.html");
    page.replace("</body>", dropping({{name, bytes}}));
    QFile file(m_folder.filePath(QStringLiteral("evidence.html")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(page);
    file.close();
    const ForeignRun run = runForeign(
        QStringLiteral("chromium"),
        {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"),
         QStringLiteral("--user-data-dir=") + m_folder.filePath(QStringLiteral("profile")),
         QStringLiteral("--virtual-time-budget=5000"), QStringLiteral("--dump-dom"),
         QStringLiteral("file://") + file.fileName()});
    if (!run.isThere)
        QSKIP("chromium is not installed");
    const QString shown = QString::fromUtf8(run.out);
    for (const QString &sentence : said)
        QVERIFY2(shown.contains(sentence),
                 qPrintable(shown.mid(shown.indexOf(QStringLiteral("<body"))).left(3000)));
}

QTEST_GUILESS_MAIN(TestEvidencePack)
#include "tst_evidencepack.moc"
