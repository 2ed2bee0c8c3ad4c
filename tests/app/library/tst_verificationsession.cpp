#include "export/exporter.h"
#include "library/verificationsession.h"
#include "passages/passagestore.h"
#include "app/library/articlefiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Lectern;
using namespace Lectern::Testing;

/// Real exports of real files, verified through the sandboxed reader on a thread.
class TestVerificationSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFormatWithARecord_isVerified_data();
    void everyFormatWithARecord_isVerified();
    void changedSource_isTold();
    void movedSource_isFoundInTheSources();
    void whatIsNoExport_fails_data();
    void whatIsNoExport_fails();
    void newest_wins();
    void cancelled_isNeverTold();

private:
    struct Outcome
    {
        std::vector<VerifiedPassage> passages;
        std::optional<Error> error;
        int progress = 0;
        int count = 0;
    };
    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    Passage kept(const QString &name, const QString &quote) const;
    QString exported(const QString &format) const;
    static void listen(VerificationSession &session, Outcome &outcome);
    Outcome verify(const QString &file, const QStringList &sources = {}) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestVerificationSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("ferry.txt"), "Ferry runs aground\n\nThe captain said the fog was thick as wool.\n\n"
                                       "Nobody was hurt, and the harbour is open again.\n");
}

void TestVerificationSession::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Passage TestVerificationSession::kept(const QString &name, const QString &quote) const
{
    const ImportOutcome read = readArticles(path(name));
    const Article &article = *read.articles.at(0);
    const qsizetype at = article.text().indexOf(quote);
    Passage passage = Passage::cut(article, {at, at + quote.size()});
    passage.id = QStringLiteral("urn:uuid:") + quote.left(4);
    return passage;
}

QString TestVerificationSession::exported(const QString &format) const
{
    const Exporter &exporter = *exporterNamed(format);
    const QString file = path(QStringLiteral("kept.") + exporter.suffix());
    const std::vector<Passage> passages{
        kept(QStringLiteral("ferry.txt"), QStringLiteral("the fog was thick as wool")),
        kept(QStringLiteral("ferry.txt"), QStringLiteral("the harbour is open again"))};
    return exportToFile(exporter, passages, file) ? file : QString();
}

void TestVerificationSession::listen(VerificationSession &session, Outcome &outcome)
{
    connect(&session, &VerificationSession::progressed, &session, [&] { ++outcome.progress; });
    connect(&session, &VerificationSession::finished, &session,
            [&](const std::vector<VerifiedPassage> &passages) {
                outcome.passages = passages;
                ++outcome.count;
            });
    connect(&session, &VerificationSession::failed, &session, [&](const Error &error) {
        outcome.error = error;
        ++outcome.count;
    });
}

TestVerificationSession::Outcome TestVerificationSession::verify(const QString &file,
                                                                 const QStringList &sources) const
{
    VerificationSession session;
    Outcome outcome;
    listen(session, outcome);
    session.verify(file, sources);
    if (!QTest::qWaitFor([&] { return outcome.count > 0; }, 30000))
        outcome.error = Error{ErrorKind::Timeout, QStringLiteral("No answer came."), file};
    return outcome;
}

void TestVerificationSession::everyFormatWithARecord_isVerified_data()
{
    QTest::addColumn<QString>("format");
    for (const auto &exporter : exporters())
        if (exporter->abilities().canBeVerified)
            QTest::newRow(qPrintable(exporter->format())) << exporter->format();
}

void TestVerificationSession::everyFormatWithARecord_isVerified()
{
    QFETCH(const QString, format);
    const Outcome outcome = verify(exported(format));
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->toString()) : "");
    QCOMPARE(outcome.passages.size(), size_t(2));
    for (const VerifiedPassage &passage : outcome.passages)
        QCOMPARE(name(passage.state), QStringLiteral("identical"));
    QVERIFY(outcome.progress > 0);
}

void TestVerificationSession::changedSource_isTold()
{
    const QString file = exported(QStringLiteral("json"));
    write(QStringLiteral("ferry.txt"), "Ferry runs aground\n\nThe captain said the fog was thin as wool.\n\n"
                                       "Nobody was hurt, and the harbour is open again.\n");
    const Outcome outcome = verify(file);
    QCOMPARE(outcome.passages.size(), size_t(2));
    QCOMPARE(name(outcome.passages[0].state), QStringLiteral("changed"));
    QCOMPARE(name(outcome.passages[1].state), QStringLiteral("moved"));
    QCOMPARE(outcome.passages[1].words, QStringLiteral("the harbour is open again"));
}

void TestVerificationSession::movedSource_isFoundInTheSources()
{
    const QString file = exported(QStringLiteral("markdown"));
    QVERIFY(QDir().mkpath(path(QStringLiteral("archive"))));
    QVERIFY(QFile::rename(path(QStringLiteral("ferry.txt")), path(QStringLiteral("archive/boat.txt"))));
    QCOMPARE(name(verify(file).passages.at(0).state), QStringLiteral("missing"));
    const Outcome found = verify(file, {path(QStringLiteral("archive"))});
    QCOMPARE(name(found.passages.at(0).state), QStringLiteral("identical"));
    QCOMPARE(found.passages.at(0).path, path(QStringLiteral("archive/boat.txt")));
}

void TestVerificationSession::whatIsNoExport_fails_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::newRow("an article") << QStringLiteral("ferry.txt") << QStringLiteral("unsupported");
    QTest::newRow("nothing") << QStringLiteral("none.md") << QStringLiteral("notfound");
    QTest::newRow("a folder") << QStringLiteral(".") << QStringLiteral("unreadable");
    QTest::newRow("a pipe") << QStringLiteral("pipe") << QStringLiteral("unreadable");
}

void TestVerificationSession::whatIsNoExport_fails()
{
    QFETCH(const QString, name);
    QFETCH(const QString, kind);
    QCOMPARE(mkfifo(qPrintable(path(QStringLiteral("pipe"))), 0600), 0);
    const Outcome outcome = verify(path(name));
    QVERIFY(outcome.error);
    QCOMPARE(Lectern::name(outcome.error->kind), kind);
    QVERIFY(!outcome.error->message.isEmpty());
}

void TestVerificationSession::newest_wins()
{
    VerificationSession session;
    Outcome outcome;
    listen(session, outcome);
    session.verify(path(QStringLiteral("none.md")), {});
    session.verify(exported(QStringLiteral("json")), {});
    QTRY_COMPARE_WITH_TIMEOUT(outcome.passages.size(), size_t(2), 30000);
    QCOMPARE(outcome.count, 1);
    QVERIFY(!outcome.error);
}

void TestVerificationSession::cancelled_isNeverTold()
{
    Outcome outcome;
    {
        VerificationSession session;
        listen(session, outcome);
        session.verify(exported(QStringLiteral("json")), {});
        session.cancel();
        session.verify(path(QStringLiteral("none.md")), {});
        QTRY_VERIFY_WITH_TIMEOUT(outcome.error, 30000);
    }
    QCOMPARE(outcome.count, 1);
}

QTEST_GUILESS_MAIN(TestVerificationSession)
#include "tst_verificationsession.moc"
