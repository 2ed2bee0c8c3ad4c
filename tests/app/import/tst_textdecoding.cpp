#include "import/encodings.h"
#include "import/textdecoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestTextDecoding : public QObject
{
    Q_OBJECT

private slots:
    void decode_findsTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("guessed");
        const QString mixed = u"Crème brûlée — “done”, 日本語 😀\n"_s;
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text,
                            const char *encoding, bool guessed) {
            QTest::newRow(name) << bytes << text << QString::fromLatin1(encoding) << guessed;
        };
        const auto encoded = [](const QString &text, const char *encoding) {
            return QByteArray(QStringEncoder(encoding)(text));
        };
        row("ASCII", "plain words", u"plain words"_s, "UTF-8", false);
        row("UTF-8", mixed.toUtf8(), mixed, "UTF-8", false);
        row("UTF-8 with mark", "\xEF\xBB\xBF" + mixed.toUtf8(), mixed, "UTF-8", false);
        row("UTF-16LE with mark", "\xFF\xFE" + encoded(mixed, "UTF-16LE"), mixed, "UTF-16LE", false);
        row("UTF-16BE with mark", "\xFE\xFF" + encoded(mixed, "UTF-16BE"), mixed, "UTF-16BE", false);
        row("UTF-32LE with mark", QByteArray("\xFF\xFE\0\0", 4) + encoded(mixed, "UTF-32LE"), mixed,
            "UTF-32LE", false);
        const QString plain = u"Enough plain words to see how the zero bytes stand.\n"_s;
        row("UTF-16LE by its zeros", encoded(plain, "UTF-16LE"), plain, "UTF-16LE", true);
        row("UTF-16BE by its zeros", encoded(plain, "UTF-16BE"), plain, "UTF-16BE", true);
        row("UTF-32LE by its zeros", encoded(plain, "UTF-32LE"), plain, "UTF-32LE", true);
        row("UTF-32BE by its zeros", encoded(plain, "UTF-32BE"), plain, "UTF-32BE", true);
        row("quotation marks of windows-1252", "She said \x93no\x94 \x96 and didn\x92t.",
            u"She said “no” – and didn’t."_s, "windows-1252", true);

        const QString french =
            u"Le garçon a mangé une crème brûlée à côté de l'hôtel où il était allé l'été dernier. Déjà vu, très bien."_s;
        row("French in windows-1252", encoded(french, "windows-1252"), french, "windows-1252", true);
        const QString polish =
            u"Zażółć gęślą jaźń. Wczoraj wieczorem mieszkańcy miasta świętowali otwarcie nowego mostu, którego budowa trwała dłużej."_s;
        row("Polish in ISO-8859-2", encoded(polish, "ISO-8859-2"), polish, "ISO-8859-2", true);
        const QString russian =
            u"Вчера вечером жители города праздновали открытие нового моста, строительство которого длилось дольше."_s;
        row("Russian in KOI8-R", encoded(russian, "KOI8-R"), russian, "KOI8-R", true);
        row("Russian in windows-1251", encoded(russian, "windows-1251"), russian, "windows-1251", true);
        const QString japanese =
            u"昨日の夜、町の人々は新しい橋の開通を祝いました。工事は予定より長くかかりました。"_s;
        row("Japanese in Shift_JIS", encoded(japanese, "Shift_JIS"), japanese, "Shift_JIS", true);
        row("Japanese in EUC-JP", encoded(japanese, "EUC-JP"), japanese, "EUC-JP", true);
        row("Japanese in ISO-2022-JP", encoded(japanese, "ISO-2022-JP"), japanese, "ISO-2022-JP", true);
        const QString korean =
            u"어제 저녁 도시 주민들은 새 다리의 개통을 축하했다. 공사는 예정보다 오래 걸렸다."_s;
        row("Korean in EUC-KR", encoded(korean, "EUC-KR"), korean, "EUC-KR", true);
        const QString chinese = u"昨天晚上，城市居民庆祝新桥的开通。工程比原计划花费了更长的时间。"_s;
        row("Chinese in GB18030", encoded(chinese, "GB18030"), chinese, "GB18030", true);
        const QString traditional = u"昨天晚上，城市居民慶祝新橋的開通。工程比原計畫花費了更長的時間。"_s;
        row("Chinese in Big5", encoded(traditional, "Big5"), traditional, "Big5", true);
    }

    void decode_findsTheEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const DecodedText decoded = decodeText(bytes);
        QCOMPARE(decoded.text, text);
        QTEST(decoded.encoding, "encoding");
        QTEST(decoded.guessed, "guessed");
        QCOMPARE(decoded.replaced, 0);
        QVERIFY(decoded.warnings.isEmpty());
    }

    void decode_believesADeclarationThatFits()
    {
        const DecodedText decoded = decodeText("\xE0\xE1\xE2", "windows-1251");
        QCOMPARE(decoded.text, u"абв"_s);
        QVERIFY(!decoded.guessed);
    }

    void decode_prefersValidUtf8OverADeclaration()
    {
        QCOMPARE(decodeText(QByteArray("caf\xC3\xA9"), "ISO-8859-1").text, u"café"_s);
    }

    void decode_replacesWhatIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("cut in a letter") << QByteArray("Crème brûlé").chopped(1) << u"Crème brûl\uFFFD"_s;
        QTest::newRow("damaged in the middle")
            << QByteArray("äöüäöüäöüä\xFFöüäöü") << u"äöüäöüäöüä\uFFFDöüäöü"_s;
        QTest::newRow("odd UTF-16") << QByteArray("\xFF\xFE"
                                                  "a\0b\0c",
                                                  7)
                                    << u"ab\uFFFD"_s;
        QTest::newRow("lone surrogate") << QByteArray("\xFF\xFE"
                                                      "a\0\0\xD8"
                                                      "b\0",
                                                      8)
                                        << u"a\uFFFDb"_s;
        QTest::newRow("unassigned byte")
            << QByteArray("\x93"
                          "a\x94 \x81 \xE9t\xE9, d\xE9j\xE0 pr\xE8s de la fen\xEAtre, no\xEBl")
            << u"“a” \uFFFD été, déjà près de la fenêtre, noël"_s;
    }

    void decode_replacesWhatIsInvalid()
    {
        QFETCH(QByteArray, bytes);
        const DecodedText decoded = decodeText(bytes, "windows-1252");
        QTEST(decoded.text, "text");
        QCOMPARE(decoded.replaced, 1);
        QCOMPARE(decoded.warnings.size(), 1);
    }

    void decode_warnsOfTextEncodedTwice()
    {
        QCOMPARE(decodeText(u"itâ€™s a cafÃ© and he didnâ€™t mind, wasnâ€™t it"_s.toUtf8()).warnings.size(),
                 1);
    }

    void declaredEncoding_isRead_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("label");
        QTest::newRow("charset") << QByteArray("<html><meta charset=\"KOI8-R\"><p>") << QByteArray("koi8-r");
        QTest::newRow("bare") << QByteArray("<meta charset=big5>") << QByteArray("big5");
        QTest::newRow("http-equiv")
            << QByteArray("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>")
            << QByteArray("shift_jis");
        QTest::newRow("XML") << QByteArray("<?xml version='1.0' encoding='ISO-8859-2'?><html>")
                             << QByteArray("iso-8859-2");
        QTest::newRow("none") << QByteArray("<p>charset=utf-8") << QByteArray();
        QTest::newRow("cut") << QByteArray("<meta charset") << QByteArray();
    }

    void declaredEncoding_isRead()
    {
        QFETCH(QByteArray, page);
        QTEST(declaredEncoding(page), "label");
    }

    void labels_areThoseOfTheWeb_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("latin1") << QByteArray("ISO-8859-1") << QByteArray("windows-1252");
        QTest::newRow("turkish") << QByteArray("iso-8859-9") << QByteArray("windows-1254");
        QTest::newRow("gb2312") << QByteArray(" gb2312 ") << QByteArray("GBK");
        QTest::newRow("sjis") << QByteArray("x-sjis") << QByteArray("Shift_JIS");
        QTest::newRow("utf-7 is refused") << QByteArray("utf-7") << QByteArray();
        QTest::newRow("EBCDIC is refused") << QByteArray("ibm037") << QByteArray();
        QTest::newRow("nothing") << QByteArray("") << QByteArray();
    }

    void labels_areThoseOfTheWeb()
    {
        QFETCH(QByteArray, label);
        const Encoding *encoding = encodingForLabel(label);
        QTEST(QByteArray(encoding == nullptr ? "" : encoding->name), "name");
    }

    void isBinary_tellsTextFromOtherBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("binary");
        QTest::newRow("text") << QByteArray("words\n\tand more\r\n") << false;
        QTest::newRow("terminal escapes") << QByteArray("\x1B[31mred\x1B[0m") << false;
        QTest::newRow("UTF-16") << QByteArray("w\0o\0r\0d\0s\0 \0t\0w\0o\0", 18) << false;
        QTest::newRow("zeros") << QByteArray(100, '\0') << true;
        QTest::newRow("a zero among few bytes") << QByteArray("ab\0cd", 5) << true;
        QTest::newRow("a zero among many")
            << QByteArray("words ").repeated(100) + QByteArray("\0", 1) << false;
    }

    void isBinary_tellsTextFromOtherBytes()
    {
        QFETCH(QByteArray, bytes);
        QTEST(isBinary(bytes), "binary");
    }
};

QTEST_GUILESS_MAIN(TestTextDecoding)
#include "tst_textdecoding.moc"
