#include "import/visualorder.h"

#include <QTest>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestVisualOrder : public QObject
{
    Q_OBJECT

private slots:
    void line_isPutInItsOrder_data()
    {
        QTest::addColumn<QString>("visual");
        QTest::addColumn<QString>("logical");
        QTest::newRow("Latin") << u"some (words) 12"_s << u"some (words) 12"_s;
        QTest::newRow("Hebrew") << u".ינש םויב רמא"_s << u"אמר ביום שני."_s;
        QTest::newRow("number inside") << u"ינש 12.5 םויב"_s << u"ביום 12.5 שני"_s;
        QTest::newRow("two numbers") << u"ינש 12 34 םויב"_s << u"ביום 34 12 שני"_s;
        QTest::newRow("words inside") << u"ינש the ferry םויב רמא"_s << u"אמר ביום the ferry שני"_s;
        QTest::newRow("brackets") << u"(ינש) םויב"_s << u"ביום (שני)"_s;
        QTest::newRow("Hebrew among Latin")
            << u"the ferry ינש םויב sails again"_s << u"the ferry ביום שני sails again"_s;
        QTest::newRow("marks stay with their letter") << u"\u05D1\u05B0\u05D0"_s << u"\u05D0\u05D1\u05B0"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void line_isPutInItsOrder()
    {
        QFETCH(QString, visual);
        QTEST(logicalLine(visual), "logical");
    }
};

QTEST_GUILESS_MAIN(TestVisualOrder)
#include "tst_visualorder.moc"
