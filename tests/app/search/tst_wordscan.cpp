#include "search/wordscan.h"
#include "support/seed.h"
#include "text/words.h"

#include <QTest>

using namespace Lectern;

class TestWordScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usefulness_isKnown_data();
    void usefulness_isKnown();
    void stretches_areShort();
    void randomTexts_noWordIsPassed();
};

namespace {

std::vector<TextRange> stretchesOf(const WordScan &scan, QStringView text)
{
    std::vector<TextRange> stretches;
    for (TextRange stretch = scan.next(text, 0); !stretch.isEmpty(); stretch = scan.next(text, stretch.end))
        stretches.push_back(stretch);
    return stretches;
}

QString drawn(std::mt19937 &random)
{
    static const QStringList pieces{QStringLiteral("fox"),       QStringLiteral("Fox"),
                                    QStringLiteral("fo"),        QStringLiteral("x"),
                                    QStringLiteral("k"),         QStringLiteral("2"),
                                    QStringLiteral(" "),         QStringLiteral(" "),
                                    QStringLiteral("\n"),        QStringLiteral("."),
                                    QStringLiteral("'"),         QStringLiteral("_"),
                                    QStringLiteral("-"),         QStringLiteral("$"),
                                    QStringLiteral(", "),        QStringLiteral("the words between"),
                                    QString(QChar(0x2019)),      QString(QChar(0xad)),
                                    QString(QChar(0x301)),       QString(QChar(0x212a)),
                                    QString(QChar(0xb2)),        QString(QChar(0xe9)),
                                    QString(QChar(0xfb01)),      QString(QChar(0x3392)),
                                    QString(QChar(0x4e2d)),      QString(QChar(0xff46)),
                                    QString(QChar(0x200d)),      QString(QChar(0xa0)),
                                    QString(QChar(0x430)),       QStringLiteral("\U0001D41F"),
                                    QStringLiteral("\U0001F98A")};
    QString text;
    for (size_t count = random() % 60; count > 0; --count)
        text += pieces[qsizetype(random() % size_t(pieces.size()))];
    return text;
}

} // namespace

void TestWordScan::usefulness_isKnown_data()
{
    QTest::addColumn<QStringList>("beginnings");
    QTest::addColumn<bool>("useful");
    QTest::newRow("nothing sought") << QStringList{} << true;
    QTest::newRow("plain") << QStringList{QStringLiteral("fox"), QStringLiteral("2nd")} << true;
    QTest::newRow("plain at first") << QStringList{QStringLiteral("l'amour")} << true;
    QTest::newRow("other letters") << QStringList{QStringLiteral("fox"), QString(QChar(0x430))} << false;
    QTest::newRow("anything") << QStringList{QString()} << false;
    QTest::newRow("too much") << QStringList(20, QStringLiteral("fox")) << false;
}

void TestWordScan::usefulness_isKnown()
{
    QFETCH(QStringList, beginnings);
    QFETCH(bool, useful);
    WordScan scan;
    for (const QString &beginning : beginnings)
        scan.addBeginning(beginning.toStdString());
    QCOMPARE(scan.isUseful(), useful);
    scan.clear();
    QVERIFY(scan.isUseful());
}

void TestWordScan::stretches_areShort()
{
    WordScan scan;
    scan.addWord("fox");
    const QString text =
        QStringLiteral("Many words, and none of them sought: boxes, “flax”, foxes, sfox. One Fox ran.");
    const std::vector<TextRange> stretches = stretchesOf(scan, text);
    QCOMPARE(stretches.size(), size_t(1));
    QCOMPARE(text.mid(stretches[0].start, stretches[0].length()), QStringLiteral("Fox "));
}

void TestWordScan::randomTexts_noWordIsPassed()
{
    std::mt19937 random(testSeed());
    WordBreaker breaker;
    WordBreaker sliceBreaker;
    size_t found = 0;
    for (int round = 0; round < 4000; ++round) {
        const QString text = drawn(random);
        static const QStringList soughtWords{QStringLiteral("fox"),  QStringLiteral("k"),
                                             QStringLiteral("fi"),   QStringLiteral("2"),
                                             QStringLiteral("x'fo"), QStringLiteral("kg")};
        const QString sought = soughtWords[qsizetype(random() % size_t(soughtWords.size()))];
        const bool isBeginning = random() % 2 == 0;
        WordScan scan;
        if (isBeginning)
            scan.addBeginning(sought.toStdString());
        else
            scan.addWord(sought.toStdString());
        const std::vector<TextRange> stretches = stretchesOf(scan, text);
        const std::vector<Word> words = breaker.words(text);
        for (const Word &word : words) {
            if (isBeginning ? !word.term.startsWith(sought) : word.term != sought)
                continue;
            ++found;
            const bool isIn = std::any_of(stretches.begin(), stretches.end(), [&word](TextRange stretch) {
                return stretch.contains(word.range);
            });
            QVERIFY2(isIn, qPrintable(sought + QLatin1String(" in ") + text));
        }
        for (const TextRange stretch : stretches) {
            std::vector<std::pair<QString, TextRange>> whole;
            for (const Word &word : words)
                if (word.range.intersects(stretch))
                    whole.emplace_back(word.term, word.range);
            std::vector<std::pair<QString, TextRange>> cut;
            for (const Word &word :
                 sliceBreaker.words(QStringView(text).sliced(stretch.start, stretch.length())))
                cut.emplace_back(word.term, word.range.shifted(stretch.start));
            QVERIFY2(cut == whole, qPrintable(text));
        }
    }
    QVERIFY(found > 500);
}

QTEST_GUILESS_MAIN(TestWordScan)
#include "tst_wordscan.moc"
