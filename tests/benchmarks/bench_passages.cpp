#include "benchmarks/figures.h"
#include "passages/passagegrouping.h"
#include "passages/passageindex.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <random>

// How long it takes to open, change, list and search many passages: bench_passages [COUNT], 100,000 by
// default.

using namespace Lectern;
using namespace Lectern::Bench;

namespace {

/// Words as they are in a language: the n-th has a share of 1/n.
class Words
{
public:
    QString next()
    {
        const double share = std::uniform_real_distribution<double>(0, 1)(m_random);
        auto rank = quint32(std::pow(60000.0, share));
        QString word;
        for (rank = rank * 2654435761U % 60013U + 1; rank > 0; rank /= 26)
            word += QChar(u'a' + int(rank % 26));
        return word;
    }
    QString some(int count)
    {
        QStringList words;
        for (int i = 0; i < count; ++i)
            words += next();
        return words.join(u' ');
    }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }

private:
    std::mt19937 m_random{20210928};
};

Passage passageOf(Words &words, int article)
{
    Passage passage;
    passage.article = QStringLiteral("%1").arg(article, 32, 16, QLatin1Char('0'));
    passage.source.path = QStringLiteral("/home/reader/articles/%1.txt").arg(article);
    passage.source.sha256 = QByteArray(64, 'a');
    passage.source.format = QStringLiteral("text");
    passage.source.encoding = QStringLiteral("UTF-8");
    passage.textSha256 = QByteArray(64, 'b');
    passage.range = {100, 400};
    passage.codePoints = {100, 400};
    passage.quote = words.some(20 + words.below(40));
    passage.prefix = words.some(15);
    passage.suffix = words.some(15);
    passage.title = words.some(8);
    passage.authors = {words.some(2)};
    passage.outlet = words.some(2);
    passage.published = PartialDate::day(QDate(2000 + article % 25, 1 + article % 12, 1 + article % 28));
    passage.note = words.below(3) ? QString() : words.some(12);
    if (words.below(2))
        passage.tags = {QStringLiteral("tag %1").arg(words.below(200))};
    passage.colour = MarkColour(words.below(markColourCount));
    return passage;
}

double memoryMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

double timed(const auto &work)
{
    const double before = nowMs();
    work();
    return nowMs() - before;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    Words words;
    {
        Result<PassageStore> store = PassageStore::open(folder.path());
        std::vector<PlacedPassage> placed;
        for (int i = 0; i < count; ++i)
            placed.push_back({passageOf(words, i / 10), i});
        std::printf("%-58s %8.0f ms\n", "all kept at once",
                    timed([&] { static_cast<void>(store->add(placed).ok()); }));
    }
    std::vector<double> opened;
    for (int i = 0; i < 5; ++i)
        opened.push_back(timed([&] { static_cast<void>(PassageStore::open(folder.path()).ok()); }));
    print("open", opened);

    Result<PassageStore> store = PassageStore::open(folder.path());
    const double before = memoryMb();
    std::printf("%-58s %8.0f MB\n", "memory with the store open", before);
    std::vector<double> listed;
    std::vector<int> all(store->passages().size());
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = int(i);
    for (const PassageGrouping by : {PassageGrouping::Article, PassageGrouping::Tag, PassageGrouping::Day})
        for (int i = 0; i < 5; ++i)
            listed.push_back(timed([&] { static_cast<void>(grouped(store->passages(), all, by).size()); }));
    print("grouped by article, tag or day", listed);

    PassageIndex index;
    std::printf("%-58s %8.0f ms\n", "index made", timed([&] { index.update(*store); }));
    std::printf("%-58s %8.0f MB\n", "memory of the index", double(index.memory()) / 1e6);
    std::vector<double> searched;
    std::vector<double> typed;
    for (int i = 0; i < 400; ++i) {
        const QString one = words.next();
        const QString text = i % 4 == 0   ? one
                             : i % 4 == 1 ? one + u' ' + words.next()
                             : i % 4 == 2 ? QStringLiteral("\"%1 %2\"").arg(one, words.next())
                                          : QStringLiteral("%1 -%2 date:2001..2010").arg(one, words.next());
        searched.push_back(timed([&] { static_cast<void>(index.search(PassageQuery::parse(text)).size()); }));
        const QString typing = one.first(1 + i % std::min<qsizetype>(3, one.size()));
        typed.push_back(
            timed([&] { static_cast<void>(index.search(PassageQuery::parseTyping(typing)).size()); }));
    }
    const auto p99 = [](std::vector<double> ms) {
        std::sort(ms.begin(), ms.end());
        return ms[ms.size() * 99 / 100];
    };
    print("search: words, phrases, without, dates", searched);
    print("search: beginnings of 1 to 3 letters", typed);
    std::printf("%-58s %8.2f and %.2f ms\n", "their 99th percentiles", p99(searched), p99(typed));

    static_cast<void>(store->add(passageOf(words, 1)).ok()); // begins the backup of the day
    QString failure = store->backupFailure();
    std::vector<double> changed[4];
    std::vector<double> updated;
    for (int i = 0; i < 50; ++i) {
        const auto size = int(store->passages().size());
        const QString id = store->passages()[size_t(words.below(size))].id;
        Passage noted = store->passages()[size_t(words.below(size))];
        noted.note = words.some(5);
        changed[0].push_back(
            timed([&] { static_cast<void>(store->add(passageOf(words, 1), size / 2).ok()); }));
        changed[1].push_back(timed([&] { static_cast<void>(store->update(noted).ok()); }));
        changed[2].push_back(timed([&] { static_cast<void>(store->move(id, size / 3).ok()); }));
        changed[3].push_back(timed([&] { static_cast<void>(store->remove(id).ok()); }));
        updated.push_back(timed([&] { index.update(*store); }));
    }
    print("add in the middle", changed[0]);
    print("change a note", changed[1]);
    print("move", changed[2]);
    print("remove", changed[3]);
    print("index taken along over four changes", updated);
    return 0;
}
