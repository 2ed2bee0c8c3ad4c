#include "app/import/reading.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QByteArray name;
    QByteArray content;
};

using Choose = int (*)(archive *);

/// An archive as other programs write it.
QByteArray packed(const QList<Entry> &entries, Choose format, Choose filter = archive_write_add_filter_none)
{
    const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                         archive_write_free);
    format(writer.get());
    filter(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    QByteArray bytes(qsizetype(8) << 20, '\0');
    size_t used = 0;
    archive_write_open_memory(writer.get(), bytes.data(), size_t(bytes.size()), &used);
    for (const Entry &each : entries) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                                  archive_entry_free);
        archive_entry_set_pathname(entry.get(), each.name.constData());
        archive_entry_set_size(entry.get(), each.content.size());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_write_header(writer.get(), entry.get());
        archive_write_data(writer.get(), each.content.constData(), size_t(each.content.size()));
    }
    archive_write_close(writer.get());
    bytes.truncate(qsizetype(used));
    return bytes;
}

QByteArray gzipped(const QByteArray &content)
{
    return packed({{"x", content}}, archive_write_set_format_raw, archive_write_add_filter_gzip);
}

const QByteArray prose = "The ferry will sail again on Monday.";

QByteArray record(const QByteArray &type, const QByteArray &uri, const QByteArray &block)
{
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
           "\r\nContent-Type: application/http\r\nContent-Length: " + QByteArray::number(block.size()) +
           "\r\n\r\n" + block + "\r\n\r\n";
}

QByteArray response(const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body;
}

const QByteArray page =
    "<!doctype html><html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The ferry will "
    "sail again "
    "on Monday, said the harbour master.</p></article></body></html>";

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT

private slots:
    void members_areReadAsFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QList<Entry> entries{{"texts/one.txt", prose},
                                   {"texts/two.html", page},
                                   {"texts/two_files/style.css", "p { color: red }"},
                                   {"texts/picture.png", "\x89PNG"},
                                   {"texts/.hidden", "Some words."},
                                   {"../three.md", "# Three\n\nWords *here*."}};
        QTest::newRow("zip") << packed(entries, archive_write_set_format_zip);
        QTest::newRow("tar") << packed(entries, archive_write_set_format_ustar);
        QTest::newRow("tar.gz") << packed(entries, archive_write_set_format_ustar,
                                          archive_write_add_filter_gzip);
        QTest::newRow("tar.xz") << packed(entries, archive_write_set_format_ustar,
                                          archive_write_add_filter_xz);
        QTest::newRow("tar.zst") << packed(entries, archive_write_set_format_ustar,
                                           archive_write_add_filter_zstd);
        QTest::newRow("7z") << packed(entries, archive_write_set_format_7zip);
    }

    void members_areReadAsFiles()
    {
        QFETCH(QByteArray, bytes);
        const RawFile file = rawFile(bytes, u"/texts/all"_s);
        const ImportOutcome outcome = importBytes(file, {});
        QVERIFY2(outcome.failures.empty(),
                 outcome.failures.empty() ? "" : qPrintable(outcome.failures[0].error.message));
        QCOMPARE(outcome.articles.size(), 3u);
        QStringList parts;
        for (const ArticlePtr &article : outcome.articles) {
            parts += article->source().part;
            QCOMPARE(article->source().path, u"/texts/all"_s);
            QCOMPARE(article->source().sha256, file.sha256);
            QCOMPARE(article->source().bytes, qint64(bytes.size()));
        }
        parts.sort();
        QCOMPARE(parts, QStringList({u"../three.md"_s, u"texts/one.txt"_s, u"texts/two.html"_s}));
    }

    void compressedFile_isTheFileItself()
    {
        const ArticlePtr article = readOne(gzipped(prose), QString(), u"/texts/ferry.txt.gz"_s);
        QVERIFY(article);
        QCOMPARE(article->source().part, QString());
        QCOMPARE(article->source().format, u"text"_s);
        QVERIFY(article->text().contains(u"sail again"));
    }

    void archiveInArchive_isRead_notForEver()
    {
        QByteArray bytes = packed({{"one.txt", prose}}, archive_write_set_format_zip);
        bytes = packed({{"inner.zip", bytes}}, archive_write_set_format_zip);
        const ImportOutcome two = importBytes(rawFile(bytes), {});
        QCOMPARE(two.articles.size(), 1u);
        QCOMPARE(two.articles[0]->source().part, u"inner.zip!one.txt"_s);
        for (int i = 0; i < 3; ++i)
            bytes = packed({{"inner.zip", bytes}}, archive_write_set_format_zip);
        const ImportOutcome five = importBytes(rawFile(bytes), {});
        QVERIFY(five.articles.empty());
        QCOMPARE(five.failures.size(), 1u);
        QCOMPARE(five.failures[0].error.kind, ErrorKind::Limit);
    }

    void bomb_isStopped()
    {
        const QByteArray bomb = packed({{"zeros.txt", QByteArray(qsizetype(200) << 20, ' ')}},
                                       archive_write_set_format_zip, archive_write_add_filter_none);
        const ImportOutcome outcome = importBytes(rawFile(bomb), {});
        QVERIFY(outcome.articles.empty());
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures[0].error.kind, ErrorKind::Limit);
        QCOMPARE(outcome.failures[0].part, u"zeros.txt"_s);
    }

    void cutOff_saysSo()
    {
        const QByteArray whole = packed({{"one.txt", prose}, {"two.txt", prose}},
                                        archive_write_set_format_ustar, archive_write_add_filter_gzip);
        for (qsizetype size = 3; size < whole.size(); size += 7) {
            const ImportOutcome outcome = importBytes(rawFile(whole.first(size)), {});
            QVERIFY(!outcome.articles.empty() || !outcome.failures.empty());
        }
    }

    void onlyPictures_saysSo()
    {
        const ImportOutcome outcome =
            importBytes(rawFile(packed({{"a.png", "x"}, {"b.jpg", "y"}}, archive_write_set_format_zip)), {});
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures[0].error.kind, ErrorKind::Empty);
    }

    void webArchive_pagesAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto of = [](const QByteArray &headers, const QByteArray &body) {
            return record("warcinfo", "", "software: x") +
                   record("request", "https://x.example/ferry", "GET / HTTP/1.1") +
                   record("response", "https://x.example/ferry", response(headers, body)) +
                   record("response", "https://x.example/ferry",
                          response(QByteArray(), "<p>A second capture.</p>")) +
                   record("response", "https://x.example/style.css",
                          "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}") +
                   record("response", "https://x.example/gone",
                          "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing here.</p>");
        };
        QTest::newRow("plain") << of({}, page);
        QTest::newRow("gzip member a record") << gzipped(of({}, page));
        QTest::newRow("chunks") << of("Transfer-Encoding: chunked\r\n",
                                      QByteArray::number(page.size(), 16) + "\r\n" + page + "\r\n0\r\n\r\n");
        QTest::newRow("said to be in chunks, but is not") << of("Transfer-Encoding: chunked\r\n", page);
        QTest::newRow("gzip content") << of("Content-Encoding: gzip\r\n", gzipped(page));
        QTest::newRow("deflate content") << of("Content-Encoding: deflate\r\n", qCompress(page).sliced(4));
        QTest::newRow("said to be gzip, but is not") << of("Content-Encoding: gzip\r\n", page);
    }

    void webArchive_pagesAreRead()
    {
        QFETCH(QByteArray, bytes);
        const ImportOutcome outcome = importBytes(rawFile(bytes, u"/texts/web.warc"_s), {});
        QVERIFY2(outcome.failures.empty(),
                 outcome.failures.empty() ? "" : qPrintable(outcome.failures[0].error.message));
        QCOMPARE(outcome.articles.size(), 1u);
        QCOMPARE(outcome.articles[0]->source().part, u"https://x.example/ferry"_s);
        QCOMPARE(outcome.articles[0]->source().format, u"html"_s);
        QCOMPARE(outcome.articles[0]->title(), u"Ferry"_s);
        QVERIFY(outcome.articles[0]->text().contains(u"harbour master"));
    }

    void webArchive_wrongLength_goesOnAtTheNextRecord()
    {
        QByteArray bytes = record("response", "https://x.example/one", response({}, page));
        bytes.replace("Content-Length: ", "Content-Length: 9");
        bytes += record("response", "https://x.example/two", response({}, page));
        const ImportOutcome outcome = importBytes(rawFile(bytes), {});
        QCOMPARE(outcome.articles.size(), 2u);
        QCOMPARE(outcome.failures.size(), 1u);
        QVERIFY(outcome.failures[0].error.message.contains(u"1 records"));
    }

    void webArchive_unknownEncoding_isNamed()
    {
        const ImportOutcome outcome =
            importBytes(rawFile(record("response", "https://x.example/one",
                                       response("Content-Encoding: lzma2\r\n", page))),
                        {});
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures[0].error.kind, ErrorKind::Unsupported);
        QCOMPARE(outcome.failures[0].part, u"https://x.example/one"_s);
    }
};

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
