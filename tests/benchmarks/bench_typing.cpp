#include "benchmarks/figures.h"
#include "list/flatlist.h"
#include "search/searchbar.h"
#include "session.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

/// Whether the window waits: 20,000 texts are read while somebody types and scrolls. Prints the time from
/// each key to the rows in the list, that of each scrolled frame, and the longest turn of the event loop.
/// `bench_typing [TEXTS]`.

using namespace Lectern;

namespace {

void writeTexts(const QString &folder, int count)
{
    static const char *words[] = {"harbour", "ferry",  "council", "bridge", "storm",  "lamp",
                                  "vote",    "river",  "market",  "school", "doctor", "strike",
                                  "music",   "winter", "boat",    "library"};
    QRandomGenerator random(20261120);
    for (int i = 0; i < count; ++i) {
        QByteArray text =
            "Report " + QByteArray::number(i) + " from the " + words[random.bounded(16)] + "\n\n";
        for (int paragraph = 0; paragraph < 6; ++paragraph) {
            for (int word = 0; word < 60; ++word)
                text += QByteArray(words[random.bounded(16)]) + (word % 12 == 11 ? ". " : " ");
            text += "\n\n";
        }
        QFile file(QStringLiteral("%1/%2.txt").arg(folder).arg(i, 6, 10, QLatin1Char('0')));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int texts = argc > 1 ? QByteArray(argv[1]).toInt() : 20000;
    const QTemporaryDir dir;
    const QString articles = dir.filePath(QStringLiteral("articles"));
    QDir().mkpath(articles);
    writeTexts(articles, texts);

    Session session(LibraryFolder::open(dir.filePath(QStringLiteral("library"))),
                    dir.filePath(QStringLiteral("state.ini")));
    MainWindow &window = session.window();
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return 1;
    auto *list = window.findChild<FlatList *>();
    auto *bar = window.findChild<SearchBar *>();
    auto *model = static_cast<ArticleListModel *>(list->model());

    QElapsedTimer whole;
    whole.start();
    window.request({articles}, QString());
    std::vector<double> keys;
    std::vector<double> frames;
    const QString typed = QStringLiteral("harbour storm");
    while (session.library().isLoading()) {
        for (qsizetype i = 1; i <= typed.size() && session.library().isLoading(); ++i) {
            const double pressed = Bench::nowMs();
            bar->setText(typed.left(i));
            Q_EMIT bar->queryChanged(bar->text());
            while (model->answer().query.source() != bar->text() && Bench::nowMs() - pressed < 5000)
                QApplication::processEvents(QEventLoop::AllEvents, 1);
            keys.push_back(Bench::nowMs() - pressed);

            const double scrolled = Bench::nowMs();
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->value() + 200);
            list->viewport()->repaint();
            frames.push_back(Bench::nowMs() - scrolled);
        }
    }
    std::printf("%d texts read in %.1f s while typing (%.0f a second)\n", texts,
                double(whole.elapsed()) / 1000, 1000.0 * texts / double(whole.elapsed()));
    Bench::print("key to rows, while reading", keys);
    Bench::print("scrolled frame of the list, while reading", frames);
    return 0;
}
