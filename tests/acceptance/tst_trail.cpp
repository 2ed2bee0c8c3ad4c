#include "trail.h"

#include <QTest>

using namespace Lectern;

class TestTrail final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<QString>("steps"); // letters are visits, < and > are steps
        QTest::addColumn<QString>("reached");
        QTest::newRow("nothing yet") << QStringLiteral("<>") << QStringLiteral("..");
        QTest::newRow("the first has nothing behind it") << QStringLiteral("a<") << QStringLiteral("a.");
        QTest::newRow("back and forward") << QStringLiteral("abc<<>>>") << QStringLiteral("abcbabc.");
        QTest::newRow("elsewhere leaves the way ahead")
            << QStringLiteral("abc<d><<") << QStringLiteral("abcbd.ba");
        QTest::newRow("the same again is no step") << QStringLiteral("aab<") << QStringLiteral("aaba");
        QTest::newRow("showing what was reached is no step")
            << QStringLiteral("ab<a>") << QStringLiteral("abaab");
    }

    void steps()
    {
        QFETCH(const QString, steps);
        QFETCH(const QString, reached);
        Trail trail;
        QString seen;
        for (const QChar step : steps) {
            const int by = step == QLatin1Char('<') ? -1 : +1;
            const bool isVisit = step.isLetter();
            if (isVisit)
                trail.visit(QString(step));
            const bool could = !isVisit && trail.canGo(by);
            const ArticleId id = isVisit ? QString(step) : trail.go(by);
            QVERIFY(isVisit || could == !id.isEmpty());
            seen += id.isEmpty() ? QStringLiteral(".") : id;
        }
        QCOMPARE(seen, reached);
    }

    void oldest_areForgotten()
    {
        Trail trail;
        for (size_t i = 0; i < Trail::longest + 10; ++i)
            trail.visit(QString::number(i));
        int steps = 0;
        while (!trail.go(-1).isEmpty())
            ++steps;
        QCOMPARE(steps, int(Trail::longest) - 1);
    }
};

QTEST_GUILESS_MAIN(TestTrail)
#include "tst_trail.moc"
