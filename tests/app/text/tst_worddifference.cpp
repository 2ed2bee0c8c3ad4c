#include "text/worddifference.h"

#include "support/seed.h"

#include <QTest>

using namespace Lectern;

namespace {

/// "-dropped-", "+added+", "/before|after/", "~before|after~".
QString shown(const QString &before, const QString &after)
{
    QStringList all;
    for (const WordDifference &difference : wordDifferences(before, after)) {
        const QString old = before.mid(difference.before.start, difference.before.length());
        const QString anew = after.mid(difference.after.start, difference.after.length());
        switch (difference.kind) {
        case DifferenceKind::Added:
            all += u'+' + anew + u'+';
            break;
        case DifferenceKind::Dropped:
            all += u'-' + old + u'-';
            break;
        case DifferenceKind::Replaced:
            all += u'/' + old + u'|' + anew + u'/';
            break;
        case DifferenceKind::Typographic:
            all += u'~' + old + u'|' + anew + u'~';
            break;
        }
    }
    return all.join(u' ');
}

} // namespace

class TestWordDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_areTold_data();
    void differences_areTold();
    void mapped_followsTheWords_data();
    void mapped_followsTheWords();
    void textsWithNothingInCommon_areOneReplacement();
    void randomEdits_areTurnedBack();
};

void TestWordDifference::differences_areTold_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("told");
    QTest::newRow("same") << "The fog was thick."
                          << "The fog was thick."
                          << "";
    QTest::newRow("both empty") << ""
                                << ""
                                << "";
    QTest::newRow("from nothing") << ""
                                  << "The fog"
                                  << "+The fog+";
    QTest::newRow("to nothing") << "The fog"
                                << ""
                                << "-The fog-";
    QTest::newRow("replaced") << "The fog was thick."
                              << "The fog was dense."
                              << "/thick|dense/";
    QTest::newRow("added") << "The fog was thick."
                           << "The fog was very thick."
                           << "+very+";
    QTest::newRow("dropped") << "The fog was very thick."
                             << "The fog was thick."
                             << "-very-";
    QTest::newRow("added at the end") << "The fog"
                                      << "The fog lifted"
                                      << "+lifted+";
    QTest::newRow("a comma") << "The fog, he said"
                             << "The fog he said"
                             << "-,-";
    QTest::newRow("several") << "Two men died on Monday"
                             << "Three men died late on Tuesday"
                             << "/Two|Three/ +late+ /Monday|Tuesday/";
    QTest::newRow("quotation marks") << "He said \"no\"." << QStringLiteral("He said “no”.")
                                     << QStringLiteral("~\"|“~ ~\"|”~");
    QTest::newRow("apostrophe") << "It's thick" << QStringLiteral("It’s thick")
                                << QStringLiteral("~It's|It’s~");
    QTest::newRow("dash") << "fog -- thick" << QStringLiteral("fog — thick") << QStringLiteral("~--|—~");
    QTest::newRow("ellipsis") << "fog..." << QStringLiteral("fog…") << QStringLiteral("~...|…~");
    QTest::newRow("spaces") << "the fog" << QStringLiteral("the\u00a0fog") << QStringLiteral("~ |\u00a0~");
    QTest::newRow("line break") << "the fog"
                                << "the\nfog"
                                << "~ |\n~";
    QTest::newRow("case") << "The Fog"
                          << "The fog"
                          << "~Fog|fog~";
    QTest::newRow("number") << "It cost 1,000 crowns"
                            << "It cost 1,500 crowns"
                            << "/1,000|1,500/";
    QTest::newRow("no spaces between words")
        << QStringLiteral("今日は霧です") << QStringLiteral("今日は雨です") << QStringLiteral("/霧|雨/");
}

void TestWordDifference::differences_areTold()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QString, told);
    QCOMPARE(shown(before, after), told);
}

void TestWordDifference::mapped_followsTheWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("found");
    const QString fog = QStringLiteral("The captain said the fog was thick");
    QTest::newRow("same") << fog << "fog" << fog << "fog";
    QTest::newRow("behind an addition") << fog << "the fog"
                                        << "The old captain said the fog was thick"
                                        << "the fog";
    QTest::newRow("with an addition inside") << fog << "the fog"
                                             << "The captain said the cold fog was thick"
                                             << "the cold fog";
    QTest::newRow("replaced") << fog << "fog"
                              << "The captain said the mist was thick"
                              << "mist";
    QTest::newRow("replaced by more") << fog << "fog was"
                                      << "The captain said the mist of dawn was thick"
                                      << "mist of dawn was";
    QTest::newRow("part gone") << fog << "said the fog"
                               << "The captain saw fog was thick"
                               << "saw fog";
    QTest::newRow("gone") << fog << "the fog "
                          << "The captain said was thick"
                          << "";
    QTest::newRow("part of a word") << fog << "apt"
                                    << "A captain said the fog was thick"
                                    << "apt";
    QTest::newRow("last word gone") << fog << "was thick"
                                    << "The captain said the fog was"
                                    << "was";
    QTest::newRow("all gone") << fog << "was thick"
                              << ""
                              << "";
}

void TestWordDifference::mapped_followsTheWords()
{
    QFETCH(const QString, before);
    QFETCH(const QString, words);
    QFETCH(const QString, after);
    QFETCH(const QString, found);
    const qsizetype at = before.indexOf(words);
    const TextRange range = WordAlignment(before, after).mapped({at, at + words.size()});
    QVERIFY(range.start >= 0 && range.start <= range.end && range.end <= after.size());
    QCOMPARE(after.mid(range.start, range.length()), found);
}

void TestWordDifference::textsWithNothingInCommon_areOneReplacement()
{
    QString before;
    QString after;
    for (int i = 0; i < 3000; ++i) {
        before += QStringLiteral("a%1 ").arg(i);
        after += QStringLiteral("b%1 ").arg(i);
    }
    const std::vector<WordDifference> differences = wordDifferences(before, after);
    QCOMPARE(differences.size(), size_t(1));
    QCOMPARE(differences[0].kind, DifferenceKind::Replaced);
}

void TestWordDifference::randomEdits_areTurnedBack()
{
    // Putting what the differences say into the earlier text gives the later one.
    std::mt19937 random(testSeed());
    const QStringList some{QStringLiteral("fog"), QStringLiteral("sea"),  QStringLiteral("The"),
                           QStringLiteral("the"), QStringLiteral("—"),    QStringLiteral("-"),
                           QStringLiteral("“"),   QStringLiteral("\""),   QStringLiteral("a"),
                           QStringLiteral("."),   QStringLiteral("don't")};
    const auto text = [&] {
        QStringList words;
        for (size_t i = random() % 14; i > 0; --i)
            words += some[qsizetype(random() % size_t(some.size()))];
        return words.join(random() % 2 ? u' ' : u'\n');
    };
    for (int round = 0; round < 5000; ++round) {
        const QString before = text();
        const QString after = text();
        QString turned = before;
        const std::vector<WordDifference> differences = wordDifferences(before, after);
        for (auto each = differences.rbegin(); each != differences.rend(); ++each)
            turned.replace(each->before.start, each->before.length(),
                           after.mid(each->after.start, each->after.length()));
        // White space beside words that only one side has is nobody's.
        QCOMPARE(turned.simplified().remove(u' '), after.simplified().remove(u' '));
    }
}

QTEST_GUILESS_MAIN(TestWordDifference)
#include "tst_worddifference.moc"
