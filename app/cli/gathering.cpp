#include "cli/gathering.h"

#include "cli/terminal.h"
#include "import/filewalk.h"
#include "import/sandbox.h"
#include "library/importpool.h"
#include "library/libraryfolder.h"
#include "search/segmentbuilder.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <map>
#include <unistd.h>

namespace Lectern {

namespace {

constexpr qsizetype ahead =
    200; ///< files under way at most, so that results wait for their turn in little memory

/// A line on stderr that counts files, once a second has passed.
class Progress
{
public:
    Progress() { m_timer.start(); }
    ~Progress()
    {
        if (m_shown)
            std::fputs("\r\x1b[K", stderr);
    }
    Q_DISABLE_COPY_MOVE(Progress)

    void count()
    {
        ++m_files;
        if (!isatty(STDERR_FILENO) || m_timer.elapsed() < (m_shown ? 200 : 1000))
            return;
        m_timer.restart();
        m_shown = true;
        std::fprintf(stderr, "\r%lld files read\x1b[K", static_cast<long long>(m_files));
    }

private:
    QElapsedTimer m_timer;
    qint64 m_files = 0;
    bool m_shown = false;
};

/// Gives outcomes out in the order of their ordinals.
class InOrder
{
public:
    explicit InOrder(const std::function<bool(ImportOutcome)> &taken)
        : m_taken(taken)
    {}

    bool put(qsizetype ordinal, ImportOutcome outcome)
    {
        m_waiting.emplace(ordinal, std::move(outcome));
        bool goOn = true;
        while (goOn && !m_waiting.empty() && m_waiting.begin()->first == m_next) {
            goOn = m_taken(std::move(m_waiting.begin()->second));
            m_waiting.erase(m_waiting.begin());
            ++m_next;
            m_progress.count();
        }
        return goOn;
    }
    qsizetype waitingFor() const { return m_next; }

private:
    const std::function<bool(ImportOutcome)> &m_taken;
    std::map<qsizetype, ImportOutcome> m_waiting;
    qsizetype m_next = 0;
    Progress m_progress;
};

ImportOutcome readStandardInput(const ImportOptions &options)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {{},
                {{QString(),
                  {ErrorKind::Unreadable, QStringLiteral("Standard input cannot be read."),
                   QStringLiteral("-")}}}};
    Sandbox sandbox;
    return sandbox.readBytes(input.readAll(), QStringLiteral("-"), options);
}

} // namespace

void readPaths(const QStringList &paths, const ImportOptions &options, int jobs,
               const std::function<bool(ImportOutcome)> &taken)
{
    QStringList files = paths;
    ImportPool pool(jobs, options);
    InOrder order(taken);
    qsizetype ordinal = 0;
    bool goOn = true;

    const auto collect = [&](qsizetype keepUnderWay) {
        while (goOn && ordinal - order.waitingFor() > keepUnderWay) {
            std::optional<ImportedFile> one = pool.next();
            if (!one)
                break;
            goOn = order.put(one->ordinal, std::move(one->outcome));
        }
        return goOn;
    };
    if (files.removeAll(QStringLiteral("-")) > 0)
        goOn = order.put(ordinal++, readStandardInput(options));
    if (goOn && !files.isEmpty())
        walkFiles(
            files,
            [&](const FoundFile &file) {
                pool.submit(ordinal++, file);
                return collect(ahead);
            },
            [&](const Error &error) {
                goOn = order.put(ordinal++, {{}, {{QString(), error}}});
                return goOn && collect(ahead);
            });
    pool.finish();
    collect(0);
}

CorpusPtr gatherCorpus(const QStringList &paths, const QString &libraryPath,
                       std::vector<ImportFailure> *failures)
{
    SegmentBuilder builder;
    const auto take = [&](ImportOutcome outcome) {
        for (ArticlePtr &article : outcome.articles)
            builder.add(std::move(article));
        failures->insert(failures->end(), outcome.failures.begin(), outcome.failures.end());
        return true;
    };
    if (!paths.isEmpty()) {
        readPaths(paths, {}, ImportPool::defaultJobs(), take);
    } else if (const Result<LibraryFolder> folder = LibraryFolder::open(libraryPath); !folder) {
        failures->push_back({QString(), folder.error()});
    } else {
        readPaths(folder->roots(), {}, ImportPool::defaultJobs(), take);
    }
    return Corpus().with(builder.build());
}

void addLibraryOption(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("library"),
                      QStringLiteral("The library's folder (default: the window's)."),
                      QStringLiteral("DIR")});
}

QString libraryPath(const QCommandLineParser &parser)
{
    const QString given = parser.value(QStringLiteral("library"));
    return given.isEmpty() ? LibraryFolder::defaultPath() : given;
}

} // namespace Lectern
