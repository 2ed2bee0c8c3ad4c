#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern::Testing;

/// Runs the real lectern-cli quotes on real files and holds it to its contract.
class TestCliQuotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void json_tellsWhoSaidWhat();
    void json_variantsShareTheirGroup();
    void text_namesTheSpeaker();
    void corrections_ofALibrary_arePrinted();
    void corrections_ofALibrary_hold();
    void usage_wrong_exitsWith2();
    void failedInputs_exitWith1();

private:
    QString write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_first;
    QString m_second;
};

void TestCliQuotes::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_first = write(QStringLiteral("a.txt"),
                    "Pier closed\n\n😀 “We will rebuild the broken pier before summer,” Ellen Moss told "
                    "reporters. “It is ours.”\n\nShe said that nobody was hurt.\n");
    m_second = write(QStringLiteral("b.txt"),
                     "No pier\n\nIn a letter Ellen Moss wrote: \"We will rebuild the broken pier before "
                     "summer.\"\n");
}

QString TestCliQuotes::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestCliQuotes::json_tellsWhoSaidWhat()
{
    const ProgramRun run = runCli({QStringLiteral("quotes"), QStringLiteral("--json"), m_first});
    QCOMPARE(run.exit, 0);
    const QList<QJsonObject> lines = run.lines();
    QCOMPARE(lines.size(), 3);

    const QJsonObject first = lines.at(0);
    QCOMPARE(first.value(QLatin1String("path")).toString(), m_first);
    QCOMPARE(first.value(QLatin1String("text")).toString(),
             QStringLiteral("We will rebuild the broken pier before summer,"));
    QCOMPARE(first.value(QLatin1String("kind")).toString(), QStringLiteral("direct"));
    const QJsonObject speaker = first.value(QLatin1String("speaker")).toObject();
    QCOMPARE(speaker.value(QLatin1String("name")).toString(), QStringLiteral("Ellen Moss"));
    // Code points, not UTF-16 units: the emoji is one.
    QCOMPARE(first.value(QLatin1String("end")).toInt() - first.value(QLatin1String("start")).toInt(), 46);
    QCOMPARE(first.value(QLatin1String("start")).toInt(), 15);
    QCOMPARE(first.value(QLatin1String("cue")).toObject().value(QLatin1String("text")).toString(),
             QStringLiteral("told"));
    QCOMPARE(first.value(QLatin1String("addressee")).toObject().value(QLatin1String("text")).toString(),
             QStringLiteral("reporters"));

    QCOMPARE(lines.at(1).value(QLatin1String("n")), first.value(QLatin1String("n")));
    QCOMPARE(lines.at(2).value(QLatin1String("kind")).toString(), QStringLiteral("indirect"));
    QCOMPARE(lines.at(2).value(QLatin1String("speaker")).toObject().value(QLatin1String("text")).toString(),
             QStringLiteral("She"));
    QCOMPARE(lines.at(2).value(QLatin1String("speaker")).toObject().value(QLatin1String("name")).toString(),
             QStringLiteral("Ellen Moss"));
}

void TestCliQuotes::json_variantsShareTheirGroup()
{
    const ProgramRun run = runCli({QStringLiteral("quotes"), QStringLiteral("--json"), m_first, m_second});
    QCOMPARE(run.exit, 0);
    const QList<QJsonObject> lines = run.lines();
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(3).value(QLatin1String("group")), lines.at(0).value(QLatin1String("group")));
    QVERIFY(lines.at(2).value(QLatin1String("group")) != lines.at(0).value(QLatin1String("group")));
}

void TestCliQuotes::text_namesTheSpeaker()
{
    const ProgramRun run = runCli({QStringLiteral("quotes"), m_first});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.contains("Ellen Moss (direct): It is ours."));
}

void TestCliQuotes::corrections_ofALibrary_arePrinted()
{
    const QStringList arguments{QStringLiteral("quotes"), QStringLiteral("--corrections"),
                                QStringLiteral("--library"), m_dir->path()};
    const ProgramRun none = runCli(arguments);
    QCOMPARE(none.exit, 0);
    QVERIFY(none.out.isEmpty());
    QVERIFY(!QFile::exists(m_dir->filePath(QStringLiteral("corrections.db"))));
    const QByteArray line = "{\"alias\":\"E. Moss\",\"correction\":\"same-person\","
                            "\"made\":\"2026-01-02T03:04:05.006Z\",\"name\":\"Ellen Moss\"}\n";
    QVERIFY(!write(QStringLiteral("corrections.jsonl"), line).isEmpty());
    const ProgramRun some = runCli(arguments);
    QCOMPARE(some.exit, 0);
    QCOMPARE(some.lines().size(), 1);
    QCOMPARE(some.lines().at(0).value(QLatin1String("name")).toString(), QStringLiteral("Ellen Moss"));
}

void TestCliQuotes::corrections_ofALibrary_hold()
{
    const QStringList arguments{QStringLiteral("quotes"), QStringLiteral("--json"),
                                QStringLiteral("--library"), m_dir->filePath(QStringLiteral("library")),
                                m_first};
    const QList<QJsonObject> before = runCli(arguments).lines();
    QCOMPARE(before.size(), 3);
    QVERIFY(!before.at(0).value(QLatin1String("corrected")).toBool(true));

    // In this text code points and UTF-16 units are one apart, behind the emoji.
    const auto correction = [&before](int line, const char *kind, const char *speaker) {
        const int start = before.at(line).value(QLatin1String("start")).toInt();
        const int end = before.at(line).value(QLatin1String("end")).toInt();
        QJsonObject object{{QStringLiteral("correction"), QLatin1String(kind)},
                           {QStringLiteral("id"), before.at(line).value(QLatin1String("id"))},
                           {QStringLiteral("text"), before.at(line).value(QLatin1String("text"))},
                           {QStringLiteral("kind"), before.at(line).value(QLatin1String("kind"))},
                           {QStringLiteral("made"), QStringLiteral("2026-01-02T03:04:05.006Z")},
                           {QStringLiteral("start"), start},
                           {QStringLiteral("end"), end},
                           {QStringLiteral("utf16_start"), start + 1},
                           {QStringLiteral("utf16_end"), end + 1}};
        if (*speaker != 0)
            object.insert(QStringLiteral("speaker"), QLatin1String(speaker));
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    };
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("library")));
    QVERIFY(!write(QStringLiteral("library/corrections.jsonl"),
                   correction(0, "speaker", "Nora Pike") + correction(2, "not-a-quotation", ""))
                 .isEmpty());
    const ProgramRun run = runCli(arguments);
    const QList<QJsonObject> after = run.lines();
    QCOMPARE(after.size(), 2);
    for (const QJsonObject &line : after) {
        QVERIFY(line.value(QLatin1String("corrected")).toBool());
        const QJsonObject speaker = line.value(QLatin1String("speaker")).toObject();
        QCOMPARE(speaker.value(QLatin1String("name")).toString(), QStringLiteral("Nora Pike"));
        QVERIFY(speaker.value(QLatin1String("start")).isNull());
    }
}

void TestCliQuotes::usage_wrong_exitsWith2()
{
    QCOMPARE(runCli({QStringLiteral("quotes"), QStringLiteral("--corrections"), m_first}).exit, 2);
    QCOMPARE(runCli({QStringLiteral("quotes")}).exit, 2);
    QCOMPARE(runCli({QStringLiteral("quotes"), QStringLiteral("--loudly"), m_first}).exit, 2);
}

void TestCliQuotes::failedInputs_exitWith1()
{
    const ProgramRun run =
        runCli({QStringLiteral("quotes"), m_first, m_dir->filePath(QStringLiteral("none.txt"))});
    QCOMPARE(run.exit, 1);
    QVERIFY(run.err.contains("none.txt"));
    QVERIFY(run.out.contains("Ellen Moss"));
}

QTEST_GUILESS_MAIN(TestCliQuotes)
#include "tst_cliquotes.moc"
