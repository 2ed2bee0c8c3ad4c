#include "text/partialdate.h"

#include <QLocale>
#include <QTimeZone>
#include <QtTest>

using namespace Lectern;

class PartialDateTest : public QObject
{
    Q_OBJECT

private slots:
    void fromIso_readsIso8601_data();
    void fromIso_readsIso8601();
    void fromIso_refusesTheRest_data();
    void fromIso_refusesTheRest();
    void factories_refuseWhatIsNoDate();
    void instant_keepsTheDayAsGiven();
    void instant_ofLocalTime_knowsItsZone();
    void days_areThoseItMayMean_data();
    void days_areThoseItMayMean();
    void sortKey_ordersByBeginning();
    void toDisplay_followsTheLocale_data();
    void toDisplay_followsTheLocale();
};

using Precision = PartialDate::Precision;

void PartialDateTest::fromIso_readsIso8601_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<int>("precision");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("asGiven");
    const auto row = [](const char *iso, Precision precision, const char *written, const char *asGiven) {
        QTest::newRow(iso) << QString(iso) << int(precision) << QString(written) << QString(asGiven);
    };
    const auto same = [row](const char *iso, Precision precision) { row(iso, precision, iso, iso); };
    same("2021", Precision::Year);
    same("0001", Precision::Year);
    same("2021-09", Precision::Month);
    same("2021-09-28", Precision::Day);
    same("2024-02-29", Precision::Day);
    same("2021-09-29T01:12", Precision::Minute);
    same("2021-09-29T01:12:33", Precision::Second);
    same("2021-09-29T01:12Z", Precision::Minute);
    same("2021-09-29T01:12:33Z", Precision::Second);
    row(" 2021-09-28\n", Precision::Day, "2021-09-28", "2021-09-28");
    row("2021-09-29 01:12:33.123z", Precision::Second, "2021-09-29T01:12:33Z", "2021-09-29T01:12:33Z");
    row("2021-09-29T01:12:33,5", Precision::Second, "2021-09-29T01:12:33", "2021-09-29T01:12:33");
    row("2021-09-29T01:12+02:00", Precision::Minute, "2021-09-28T23:12Z", "2021-09-29T01:12+02:00");
    row("2021-09-29T01:12:33-0330", Precision::Second, "2021-09-29T04:42:33Z", "2021-09-29T01:12:33-03:30");
    row("2021-09-29T01:12:33 +05", Precision::Second, "2021-09-28T20:12:33Z", "2021-09-29T01:12:33+05:00");
    row("2016-12-31T23:59:60Z", Precision::Second, "2016-12-31T23:59:59Z", "2016-12-31T23:59:59Z");
}

void PartialDateTest::fromIso_readsIso8601()
{
    QFETCH(QString, iso);
    const PartialDate date = PartialDate::fromIso(iso);
    QTEST(int(date.precision()), "precision");
    QTEST(date.toIso(), "written");
    QTEST(date.toIsoAsGiven(), "asGiven");
    QCOMPARE(PartialDate::fromIso(date.toIsoAsGiven()), date);
}

void PartialDateTest::fromIso_refusesTheRest_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             " ",
                             "21",
                             "0000",
                             "20210",
                             "2021-",
                             "2021-9",
                             "2021-13",
                             "2021-00",
                             "2021-02-30",
                             "2021-09-2",
                             "2021-09-28T",
                             "2021-09-28T1:12",
                             "2021-09-28T24:00",
                             "2021-09-28T01:60",
                             "2021-09-28T01:12:61",
                             "2021-09-28T01:12:",
                             "2021-09-28T01:12:33.",
                             "2021-09-28T01:12X",
                             "2021-09-28T01:12+2",
                             "2021-09-28T01:12+02:",
                             "2021-09-28T01:12+25:00",
                             "2021-09-28T01:12+02:75",
                             "2021/09/28",
                             "28.09.2021",
                             "yesterday",
                             "٢٠٢١",
                             "-2021",
                             "+2021",
                             "2021-09-28x"})
        QTest::newRow(text) << QString(text);
}

void PartialDateTest::fromIso_refusesTheRest()
{
    QFETCH(QString, text);
    const PartialDate date = PartialDate::fromIso(text);
    QVERIFY(date.isNull());
    QCOMPARE(date, PartialDate());
    QCOMPARE(date.toIso(), QString());
    QCOMPARE(date.toIsoAsGiven(), QString());
    QCOMPARE(date.toDisplay(QLocale::c()), QString());
}

void PartialDateTest::factories_refuseWhatIsNoDate()
{
    QVERIFY(PartialDate::year(0).isNull());
    QVERIFY(PartialDate::year(10'000).isNull());
    QVERIFY(PartialDate::month(2021, 13).isNull());
    QVERIFY(PartialDate::day(QDate()).isNull());
    QVERIFY(PartialDate::instant(QDateTime()).isNull());
    QVERIFY(PartialDate::day(QDate(2021, 9, 28)) != PartialDate::month(2021, 9));
}

void PartialDateTest::instant_keepsTheDayAsGiven()
{
    const QDateTime time(QDate(2021, 9, 29), QTime(1, 12, 33, 500), Qt::OffsetFromUTC, 2 * 3600);
    const PartialDate date = PartialDate::instant(time);
    QCOMPARE(date.firstDay(), QDate(2021, 9, 29));
    QCOMPARE(date.toIso(), QStringLiteral("2021-09-28T23:12:33Z"));
    QCOMPARE(date, PartialDate::fromIso(u"2021-09-29T01:12:33+02:00"));
}

void PartialDateTest::instant_ofLocalTime_knowsItsZone()
{
    const QDateTime time(QDate(2021, 9, 29), QTime(1, 12, 33));
    QCOMPARE(PartialDate::instant(time).toIso(), time.toUTC().toString(Qt::ISODate));
}

void PartialDateTest::days_areThoseItMayMean_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("year") << "2020" << QDate(2020, 1, 1) << QDate(2020, 12, 31);
    QTest::newRow("month") << "2020-02" << QDate(2020, 2, 1) << QDate(2020, 2, 29);
    QTest::newRow("day") << "2020-02-03" << QDate(2020, 2, 3) << QDate(2020, 2, 3);
    QTest::newRow("instant") << "2020-02-03T23:59:59-08:00" << QDate(2020, 2, 3) << QDate(2020, 2, 3);
    QTest::newRow("none") << "" << QDate() << QDate();
}

void PartialDateTest::days_areThoseItMayMean()
{
    QFETCH(QString, iso);
    const PartialDate date = PartialDate::fromIso(iso);
    QTEST(date.firstDay(), "first");
    QTEST(date.lastDay(), "last");
}

void PartialDateTest::sortKey_ordersByBeginning()
{
    const QStringList ascending{"",
                                "0001",
                                "1969-12-31",
                                "2020-12-31",
                                "2021-01-01T00:30",
                                "2021-09-29T01:12+02:00",
                                "2021-09-29T01:12"};
    for (qsizetype i = 1; i < ascending.size(); ++i)
        QVERIFY2(PartialDate::fromIso(ascending[i - 1]).sortKey() <
                     PartialDate::fromIso(ascending[i]).sortKey(),
                 qPrintable(ascending[i]));
    QCOMPARE(PartialDate::year(1970).sortKey(), 0);
    QCOMPARE(PartialDate::fromIso(u"1970-01-01T01:00+01:00").sortKey(), 0);
}

void PartialDateTest::toDisplay_followsTheLocale_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("shown");
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("year") << "2021" << british << "2021";
    QTest::newRow("month") << "2021-09" << british << "September 2021";
    QTest::newRow("day") << "2021-09-28" << british << "28 September 2021";
    QTest::newRow("instant: the day as given") << "2021-09-29T00:30+02:00" << british << "29 September 2021";
    QTest::newRow("American") << "2021-09-28" << american << "September 28, 2021";
    QTest::newRow("C") << "2021-09-28" << QLocale::c() << "28 September 2021";
    QTest::newRow("German") << "2021-09-28" << QLocale(QLocale::German) << "28. September 2021";
    QTest::newRow("German month") << "2021-03" << QLocale(QLocale::German) << "März 2021";
    QTest::newRow("French") << "2021-08-01" << QLocale(QLocale::French) << "1 août 2021";
    QTest::newRow("Spanish") << "2021-08-01" << QLocale(QLocale::Spanish) << "1 de agosto de 2021";
    QTest::newRow("Japanese") << "2021-09-28" << QLocale(QLocale::Japanese) << "2021年9月28日";
    QTest::newRow("Japanese month") << "2021-09" << QLocale(QLocale::Japanese) << "2021年9月";
    QTest::newRow("Korean month") << "2021-09" << QLocale(QLocale::Korean) << "2021년 9월";
}

void PartialDateTest::toDisplay_followsTheLocale()
{
    QFETCH(QString, iso);
    QFETCH(QLocale, locale);
    QTEST(PartialDate::fromIso(iso).toDisplay(locale), "shown");
}

QTEST_GUILESS_MAIN(PartialDateTest)
#include "tst_partialdate.moc"
