#include "base/jsonlines.h"
#include "cli/benchclock.h"
#include "cli/benchphases.h"
#include "cli/terminal.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <optional>

namespace Lectern {

namespace {

struct DriverOptions
{
    BenchEngine::Options engine;
    BenchPhases::Options phases;
    QStringList asked; ///< phases, in the words of the command line
    QString corpus;
    QString queries;
    QString out;
    qsizetype limit = BenchCorpus::everything;
    double spawned = 0; ///< seconds of BenchClock at which the caller started us; 0: not told
};

const QStringList knownPhases{QStringLiteral("build"), QStringLiteral("query"), QStringLiteral("snippets"),
                              QStringLiteral("add"), QStringLiteral("cold")};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Measures the search engine and prints one JSON object.\n\n"
        "Phases: build makes the index and tells its size and speed; query times every class of "
        "queries, for the ten best alone and with the exact number of matches; snippets times "
        "those of ten hits; add times one article until it is found; cold, which stands alone, "
        "times a new process until its first answer from an index that is there.\n"
        "Times are microseconds unless their key says otherwise."));
    parser.addPositionalArgument(QStringLiteral("driver"), QStringLiteral("What to do: be driven."),
                                 QStringLiteral("driver"));
    const auto add = [&parser](const char *name, const char *text, const char *value, const char *standard) {
        parser.addOption(
            {QLatin1String(name), QString::fromUtf8(text), QLatin1String(value), QLatin1String(standard)});
    };
    add("backend", "Where the index is: memory or disk.", "B", "memory");
    add("phases", "What to measure: build, query, snippets, add; or cold.", "LIST",
        "build,query,snippets,add");
    add("corpus", "Articles, JSON Lines of {id,title,body}.", "FILE", "");
    add("queries", "Queries, JSON Lines of {class,op,terms,prefix,distance,sequence}.", "FILE", "");
    add("index", "Where an index on disk is kept.", "PATH", "");
    add("threads", "Threads of the build (1).", "N", "1");
    add("stem", "Whether words count for all of their stem: english or none (english).", "S", "english");
    add("classes", "Only these classes of queries.", "LIST", "");
    add("reps", "Timed runs of each query (5).", "N", "5");
    add("budget", "Seconds for one class in one mode (20).", "S", "20");
    add("adds", "Single articles to add (20).", "N", "20");
    add("limit", "Only the first N articles.", "N", "");
    add("spawned", "Seconds of CLOCK_MONOTONIC at which this process was started.", "T", "");
    add("out", "Write the object there.", "FILE", "");
    parser.addOption(
        {QStringLiteral("counts"), QStringLiteral("List the total and the ten best of each query.")});
}

QStringList listOption(const QCommandLineParser &parser, const QString &option)
{
    return parser.value(option).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

/// Seconds of at least 0; -1 and a message when it is none.
double secondsOption(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    if (isNumber && value >= 0)
        return value;
    Terminal::error(QStringLiteral("--%1 takes seconds, not “%2”.").arg(option, parser.value(option)));
    return -1;
}

/// A message when the names make no sense.
bool areSensible(const DriverOptions &options, const QString &stem)
{
    if (!BenchEngine::backends().contains(options.engine.backend)) {
        Terminal::error(
            QStringLiteral("--backend is %1, not “%2”.")
                .arg(BenchEngine::backends().join(QLatin1String(" or ")), options.engine.backend));
        return false;
    }
    if (stem != QLatin1String("english") && stem != QLatin1String("none")) {
        Terminal::error(QStringLiteral("--stem is english or none, not “%1”.").arg(stem));
        return false;
    }
    for (const QString &phase : options.asked) {
        if (!knownPhases.contains(phase)) {
            Terminal::error(QStringLiteral("There is no phase “%1”.").arg(phase));
            return false;
        }
    }
    const bool alone = !options.asked.contains(QLatin1String("cold")) || options.asked.size() == 1;
    if (options.asked.isEmpty() || !alone)
        Terminal::error(QStringLiteral("--phases takes build, query, snippets and add, or cold alone."));
    return alone && !options.asked.isEmpty();
}

/// Nothing, and a message, when the arguments make no sense.
std::optional<DriverOptions> optionsOf(const QCommandLineParser &parser)
{
    DriverOptions options;
    options.engine.backend = parser.value(QStringLiteral("backend"));
    options.engine.index = parser.value(QStringLiteral("index"));
    const QString stem = parser.value(QStringLiteral("stem"));
    options.engine.stems = stem == QLatin1String("english");
    options.phases.groups = listOption(parser, QStringLiteral("classes"));
    options.phases.answers = parser.isSet(QStringLiteral("counts"));
    options.asked = listOption(parser, QStringLiteral("phases"));
    options.corpus = parser.value(QStringLiteral("corpus"));
    options.queries = parser.value(QStringLiteral("queries"));
    options.out = parser.value(QStringLiteral("out"));
    if (!areSensible(options, stem))
        return std::nullopt;

    const qsizetype threads = countOption(parser, QStringLiteral("threads"));
    const qsizetype runs = countOption(parser, QStringLiteral("reps"));
    const qsizetype adds = countOption(parser, QStringLiteral("adds"));
    const qsizetype limit =
        parser.isSet(QStringLiteral("limit")) ? countOption(parser, QStringLiteral("limit")) : options.limit;
    const bool isTold = parser.isSet(QStringLiteral("spawned"));
    options.spawned = isTold ? secondsOption(parser, QStringLiteral("spawned")) : 0;
    options.phases.budget = secondsOption(parser, QStringLiteral("budget"));
    if (threads < 0 || runs < 0 || adds < 0 || limit < 0 || options.spawned < 0 || options.phases.budget < 0)
        return std::nullopt;
    options.engine.threads = int(std::clamp<qsizetype>(threads, 1, 256));
    options.phases.threads = options.engine.threads;
    options.phases.runs = int(std::clamp<qsizetype>(runs, 1, 1000000));
    options.phases.adds = int(std::min<qsizetype>(adds, 26 * 26));
    options.limit = limit;
    return options;
}

/// The phases that were asked for, into one object.
class Drive
{
public:
    Drive(const DriverOptions &options, const std::vector<BenchQuery> &queries)
        : m_options(options)
        , m_engine(options.engine)
        , m_phases(m_engine, options.phases, queries)
    {}

    Result<QJsonObject> run(double started)
    {
        m_object = {{QStringLiteral("engine"), QStringLiteral("lectern")},
                    {QStringLiteral("version"), QCoreApplication::applicationVersion()},
                    {QStringLiteral("backend"), m_options.engine.backend},
                    {QStringLiteral("persistent"), m_engine.isPersistent()},
                    {QStringLiteral("stem"), QLatin1String(m_options.engine.stems ? "english" : "none")},
                    {QStringLiteral("corpus"), m_options.corpus},
                    {QStringLiteral("queries"), m_options.queries}};
        const Result<void> measured =
            isAsked("cold") ? put("cold", m_phases.cold(m_options.spawned > 0 ? m_options.spawned : started))
                            : measure();
        if (!measured)
            return measured.error();
        m_object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(m_engine.notes()));
        return m_object;
    }

private:
    bool isAsked(const char *phase) const { return m_options.asked.contains(QLatin1String(phase)); }

    Result<void> put(const char *key, const Result<QJsonObject> &value)
    {
        if (!value)
            return value.error();
        m_object.insert(QLatin1String(key), *value);
        return {};
    }

    Result<void> measure()
    {
        BenchCorpus corpus;
        if (isAsked("build") || isAsked("add")) {
            if (m_options.corpus.isEmpty())
                return Error{ErrorKind::Usage, QStringLiteral("There is no --corpus to build from."),
                             QString()};
            Result<BenchCorpus> loaded = BenchCorpus::load(m_options.corpus, m_options.limit);
            if (!loaded)
                return loaded.error();
            corpus = std::move(loaded).value();
        }
        const Result<void> there = isAsked("build") ? put("build", m_phases.build(corpus)) : m_engine.open();
        if (!there)
            return there;
        if (isAsked("query"))
            m_object.insert(QStringLiteral("query"), m_phases.query());
        if (isAsked("snippets"))
            m_object.insert(QStringLiteral("snippets"), m_phases.snippets());
        return isAsked("add") ? put("add_us", m_phases.add(corpus)) : Result<void>();
    }

    const DriverOptions &m_options;
    BenchEngine m_engine;
    BenchPhases m_phases;
    QJsonObject m_object;
};

bool write(const QJsonObject &object, const QString &path)
{
    if (path.isEmpty())
        return JsonLines(stdout).write(object);
    QFile file(path);
    const QByteArray bytes = JsonLines::line(object) + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return true;
    Terminal::error(Error{ErrorKind::Disk, file.errorString(), path});
    return false;
}

} // namespace

Exit runBench(const QStringList &arguments)
{
    const double started = BenchClock::now();
    QCommandLineParser parser;
    addOptions(parser);
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments() != QStringList(QStringLiteral("driver"))) {
        Terminal::error(QStringLiteral("bench takes “driver” and options. See --help."));
        return Exit::Usage;
    }
    const std::optional<DriverOptions> options = optionsOf(parser);
    if (!options)
        return Exit::Usage;

    std::vector<BenchQuery> queries;
    if (!options->queries.isEmpty()) {
        Result<std::vector<BenchQuery>> loaded = BenchQuery::load(options->queries);
        if (!loaded) {
            Terminal::error(loaded.error());
            return Exit::Usage;
        }
        queries = std::move(loaded).value();
    }
    const Result<QJsonObject> object = Drive(*options, queries).run(started);
    if (!object) {
        Terminal::error(object.error());
        return Exit::Usage;
    }
    return write(*object, options->out) ? Exit::Done : Exit::Usage;
}

} // namespace Lectern
