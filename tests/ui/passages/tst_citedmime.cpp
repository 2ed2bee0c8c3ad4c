#include "passages/citedmime.h"

#include "export/exporter.h"
#include "ui/passages/samplecards.h"

#include <QMimeData>
#include <QtTest>

using namespace Lectern;

class TestCitedMime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citedMime_holdsTextAndHtmlOfEveryPassage()
    {
        const Passage first = sampleCard(1, QStringLiteral("First words.")).passage;
        const Passage second = sampleCard(2, QStringLiteral("Second <words>.")).passage;
        const auto data = citedMime({first, second});
        QCOMPARE(data->text(), citedQuote(first).text + QStringLiteral("\n\n") + citedQuote(second).text);
        QVERIFY(data->text().contains(QStringLiteral("Second <words>.")));
        QVERIFY(data->html().contains(citedQuote(first).html));
        QVERIFY(data->html().contains(QStringLiteral("Second &lt;words&gt;.")));
    }
};

QTEST_GUILESS_MAIN(TestCitedMime)
#include "tst_citedmime.moc"
