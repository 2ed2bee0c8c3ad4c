#include "acceptance/plainscan.h"
#include "support/seed.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

/// Runs lectern-cli bench driver on a few articles and holds its answers to a plain scan of them.
class TestBenchDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void options_wrong_exitWith2_data();
    void options_wrong_exitWith2();
    void corpus_malformed_isNamed();
    void build_tellsSizes();
    void query_totals_areThoseOfAScan_data();
    void query_totals_areThoseOfAScan();
    void query_figures_areSane();
    void snippets_markWords();
    void add_findsEachArticle();
    void limit_leavesOutTheRest();
    void out_writesTheSameObject();

private:
    struct Run
    {
        int exit = -1;
        QJsonObject object;
        QByteArray err;
    };
    Run run(const QStringList &arguments) const;
    QString write(const QString &name, const QList<QJsonObject> &lines) const;

    QTemporaryDir m_dir;
    QString m_corpus;
    QString m_queries;
    QList<QStringList> m_texts; ///< the words of each article
    QList<QJsonObject> m_asked;
    QJsonObject m_measured; ///< of one run with all phases
};

namespace {

constexpr int articles = 50;

const QStringList vocabulary{QStringLiteral("harbour"), QStringLiteral("harbours"), QStringLiteral("ferry"),
                             QStringLiteral("council"), QStringLiteral("the"),      QStringLiteral("of"),
                             QStringLiteral("storm"),   QStringLiteral("stormy"),   QStringLiteral("lamp"),
                             QStringLiteral("vote"),    QStringLiteral("river"),    QStringLiteral("market")};

QJsonObject query(const char *group, const char *op, const QStringList &terms, const QString &prefix = {},
                  int distance = 0, int sequence = -1)
{
    QJsonObject object{{QStringLiteral("class"), QLatin1String(group)},
                       {QStringLiteral("op"), QLatin1String(op)},
                       {QStringLiteral("terms"), QJsonArray::fromStringList(terms)}};
    if (!prefix.isEmpty())
        object.insert(QStringLiteral("prefix"), prefix);
    if (distance > 0)
        object.insert(QStringLiteral("distance"), distance);
    if (sequence >= 0)
        object.insert(QStringLiteral("sequence"), sequence);
    return object;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

TestBenchDriver::Run TestBenchDriver::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"),
                  QStringList{QStringLiteral("bench"), QStringLiteral("driver")} + arguments);
    Run result;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        result.exit = process.exitCode();
    result.object = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    result.err = process.readAllStandardError();
    return result;
}

QString TestBenchDriver::write(const QString &name, const QList<QJsonObject> &lines) const
{
    const QString path = m_dir.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    for (const QJsonObject &line : lines)
        file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    return path;
}

void TestBenchDriver::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QRandomGenerator random(Lectern::testSeed());
    QList<QJsonObject> lines;
    for (int i = 0; i < articles; ++i) {
        QStringList text;
        for (int word = 0; word < 30; ++word)
            text += vocabulary[random.bounded(int(vocabulary.size()))];
        // The first words are the title, and one line break more stands in the body.
        QJsonObject line{{QStringLiteral("id"), QString::number(i)},
                         {QStringLiteral("title"), text.mid(0, 4).join(QLatin1Char(' '))},
                         {QStringLiteral("body"), text.mid(4, 10).join(QLatin1Char(' ')) +
                                                      QLatin1String(".\n\n") +
                                                      text.mid(14).join(QLatin1Char(' '))}};
        if (i % 7 == 3) // lines that are not of plain strings are read as well
            line.insert(QStringLiteral("tags"), QJsonArray{QStringLiteral("a"), 1});
        lines += line;
        m_texts += text;
    }
    m_corpus = write(QStringLiteral("corpus.jsonl"), lines);

    m_asked = {query("term_common", "term", words("harbour")),
               query("term_rare", "term", words("nothing")),
               query("and2", "and", words("harbour lamp")),
               query("or2", "or", words("vote lamp")),
               query("or5", "or", words("vote lamp the of river")),
               query("not", "not", words("stormy the")),
               query("phrase2_common", "phrase", words("of the")),
               query("phrase3", "phrase", words("the river vote")),
               query("phrase8", "phrase", m_texts[7].mid(2, 8)),
               query("prefix1", "prefix", {}, QStringLiteral("h")),
               query("prefix3", "prefix", {}, QStringLiteral("sto")),
               query("typing", "typing", {}, QStringLiteral("ha"), 0, 0),
               query("typing", "typing", words("harbour"), {}, 0, 0),
               query("typing", "typing", words("harbour"), QStringLiteral("fe"), 0, 0),
               query("typing", "typing", words("storm"), QStringLiteral("c"), 0, 1),
               query("near10", "near", words("ferry market"), {}, 3),
               query("fuzzy1", "fuzzy", words("ferri"), {}, 1),
               query("fuzzy2", "fuzzy", words("mrakets"), {}, 2)};
    m_queries = write(QStringLiteral("queries.jsonl"), m_asked);
    const Run all = run({QStringLiteral("--backend"), QStringLiteral("memory"), QStringLiteral("--phases"),
                         QStringLiteral("build,query,snippets,add"), QStringLiteral("--corpus"), m_corpus,
                         QStringLiteral("--queries"), m_queries, QStringLiteral("--stem"),
                         QStringLiteral("none"), QStringLiteral("--reps"), QStringLiteral("2"),
                         QStringLiteral("--adds"), QStringLiteral("30"), QStringLiteral("--counts")});
    QCOMPARE(all.err, QByteArray());
    QCOMPARE(all.exit, 0);
    m_measured = all.object;
    QCOMPARE(m_measured.value(QLatin1String("engine")).toString(), QStringLiteral("lectern"));
    QCOMPARE(m_measured.value(QLatin1String("backend")).toString(), QStringLiteral("memory"));
    QCOMPARE(m_measured.value(QLatin1String("stem")).toString(), QStringLiteral("none"));
    QCOMPARE(m_measured.value(QLatin1String("persistent")).toBool(true), false);
    QVERIFY(m_measured.value(QLatin1String("notes")).isArray());
}

void TestBenchDriver::options_wrong_exitWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *arguments) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("backend", "--backend stone");
    row("phase", "--phases build,fly");
    row("no phase", "--phases ,");
    row("cold is alone", "--phases build,cold");
    row("stem", "--stem welsh");
    row("runs", "--reps many");
    row("budget", "--budget -1");
    row("no corpus", "--phases build");
    row("no queries for a first answer", "--phases cold --index nowhere");
    row("nothing built", "--phases query");
    row("unreadable queries", "--phases build --queries /nowhere/at/all");
}

void TestBenchDriver::options_wrong_exitWith2()
{
    QFETCH(QStringList, arguments);
    const Run wrong = run(arguments);
    QCOMPARE(wrong.exit, 2);
    QVERIFY(wrong.object.isEmpty());
    QVERIFY(wrong.err.startsWith("lectern-cli: "));
}

void TestBenchDriver::corpus_malformed_isNamed()
{
    const QString path = m_dir.filePath(QStringLiteral("malformed.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"id\":\"1\",\"title\":\"\",\"body\":\"a \\u00e9 b\"}\n\n{\"id\":\"2\",\"title\":\n");
    file.close();
    const Run wrong =
        run({QStringLiteral("--phases"), QStringLiteral("build"), QStringLiteral("--corpus"), path});
    QCOMPARE(wrong.exit, 2);
    QVERIFY(wrong.err.contains("malformed.jsonl: Line 3 "));
}

void TestBenchDriver::build_tellsSizes()
{
    const QJsonObject build = m_measured.value(QLatin1String("build")).toObject();
    QCOMPARE(build.value(QLatin1String("docs")).toInt(), articles);
    QCOMPARE(build.value(QLatin1String("threads")).toInt(), 1);
    qint64 bytes = 0;
    for (const QStringList &text : std::as_const(m_texts))
        bytes +=
            text.join(QLatin1Char(' ')).toUtf8().size() + 1; // a space less, a full stop and a break more
    QCOMPARE(build.value(QLatin1String("text_bytes")).toInteger(), bytes);
    const auto index = build.value(QLatin1String("index_bytes")).toDouble();
    QVERIFY(index > 0);
    QCOMPARE(build.value(QLatin1String("index_ratio")).toDouble(), index / double(bytes));
    QVERIFY(build.value(QLatin1String("mb_per_s")).toDouble() > 0);
    QVERIFY(build.value(QLatin1String("seconds")).toDouble() > 0);
    for (const char *key : {"finish_seconds", "mb_per_s_finished", "peak_bytes", "resident_bytes"})
        QVERIFY2(build.value(QLatin1String(key)).isDouble(), key);
}

void TestBenchDriver::query_totals_areThoseOfAScan_data()
{
    QTest::addColumn<QString>("group");
    QStringList groups;
    for (const QJsonObject &asked : std::as_const(m_asked))
        groups += asked.value(QLatin1String("class")).toString();
    groups.removeDuplicates();
    for (const QString &group : std::as_const(groups))
        QTest::newRow(qPrintable(group)) << group;
}

void TestBenchDriver::query_totals_areThoseOfAScan()
{
    QFETCH(QString, group);
    const QJsonValue figures = m_measured.value(QLatin1String("query"))[group];
    if (figures.isNull())
        QSKIP("The engine does not know such queries.");
    const QJsonArray answers = figures[QLatin1String("answers")].toArray();
    qsizetype number = 0;
    for (const QJsonObject &asked : std::as_const(m_asked)) {
        if (asked.value(QLatin1String("class")).toString() != group)
            continue;
        QVERIFY(number < answers.size());
        const QJsonValue answer = answers[number++];
        QVERIFY(!answer[QLatin1String("query")].toString().isEmpty());
        QList<int> expected;
        for (int i = 0; i < articles; ++i) {
            if (PlainScan::matches(asked, m_texts[i]))
                expected += i;
        }
        QCOMPARE(answer[QLatin1String("total")].toInt(), int(expected.size()));
        const QJsonArray top = answer[QLatin1String("top")].toArray();
        QCOMPARE(top.size(), std::min<qsizetype>(10, expected.size()));
        QList<int> seen;
        for (const QJsonValue &doc : top) {
            QVERIFY(expected.contains(doc.toInt(-1)));
            QVERIFY(!seen.contains(doc.toInt()));
            seen += doc.toInt();
        }
    }
    QCOMPARE(number, answers.size());
}

void TestBenchDriver::query_figures_areSane()
{
    const QJsonObject groups = m_measured.value(QLatin1String("query")).toObject();
    QVERIFY(groups.size() >= 10);
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        if (group->isNull())
            continue;
        for (const char *mode : {"top10", "top10_count"}) {
            const QJsonValue figures = group.value()[QLatin1String(mode)];
            QCOMPARE(figures[QLatin1String("n")].toInt(), group.key() == QLatin1String("typing") ? 4 : 1);
            double last = 0;
            for (const char *key : {"p50", "p95", "p99", "max"}) {
                QVERIFY(figures[QLatin1String(key)].toDouble() >= last);
                last = figures[QLatin1String(key)].toDouble();
            }
            QVERIFY(last > 0);
            QVERIFY(figures[QLatin1String("mean")].toDouble() <= last);
            QVERIFY(figures[QLatin1String("load")].isObject());
        }
    }
    const QJsonValue typing = groups.value(QLatin1String("typing"))[QLatin1String("top10")];
    QCOMPARE(typing[QLatin1String("whole_sequence")][QLatin1String("n")].toInt(), 2);
}

void TestBenchDriver::snippets_markWords()
{
    const QJsonObject snippets = m_measured.value(QLatin1String("snippets")).toObject();
    QCOMPARE(snippets.value(QLatin1String("ten_snippets_us"))[QLatin1String("n")].toInt(), 3);
    QCOMPARE(snippets.value(QLatin1String("with_highlight")).toDouble(), 1.0);
    QVERIFY(snippets.value(QLatin1String("mean_bytes")).toDouble() > 10);
}

void TestBenchDriver::add_findsEachArticle()
{
    const QJsonObject add = m_measured.value(QLatin1String("add_us")).toObject();
    QCOMPARE(add.value(QLatin1String("n")).toInt(), 30);
    QVERIFY(add.value(QLatin1String("p50")).toDouble() > 0);
}

void TestBenchDriver::limit_leavesOutTheRest()
{
    const Run few =
        run({QStringLiteral("--phases"), QStringLiteral("build,query"), QStringLiteral("--corpus"), m_corpus,
             QStringLiteral("--queries"), m_queries, QStringLiteral("--limit"), QStringLiteral("20"),
             QStringLiteral("--threads"), QStringLiteral("3"), QStringLiteral("--classes"),
             QStringLiteral("term_common,prefix1"), QStringLiteral("--stem"), QStringLiteral("none"),
             QStringLiteral("--counts")});
    QCOMPARE(few.exit, 0);
    QCOMPARE(few.object.value(QLatin1String("build"))[QLatin1String("docs")].toInt(), 20);
    QCOMPARE(few.object.value(QLatin1String("build"))[QLatin1String("threads")].toInt(), 3);
    const QJsonObject groups = few.object.value(QLatin1String("query")).toObject();
    QCOMPARE(groups.keys(), (QStringList{QStringLiteral("prefix1"), QStringLiteral("term_common")}));
    const auto expected =
        std::count_if(m_texts.begin(), m_texts.begin() + 20,
                      [this](const QStringList &text) { return PlainScan::matches(m_asked[0], text); });
    const QJsonValue answer = groups.value(QLatin1String("term_common"))[QLatin1String("answers")][0];
    QCOMPARE(answer[QLatin1String("total")].toInt(), int(expected));
    QVERIFY(!few.object.contains(QLatin1String("snippets")));
    QVERIFY(!few.object.contains(QLatin1String("add_us")));
}

void TestBenchDriver::out_writesTheSameObject()
{
    const QString path = m_dir.filePath(QStringLiteral("out.json"));
    const Run silent = run({QStringLiteral("--phases"), QStringLiteral("build"), QStringLiteral("--corpus"),
                            m_corpus, QStringLiteral("--out"), path});
    QCOMPARE(silent.exit, 0);
    QVERIFY(silent.object.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject written = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(written.value(QLatin1String("build"))[QLatin1String("docs")].toInt(), articles);
}

QTEST_GUILESS_MAIN(TestBenchDriver)
#include "tst_benchdriver.moc"
