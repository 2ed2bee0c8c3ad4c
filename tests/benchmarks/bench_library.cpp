#include "benchmarks/figures.h"
#include "library/articlelistmodel.h"
#include "library/library.h"
#include "library/searchsession.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cmath>

/// What a library of many articles costs: the time from the spawn of a process to the first rows of all
/// articles and of a query, the time from each key to the first rows while an import runs beside it, and
/// memory. `bench_library [ARTICLES] [FOLDER] [made]`; the folder keeps library and articles for another run.
/// `made`: the articles come to the index without files being read for them, which is much quicker.

using namespace Lectern;

namespace {

constexpr int articlesPerFile = 5000;
constexpr int wordsPerArticle = 60;
constexpr int distinctWords = 60000;
constexpr int shownRows = 30;

/// Made-up words, of which the first ones are common (Zipf).
QByteArray wordOf(QRandomGenerator &random)
{
    static const char *syllables[] = {"ba",  "ren", "ti",  "so", "lum", "ka",  "der", "mi",
                                      "pol", "ne",  "gra", "vo", "shi", "tan", "el",  "qua"};
    auto number = unsigned(std::pow(double(distinctWords), random.generateDouble()));
    QByteArray word;
    do
        word += syllables[number % 16];
    while ((number /= 16) > 0);
    return word;
}

void writeArticles(const QString &folder, int first, int count)
{
    QDir().mkpath(folder);
    QRandomGenerator random{quint32(first + 1)};
    for (int done = 0; done < count; done += articlesPerFile) {
        QFile file(QStringLiteral("%1/%2.jsonl").arg(folder).arg(first + done, 8, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly))
            return;
        for (int i = 0; i < std::min(articlesPerFile, count - done); ++i) {
            QByteArray body;
            for (int word = 0; word < wordsPerArticle; ++word)
                body += wordOf(random) + (word % 12 == 11 ? ". " : " ");
            const QDate day = QDate(2015, 1, 1).addDays(random.bounded(4000));
            file.write("{\"title\":\"Report " + QByteArray::number(first + done + i) + ' ' + wordOf(random) +
                       "\",\"published\":\"" + day.toString(Qt::ISODate).toLatin1() + "\",\"text\":\"" +
                       body + "\"}\n");
        }
    }
}

std::unique_ptr<Library> openLibrary(const QString &folder)
{
    return std::make_unique<Library>(*LibraryFolder::open(folder + QStringLiteral("/library")));
}

void printMemory(const char *when, const Library &library)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return;
    std::printf("%s: %lld articles in %zu segments, text %.0f MB, index %.0f MB", when,
                static_cast<long long>(library.corpus()->size()), library.corpus()->parts().size(),
                double(library.corpus()->textUnits()) / 1e6, double(library.corpus()->indexBytes()) / 1e6);
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon") || line.startsWith("RssFile") || line.startsWith("VmHWM"))
            std::printf(", %s", line.simplified().constData());
    std::printf("\n");
    std::fflush(stdout);
}

int readAll(const QString &folder)
{
    const double start = Bench::nowMs();
    const auto library = openLibrary(folder);
    static_cast<void>(library->add({folder + QStringLiteral("/articles")}));
    while (library->isLoading())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("read in %.1f s\n", (Bench::nowMs() - start) / 1000);
    printMemory("after reading", *library);
    return 0;
}

/// Gives articles to the index that are in no file.
int makeAll(const QString &folder, int articles)
{
    constexpr int perSegment = 4000;
    const double start = Bench::nowMs();
    QRandomGenerator random(1);
    const auto library = openLibrary(folder);
    for (int done = 0; done < articles; done += perSegment) {
        SegmentBuilder builder;
        for (int i = done; i < std::min(articles, done + perSegment); ++i) {
            ArticleDraft draft;
            draft.source.path = QStringLiteral("%1/articles/%2.jsonl").arg(folder).arg(i / articlesPerFile);
            draft.source.part = QString::number(i);
            draft.source.sha256 = QByteArray::number(i, 16).rightJustified(64, '0');
            draft.source.format = QStringLiteral("jsonl");
            draft.language = QStringLiteral("en");
            draft.published = PartialDate::day(QDate(2015, 1, 1).addDays(random.bounded(4000)));
            QByteArray body;
            for (int word = 0; word < wordsPerArticle; ++word)
                body += wordOf(random) + (word % 12 == 11 ? ". " : " ");
            draft.text = QString::fromLatin1(body.trimmed());
            draft.blocks.push_back({BlockKind::Paragraph, 0, {0, draft.text.size()}});
            placeTitle(draft, QStringLiteral("Report %1").arg(i));
            builder.add(Article::make(std::move(draft)));
        }
        IndexChange change;
        change.added = builder.build();
        library->index().commit(std::move(change));
    }
    std::printf("made in %.1f s\n", (Bench::nowMs() - start) / 1000);
    return 0;
}

/// Asks and waits for the first rows; milliseconds.
double ask(SearchSession &session, ArticleListModel &model, const CorpusPtr &corpus, const QString &text)
{
    const double start = Bench::nowMs();
    bool isAnswered = false;
    const auto connection =
        QObject::connect(&session, &SearchSession::answered, &model, [&](const Answer &answer) {
            model.setAnswer(answer, Grouping::Day);
            for (int row = 0; row < std::min(shownRows, model.rowCount()); ++row)
                for (const int role : {int(Qt::DisplayRole), int(ArticleListModel::DateRole)})
                    model.data(model.index(row), role);
            isAnswered = true;
        });
    session.ask(corpus, text, QueryReading::Typing, text.isEmpty() ? Order::DateNewest : Order::Relevance);
    while (!isAnswered)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    QObject::disconnect(connection);
    return Bench::nowMs() - start;
}

int start(const QString &folder, double spawnedAt)
{
    const auto library = openLibrary(folder);
    const double openedAt = Bench::nowMs();
    SearchSession session;
    ArticleListModel model;
    ask(session, model, library->corpus(), QString());
    const double shownAt = Bench::nowMs();
    ask(session, model, library->corpus(), QStringLiteral("barenti"));
    std::printf("start %.3f %.3f %.3f\n", openedAt - spawnedAt, shownAt - spawnedAt,
                Bench::nowMs() - spawnedAt);
    return 0;
}

int type(const QString &folder)
{
    const auto library = openLibrary(folder);
    SearchSession session;
    ArticleListModel model;
    ask(session, model, library->corpus(), QString());
    printMemory("after the start", *library);
    static_cast<void>(library->add({folder + QStringLiteral("/more")}));
    std::vector<double> keys;
    QRandomGenerator random(7);
    while (library->isLoading() || keys.size() < 300) {
        const QString typed = QString::fromLatin1(wordOf(random) + ' ' + wordOf(random));
        for (qsizetype i = 1; i <= typed.size(); ++i)
            keys.push_back(ask(session, model, library->corpus(), typed.left(i)));
    }
    std::sort(keys.begin(), keys.end());
    Bench::print("key to first rows, while an import runs", keys);
    std::printf("key to first rows, while an import runs: p99 %.2f ms\n",
                keys[size_t(0.99 * double(keys.size() - 1))]);
    printMemory("after typing", *library);
    return 0;
}

std::vector<QByteArray> spawn(const QStringList &arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.waitForFinished(-1);
    const QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
    return {lines.begin(), lines.end()};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 3 && arguments[1] == QLatin1String("--start"))
        return start(arguments[2], arguments[3].toDouble());
    if (arguments.size() > 2 && arguments[1] == QLatin1String("--read"))
        return readAll(arguments[2]);
    if (arguments.size() > 3 && arguments[1] == QLatin1String("--make"))
        return makeAll(arguments[2], arguments[3].toInt());
    if (arguments.size() > 2 && arguments[1] == QLatin1String("--type"))
        return type(arguments[2]);

    const int articles = arguments.size() > 1 ? arguments[1].toInt() : 10000;
    const QTemporaryDir temporary;
    const QString folder = arguments.size() > 2 ? arguments[2] : temporary.path();
    const bool isMade = arguments.contains(QStringLiteral("made"));
    if (!QFile::exists(folder + QStringLiteral("/more"))) {
        writeArticles(folder + QStringLiteral("/more"), articles, std::max(2000, articles / 20));
        if (!isMade)
            writeArticles(folder + QStringLiteral("/articles"), 0, articles);
        const QStringList fill{isMade ? QStringLiteral("--make") : QStringLiteral("--read"), folder,
                               QString::number(articles)};
        for (const QByteArray &line : spawn(fill))
            std::printf("%s\n", line.constData());
    }
    std::vector<double> opened;
    std::vector<double> shown;
    std::vector<double> answered;
    for (int i = 0; i < 15; ++i) {
        for (const QByteArray &line :
             spawn({QStringLiteral("--start"), folder, QString::number(Bench::nowMs(), 'f', 3)})) {
            const QList<QByteArray> fields = line.split(' ');
            if (fields.size() < 4)
                continue;
            opened.push_back(fields[1].toDouble());
            shown.push_back(fields[2].toDouble());
            answered.push_back(fields[3].toDouble());
        }
    }
    Bench::print("spawn to index opened", opened);
    Bench::print("spawn to first rows of all articles", shown);
    Bench::print("spawn to first rows of a query", answered);
    for (const QByteArray &line : spawn({QStringLiteral("--type"), folder}))
        std::printf("%s\n", line.constData());
    return 0;
}
