#include "import/datereading.h"

#include <QTest>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestDateReading : public QObject
{
    Q_OBJECT

private slots:
    void readDate_isAsPreciseAsItsSource_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char *text, const char *iso) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(iso);
        };
        row("2021", "2021");
        row("2021-09", "2021-09");
        row("2021-09-28", "2021-09-28");
        row("2021-09-28T10:04:05Z", "2021-09-28T10:04:05Z");
        row("2021-09-28T10:04:05+02:00", "2021-09-28T08:04:05Z");
        row("2021-09-28T10:04:05.000+0200", "2021-09-28T08:04:05Z");
        row("2021-09-28 10:04:05", "2021-09-28T10:04:05");
        row("Tue, 28 Sep 2021 10:04:00 +0000", "2021-09-28T10:04:00Z");
        row("Tue, 28 Sep 2021 10:04:00 GMT", "2021-09-28T10:04:00Z");
        row("28 September 2021", "2021-09-28");
        row("September 28, 2021", "2021-09-28");
        row("Sept. 28, 2021", "2021-09-28");
        row("Sept. 28, 2021 10:04 PM EDT", "2021-09-29T02:04Z");
        row("Sept. 28, 2021 10:04 AM ET", "2021-09-28");
        row("Tuesday, September 28th, 2021", "2021-09-28");
        row("September 2021", "2021-09");
        row("28. September 2021", "2021-09-28");
        row("Dienstag, 28. Sept. 2021, 10:04 Uhr", "2021-09-28T10:04");
        row("3. März 2021", "2021-03-03");
        row("28 septembre 2021 à 10h04", "2021-09-28T10:04");
        row("1er août 2021", "2021-08-01");
        row("28 de septiembre de 2021", "2021-09-28");
        row("28 dicembre 2021", "2021-12-28");
        row("28 de março de 2021", "2021-03-28");
        row("28 сентября 2021 г.", "2021-09-28");
        row("28.09.2021", "2021-09-28");
        row("2021/9/28", "2021-09-28");
        row("20210928", "2021-09-28");
        row("28/09/2021", "2021-09-28");
        row("09/28/2021", "2021-09-28");
        row("05/05/2021", "2021-05-05");
        row("2021年9月28日", "2021-09-28");
        row("2021-09-28T10:04:08:684Z", "2021-09-28");
        row("2021년 9월 28일", "2021-09-28");
        row("28 Σεπτεμβρίου 2021", "2021-09-28");
        row("28 вересня 2021", "2021-09-28");
        row("28 Agustus 2021", "2021-08-28");
        row("28 सितंबर 2021", "2021-09-28");
    }

    void readDate_isAsPreciseAsItsSource()
    {
        QFETCH(QString, text);
        QTEST(readDate(text).toIso(), "iso");
    }

    void readDate_neverGuesses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "yesterday", "Tuesday night", "a year ago", "Sept. 30", "03/04/2021", "31 February 2021",
              "32 May 2021", "May", "12345", "She was born in May 2021 in Rome", "Chapter 3, May",
              "2021-13-40", "28 Foo 2021", "10:04", "3 or 4 May 2021"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void readDate_neverGuesses()
    {
        QFETCH(QString, text);
        QVERIFY2(readDate(text).isNull(), qPrintable(readDate(text).toIso()));
    }

    void findDate_readsTheFirstInALine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<bool>("labelled");
        QTest::addColumn<bool>("update");
        const auto row = [](const char *line, const char *iso, bool labelled = false, bool update = false) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromLatin1(iso) << labelled << update;
        };
        row("By Ann Lee | September 28, 2021 | 3 comments", "2021-09-28");
        row("Berlin, 28.09.21, 10:04 Uhr", "2021-09-28");
        row("Ferry (28 September 2021) and 29 September 2021", "2021-09-28");
        row("Ann Lee · Published: 28 September 2021", "2021-09-28", true);
        row("Erschienen am: 28.09.2021", "2021-09-28", true);
        row("Letzte Änderung: 28.09.2021", "2021-09-28", true, true);
        row("Mis à jour le 28 septembre 2021", "2021-09-28", true, true);
        row("Version 1.2.21.4", "");
        row("Call 0128.09.2021", "");
        row("99.99.2021", "");
        row("in September 2021", "");
        row("no digits at all", "");
    }

    void findDate_readsTheFirstInALine()
    {
        QFETCH(QString, line);
        const FoundDate found = findDate(line);
        QTEST(found.date.toIso(), "iso");
        QTEST(found.isLabelled, "labelled");
        QTEST(found.isUpdate, "update");
        QVERIFY(found.start >= 0 && found.start + found.length <= line.size());
    }

    void readDateLine_knowsLabels_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<bool>("update");
        QTest::newRow("bare") << u"September 28, 2021"_s << u"2021-09-28"_s << false;
        QTest::newRow("published") << u"Published: 28 September 2021"_s << u"2021-09-28"_s << false;
        QTest::newRow("published on") << u"Published on September 28, 2021"_s << u"2021-09-28"_s << false;
        QTest::newRow("updated") << u"Last updated: Sept. 29, 2021"_s << u"2021-09-29"_s << true;
        QTest::newRow("German") << u"Stand: 29.09.2021"_s << u"2021-09-29"_s << true;
        QTest::newRow("a year is none") << u"2021"_s << u""_s << false;
        QTest::newRow("a month is none") << u"September 2021"_s << u""_s << false;
        QTest::newRow("a sentence is none") << u"The bridge opened on September 28, 2021"_s << u""_s << false;
    }

    void readDateLine_knowsLabels()
    {
        QFETCH(QString, line);
        const DateLine read = readDateLine(line);
        QTEST(read.date.toIso(), "iso");
        QTEST(read.isUpdate && !read.date.isNull(), "update");
    }
};

QTEST_GUILESS_MAIN(TestDateReading)
#include "tst_datereading.moc"
