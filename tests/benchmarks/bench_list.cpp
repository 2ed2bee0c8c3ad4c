#include "benchmarks/figures.h"
#include "library/articlelistmodel.h"
#include "list/flatlist.h"
#include "list/listpane.h"
#include "search/segmentbuilder.h"
#include "style/theme.h"
#include "support/articles.h"

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QStringListModel>
#include <QTest>

/// The list of articles at 1,000,000 rows: taking over an answer, frames while scrolling, far jumps; beside a
/// plain QListView of as many strings in the same run. `bench_list [ROWS]`.

using namespace Lectern;

namespace {

CorpusPtr makeCorpus(int rows)
{
    // A thousand articles, each shown many times: what is measured is rows, not texts.
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 1000; ++i)
        articles.push_back(Testing::makeArticle(
            QStringLiteral("Report %1 from the harbour, where nothing much has happened").arg(i),
            QStringLiteral("The ferry left at noon. Nobody came to the quay before the storm had "
                           "passed.\nThe lamp was lit."),
            QStringLiteral("Harbour Post"),
            QStringLiteral("20%1-0%2-1%3").arg(10 + i % 15).arg(1 + i % 9).arg(i % 9)));
    SegmentBuilder builder;
    for (int i = 0; i < rows; ++i)
        builder.add(articles[size_t(i) % articles.size()]);
    return Corpus().with(builder.build());
}

template <typename View>
std::vector<double> frames(View &view, int step)
{
    std::vector<double> ms;
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(0);
    for (int i = 0; i < 200; ++i) {
        const double start = Bench::nowMs();
        bar->setValue(step > 0 ? bar->value() + step : int((qint64(i) * 7919 % 200) * bar->maximum() / 200));
        view.viewport()->repaint();
        ms.push_back(Bench::nowMs() - start);
    }
    return ms;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1000000;
    Theme theme;
    theme.applyToApplication();
    const CorpusPtr corpus = makeCorpus(rows);
    std::vector<double> searches;
    Answer answer;
    for (int i = 0; i < 5; ++i) {
        answer = Searcher::search(corpus, Query::parse(QStringLiteral("harbour")), Order::DateNewest);
        searches.push_back(answer.milliseconds);
    }
    Bench::print("search of a word in every article, newest first", searches);

    ArticleListModel model;
    ListPane pane(theme, model);
    pane.resize(400, 900);
    pane.show();
    if (!QTest::qWaitForWindowExposed(&pane))
        return 1;
    std::vector<double> resets;
    for (int i = 0; i < 10; ++i) {
        const double start = Bench::nowMs();
        model.setAnswer(answer, Grouping::Month);
        pane.list()->viewport()->repaint();
        resets.push_back(Bench::nowMs() - start);
    }
    std::printf("%d rows\n", model.rowCount());
    Bench::print("new answer: model reset and first paint", resets);
    Bench::print("scrolled frame, 40 px", frames(*pane.list(), 40));
    Bench::print("far jump", frames(*pane.list(), 0));

    QStringList strings;
    strings.reserve(rows);
    for (int i = 0; i < rows; ++i)
        strings += QStringLiteral("Report");
    QStringListModel plainModel;
    QListView plain;
    plain.setUniformItemSizes(true);
    plain.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    plain.setModel(&plainModel);
    plain.resize(400, 900);
    plain.show();
    if (!QTest::qWaitForWindowExposed(&plain))
        return 1;
    std::vector<double> plainResets;
    for (int i = 0; i < 5; ++i) {
        const double start = Bench::nowMs();
        plainModel.setStringList(strings);
        plain.viewport()->repaint();
        plainResets.push_back(Bench::nowMs() - start);
    }
    Bench::print("QListView of strings: reset and first paint", plainResets);
    Bench::print("QListView of strings: scrolled frame, 40 px", frames(plain, 40));
    return 0;
}
