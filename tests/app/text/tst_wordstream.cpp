#include "text/wordstream.h"

#include "app/search/randomsearch.h"
#include "app/text/randomtext.h"

#include <QtTest>

#include <unordered_set>

using namespace Lectern;
using namespace LecternTest;

namespace {

/// Words as one line: `term[start-end]@position` with a space between, `~` before parts.
template <typename Words>
QString written(const Words &words)
{
    QString result;
    for (const Word &word : words)
        result += QStringLiteral("%1%2[%3-%4]@%5 ")
                      .arg(word.isPart ? QStringLiteral("~") : QString(), word.term)
                      .arg(word.range.start)
                      .arg(word.range.end)
                      .arg(word.position);
    return result;
}

} // namespace

/// WordBreaker makes its words of the stream's; what the stream is held against is ICU alone.
class WordStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void run_anyCharacter_isIcu();
    void run_randomTexts_areIcu();
    void run_longRandomTexts_areIcu();
    void run_randomVocabulary_isIcu();
    void run_sampleLibrary_isIcu_data();
    void run_sampleLibrary_isIcu();
    void run_longWords_areIcu_data();
    void run_longWords_areIcu();
    void run_again_forgetsTheLastText();
    void run_everyWord_isPaddedAndHashed();
    void termHash_aTerm_isOfItsBytesAlone();
    void termHash_manyTerms_spread();

private:
    std::vector<Word> streamed(QStringView text);
    bool isIcu(QStringView text, QByteArray *difference);

    WordStream m_stream;
    WordBreaker m_breaker;
};

std::vector<Word> WordStreamTest::streamed(QStringView text)
{
    std::vector<Word> words;
    m_stream.run(text, [&words](const StreamedWord &word) {
        words.push_back({QString::fromUtf8(word.term, qsizetype(word.length)), word.range, word.position,
                         word.isPart});
    });
    return words;
}

bool WordStreamTest::isIcu(QStringView text, QByteArray *difference)
{
    const std::vector<Word> found = streamed(text);
    const std::vector<Word> &expected = m_breaker.words(text, WordBreaking::IcuOnly);
    const auto same = [](const Word &a, const Word &b) {
        return a.term == b.term && a.range == b.range && a.position == b.position && a.isPart == b.isPart;
    };
    if (std::equal(found.begin(), found.end(), expected.begin(), expected.end(), same))
        return true;
    *difference = shown(text) + ": " + shown(written(found)) + " / " + shown(written(expected));
    return false;
}

void WordStreamTest::run_anyCharacter_isIcu()
{
    QByteArray difference;
    for (uint c = 0; c < 0x10000; ++c) {
        const QChar unit{char16_t(c)};
        QString text = QStringLiteral("_ a_b _c a_ _1 1_ 1_2 _\u0301 a_\u0301 a_\u200d👍 日_ _日 가_가 ש_ש "
                                      "a__b a\u0301_b x'a_'b .a._a क्_ क्\u200c_ ก_ ก\u0e34_ か_ ع_\u064b _");
        text.replace(u'_', unit).append(unit);
        QVERIFY2(isIcu(text, &difference), difference);
    }
}

void WordStreamTest::run_randomTexts_areIcu()
{
    RandomText random;
    QByteArray difference;
    for (int i = 0; i < 8'000; ++i)
        QVERIFY2(isIcu(random.text(30), &difference), difference);
}

/// Plain and other stretches follow each other here, and words fill several batches.
void WordStreamTest::run_longRandomTexts_areIcu()
{
    RandomText random;
    QByteArray difference;
    for (int i = 0; i < 150; ++i) {
        QString text;
        for (int stretches = random.below(24); stretches > 0; --stretches) {
            text += random.text(6);
            for (int words = random.below(60); words > 0; --words)
                text += QStringLiteral("x’y.z Word ").mid(random.below(8));
        }
        QVERIFY2(isIcu(text, &difference), difference);
    }
}

void WordStreamTest::run_randomVocabulary_isIcu()
{
    RandomSearch random(testSeed());
    QByteArray difference;
    for (int i = 0; i < 1'000; ++i)
        QVERIFY2(isIcu(random.article(80)->text(), &difference), difference);
}

void WordStreamTest::run_sampleLibrary_isIcu_data()
{
    QTest::addColumn<QString>("path");
    const QDir samples(QStringLiteral(LECTERN_SOURCE_DIR "/resources/library"));
    for (const QFileInfo &file : samples.entryInfoList(QDir::Files))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void WordStreamTest::run_sampleLibrary_isIcu()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray difference;
    QVERIFY2(isIcu(QString::fromUtf8(file.readAll()), &difference), difference);
}

void WordStreamTest::run_longWords_areIcu_data()
{
    QTest::addColumn<QString>("text");
    for (const int length : {79, 80, 81, 82, 254, 255, 256, 400}) {
        const auto row = [length](const char *name, const QString &word) {
            QTest::addRow("%s, %d", name, length) << QStringLiteral("a %1 b %1.%1 c").arg(word);
        };
        row("letters", QString(length, u'x'));
        row("of two bytes", QString(length, u'я'));
        row("that fold to three", QString(length, QChar(0xfb03)));
        row("pairs", QStringLiteral("𐐨").repeated(length));
        row("pairs behind a letter", u'x' + QStringLiteral("𐐨").repeated(length));
        row("parts", QStringLiteral("ab'").repeated(length) + u'c');
        row("shortest parts", QStringLiteral("a.").repeated(length));
        row("underscores", QString(length, u'_') + u'a');
        row("digits", QStringLiteral("1_").repeated(length));
        row("marks", u'a' + QString(length, QChar(0x301)));
    }
}

void WordStreamTest::run_longWords_areIcu()
{
    QFETCH(QString, text);
    QByteArray difference;
    QVERIFY2(isIcu(text, &difference), difference);
}

void WordStreamTest::run_again_forgetsTheLastText()
{
    QCOMPARE(written(streamed(u"Alpha हिन्दी Beta")),
             QStringLiteral("alpha[0-5]@0 हिन्दी[6-12]@1 beta[13-17]@2 "));
    QCOMPARE(written(streamed(u"Gamma")), QStringLiteral("gamma[0-5]@0 "));
    QCOMPARE(written(streamed(u"")), QString());
    QCOMPARE(written(streamed({})), QString());
}

void WordStreamTest::run_everyWord_isPaddedAndHashed()
{
    RandomText random;
    for (int i = 0; i < 500; ++i) {
        const QString text = random.text(300);
        bool isGood = true;
        m_stream.run(text, [&isGood](const StreamedWord &word) {
            isGood = isGood && word.length > 0 && word.hash == termHash({word.term, qsizetype(word.length)});
            for (quint32 at = word.length; at % 8 != 0; ++at)
                isGood = isGood && word.term[at] == 0;
        });
        QVERIFY2(isGood, shown(text));
    }
}

void WordStreamTest::termHash_aTerm_isOfItsBytesAlone()
{
    for (qsizetype length = 1; length < 30; ++length) {
        const QByteArray term(length, 'x');
        const QByteArray within = "ab" + term + "cd";
        QCOMPARE(termHash(QByteArrayView(within).sliced(2, length)), termHash(term));
        QVERIFY(termHash(term) != termHash(term.chopped(1)));
    }
}

/// Neither the low nor the high bits of similar terms meet more often than chance wants.
void WordStreamTest::termHash_manyTerms_spread()
{
    std::vector<QByteArray> terms;
    for (int i = 0; i < 65'536; ++i) {
        terms.push_back(QByteArray::number(i));
        terms.push_back("harbour" + QByteArray::number(i, 36));
        terms.push_back(QByteArray::number(i, 26) + "ing");
        terms.push_back(QByteArray("и") + char(0xd0) + char(0x80 + i % 64) + QByteArray::number(i / 64));
    }
    std::unordered_set<QByteArray> distinct(terms.begin(), terms.end());
    const auto slotsOf = [&distinct](auto slot) {
        std::unordered_set<quint64> used;
        for (const QByteArray &term : distinct)
            used.insert(slot(termHash(term)));
        return double(used.size());
    };
    // Of n balls in m boxes m (1 - e^(-n/m)) boxes are hit.
    constexpr double boxes = 1 << 18;
    const double expected = boxes * (1 - std::exp(-double(distinct.size()) / boxes));
    const double low = slotsOf([](quint64 hash) { return hash & 0x3ffff; });
    const double high = slotsOf([](quint64 hash) { return hash >> 46; });
    QVERIFY2(std::abs(low / expected - 1) < 0.02, qPrintable(QString::number(low / expected)));
    QVERIFY2(std::abs(high / expected - 1) < 0.02, qPrintable(QString::number(high / expected)));
    QCOMPARE(slotsOf([](quint64 hash) { return hash; }), double(distinct.size()));
}

QTEST_GUILESS_MAIN(WordStreamTest)
#include "tst_wordstream.moc"
