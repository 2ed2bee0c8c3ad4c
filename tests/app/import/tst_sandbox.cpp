#include "app/import/packing.h"
#include "app/import/pdfmaking.h"
#include "app/import/reading.h"
#include "import/sandbox.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <stop_token>
#include <thread>
#include <vector>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(LECTERN_BIN_DIR "/lectern-import");
const QByteArray words =
    "Harbour ferry sails again\n\nThe harbour ferry will sail again on Monday, its owner said.";

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private slots:
    void file_isReadAsItIsWithoutSandbox()
    {
        const QString path = write(u"a.txt"_s, words);
        Sandbox sandbox(program);
        const ImportOutcome outcome = sandbox.read(path, {});
        QCOMPARE(outcome.articles.size(), 1u);
        const Article &article = *outcome.articles.front();
        const ArticlePtr direct = readOne(words, QString(), path);
        QCOMPARE(article.text(), direct->text());
        QCOMPARE(article.blocks(), direct->blocks());
        QCOMPARE(article.id(), direct->id());
        QCOMPARE(article.title(), u"Harbour ferry sails again"_s);
        QCOMPARE(article.source().sha256, direct->source().sha256);
        QVERIFY(article.source().modifiedMs > 0);
        QVERIFY(sandbox.walls().contains(u"rlimits"));
    }

    void manyFiles_areReadByOneSandbox()
    {
        Sandbox sandbox(program);
        for (int i = 0; i < 50; ++i) {
            const ImportOutcome outcome =
                sandbox.readBytes(words + "\n\n" + QByteArray::number(i), u"-"_s, {});
            QCOMPARE(outcome.articles.size(), 1u);
            QVERIFY(outcome.articles.front()->text().endsWith(QString::number(i)));
        }
    }

    void largeCollection_comesWhole()
    {
        QByteArray lines;
        for (int i = 0; i < 3000; ++i)
            lines += "{\"text\":\"" + QByteArray("The ferry sails. ").repeated(30) + "\"}\n";
        lines += "not json\n";
        Sandbox sandbox(program);
        const ImportOutcome outcome = sandbox.readBytes(lines, u"-"_s, {});
        QCOMPARE(outcome.articles.size(), 3000u);
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures.front().part, u"3001"_s);
    }

    void everyFormat_isReadBehindTheWalls_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("page") << QByteArray(
            "<html><head><meta charset=windows-1251></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2, "
            "\xEC\xE8\xF0</p>");
        QTest::newRow("markdown") << QByteArray(
            "# Ferry\n\nSome **words** and a [link](https://example.org) &eacute;.");
        QTest::newRow("records") << QByteArray("{\"text\":\"Words.\",\"date\":\"28 September 2021\"}");
        QTest::newRow("Shift_JIS") << QByteArray(
            "\x8D\xF0\x93\xFA\x82\xCC\x96\xE9\x81\x41\x92\xAC\x82\xCC\x90\x6C\x81\x58\x82\xCD\x90\x56\x82\xB5"
            "\x82\xA2\x8B\xB4\x82\xF0\x8F\x6A\x82\xA2\x82\xDC\x82\xB5\x82\xBD\x81\x42");
        QTest::newRow("RTF") << QByteArray(
            "{\\rtf1{\\fonttbl{\\f1\\fcharset204 A;}{\\f2\\fcharset128 B;}}{\\f1 "
            "\\'cf\\'f0}{\\f2 \\'93\\'fa\\'96\\'7b}}");
        QTest::newRow("mail") << QByteArray(
            "Message-ID: <1@b>\nSubject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=\nDate: 8 Feb 96 17:33 PST\n"
            "Content-Type: text/plain; charset=koi8-r\n\n\xF0\xD2\xC9\xD7\xC5\xD4");
        QTest::newRow("DOCX") << packed(
            {{"word/document.xml", "<w:document xmlns:w='w'><w:p><w:r><w:t>Words.</w:t>"
                                   "</w:r></w:p></w:document>"}});
        QTest::newRow("PDF") << pdf({"BT /F 12 Tf 72 700 Td (Some words.) Tj ET"},
                                    "/CreationDate (D:20210928100000Z)");
    }

    void characterMapsOfPdf_areRead()
    {
        if (!QFile::exists(u"/usr/share/poppler/cMap"_s))
            QSKIP("poppler-data is not installed.");
        const QByteArray font = "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H "
                                "/DescendantFonts [<< /Type /Font "
                                "/Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry "
                                "(Adobe) /Ordering (GB1) /Supplement 2 "
                                ">> /DW 1000 >>] >>";
        Sandbox sandbox(program);
        const ImportOutcome outcome = sandbox.readBytes(
            pdf({"BT /F 14 Tf 72 700 Td <B8DBBFDAD6F7B9DC> Tj ET"}, {}, {}, font), u"-"_s, {});
        if (!sandbox.walls().contains(u"landlock"))
            QSKIP("Without landlock nothing may be read.");
        QCOMPARE(outcome.articles.size(), 1u);
        QCOMPARE(outcome.articles.front()->text(), u"港口主管"_s);
    }

    void everyFormat_isReadBehindTheWalls()
    {
        QFETCH(QByteArray, bytes);
        Sandbox sandbox(program);
        const ImportOutcome outcome = sandbox.readBytes(bytes, u"-"_s, {});
        QCOMPARE(outcome.articles.size(), 1u);
        const ImportOutcome direct = importBytes(rawFile(bytes, u"-"_s), {});
        QCOMPARE(outcome.articles.front()->text(), direct.articles.front()->text());
    }

    void badFiles_areNamedFailures()
    {
        Sandbox sandbox(program);
        QCOMPARE(kindOf(sandbox.read(m_folder.path() + u"/missing.txt"_s, {})), u"unreadable"_s);
        QCOMPARE(kindOf(sandbox.read(m_folder.path(), {})), u"unreadable"_s);
        QCOMPARE(kindOf(sandbox.read(write(u"empty.txt"_s, ""), {})), u"empty"_s);
        QCOMPARE(kindOf(sandbox.read(write(u"zeros.txt"_s, QByteArray(5000, '\0')), {})), u"unsupported"_s);
        ImportOptions options;
        options.limits.fileBytes = options.limits.collectionBytes = 10;
        QCOMPARE(kindOf(sandbox.read(write(u"large.txt"_s, words), options)), u"limit"_s);
    }

    void misbehavingProgram_isANamedFailure_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("kind");
        QTest::newRow("ends") << QByteArray("exit 0") << u"crashed"_s;
        QTest::newRow("fails") << QByteArray("exit 1") << u"crashed"_s;
        QTest::newRow("hangs") << QByteArray("exec sleep 600") << u"timeout"_s;
        QTest::newRow("hangs with a child") << QByteArray("sleep 600") << u"timeout"_s;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << u"crashed"_s;
        QTest::newRow("used up its time") << QByteArray("kill -XCPU $$") << u"timeout"_s;
        QTest::newRow("used up its memory") << QByteArray("exit 3") << u"limit"_s;
        QTest::newRow("a child of it crashed") << QByteArray("exit 139") << u"crashed"_s;
        QTest::newRow("writes garbage")
            << QByteArray("echo this is not what anybody asked for; exec sleep 600") << u"crashed"_s;
        QTest::newRow("writes without end") << QByteArray("exec yes") << u"crashed"_s;
        QTest::newRow("announces too much")
            << QByteArray("printf 'LCT\\003\\377\\377\\377\\377\\377\\377\\377\\377'; exec sleep 600")
            << u"crashed"_s;
        QTest::newRow("a damaged article")
            << QByteArray("printf 'LCT\\003\\003\\000\\000\\000\\000\\000\\000\\000abc'; exec sleep 600")
            << u"crashed"_s;
        QTest::newRow("an empty answer")
            << QByteArray(
                   "printf 'LCT\\004\\021\\000\\000\\000\\000\\000\\000\\000\\242hfailures\\200ewalls`'; "
                   "exec sleep 600")
            << u"crashed"_s;
        QTest::newRow("half an answer")
            << QByteArray("printf 'LCT\\003\\377\\000\\000\\000\\000\\000\\000\\000abc'") << u"crashed"_s;
    }

    void misbehavingProgram_isANamedFailure()
    {
        QFETCH(QByteArray, script);
        const QString path = write(u"program"_s, "#!/bin/sh\n" + script + '\n');
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        Sandbox sandbox(path);
        ImportOptions options;
        options.limits.wallSeconds = 1;
        // More than a pipe holds, so that the program dies while it is written to.
        const ImportOutcome outcome = sandbox.readBytes(words + QByteArray(2'000'000, ' '), u"-"_s, options);
        QTEST(kindOf(outcome), "kind");
        QVERIFY(outcome.failures.front().error.message.endsWith(u'.'));
        QCOMPARE(outcome.failures.front().error.path, u"-"_s);
    }

    void missingProgram_isNamed()
    {
        Sandbox sandbox(m_folder.path() + u"/nowhere"_s);
        const ImportOutcome outcome = sandbox.readBytes(words, u"-"_s, {});
        QCOMPARE(kindOf(outcome), u"notfound"_s);
        QVERIFY(outcome.failures.front().error.message.contains(u"lectern-import is missing"));
    }

    void memoryLimit_isANamedFailure_andTheNextFileIsRead()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizers need more address space than any limit allows.");
#endif
        Sandbox sandbox(program);
        ImportOptions options;
        options.limits.addressSpace = 1 << 20;
        QCOMPARE(kindOf(sandbox.readBytes(words + QByteArray(4'000'000, ' '), u"-"_s, options)), u"limit"_s);
        QCOMPARE(sandbox.readBytes(words, u"-"_s, {}).articles.size(), 1u);
    }

    void stop_endsTheReading()
    {
        const QString path = write(u"program"_s, "#!/bin/sh\nexec sleep 600\n");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        Sandbox sandbox(path);
        std::stop_source source;
        // Whether it comes before the reading begins or amid it, the outcome is the same.
        const std::jthread stopper([&source] { source.request_stop(); });
        QCOMPARE(kindOf(sandbox.readBytes(words, u"-"_s, {}, source.get_token())), u"cancelled"_s);
    }

    void sandboxes_workSideBySide()
    {
        std::array<int, 4> right{};
        {
            std::vector<std::jthread> threads;
            for (size_t t = 0; t < right.size(); ++t)
                threads.emplace_back([&right, t] {
                    Sandbox sandbox(program);
                    for (int i = 0; i < 10; ++i) {
                        const QByteArray ending = QByteArray::number(int(t) * 100 + i);
                        const ImportOutcome outcome = sandbox.readBytes(words + "\n\n" + ending, u"-"_s, {});
                        right[t] += outcome.articles.size() == 1 &&
                                    outcome.articles.front()->text().endsWith(QString::fromLatin1(ending));
                    }
                });
        }
        for (const int count : right)
            QCOMPARE(count, 10);
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.path() + u'/' + name;
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The temporary folder cannot be written to.");
        return path;
    }

    /// The kind of the only failure; "" when there is not exactly one.
    static QString kindOf(const ImportOutcome &outcome)
    {
        return outcome.articles.empty() && outcome.failures.size() == 1
                   ? Lectern::name(outcome.failures.front().error.kind)
                   : QString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
