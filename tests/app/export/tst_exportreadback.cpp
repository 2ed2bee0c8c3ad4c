#include "app/export/foreignreaders.h"
#include "app/passages/passagefixture.h"
#include "export/annotation.h"
#include "export/exporter.h"
#include "export/exportreader.h"
#include "support/seed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <md4c.h>

using namespace Lectern;

namespace {

constexpr unsigned markdownDialects[] = {
    0, MD_DIALECT_GITHUB, MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE};

QByteArray written(const char *format, const std::vector<Passage> &passages)
{
    return exporterNamed(QString::fromLatin1(format))->write(passages);
}

/// A cell as it was before the guard against formulas.
QString unguarded(const QHash<QString, QString> &row, const QString &column)
{
    const QString cell = row.value(column);
    return row.value(QStringLiteral("guarded")).split(u' ').contains(column) ? cell.mid(1) : cell;
}

/// Words, signs and white space out of which hard cases come together.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{
        "word",
        "word ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "#",
        "# ",
        "- ",
        "+ ",
        "* ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "~~~",
        "~~",
        "1. ",
        "12) ",
        ">",
        "> ",
        "<",
        "<b>",
        "</script>",
        "<script>",
        "<!--",
        "-->",
        "--",
        "---",
        "===",
        "&",
        "&amp;",
        "&#10;",
        "&nbsp;",
        "\\",
        "\\n",
        "[",
        "]",
        "[a](b)",
        "![",
        "|",
        "|-|",
        "$",
        "$$",
        "$x$",
        "\"",
        "'",
        "“",
        "”",
        ",",
        ";",
        "=",
        "=SUM(A1)",
        "@",
        "http://a.example/x_y_z",
        "www.example.org",
        "a@b.example",
        ":",
        ": ",
        "[^1]: x",
        "[[w]]",
        "\u00a0",
        "\u202f",
        "\u200b",
        "\u00ad",
        "é",
        "e\u0301",
        "👩‍🚒",
        "😀",
        "مرحبا",
        "\u200f",
        "日本",
        "नमस्ते",
        "\ufffc",
        "\ufffd",
        "%20",
        "{",
        "}",
        "^",
        "^id",
        "!",
        "?",
        ".",
        "1986. A",
    };
    QString text;
    for (int n = 1 + random.bounded(12); n > 0; --n)
        text += pieces[random.bounded(int(pieces.size()))];
    return text;
}

} // namespace

class TestExportReadBack : public QObject
{
    Q_OBJECT

private slots:
    void nastyQuote_isReadBackToTheLetter_data();
    void nastyQuote_isReadBackToTheLetter();
    void randomTexts_areReadBackToTheLetter();
    void lists_canBeTakenApart();

private:
    void readBack(const Passage &passage);
};

void TestExportReadBack::readBack(const Passage &passage)
{
    const std::vector<Passage> passages{passage, passage};
    const QString shown = passage.shownQuote();
    const QByteArray plain = written("text", passages);
    QVERIFY(plain.startsWith(shown.toUtf8() + "\n\n"));
    QCOMPARE(plain.count(shown.toUtf8() + "\n\n") >= 2, true);

    const QByteArray markdown = written("markdown", passages);
    for (const unsigned dialect : markdownDialects)
        QCOMPARE(markdownQuotes(markdown, dialect), QStringList({shown, shown}));
    static const QRegularExpression comment(QStringLiteral("(?<=\n)<!-- lectern-passage (.*?) -->\n"));
    auto match = comment.globalMatch(QString::fromUtf8(markdown));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(match.hasNext());
        QJsonObject record = QJsonDocument::fromJson(match.next().captured(1).toUtf8()).object();
        QCOMPARE(record.take(QStringLiteral("@context")), annotationContext());
        QCOMPARE(record, annotation(passage));
    }
    QVERIFY(!match.hasNext());

    const QByteArray html = written("html", passages);
    QCOMPARE(htmlQuotes(html), QStringList({shown, shown}));
    const QStringList scripts = htmlScripts(html);
    QCOMPARE(scripts.size(), 1);
    QCOMPARE(QJsonDocument::fromJson(scripts.first().toUtf8()).object(), annotationPage(passages));
    QVERIFY(!html.contains(" src=") && !html.contains(" href=") && !html.contains("url("));

    const auto rows = csvRows(written("csv", passages));
    QCOMPARE(rows.size(), size_t(2));
    for (const auto &row : rows) {
        QCOMPARE(row.value(QStringLiteral("error")), QString());
        QCOMPARE(unguarded(row, QStringLiteral("quote")), passage.quote);
        QCOMPARE(unguarded(row, QStringLiteral("note")), passage.note);
        QCOMPARE(unguarded(row, QStringLiteral("title")), passage.title);
        QCOMPARE(unguarded(row, QStringLiteral("prefix")), passage.prefix);
        QCOMPARE(row.value(QStringLiteral("start")), QString::number(passage.codePoints.start));
        QCOMPARE(row.value(QStringLiteral("text_sha256")), QString::fromLatin1(passage.textSha256));
        for (const QString &cell : row)
            QVERIFY2(cell.isEmpty() || !QStringLiteral("=+-@\t\r\n").contains(cell.front()),
                     qPrintable(cell));
    }

    const QJsonObject page = QJsonDocument::fromJson(written("json", passages)).object();
    QCOMPARE(page, annotationPage(passages));
    for (const char *format : {"json", "annotation", "html", "markdown", "csv"}) {
        const Result<std::vector<Passage>> read = readExport(written(format, passages), {});
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().toString()));
        QVERIFY2(*read == passages, format);
    }
    const QJsonValue target = page["items"][0]["target"];
    const QJsonValue first = target.isArray() ? target[0] : target;
    const QJsonValue last = target.isArray() ? target[target.toArray().size() - 1] : target;
    QCOMPARE(target.isArray() ? target.toArray().size() : 1, qsizetype(passage.pieces().size()));
    const TextRange piece = passage.pieces().front();
    QCOMPARE(first["selector"][0]["exact"].toString(), passage.quote.left(piece.length()));
    QCOMPARE(first["selector"][0]["prefix"].toString(), passage.prefix);
    QCOMPARE(last["selector"][0]["suffix"].toString(), passage.suffix);
    QCOMPARE(first["selector"][1]["start"].toInteger(), qint64(passage.codePoints.start));
    QCOMPARE(last["selector"][1]["end"].toInteger(), qint64(passage.codePoints.end));
}

void TestExportReadBack::nastyQuote_isReadBackToTheLetter_data()
{
    QTest::addColumn<QString>("quote");
    const QStringList quotes{
        "plain words",
        "# no heading",
        "#no heading",
        "> no quote",
        "- no item",
        "+ no item",
        "* no item",
        "*no emphasis*",
        "__init__",
        "1. no item",
        "1) no item",
        "1986. A great year",
        "1",
        "1.",
        "`no code`",
        "```\nno fence\n```",
        "~~~\nno fence",
        "~~no strike~~",
        "no setext\n===",
        "no setext\n---",
        "---",
        "***",
        "<script>alert(1)</script>",
        "a <b>bold</b> word",
        "<!-- no comment -->",
        "--> end",
        "a -- b --- c",
        "</script>",
        "]]>",
        "&amp; stays, &lt; too, &#10; too",
        "AT&T",
        "back\\slash \\* \\",
        "ends with \\",
        "[no link](http://x)",
        "![no image](x)",
        "[ref]: http://x",
        "[^1]: note",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "$5 and $6",
        "<http://auto.example>",
        "http://auto.example/a_b_c",
        "www.a.example",
        "one\ntwo",
        "one\n\ntwo",
        "\nleading",
        "trailing\n",
        "\n",
        "\n\n\n",
        "a\n\n\n\nb",
        "    four spaces",
        "\tleading tab",
        "trailing spaces  ",
        "two  inner  spaces",
        " ",
        "  \n  ",
        "a \n b",
        "lines\n  with indent\n\tand tab",
        QStringLiteral("\u00a0no-break\u00a0space\u00a0"),
        QStringLiteral("10\u202f000"),
        QStringLiteral("soft\u00adhyphen\u200bzwsp"),
        "👩‍🚒 emoji 😀",
        QStringLiteral("e\u0301 combining"),
        "مرحبا بالعالم",
        QStringLiteral("\u200fמילים\u200e mixed"),
        "日本語の文。",
        "नमस्ते",
        "=SUM(A1:A9)",
        "+49 30 1234",
        "-5 degrees",
        "@handle",
        "'already an apostrophe",
        "\tcell",
        "comma, \"quote\", semicolon;",
        "\"",
        "\"\"",
        ",",
        QStringLiteral("“Curly,” he said"),
        ": definition",
        "a\n: b",
        "Term\n: definition",
        "\\",
        "<",
        "&",
        "#",
        ">",
        "-",
        "*",
        "_",
        "`",
        "[",
        "]",
        "!",
        "|",
        "~",
    };
    for (const QString &quote : quotes)
        QTest::addRow("%s",
                      QString(quote).replace(QLatin1String("\n"), QLatin1String("\\n")).toUtf8().constData())
            << quote;
}

void TestExportReadBack::nastyQuote_isReadBackToTheLetter()
{
    QFETCH(QString, quote);
    Passage passage = keptPassageOf(quote);
    passage.omitted.clear();
    passage.note = quote;
    passage.title = quote;
    passage.prefix = quote;
    passage.outlet = quote;
    passage.tags = {quote, QStringLiteral("tag")};
    passage.source.path = QStringLiteral("/library/") + QString(quote).remove(u'/') + QStringLiteral(".txt");
    readBack(passage);
}

void TestExportReadBack::randomTexts_areReadBackToTheLetter()
{
    const quint32 seed = testSeed();
    QRandomGenerator random(seed);
    for (int i = 0; i < 150; ++i) {
        Passage passage = keptPassageOf(randomText(random));
        passage.omitted.clear();
        const qsizetype gap = passage.range.start + random.bounded(int(passage.quote.size()));
        passage.omit({{gap, gap + random.bounded(4)}, {gap + 5, gap + 5 + random.bounded(9)}});
        passage.note = randomText(random);
        passage.title = randomText(random);
        passage.prefix = randomText(random);
        passage.authors = {randomText(random), randomText(random)};
        passage.published = PartialDate::fromIso(u"2021-09-29T01:12+02:00");
        readBack(passage);
        if (QTest::currentTestFailed()) {
            qInfo().noquote() << "quote:" << QJsonDocument(QJsonArray{passage.quote, passage.note}).toJson();
            return;
        }
    }
}

void TestExportReadBack::lists_canBeTakenApart()
{
    Passage passage = keptPassageOf(QStringLiteral("words"));
    passage.tags = {"a; b", "back\\slash", "=c"};
    const auto rows = csvRows(written("csv", {passage}));
    QCOMPARE(rows.front().value("tags"), QStringLiteral("a\\; b; back\\\\slash; =c"));
    QCOMPARE(rows.front().value("guarded"), QString());
}

QTEST_GUILESS_MAIN(TestExportReadBack)
#include "tst_exportreadback.moc"
