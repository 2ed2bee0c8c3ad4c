#include "library/factgathering.h"
#include "library/readinglog.h"
#include "library/shelfhistory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

const ArticleId a = QStringLiteral("a");
const ArticleId b = QStringLiteral("b");
const ArticleId c = QStringLiteral("c");

} // namespace

class TestArticleShelf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSaid_survives()
    {
        const QTemporaryDir dir;
        {
            ArticleShelf shelf(dir.path());
            QVERIFY2(shelf.notice().isEmpty(), qPrintable(shelf.notice()));
            const QStringList tags{QStringLiteral("two words"), QStringLiteral("\"quoted\", é")};
            QVERIFY(shelf.set({{a, {true, false, tags}}, {b, {false, true, {}}}, {c, {true, true, {}}}}));
            QVERIFY(shelf.set({{c, {}}}));
        }
        const ArticleShelf shelf(dir.path());
        QCOMPARE(shelf.all().size(), 2);
        QCOMPARE(shelf.starred(), QSet<ArticleId>{a});
        QCOMPARE(shelf.archived(), QSet<ArticleId>{b});
        QCOMPARE(shelf.tags().keys(),
                 QStringList({QStringLiteral("\"quoted\", é"), QStringLiteral("two words")}));
    }

    void damagedFile_isSetAsideAndSaid()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("shelf.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, '#'));
        file.close();
        ArticleShelf shelf(dir.path());
        QVERIFY(shelf.notice().contains(QLatin1String("shelf.db.damaged-")));
        QVERIFY(shelf.set({{a, {true, false, {}}}}));
        QVERIFY(ArticleShelf(dir.path()).of(a).starred);
    }

    void damagedFile_isReplacedByItsCopy()
    {
        const QTemporaryDir dir;
        QVERIFY(ArticleShelf(dir.path()).set({{a, {true, false, {}}}}));
        {
            ArticleShelf shelf(dir.path());
            QVERIFY(shelf.set({{b, {true, false, {}}}}));
            QVERIFY(shelf.set({{c, {true, false, {}}}}));
        }
        QFile file(dir.filePath(QStringLiteral("shelf.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, '#'));
        file.close();
        ArticleShelf shelf(dir.path());
        QVERIFY2(shelf.notice().contains(QLatin1String("copy")), qPrintable(shelf.notice()));
        QCOMPARE(shelf.starred(), QSet<ArticleId>{a}); // as it was before the last session
        QVERIFY(shelf.set({{b, {true, false, {}}}}));
        QCOMPARE(ArticleShelf(dir.path()).starred(), QSet<ArticleId>({a, b}));
    }

    void nowhere_worksInMemoryAndSaysSo()
    {
        ArticleShelf shelf(QStringLiteral("/dev/null/nowhere"));
        QVERIFY(shelf.notice().contains(QLatin1String("/dev/null/nowhere")));
        QVERIFY(shelf.set({{a, {true, false, {}}}}));
        QVERIFY(shelf.of(a).starred);
    }

    void facts_areGathered()
    {
        const QTemporaryDir dir;
        QVERIFY(ArticleShelf(dir.path()).set({{a, {true, true, {QStringLiteral("tag")}}}}));
        const ReaderFacts facts = gatherFacts(dir.path());
        QCOMPARE(facts.starred, QSet<ArticleId>{a});
        QCOMPARE(facts.archived, QSet<ArticleId>{a});
        QCOMPARE(facts.tags.value(a), QStringList{QStringLiteral("tag")});
    }

    void change_ofMany_isOneStep_undoneAndRedone()
    {
        const QTemporaryDir dir;
        ArticleShelf shelf(dir.path());
        ReadingLog log(dir.path());
        log.markRead(b);
        ShelfHistory history(shelf, log);
        QVERIFY(history.change(QStringLiteral("Archive 3 articles"), {a, b, c}, [](ArticleState *state) {
            state->archived = true;
            state->read = true;
        }));
        QCOMPARE(shelf.archived(), QSet<ArticleId>({a, b, c}));
        QCOMPARE(log.read(), QSet<ArticleId>({a, b, c}));
        QCOMPARE(history.undoText(), QStringLiteral("Archive 3 articles"));
        QVERIFY(history.undo());
        QVERIFY(shelf.archived().isEmpty());
        QCOMPARE(log.read(), QSet<ArticleId>{b}); // it was so before
        QCOMPARE(history.redoText(), QStringLiteral("Archive 3 articles"));
        QVERIFY(history.redo());
        QCOMPARE(ArticleShelf(dir.path()).archived(), QSet<ArticleId>({a, b, c}));
    }

    void change_ofNothing_isNoStep()
    {
        ArticleShelf shelf{QString()};
        ReadingLog log{QString()};
        ShelfHistory history(shelf, log);
        QVERIFY(history.change(QStringLiteral("Nothing"), {a},
                               [](ArticleState *state) { state->starred = false; }));
        QVERIFY(!history.canUndo());
        QVERIFY(history.undo()); // nothing to do is done
    }

    void change_afterUndo_forgetsWhatCouldBeRedone()
    {
        ArticleShelf shelf{QString()};
        ReadingLog log{QString()};
        ShelfHistory history(shelf, log);
        const auto star = [](ArticleState *state) { state->starred = true; };
        QVERIFY(history.change(QStringLiteral("Star a"), {a}, star));
        const qint64 first = history.undoNumber();
        QVERIFY(history.undo());
        QCOMPARE(history.redoNumber(), first);
        QVERIFY(history.change(QStringLiteral("Star b"), {b}, star));
        QVERIFY(!history.canRedo());
        QVERIFY(history.undoNumber() > first);
    }
};

QTEST_GUILESS_MAIN(TestArticleShelf)
#include "tst_articleshelf.moc"
