#include "style/tagfilter.h"

#include <QTest>

using namespace Lectern;

class TestTagFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsIn_readsALine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("tags");
        const auto row = [](const char *name, const char *line, const QStringList &tags) {
            QTest::newRow(name) << QString::fromUtf8(line) << tags;
        };
        row("empty", "", {});
        row("only commas", " , ,,", {});
        row("spaces around and within", "  ice ,second   night,", {"ice", "second night"});
        row("twice", "ice, boats, ice", {"ice", "boats"});
        row("case matters", "Ice, ice", {"Ice", "ice"});
    }

    void tagsIn_readsALine()
    {
        QFETCH(const QString, line);
        QFETCH(const QStringList, tags);
        QCOMPARE(tagsIn(line), tags);
    }

    void matchingTags_bestFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const char *typed, const QStringList &found) {
            QTest::newRow(name) << QString::fromUtf8(typed) << found;
        };
        row("nothing typed", "", {"old harbour", "Harbour", "ferry", "café", "the art", "carts"});
        row("beginning, then a word that begins so", "harb", {"Harbour", "old harbour"});
        row("beginning of a word before inside", "art", {"the art", "carts"});
        row("letters in order", "hrbr", {"old harbour", "Harbour"});
        row("capitals do not count", "FERRY", {"ferry"});
        row("accents do not count", "cafe", {"café"});
        row("nothing like it", "zebra", {});
        row("spaces around", "  ferry ", {"ferry"});
    }

    void matchingTags_bestFirst()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        const QStringList tags{"old harbour", "Harbour", "ferry", "café", "the art", "carts"};
        QStringList actual;
        for (const int index : matchingTags(tags, typed))
            actual += tags[index];
        QCOMPARE(actual, found);
    }
};

QTEST_GUILESS_MAIN(TestTagFilter)
#include "tst_tagfilter.moc"
