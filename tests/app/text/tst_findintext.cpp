#include "text/findintext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Lectern;

class TestFindInText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_marks_data()
    {
        QTest::addColumn<QString>("marked"); // the text with what is to be found in brackets
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("how"); // c: case, w: whole words, r: regular expression
        const auto row = [](const char *name, const char *marked, const char *wanted, const char *how) {
            QTest::newRow(name) << QString::fromUtf8(marked) << QString::fromUtf8(wanted)
                                << QString::fromLatin1(how);
        };
        row("nothing typed", "one two", "", "");
        row("everywhere", "[one] two [one]", "one", "");
        row("inside words", "b[on]d, pers[on]", "on", "");
        row("side by side", "[aa][aa]a", "aa", "");
        row("capitals", "[One] [ONE]", "one", "");
        row("accents", "[Café] [cafe]", "café", "");
        row("curly quotes", "He said [“I don’t”].", "\"i don't\"", "");
        row("ligature as a whole", "[ﬁ]le", "f", "");
        row("case: capitals", "One [one]", "one", "c");
        row("case: accents", "Café [Cafe]", "Cafe", "c");
        row("whole words", "once [on] person [On].", "on", "w");
        row("whole words: at the ends", "[on]", "on", "w");
        row("whole words: a sign", "a[-]b", "-", "w");
        row("whole words: combining mark", "one\u0301 [one]", "one", "cw");
        row("expression", "[a1] b [a22]", "a\\d+", "r");
        row("expression: no case", "[A1] [a2]", "a\\d", "r");
        row("expression: case", "A1 [a2]", "a\\d", "rc");
        row("expression: whole words", "a1b [a1]", "a\\d", "rw");
        row("expression: lines", "one\n[two]\nthree", "^two$", "r");
        row("expression: fits nothing too", "[aa]b[a]", "a*", "r");
        row("expression: letters of the world", "[Ärger] [straße]", "\\w+", "r");
        row("emoji", "a [😀] b", "😀", "");
    }

    void find_marks()
    {
        QFETCH(const QString, marked);
        QFETCH(const QString, wanted);
        QFETCH(const QString, how);
        QString text = marked;
        text.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        const FindOptions options{how.contains(u'c'), how.contains(u'w'), how.contains(u'r')};
        const FoundInText found = TextFinder(text).find(wanted, options);
        QCOMPARE(found.problem, QString());
        for (auto range = found.ranges.rbegin(); range != found.ranges.rend(); ++range)
            text.insert(range->end, QLatin1Char(']')).insert(range->start, QLatin1Char('['));
        QCOMPARE(text, marked);
    }

    void expression_thatIsNone_isTold()
    {
        const FoundInText found =
            TextFinder(QStringLiteral("text")).find(QStringLiteral("a("), {false, false, true});
        QVERIFY(found.ranges.empty());
        QVERIFY2(found.problem.contains(QLatin1String("no regular expression")), qPrintable(found.problem));
        QVERIFY2(found.problem.contains(QLatin1String("character 3")), qPrintable(found.problem));
    }

    void expression_thatTakesTooLong_endsAndIsTold()
    {
        const QString text = QStringLiteral("a").repeated(400) + QStringLiteral("b cd");
        QElapsedTimer timer;
        timer.start();
        const FoundInText found =
            TextFinder(text).find(QStringLiteral("(a+)+(a+)+(a+)+cd"), {false, false, true});
        QVERIFY(found.ranges.empty());
        QVERIFY(timer.elapsed() < 4000);
        QVERIFY2(found.problem.contains(QLatin1String("too long")), qPrintable(found.problem));
    }

    void halfALetter_isSurvived()
    {
        const QString text = QStringLiteral("a ") + QChar(0xD83D) + QStringLiteral(" b");
        QCOMPARE(TextFinder(text).find(QStringLiteral("b"), {}).ranges, (std::vector<TextRange>{{4, 5}}));
        const FoundInText found = TextFinder(text).find(QStringLiteral("[a-z]"), {false, false, true});
        QVERIFY(found.ranges.size() == 2 || !found.problem.isEmpty());
    }

    void expression_inALongText_takesNoTimeForEachHit()
    {
        const QString text = QStringLiteral("The bridge is closed. ").repeated(50000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(TextFinder(text).find(QStringLiteral("bri\\w+"), {false, false, true}).ranges.size(),
                 size_t(50000));
        QVERIFY(timer.elapsed() < 3000);
    }

    void veryManyHits_areCutOff_andSaidSo()
    {
        const FoundInText found = TextFinder(QString(300000, QLatin1Char('a'))).find(QStringLiteral("a"), {});
        QCOMPARE(found.ranges.size(), TextFinder::most);
        QVERIFY(found.isCutOff);
    }

    void stopped_endsEarly()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(
            TextFinder(QStringLiteral("aaa")).find(QStringLiteral("a"), {}, stop.get_token()).ranges.empty());
    }
};

QTEST_GUILESS_MAIN(TestFindInText)
#include "tst_findintext.moc"
