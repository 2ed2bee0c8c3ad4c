#include "acceptance/desk.h"
#include "benchmarks/figures.h"
#include "keepjourney.h"
#include "list/flatlist.h"
#include "reading/readingpane.h"
#include "searchjourney.h"

#include <QDir>

#include <ctime>
#include <random>

// How long the window waits with many passages kept, some of whose files have changed:
// bench_kept [PASSAGES [ARTICLES]], 10,000 over 1,000 by default.

using namespace Lectern;
using namespace Lectern::Bench;

namespace {

QString sentence(std::mt19937 &random)
{
    static const QStringList words =
        QStringLiteral("harbour ferry council bridge morning storm engine captain report minister school "
                       "repair weather village market signal coast winter driver station tower letter")
            .split(u' ');
    QString text = QStringLiteral("The");
    for (int i = 0; i < 14; ++i)
        text += u' ' + words.at(qsizetype(random() % size_t(words.size())));
    return text + QStringLiteral(". ");
}

QString article(int number)
{
    std::mt19937 random{quint32(number)};
    QString text = QStringLiteral("# Report %1\n\n").arg(number);
    for (int paragraph = 0; paragraph < 30; ++paragraph) {
        for (int i = 0; i < 5; ++i)
            text += sentence(random);
        text += QStringLiteral("\n\n");
    }
    return text;
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

/// Milliseconds of this thread's work, whatever else the machine does.
double workMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// The work that it takes, and all that it leaves to be done at once.
template <typename Deed>
double measured(const Deed &deed)
{
    const double before = workMs();
    deed();
    QApplication::processEvents();
    return workMs() - before;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int passages = argc > 1 ? QByteArray(argv[1]).toInt() : 10000;
    const int articles = argc > 2 ? QByteArray(argv[2]).toInt() : 1000;
    const DeskRoom room;
    const QString folder = room.path(QStringLiteral("articles"));
    const auto path = [&folder](int number) { return QStringLiteral("%1/%2.md").arg(folder).arg(number); };
    QDir().mkpath(folder);
    for (int i = 0; i < articles; ++i)
        if (!write(path(i), article(i)))
            return 1;
    std::vector<ArticlePtr> read;
    {
        Session session(LibraryFolder::open(room.path(QStringLiteral("library"))),
                        room.path(QStringLiteral("state.ini")));
        session.window().request({folder}, {});
        if (!QTest::qWaitFor([&] { return !session.library().isLoading(); }, 60000))
            return 1;
        std::vector<PlacedPassage> kept;
        std::mt19937 random{7};
        for (int i = 0; i < passages; ++i) {
            const ArticlePtr from = session.library().findAt(path(i % articles), {});
            if (!from)
                return 1;
            const auto start = qsizetype(random() % size_t(from->text().size() - 200));
            Passage passage = Passage::cut(*from, {start, start + 150});
            passage.id = QStringLiteral("urn:uuid:%1").arg(i);
            passage.created = passage.modified = QDateTime::currentDateTimeUtc();
            kept.push_back({passage, i});
        }
        Result<PassageStore> store = PassageStore::open(room.path(QStringLiteral("library")));
        if (!store || !store->add(kept))
            return 1;
    }
    for (int i = 0; i < articles / 10; ++i) // one in ten is written anew
        if (!write(path(i * 10), article(i * 10).replace(QLatin1String("storm"), QLatin1String("gale"))))
            return 1;

    const double began = workMs();
    const std::unique_ptr<Desk> desk = room.open();
    if (!desk || !DeskRoom::reads(*desk))
        return 1;
    QTest::qWait(1500);
    std::printf("%d passages over %d articles, one in ten of them changed; work of the window's thread\n",
                passages, articles);
    print("start until all is settled", {workMs() - began});
    auto *keep = desk->find<KeepJourney>();
    auto *search = desk->find<SearchJourney>();
    auto *reader = desk->find<ReadingPane>();
    std::vector<double> refreshed;
    std::vector<double> opened;
    std::vector<double> marked;
    for (int i = 0; i < 9; ++i) {
        refreshed.push_back(measured([&] { keep->refresh(); }));
        const ArticlePtr next = desk->library.findAt(path(i * 5 + 10), {});
        opened.push_back(measured([&] { search->show(next, {}); }));
        marked.push_back(measured([&] { Q_EMIT reader->markRequested({40, 90 + i}, MarkColour::Green); }));
    }
    print("show all that is kept anew", refreshed);
    print("open an article", opened);
    print("keep a passage", marked);
    return 0;
}
