#include "palette/wordbeginnings.h"

#include <QtTest>

using namespace Lectern;

class TestWordBeginnings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letters_areFoundByBeginnings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked"); // the name with what was found in brackets; "" for no match
        const auto row = [](const char *name, const char *typed, const char *marked) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(marked);
        };
        row("nothing", "", "Export Passages");
        row("beginning", "exp", "[Exp]ort Passages");
        row("later word", "pas", "Export [Pas]sages");
        row("initials", "ep", "[E]xport [P]assages");
        row("parts of both", "expas", "[Ex]port [Pas]sages");
        row("two words", "ex pas", "[Ex]port [Pas]sages");
        row("other order", "pas ex", "[Ex]port [Pas]sages");
        row("capitals", "EXPORT", "[Export] Passages");
        row("inside a word", "xport", "");
        row("letter too many", "exports", "");
        row("one word of two", "ex zzz", "");
        row("accents", "etat", "L’[État]");
        row("apostrophe", "l'e", "[L’É]tat");
    }

    void letters_areFoundByBeginnings()
    {
        QFETCH(const QString, typed);
        QFETCH(QString, marked);
        const QString expected = marked;
        const QString name = marked.isEmpty() ? QStringLiteral("Export Passages")
                                              : marked.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        const std::optional<BeginningsMatch> match = matchBeginnings(typed, name);
        QCOMPARE(match.has_value(), !expected.isEmpty());
        if (!match)
            return;
        QString found = name;
        for (auto range = match->ranges.rbegin(); range != match->ranges.rend(); ++range)
            found.insert(range->end, QLatin1Char(']')).insert(range->start, QLatin1Char('['));
        QCOMPARE(found, expected);
    }

    void score_prefers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        const auto row = [](const char *name, const char *typed, const char *better, const char *worse) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(better)
                                << QString::fromUtf8(worse);
        };
        row("the beginning of the name", "next", "Next Hit", "Show the Next");
        row("letters in a row", "se", "Search", "Show Everything");
        row("a whole word", "read", "Read", "Reading");
        row("the shorter name", "open", "Open Files", "Open the Sample Library of Articles");
    }

    void score_prefers()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, better);
        QFETCH(const QString, worse);
        QVERIFY(matchBeginnings(typed, better)->score > matchBeginnings(typed, worse)->score);
    }

    void manyRepeatedLetters_endSoon()
    {
        const QString name =
            QStringLiteral("a a a a a a a a a a a a a a a a a a a a a a a a a a a a ").repeated(4);
        QElapsedTimer timer;
        timer.start();
        static_cast<void>(matchBeginnings(QStringLiteral("aaaaaaaaaaaaaaaaaaaab"), name));
        QVERIFY(timer.elapsed() < 1000);
    }
};

QTEST_APPLESS_MAIN(TestWordBeginnings)
#include "tst_wordbeginnings.moc"
