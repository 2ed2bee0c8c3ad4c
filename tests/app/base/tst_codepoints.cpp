#include "base/codepoints.h"

#include <QString>
#include <QtTest>

#include <random>

using namespace Lectern;

class CodePointsTest : public QObject
{
    Q_OBJECT

private slots:
    void fromUtf16_countsCodePoints_data();
    void fromUtf16_countsCodePoints();
    void toUtf16_findsTheCodePoint();
    void ranges_areMappedAtBothEnds();
    void randomTexts_agreeWithCounting();
};

void CodePointsTest::fromUtf16_countsCodePoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("codePoint");
    QTest::newRow("empty") << "" << 0 << 0;
    QTest::newRow("plain") << "abc" << 2 << 2;
    QTest::newRow("before the pair") << "a😀b" << 1 << 1;
    QTest::newRow("inside the pair") << "a😀b" << 2 << 1;
    QTest::newRow("behind the pair") << "a😀b" << 3 << 2;
    QTest::newRow("inside the second pair") << "😀😀" << 3 << 1;
    QTest::newRow("the end") << "a😀b" << 4 << 3;
    QTest::newRow("beyond the end") << "a😀b" << 99 << 3;
    QTest::newRow("before the start") << "a😀b" << -1 << 0;
    QTest::newRow("lone surrogates count") << QString(QChar(0xdc00)) + QChar(0xd800) + "a" << 3 << 3;
    QTest::newRow("combining marks count") << "e\u0301" << 2 << 2;
}

void CodePointsTest::fromUtf16_countsCodePoints()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    QTEST(int(CodePoints(text).fromUtf16(offset)), "codePoint");
}

void CodePointsTest::toUtf16_findsTheCodePoint()
{
    const QString text = QStringLiteral("a😀b😀");
    const CodePoints codePoints(text);
    const QList<qsizetype> offsets{0, 1, 3, 4, 6, 6, 6};
    for (qsizetype i = 0; i < offsets.size(); ++i)
        QCOMPARE(codePoints.toUtf16(i), offsets[i]);
    QCOMPARE(codePoints.toUtf16(-3), 0);
}

void CodePointsTest::ranges_areMappedAtBothEnds()
{
    const QString text = QStringLiteral("😀a😀b");
    const CodePoints codePoints(text);
    QCOMPARE(codePoints.fromUtf16(TextRange{2, 5}), (TextRange{1, 3}));
    QCOMPARE(codePoints.toUtf16(TextRange{1, 3}), (TextRange{2, 5}));
}

void CodePointsTest::randomTexts_agreeWithCounting()
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (unsigned i = random() % 30; i > 0; --i) {
            switch (random() % 4) {
            case 0:
                text += QStringLiteral("😀");
                break;
            case 1:
                text += QChar(char16_t(0xd800 + random() % 0x800)); // perhaps alone, perhaps half of a pair
                break;
            default:
                text += u'a';
            }
        }
        const CodePoints codePoints(text);
        qsizetype count = 0;
        for (qsizetype i = 0; i < text.size(); ++count) {
            const bool pair =
                text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            QCOMPARE(codePoints.fromUtf16(i), count);
            QCOMPARE(codePoints.toUtf16(count), i);
            if (pair)
                QCOMPARE(codePoints.fromUtf16(i + 1), count);
            i += pair ? 2 : 1;
        }
        QCOMPARE(codePoints.fromUtf16(text.size()), count);
        QCOMPARE(codePoints.toUtf16(count), text.size());
    }
}

QTEST_GUILESS_MAIN(CodePointsTest)
#include "tst_codepoints.moc"
