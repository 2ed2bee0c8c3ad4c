#include "import/headlinerule.h"

#include <QTest>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestHeadlineRule : public QObject
{
    Q_OBJECT

private slots:
    void firstLine_isJudged_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("headline");
        const auto headline = [](const char *name, const QString &line) {
            QTest::newRow(name) << line << true;
        };
        const auto none = [](const char *name, const QString &line) { QTest::newRow(name) << line << false; };
        headline("plain", u"Harbour ferry to sail again after storm damage"_s);
        headline("with a name and an age", u"Ferry captain Ann Lee, 61, retires from the harbour"_s);
        headline("a question", u"Why did the harbour ferry stop?"_s);
        headline("an abbreviation at its end", u"Ferry returns to Harbour St."_s);
        headline("an ellipsis at its end", u"The ferry, the harbour and the storm..."_s);
        headline("initials inside", u"U.S. ferry reaches St. John harbour after J. R. Storm"_s);
        headline("a label that is part of it", u"Harbour: ferry sails again"_s);
        headline("capitals, but many words", u"THE HARBOUR FERRY SAILS AGAIN"_s);
        none("a sentence", u"The ferry will sail again on Monday."_s);
        none("two sentences",
             u"The harbour ferry sails again. The master of the harbour said so on Monday."_s);
        none("a sentence break behind the middle",
             u"The harbour ferry sails again at last. Nobody knows why"_s);
        none("a comma at its end", u"Dear readers of the harbour news,"_s);
        none("a colon at its end", u"The harbour ferry:"_s);
        none("one word", u"Harbour"_s);
        none("over 30 words", u"ferry "_s.repeated(31).trimmed());
        none("over 200 characters", u"harbourmasterferrycaptain "_s.repeated(8).trimmed());
        none("a byline", u"By Ann Lee and Tom Hart"_s);
        none("a role", u"Ann Lee, Staff Writer"_s);
        none("a dateline", u"PORT ELLEN (Reuters) - The harbour ferry will sail"_s);
        none("a place", u"BAAR, SWITZERLAND"_s);
        none("a kicker", u"HARBOUR NEWS"_s);
        none("a credit", u"Tested by: the harbour ferry team"_s);
        none("a photo credit", u"Photo by Ann Lee of the harbour"_s);
        none("staff", u"Staff Reports"_s);
        none("a handle", u"@harbour_ferry news"_s);
        none("a date", u"September 28, 2021"_s);
        none("an address", u"https://example.org/harbour ferry"_s);
        headline("Chinese", u"台風後、港の連絡船が再開"_s);
        none("a Chinese sentence", u"連絡船は月曜日に再開します。"_s);
    }

    void firstLine_isJudged()
    {
        QFETCH(QString, line);
        QFETCH(bool, headline);
        const QStringList body{
            u"The harbour ferry will sail again on Monday after a storm, said its captain Ann Lee, who waited for weeks. 台風で止まっていた港の連絡船が月曜日に再開します。"_s,
            u"Why the engine had stopped, nobody could say; St. John returns to normal, and so do its retired sailors and their boats."_s};
        const double score = headlineScore({line, true, body});
        QVERIFY2((score >= headlineThreshold) == headline, qPrintable(QString::number(score)));
    }

    void firstLine_withoutBody_isNone()
    {
        QCOMPARE(headlineScore({u"Harbour ferry to sail again", true, {}}), 0.0);
    }

    void score_followsWhatStandsAround()
    {
        const QString line = u"Harbour ferry to sail again after storm"_s;
        const QStringList about{
            u"The harbour ferry will sail again on Monday, weather permitting, said its owner."_s};
        const QStringList other{
            u"Completely different matters are treated here, at some length, and without end"_s};
        QCOMPARE(headlineScore({line, true, about}), 1.5 + 1 + 1.2 + 0.8 + 0.6);
        QCOMPARE(headlineScore({line, false, about}), 0.4 + 1 + 1.2 + 0.8 + 0.6);
        QCOMPARE(headlineScore({line, true, other}), 1.5 + 1 - 0.4 + 0.8);
    }
};

QTEST_GUILESS_MAIN(TestHeadlineRule)
#include "tst_headlinerule.moc"
