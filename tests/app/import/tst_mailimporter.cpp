#include "app/import/reading.h"
#include "import/mailheaders.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

QByteArray mail(const QByteArray &rest)
{
    return "From: \"Lee, Ann\" <ann@example.org>\r\nTo: bo@example.org\r\nSubject: The ferry\r\n"
           "Date: Tue, 28 Sep 2021 10:04:00 +0200\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n" +
           rest;
}

} // namespace

class TestMailImporter : public QObject
{
    Q_OBJECT

private slots:
    void headers_becomeMetadata()
    {
        const ArticlePtr article = readOne(mail("\r\nIt sails again.\r\n"), QString());
        QVERIFY(article);
        QCOMPARE(article->source().format, u"eml"_s);
        QCOMPARE(article->title(), u"The ferry"_s);
        QCOMPARE(article->authors(), QStringList{u"Lee, Ann"_s});
        QCOMPARE(article->published().toIso(), u"2021-09-28T08:04:00Z"_s);
        QCOMPARE(blocksOf(*article),
                 (QStringList{u"heading1: The ferry"_s, u"paragraph: It sails again."_s}));
    }

    void body_isDecoded_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QStringList>("blocks");
        const auto row = [](const char *name, const QByteArray &message, const QStringList &blocks) {
            QTest::newRow(name) << message << blocks;
        };
        row("quoted-printable",
            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
            "quoted-printable\r\n\r\n"
            "Caf=E9 a=\r\nnd =zz",
            {u"paragraph: Café and =zz"_s});
        row("base64",
            "Content-Transfer-Encoding: base64\r\n\r\nVGhlIGZl\r\ncnJ5IQ==", {u"paragraph: The ferry!"_s});
        row("quoted reply", "\r\nI agree.\r\n\r\n> It sails.\r\n> On Monday.\r\n",
            {u"paragraph: I agree."_s, u"quote1: It sails. On Monday."_s});
        row("flowed", "Content-Type: text/plain; format=flowed\r\n\r\nIt sails \r\nagain.\r\n\r\nYes.",
            {u"paragraph: It sails again."_s, u"paragraph: Yes."_s});
        row("page before plain text",
            "Content-Type: multipart/alternative; "
            "boundary=\"b\"\r\n\r\nignored\r\n--b\r\n\r\nplain\r\n--b\r\n"
            "Content-Type: text/html\r\n\r\n<p>A "
            "<b>page</b></p><blockquote><p>Quoted</p></blockquote>\r\n--b--\r\n",
            {u"paragraph: A page"_s, u"quote1: Quoted"_s});
        row("plain text where the page has no words",
            "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b\r\n"
            "Content-Type: text/html\r\n\r\n<img src='x'>\r\n--b--\r\n",
            {u"paragraph: plain"_s});
        row("attachments",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b\r\n"
            "Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\nleft "
            "out\r\n--b--\r\n",
            {u"paragraph: plain"_s});
        row("message inside",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below\r\n--b\r\n"
            "Content-Type: message/rfc822\r\n\r\nSubject: Inner\r\nFrom: Bo <bo@example.org>\r\n\r\nInner "
            "words\r\n--b--\r\n",
            {u"paragraph: See below"_s, u"heading2: Inner"_s, u"byline: Bo,"_s, u"paragraph: Inner words"_s});
        row("no end", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nplain",
            {u"paragraph: plain"_s});
    }

    void body_isDecoded()
    {
        QFETCH(QByteArray, message);
        QFETCH(QStringList, blocks);
        const ArticlePtr article = readOne(mail(message), u"eml"_s);
        QVERIFY(article);
        QCOMPARE(blocksOf(*article).mid(1), blocks);
    }

    void field_isDecoded_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("The ferry") << u"The ferry"_s;
        QTest::newRow("encoded words")
            << QByteArray("=?utf-8?Q?Caf=C3=A9_?= =?utf-8?B?4oCc?=x") << u"Café “x"_s;
        QTest::newRow("divided character") << QByteArray("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=") << u"é"_s;
        QTest::newRow("bare bytes") << QByteArray("Caf\xC3\xA9") << u"Café"_s;
        QTest::newRow("unfinished") << QByteArray("=?utf-8?Q?") << u"=?utf-8?Q?"_s;
        QTest::newRow("unknown charset") << QByteArray("=?x-none?Q?zz?=") << u"zz"_s;
    }

    void field_isDecoded()
    {
        QFETCH(QByteArray, field);
        qsizetype start = 0;
        const QByteArray bytes = "Subject: " + field + "\n\n";
        QTEST(MailHeaders(bytes, &start).text("subject"), "text");
        QCOMPARE(start, bytes.size());
    }

    void date_isRead_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("iso");
        QTest::newRow("today's") << u"Tue, 28 Sep 2021 10:04:05 +0200 (CEST)"_s << u"2021-09-28T08:04:05Z"_s;
        QTest::newRow("named zone") << u"8 Feb 96 17:33 PST"_s << u"1996-02-09T01:33:00Z"_s;
        QTest::newRow("no zone") << u"28 Sep 2021 10:04:05"_s << u"2021-09-28T10:04:05"_s;
        QTest::newRow("none") << u"yesterday"_s << QString();
        QTest::newRow("no such day") << u"31 Feb 2021 10:00:00 +0000"_s << QString();
    }

    void date_isRead()
    {
        QFETCH(QString, field);
        QTEST(mailDate(field).toIso(), "iso");
    }

    void names_areRead_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("quoted") << u"\"Lee, Ann\" <a@b>, Bo <c@d>"_s << QStringList{u"Lee, Ann"_s, u"Bo"_s};
        QTest::newRow("address alone") << u"a@b"_s << QStringList{u"a@b"_s};
        QTest::newRow("address in brackets") << u"<a@b>"_s << QStringList{u"a@b"_s};
        QTest::newRow("comment") << u"a@b (Ann Lee)"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("nothing") << QString() << QStringList();
    }

    void names_areRead()
    {
        QFETCH(QString, field);
        QTEST(mailNames(field), "names");
    }

    void hostileMail_isNamed_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("kind");
        QByteArray deep;
        for (int i = 0; i < 500; ++i) {
            const QByteArray mark = QByteArray::number(i);
            deep += "Content-Type: multipart/mixed; boundary=b" + mark + "\n\n--b" + mark + "\n";
        }
        QTest::newRow("deep") << deep + "\nwords" << u"limit"_s;
        QTest::newRow("encrypted") << QByteArray(
                                          "Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n\r\nx")
                                   << u"encrypted"_s;
        QTest::newRow("pictures alone")
            << QByteArray("Content-Type: image/png; name=a.png\r\n\r\nabc") << u"empty"_s;
        QTest::newRow("boundary that never comes")
            << QByteArray("Content-Type: multipart/mixed; boundary=b\r\n\r\nwords") << u"empty"_s;
    }

    void hostileMail_isNamed()
    {
        QFETCH(QByteArray, message);
        QTEST(failureOf(mail(message)).section(u':', 0, 0), "kind");
    }

    void manyParts_areCutWithAWarning()
    {
        const ArticlePtr article = readOne(
            mail("Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray("--b\n\nx\n").repeated(5000)),
            u"eml"_s);
        QVERIFY(article);
        QCOMPARE(article->warnings().size(), 1);
    }

    void longHeader_isNoHindrance()
    {
        const ArticlePtr article = readOne(
            "Subject: Long\nMessage-ID: <1@b>\nX-Fill: " + QByteArray(3'000'000, 'a') + "\n\nSome words.",
            QString());
        QVERIFY(article);
        QCOMPARE(blocksOf(*article), (QStringList{u"heading1: Long"_s, u"paragraph: Some words."_s}));
    }

    void proseWithLabels_isNoMail()
    {
        const ArticlePtr article = readOne(
            "Title: Ferry\nAuthor: Ann Lee\nDate: 2021-09-28\n\nIt sails again on Monday.", QString());
        QVERIFY(article);
        QCOMPARE(article->source().format, u"text"_s);
    }
};

QTEST_GUILESS_MAIN(TestMailImporter)
#include "tst_mailimporter.moc"
