#include "text/mergedwording.h"

#include "support/seed.h"

#include <QTest>

#include <random>

using namespace Lectern;

namespace {

/// The text with "-dropped-", "+added+" and "~typographic~".
QString shown(const QString &text, const std::vector<WordingPart> &parts)
{
    QString all;
    qsizetype at = 0;
    for (const WordingPart &part : parts) {
        const QChar sign = part.mark == WordingMark::Dropped ? u'-'
                           : part.mark == WordingMark::Added ? u'+'
                                                             : u'~';
        all += text.mid(at, part.range.start - at) + sign + text.mid(part.range.start, part.range.length()) +
               sign;
        at = part.range.end;
    }
    return all + text.mid(at);
}

} // namespace

class TestMergedWording final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordings_areMerged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("merged");
        QTest::newRow("same") << "The fog was thick."
                              << "The fog was thick."
                              << "The fog was thick.";
        QTest::newRow("replaced") << "nine boats"
                                  << "ten boats"
                                  << "-nine- +ten+ boats";
        QTest::newRow("added") << "The fog."
                               << "The thick fog."
                               << "The +thick+ fog.";
        QTest::newRow("typographic") << "“Fog”"
                                     << "\"Fog\""
                                     << "~\"~Fog~\"~";
        QTest::newRow("from nothing") << ""
                                      << "Fog"
                                      << "+Fog+";
    }

    void wordings_areMerged()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const MergedWording both = mergedWording(before, after, wordDifferences(before, after));
        QTEST(shown(both.text, both.parts), "merged");
    }

    void randomWordings_canBeReadOutOfTheMergedOne()
    {
        std::mt19937 random(testSeed());
        const QStringList vocabulary{QStringLiteral("fog"), QStringLiteral("ferry"), QStringLiteral("nine"),
                                     QStringLiteral("ten"), QStringLiteral("the"),   QStringLiteral("and,")};
        for (int round = 0; round < 2000; ++round) {
            QStringList old;
            for (size_t i = 0; i < 1 + random() % 12; ++i)
                old += vocabulary[qsizetype(random() % 6)];
            QStringList anew = old;
            for (size_t i = 0; i < 1 + random() % 3; ++i)
                anew.insert(qsizetype(random() % size_t(anew.size() + 1)),
                            vocabulary[qsizetype(random() % 6)]);
            if (random() % 2 == 0)
                anew.removeAt(qsizetype(random() % size_t(anew.size())));
            const QString before = old.join(u' ');
            const QString after = anew.join(u' ');
            const MergedWording merged = mergedWording(before, after, wordDifferences(before, after));
            QCOMPARE(without(merged, WordingMark::Added), QString(before).remove(u' '));
            QCOMPARE(without(merged, WordingMark::Dropped), QString(after).remove(u' '));
        }
    }

    void parts_areThoseOfOneSide()
    {
        const std::vector<WordDifference> differences =
            wordDifferences(u"The nine boats sank, “all”.", u"The ten boats sank quickly, \"all\".");
        for (const WordingPart &part : partsBefore(differences))
            QVERIFY(part.mark != WordingMark::Added);
        for (const WordingPart &part : partsAfter(differences))
            QVERIFY(part.mark != WordingMark::Dropped);
        QCOMPARE(partsBefore(differences).front().range, (TextRange{4, 8}));
        QCOMPARE(partsAfter(differences).front().range, (TextRange{4, 7}));
    }

private:
    static QString without(const MergedWording &merged, WordingMark mark)
    {
        QString rest;
        qsizetype at = 0;
        for (const WordingPart &part : merged.parts) {
            rest += QStringView(merged.text).sliced(at, part.range.start - at);
            if (part.mark != mark)
                rest += QStringView(merged.text).sliced(part.range.start, part.range.length());
            at = part.range.end;
        }
        rest += QStringView(merged.text).sliced(at);
        return rest.remove(u' '); // where one stands between two wordings is a matter of looks
    }
};

QTEST_GUILESS_MAIN(TestMergedWording)
#include "tst_mergedwording.moc"
