#include "app/import/pdfmaking.h"
#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(int x, int y, const QByteArray &text, int size = 10)
{
    return "BT /F " + QByteArray::number(size) + " Tf " + QByteArray::number(x) + " " +
           QByteArray::number(y) + " Td (" + text + ") Tj ET\n";
}

QByteArray lines(int x, int y, const QList<QByteArray> &texts)
{
    QByteArray stream;
    for (const QByteArray &text : texts) {
        stream += line(x, y, text);
        y -= 12;
    }
    return stream;
}

} // namespace

class TestPdfImporter : public QObject
{
    Q_OBJECT

private slots:
    void page_becomesParagraphs()
    {
        const ArticlePtr article =
            readOne(pdf({line(72, 720, "The ferry sails again", 20) +
                         lines(72, 690,
                               {"The harbour master said on Monday that the ferry would sail again be-",
                                "fore the end of the week, weather permitting."}) +
                         lines(72, 650,
                               {"Nobody had expected it to take as long as it did, he said to the council,",
                                "which met on Tuesday."})}),
                    QString());
        QVERIFY(article);
        QCOMPARE(article->source().format, u"pdf"_s);
        QCOMPARE(
            blocksOf(*article),
            (QStringList{
                u"heading1: The ferry sails again"_s,
                u"paragraph: The harbour master said on Monday that the ferry would sail again before the "
                u"end of the week, weather permitting."_s,
                u"paragraph: Nobody had expected it to take as long as it did, he said to the council, "
                u"which met on Tuesday."_s}));
    }

    void columns_areReadOneAfterTheOther()
    {
        QList<QByteArray> left;
        QList<QByteArray> right;
        for (const char *number : {"one", "two", "three", "four", "five", "six"}) {
            left << QByteArray("the left column has a line ") + number;
            right << QByteArray("the right column has a line ") + number;
        }
        const ArticlePtr article =
            readOne(pdf({line(72, 720, "A headline that runs across both of the columns", 18) +
                         lines(72, 690, left) + lines(320, 690, right)}),
                    QString());
        QVERIFY(article);
        const QString text = article->text();
        QVERIFY(text.indexOf(u"left column has a line six") < text.indexOf(u"right column has a line one"));
        QVERIFY(text.indexOf(u"left column has a line one") < text.indexOf(u"left column has a line six"));
    }

    void headersAndNumbers_areLeftOut()
    {
        QList<QByteArray> pages;
        const QList<QByteArray> ports{"Dover", "Calais", "Ostend", "Hull"};
        for (qsizetype i = 0; i < ports.size(); ++i)
            pages << line(72, 760, "Harbour Report 2021") +
                         lines(72, 690,
                               {"The ferry to " + ports.at(i) + " is said to sail again and", "again."}) +
                         line(300, 40, QByteArray::number(i + 1));
        const ArticlePtr article = readOne(pdf(pages), QString());
        QVERIFY(article);
        QVERIFY(!article->text().contains(u"Harbour Report"));
        QCOMPARE(article->text().count(u"The ferry to"), 4);
        QVERIFY(!article->text().contains(u'3'));
    }

    void info_isReadWhenItIsSane()
    {
        const QByteArray page =
            lines(72, 690, {"The harbour master said on Monday that the ferry would sail again."});
        const ArticlePtr article = readOne(
            pdf({page}, "/Title (The Ferry Report) /Author (Ann Lee) /CreationDate (D:20210928100000Z)"),
            QString());
        QVERIFY(article);
        QCOMPARE(article->title(), u"The Ferry Report"_s);
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
        QCOMPARE(article->published().toIso(), u"2021-09-28"_s);
        const ArticlePtr machine = readOne(pdf({page}, "/Title (Microsoft Word - report.doc) /Author "
                                                       "(Administrator) /CreationDate (D:19700101000000Z)"),
                                           QString());
        QVERIFY(machine);
        QVERIFY(machine->isTitleDerived());
        QVERIFY(machine->authors().isEmpty());
        QVERIFY(machine->published().isNull());
    }

    void hostileFile_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("starts");
        const QByteArray whole = pdf({line(72, 700, "Words of a page.")});
        QTest::newRow("cut") << whole.first(60) << u"malformed"_s;
        QTest::newRow("no text") << pdf({"0 0 100 100 re f"})
                                 << u"empty: Its pages hold no text (1 in all)"_s;
        QTest::newRow("password") << pdf({line(72, 700, "x")}, {},
                                         "/ID [<0123456789ABCDEF0123456789ABCDEF> "
                                         "<0123456789ABCDEF0123456789ABCDEF>] /Encrypt << /Filter "
                                         "/Standard /V 2 /R 3 /Length 128 /P -44 /O <" +
                                             QByteArray(64, 'A') + "> /U <" + QByteArray(64, 'B') + "> >> ")
                                  << u"encrypted"_s;
        QTest::newRow("pages in a circle")
            << QByteArray(whole).replace("/Kids [5 0 R ]", "/Kids [2 0 R ]") << QString();
    }

    void hostileFile_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, starts);
        const QString failure = failureOf(bytes);
        QVERIFY2(failure.startsWith(starts), qPrintable(failure));
        QVERIFY(!failure.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPdfImporter)
#include "tst_pdfimporter.moc"
