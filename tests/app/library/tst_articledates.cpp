#include "library/articledates.h"

#include <QLocale>
#include <QTest>

using namespace Lectern;

namespace {

const QDate today(2021, 9, 30); // a Thursday

} // namespace

class TestArticleDates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void sectionLabel_saysThePeriod_data();
    void sectionLabel_saysThePeriod();
    void rowText_isAsShortAsItCanBe_data();
    void rowText_isAsShortAsItCanBe();
    void rowText_followsTheLocale_data();
    void rowText_followsTheLocale();
};

void TestArticleDates::sectionLabel_saysThePeriod_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<Grouping>("grouping");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *name, const char *published, Grouping grouping, const char *label) {
        QTest::newRow(name) << QString::fromLatin1(published) << grouping << QString::fromLatin1(label);
    };
    row("today", "2021-09-30", Grouping::Day, "Today");
    row("an instant of today", "2021-09-30T23:59:00Z", Grouping::Day, "Today");
    row("yesterday", "2021-09-29", Grouping::Day, "Yesterday");
    row("two days ago", "2021-09-28", Grouping::Day, "Tuesday");
    row("six days ago", "2021-09-24", Grouping::Day, "Friday");
    row("seven days ago", "2021-09-23", Grouping::Day, "23 September 2021");
    row("tomorrow", "2021-10-01", Grouping::Day, "1 October 2021");
    row("another year", "1999-12-31", Grouping::Day, "31 December 1999");
    row("the first of a month", "2021-09-01", Grouping::Day, "1 September 2021");
    row("a month, by day", "2021-09", Grouping::Day, "September 2021");
    row("a year, by day", "2021", Grouping::Day, "2021");
    row("none, by day", "", Grouping::Day, "No date");
    row("today, by month", "2021-09-30", Grouping::Month, "September 2021");
    row("a month", "2021-01", Grouping::Month, "January 2021");
    row("a day in January", "2021-01-01", Grouping::Month, "January 2021");
    row("a year, by month", "2021", Grouping::Month, "2021");
    row("none, by month", "", Grouping::Month, "No date");
}

void TestArticleDates::sectionLabel_saysThePeriod()
{
    QFETCH(QString, published);
    QFETCH(Grouping, grouping);
    QFETCH(QString, label);
    QCOMPARE(ArticleDates::sectionLabel(PartialDate::fromIso(published), grouping, today), label);
}

void TestArticleDates::rowText_isAsShortAsItCanBe_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *published, const char *text) {
        QTest::newRow(name) << QString::fromLatin1(published) << QString::fromLatin1(text);
    };
    row("time today", "2021-09-30T09:41:07Z", "09:41");
    row("today", "2021-09-30", "Today");
    row("yesterday", "2021-09-29T10:00Z", "Wed");
    row("six days ago", "2021-09-24", "Fri");
    row("seven days ago", "2021-08-23", "23 Aug");
    row("tomorrow", "2021-10-01", "1 Oct");
    row("another year", "2020-10-28", "28 Oct 2020");
    row("month", "2021-08", "Aug 2021");
    row("year", "2021", "2021");
    row("none", "", "");
}

void TestArticleDates::rowText_isAsShortAsItCanBe()
{
    QFETCH(QString, published);
    QFETCH(QString, text);
    QCOMPARE(ArticleDates::rowText(PartialDate::fromIso(published), today), text);
}

void TestArticleDates::rowText_followsTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("American") << QLocale(QLocale::English, QLocale::UnitedStates)
                              << QStringLiteral("Oct 28, 2020");
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany) << QStringLiteral("28 Okt. 2020");
    QTest::newRow("Japanese") << QLocale(QLocale::Japanese, QLocale::Japan)
                              << QStringLiteral("2020年10月28日");
    QTest::newRow("Korean") << QLocale(QLocale::Korean, QLocale::SouthKorea)
                            << QStringLiteral("2020년 10월 28일");
}

void TestArticleDates::rowText_followsTheLocale()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    const QLocale before;
    QLocale::setDefault(locale);
    const QString shown = ArticleDates::rowText(PartialDate::fromIso(u"2020-10-28"), today);
    QLocale::setDefault(before);
    QCOMPARE(shown, text);
}

QTEST_GUILESS_MAIN(TestArticleDates)
#include "tst_articledates.moc"
