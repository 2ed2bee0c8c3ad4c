#include "text/language.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace Lectern;

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void detectLanguage_tells_data();
    void detectLanguage_tells();
    void detectLanguage_longText_isReliable();
    void detectLanguage_byManyThreads_isTheSame();
    void isRightToLeft_goesByTheFirstStrongCharacter_data();
    void isRightToLeft_goesByTheFirstStrongCharacter();
};

void LanguageTest::detectLanguage_tells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &text, const QString &code) {
        QTest::newRow(name) << text << code;
    };
    row("nothing", "", "");
    row("numbers", "1 2 3 4.5 – 2021-09-28 1234567890 1234567890", "");
    row("too short", "Bonjour!", "");
    row("Han alone and short", "東京都知事", "");
    row("English", "The ferry will run again from Monday, the harbour office said in the evening.", "en");
    row("German", "Die Fähre fährt ab Montag wieder, teilte das Hafenamt am Abend mit.", "de");
    row("French", "Le bac circulera de nouveau à partir de lundi, a annoncé la capitainerie dans la soirée.",
        "fr");
    row("Spanish",
        "El transbordador volverá a funcionar a partir del lunes, según informó la autoridad del puerto.",
        "es");
    row("Russian", "Паром снова начнёт ходить с понедельника, сообщили вечером в управлении порта.", "ru");
    row("Arabic", "ستعمل العبارة مرة أخرى ابتداء من يوم الاثنين، كما أعلن مكتب الميناء في المساء.", "ar");
    row("Hindi", "बंदरगाह कार्यालय ने शाम को बताया कि नौका सोमवार से फिर चलेगी।", "hi");
    row("Japanese", "フェリーは月曜日から再び運航すると港湾局が夕方に発表した。", "ja");
    row("Chinese", "港务局晚上宣布，渡轮将从星期一起恢复运行，乘客可以在码头购买船票。", "zh");
    row("Hebrew", "המעבורת תחזור לפעול החל מיום שני, כך נמסר ממשרד הנמל בערב.", "he");
    row("Japanese, short", "これはペン", "ja");
    row("Korean, short", "안녕하세요", "ko");
    row("Hebrew, short", "שלום", "he");
    row("Thai, short", "สวัสดี", "th");
    row("Greek, short", "Καλημέρα", "el");
    row("Korean with a Latin name", "안녕하세요 AB", "ko");
    row("Arabic, short", "سلام", "");
}

void LanguageTest::detectLanguage_tells()
{
    QFETCH(QString, text);
    QTEST(detectLanguage(text).code, "code");
}

void LanguageTest::detectLanguage_longText_isReliable()
{
    const QString text =
        QStringLiteral("The ferry will run again from Monday, the harbour office said in the evening. ")
            .repeated(500);
    QVERIFY(detectLanguage(text).reliable);
    QVERIFY(!detectLanguage(u"שלום").reliable);
    // The sample ends between the halves of a pair.
    const QString pairs = u'x' + QStringLiteral("😀").repeated(20'000);
    QCOMPARE(detectLanguage(pairs).code, QString());
}

void LanguageTest::detectLanguage_byManyThreads_isTheSame()
{
    std::vector<QString> codes(4);
    std::vector<std::thread> threads;
    for (QString &code : codes)
        threads.emplace_back([&code] {
            for (int i = 0; i < 50; ++i)
                code = detectLanguage(u"Die Fähre fährt ab Montag wieder, teilte das Hafenamt am Abend mit.")
                           .code;
        });
    for (std::thread &thread : threads)
        thread.join();
    for (const QString &code : codes)
        QCOMPARE(code, QStringLiteral("de"));
}

void LanguageTest::isRightToLeft_goesByTheFirstStrongCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("neutral") << "123 ... \n" << false;
    QTest::newRow("Latin") << "abc שלום" << false;
    QTest::newRow("Hebrew") << "\"שלום\" abc" << true;
    QTest::newRow("Arabic behind numbers") << "12. سلام" << true;
    QTest::newRow("second line decides") << "...\nسلام" << true;
    QTest::newRow("isolate is skipped") << "\u2066abc\u2069 سلام" << true;
    QTest::newRow("isolate that is never closed") << "\u2067abc" << false;
    QTest::newRow("isolate ends with its line") << "\u2066abc\nسلام" << true;
    QTest::newRow("pop without isolate") << "\u2069سلام" << true;
    QTest::newRow("mark decides") << "\u200fabc" << true;
    QTest::newRow("beyond the BMP") << "😀 𞤀" << true;
}

void LanguageTest::isRightToLeft_goesByTheFirstStrongCharacter()
{
    QFETCH(QString, text);
    QTEST(isRightToLeft(text), "rightToLeft");
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
