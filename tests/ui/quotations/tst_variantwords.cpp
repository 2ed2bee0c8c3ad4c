#include "quotations/variantwords.h"

#include <QTest>

using namespace Lectern;

/// What a variant has otherwise, and which part of it is shown.
class TestVariantWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data()
    {
        QTest::addColumn<QString>("longest");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("others"); ///< between bars
        QTest::addColumn<int>("gaps");
        const QString longest = QStringLiteral("We will never give up the lamp, he said to us");
        QTest::newRow("same") << longest << longest << QString() << 0;
        QTest::newRow("typography") << QStringLiteral("It’s “ours”") << QStringLiteral("It's \"ours\"")
                                    << QString() << 0;
        QTest::newRow("punctuation") << longest
                                     << QStringLiteral("We will never give up the lamp. he said to us,")
                                     << QString() << 0;
        QTest::newRow("other word") << longest
                                    << QStringLiteral("We will never give up the light, he said to us")
                                    << QStringLiteral("light") << 0;
        QTest::newRow("beginning only")
            << longest << QStringLiteral("We will never give up") << QString() << 0;
        QTest::newRow("word missing")
            << longest << QStringLiteral("We will give up the lamp, he said to us") << QString() << 1;
    }

    void differences()
    {
        QFETCH(const QString, longest);
        QFETCH(const QString, variant);
        const VariantWords words(longest, variant, 80);
        QStringList others;
        for (const TextRange range : words.others())
            others += words.text().mid(range.start, range.length());
        QTEST(others.join(QLatin1Char('|')), "others");
        QTEST(int(words.gaps().size()), "gaps");
        QCOMPARE(words.text(), variant);
    }

    void farDifference_isBroughtToTheBeginning()
    {
        const QString longest = QStringLiteral("word ").repeated(40) + QStringLiteral("lamp at the end");
        const QString variant = QStringLiteral("word ").repeated(40) + QStringLiteral("light at the end");
        QCOMPARE(VariantWords(longest, variant, 1000).text(), variant);
        const VariantWords words(longest, variant, 80);
        QVERIFY(words.text().startsWith(QStringLiteral("… word")));
        QCOMPARE(words.others().size(), size_t(1));
        const TextRange other = words.others()[0];
        QCOMPARE(words.text().mid(other.start, other.length()), QStringLiteral("light"));
        QVERIFY(other.start < 40);
    }
};

QTEST_GUILESS_MAIN(TestVariantWords)
#include "tst_variantwords.moc"
