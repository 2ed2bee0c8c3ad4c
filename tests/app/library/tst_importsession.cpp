#include "app/library/articlefiles.h"
#include "library/importsession.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

class TestImportSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void file_isPlanned_andKnownIdsAreMarked();
    void refusals_areTold_data();
    void refusals_areTold();
    void newest_wins();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    static QByteArray clippings(const QByteArray &words)
    {
        return "Ferry runs aground (A. Reporter)\r\n- Your Highlight on Location 12-13 | Added on Monday, 3 "
               "March 2025 10:00:00\r\n\r\n" +
               words + "\r\n==========\r\n";
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QString TestImportSession::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestImportSession::file_isPlanned_andKnownIdsAreMarked()
{
    const QString file = write(QStringLiteral("My Clippings.txt"), clippings("The fog was thick as wool."));
    ImportSession session;
    std::optional<HighlightPlan> plan;
    connect(&session, &ImportSession::planned, this, [&](const HighlightPlan &made) { plan = made; });
    session.plan(file, std::make_shared<Corpus>(), {});
    QTRY_VERIFY_WITH_TIMEOUT(plan, 10000);
    QCOMPARE(plan->format, QStringLiteral("kindle"));
    QCOMPARE(plan->count(PlannedPassage::Outcome::Orphan), 1);
    QCOMPARE(plan->known(), 0);

    const QString id = plan->passages[0].passage.id;
    plan.reset();
    session.plan(file, std::make_shared<Corpus>(), {id});
    QTRY_VERIFY_WITH_TIMEOUT(plan, 10000);
    QCOMPARE(plan->known(), 1);
}

void TestImportSession::refusals_areTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a letter") << QByteArray("Dear reader,\nthese are only words.\n");
    QTest::newRow("a torn JSON") << QByteArray("{\"rows\": [");
}

void TestImportSession::refusals_areTold()
{
    QFETCH(const QByteArray, bytes);
    ImportSession session;
    std::optional<Error> error;
    connect(&session, &ImportSession::failed, this, [&](const Error &told) { error = told; });
    session.plan(write(QStringLiteral("file"), bytes), std::make_shared<Corpus>(), {});
    QTRY_VERIFY_WITH_TIMEOUT(error, 10000);
    QVERIFY(!error->message.isEmpty());
}

void TestImportSession::newest_wins()
{
    ImportSession session;
    int told = 0;
    QString words;
    connect(&session, &ImportSession::failed, this, [&] { ++told; });
    connect(&session, &ImportSession::planned, this, [&](const HighlightPlan &made) {
        ++told;
        words = made.passages.at(0).passage.quote;
    });
    session.plan(write(QStringLiteral("a.txt"), clippings("One.")), std::make_shared<Corpus>(), {});
    session.plan(m_dir->filePath(QStringLiteral("none")), std::make_shared<Corpus>(), {});
    session.plan(write(QStringLiteral("b.txt"), clippings("Two.")), std::make_shared<Corpus>(), {});
    QTRY_COMPARE_WITH_TIMEOUT(words, QStringLiteral("Two."), 10000);
    QCOMPARE(told, 1);
}

QTEST_GUILESS_MAIN(TestImportSession)
#include "tst_importsession.moc"
