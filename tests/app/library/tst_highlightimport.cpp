#include "app/library/articlefiles.h"
#include "app/passages/passagefixture.h"
#include "library/highlightimport.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

ArticlePtr article(const QString &title, const QString &body, const QString &url = {})
{
    ArticleDraft draft = makeArticle(title, body)->draft();
    draft.url = url;
    return Article::make(std::move(draft));
}

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &each : articles)
        builder.add(each);
    return Corpus().with(builder.build());
}

const QString ferryBody =
    QStringLiteral("The ferry ran aground at dawn. The captain said the fog was thick as wool.\n"
                   "Nobody was hurt. The harbour is open again. He was glad, he said.");

/// A ferry, the same agency report in two papers, and bread.
CorpusPtr sampleCorpus()
{
    return corpusOf(
        {article(QStringLiteral("Ferry runs aground"), ferryBody,
                 QStringLiteral("https://www.courier.example/2021/ferry/?utm_source=mail#top")),
         article(QStringLiteral("Storm"), QStringLiteral("The storm took three roofs off on Monday.")),
         article(QStringLiteral("Roofs gone"),
                 QStringLiteral("Agency. The storm took three roofs off on Monday. More to come.")),
         article(QStringLiteral("Bread"), QStringLiteral("Bread costs more than ever before."))});
}

ForeignHighlight highlight(const QString &quote, const QString &title = {}, const QString &url = {})
{
    ForeignHighlight one;
    one.quote = quote;
    one.title = title;
    one.url = url;
    one.note = QStringLiteral("Note");
    one.tags = QStringList{QStringLiteral("tag")};
    one.colour = MarkColour::Blue;
    one.id = QStringLiteral("urn:uuid:") + quote.left(8) + QString::number(quote.size());
    return one;
}

const QDateTime now(QDate(2024, 5, 1), QTime(12, 0), Qt::UTC);

} // namespace

class TestHighlightImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void highlight_findsItsPlace_data();
    void highlight_findsItsPlace();
    void anchored_isCutFromTheArticle();
    void changed_waitsForYesOrNo();
    void planned_changesNothing();
    void known_areKeptOrOverwritten();
    void doubles_areRefused();
    void ownExport_comesWhole();
    void addresses_areCompared_data();
    void addresses_areCompared();
    void articleOfAPassage_isFoundBySurestClue();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PassageStore> m_store;
};

void TestHighlightImport::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>(temporaryFolder());
    Result<PassageStore> store = PassageStore::open(m_dir->path());
    QVERIFY(store.ok());
    m_store = std::make_unique<PassageStore>(std::move(store).value());
}

void TestHighlightImport::highlight_findsItsPlace_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("article"); // title of the article that is found
    const QString captain = QStringLiteral("The captain said the fog was thick as wool.");
    const QString address = QStringLiteral("http://courier.example/2021/ferry");
    QTest::newRow("by address") << captain << "" << address << "anchored"
                                << "Ferry runs aground";
    QTest::newRow("by title") << captain << "FERRY runs aground"
                              << ""
                              << "anchored"
                              << "Ferry runs aground";
    QTest::newRow("by its words") << captain << ""
                                  << ""
                                  << "anchored"
                                  << "Ferry runs aground";
    QTest::newRow("wrong title, right words") << captain << "Bread"
                                              << ""
                                              << "anchored"
                                              << "Ferry runs aground";
    QTest::newRow("short, once in the article") << "harbour"
                                                << "" << address << "anchored"
                                                << "Ferry runs aground";
    QTest::newRow("other words there") << "The captain said the fog was white as wool."
                                       << "" << address << "changed"
                                       << "";
    QTest::newRow("other typography")
        << QStringLiteral("The captain said the\u00a0fog was thick as wool.") << "" << address << "changed"
        << "";
    QTest::newRow("not there at all") << "Bears roam the streets of the old town."
                                      << "" << address << "changed"
                                      << "";
    QTest::newRow("short, twice") << "said"
                                  << "" << address << "changed"
                                  << "";
    QTest::newRow("in two articles") << "The storm took three roofs off on Monday."
                                     << ""
                                     << ""
                                     << "orphan"
                                     << "";
    QTest::newRow("in two, the title tells") << "The storm took three roofs off on Monday."
                                             << "Roofs gone"
                                             << ""
                                             << "anchored"
                                             << "Roofs gone";
    QTest::newRow("nowhere") << "Bears roam the streets of the old town."
                             << "Bears"
                             << "https://bears.example/"
                             << "orphan"
                             << "";
    QTest::newRow("a word, no clue") << "harbour"
                                     << ""
                                     << ""
                                     << "orphan"
                                     << "";
}

void TestHighlightImport::highlight_findsItsPlace()
{
    QFETCH(const QString, quote);
    QFETCH(const QString, title);
    QFETCH(const QString, url);
    QFETCH(const QString, outcome);
    QFETCH(const QString, article);
    HighlightImport import(sampleCorpus(), HighlightImport::idsOf(m_store->passages()));
    ForeignHighlights all;
    all.highlights = {highlight(quote, title, url)};
    const HighlightPlan plan = import.plan(all, now);
    QCOMPARE(plan.passages.size(), size_t(1));
    const PlannedPassage &one = plan.passages[0];
    QCOMPARE(name(one.outcome), outcome);
    QCOMPARE(one.reason.isEmpty(), outcome == QLatin1String("anchored"));
    QCOMPARE(one.passage.quote, quote);
    if (!article.isEmpty())
        QCOMPARE(one.passage.title, article);
    QCOMPARE(one.passage.article.isEmpty(), outcome != QLatin1String("anchored"));
    // Whatever it is, what the user added is there.
    QCOMPARE(one.passage.note, QStringLiteral("Note"));
    QCOMPARE(one.passage.tags, QStringList{QStringLiteral("tag")});
    QCOMPARE(one.passage.colour, MarkColour::Blue);
    QCOMPARE(one.passage.created, now);
    QVERIFY(!one.isKnown);
}

void TestHighlightImport::anchored_isCutFromTheArticle()
{
    const CorpusPtr corpus = sampleCorpus();
    HighlightImport import(corpus, HighlightImport::idsOf(m_store->passages()));
    ForeignHighlights all;
    all.highlights = {highlight(QStringLiteral("The harbour is open again."))};
    const Passage passage = import.plan(all, now).passages.at(0).passage;
    const ArticlePtr ferry = corpus->article(0);
    QCOMPARE(name(anchorIn(passage, ferry.get()).state), QStringLiteral("exact"));
    QCOMPARE(ferry->text().mid(passage.range.start, passage.range.length()), passage.quote);
    QCOMPARE(passage.prefix, QStringLiteral("Nobody was hurt. "));
}

void TestHighlightImport::changed_waitsForYesOrNo()
{
    const CorpusPtr corpus = sampleCorpus();
    const ArticlePtr ferry = corpus->article(0);
    HighlightImport import(corpus, HighlightImport::idsOf(m_store->passages()));
    ForeignHighlights all;
    all.highlights = {highlight(QStringLiteral("The captain said the fog was white as wool."),
                                QStringLiteral("Ferry runs aground"))};
    const HighlightPlan plan = import.plan(all, now);
    QCOMPARE(plan.passages[0].passage.source.path, ferry->source().path);
    QVERIFY(plan.carryOut(*m_store, KnownPassages::Keep).ok());
    const Passage kept = m_store->passages()[0];
    const Anchor anchor = anchorIn(kept, ferry.get());
    QCOMPARE(name(anchor.state), QStringLiteral("changed"));
    const Passage taken = accepted(kept, *ferry, anchor.range, now);
    QCOMPARE(taken.quote, QStringLiteral("The captain said the fog was thick as wool."));
    QCOMPARE(taken.earlier.at(0).quote, kept.quote);
    QCOMPARE(name(anchorIn(taken, ferry.get()).state), QStringLiteral("exact"));
}

void TestHighlightImport::planned_changesNothing()
{
    HighlightImport import(sampleCorpus(), HighlightImport::idsOf(m_store->passages()));
    ForeignHighlights all;
    all.highlights = {highlight(QStringLiteral("The harbour is open again."))};
    all.refused = {{2, QStringLiteral("Holds no words.")}};
    const HighlightPlan plan = import.plan(all, now);
    QVERIFY(m_store->passages().empty());
    QCOMPARE(plan.count(PlannedPassage::Outcome::Anchored), 1);
    QCOMPARE(plan.count(PlannedPassage::Outcome::Refused), 1);
    const Result<ImportedPassages> done = plan.carryOut(*m_store, KnownPassages::Keep);
    QVERIFY(done.ok());
    QCOMPARE(done->added, 1);
    QCOMPARE(m_store->passages().size(), size_t(1));
}

void TestHighlightImport::known_areKeptOrOverwritten()
{
    HighlightImport import(sampleCorpus(), HighlightImport::idsOf(m_store->passages()));
    ForeignHighlights all;
    all.highlights = {highlight(QStringLiteral("The harbour is open again.")),
                      highlight(QStringLiteral("Bread costs more than ever before."))};
    QVERIFY(import.plan(all, now).carryOut(*m_store, KnownPassages::Keep).ok());
    Passage mine = m_store->passages()[0];
    mine.note = QStringLiteral("Mine");
    QVERIFY(m_store->update(mine).ok());

    HighlightImport again(sampleCorpus(), HighlightImport::idsOf(m_store->passages()));
    const HighlightPlan plan = again.plan(all, now);
    QCOMPARE(plan.known(), 2);
    const Result<ImportedPassages> kept = plan.carryOut(*m_store, KnownPassages::Keep);
    QVERIFY(kept.ok());
    QCOMPARE(kept->kept, 2);
    QCOMPARE(m_store->passages()[0].note, QStringLiteral("Mine"));
    const Result<ImportedPassages> overwritten = plan.carryOut(*m_store, KnownPassages::Overwrite);
    QVERIFY(overwritten.ok());
    QCOMPARE(overwritten->overwritten, 2);
    QCOMPARE(m_store->passages()[0].note, QStringLiteral("Note"));
    QCOMPARE(m_store->passages().size(), size_t(2));
}

void TestHighlightImport::doubles_areRefused()
{
    HighlightImport import(sampleCorpus(), HighlightImport::idsOf(m_store->passages()));
    ForeignHighlights all;
    all.highlights = {highlight(QStringLiteral("The harbour is open again.")),
                      highlight(QStringLiteral("The harbour is open again."))};
    const HighlightPlan plan = import.plan(all, now);
    QCOMPARE(plan.count(PlannedPassage::Outcome::Anchored), 1);
    QCOMPARE(plan.count(PlannedPassage::Outcome::Refused), 1);
    QVERIFY(plan.carryOut(*m_store, KnownPassages::Keep).ok());
}

void TestHighlightImport::ownExport_comesWhole()
{
    const CorpusPtr corpus = sampleCorpus();
    Passage passage = Passage::cut(*corpus->article(0), {19, 40});
    passage.id = QStringLiteral("urn:uuid:1");
    passage.created = passage.modified = now;
    Passage gone = keptPassageOf(QStringLiteral("Words of an article that is not here."));
    Passage nameless = passage;
    nameless.id.clear();
    HighlightImport import(corpus, HighlightImport::idsOf(m_store->passages()));
    const HighlightPlan plan = import.plan({passage, gone, nameless, passage});
    QCOMPARE(name(plan.passages[0].outcome), QStringLiteral("anchored"));
    QCOMPARE(plan.passages[0].means, ArticleMeans::Content);
    QCOMPARE(name(plan.passages[1].outcome), QStringLiteral("orphan"));
    QCOMPARE(name(plan.passages[2].outcome), QStringLiteral("refused"));
    QCOMPARE(name(plan.passages[3].outcome), QStringLiteral("refused"));
    QVERIFY(plan.carryOut(*m_store, KnownPassages::Keep).ok());
    QVERIFY(*m_store->find(passage.id) == passage);
    QVERIFY(*m_store->find(gone.id) == gone);
}

void TestHighlightImport::addresses_areCompared_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("plain") << "https://a.example/b"
                           << "a.example/b";
    QTest::newRow("scheme and www") << "http://WWW.a.example/b"
                                    << "a.example/b";
    QTest::newRow("slash and fragment") << "https://a.example/b/#c"
                                        << "a.example/b";
    QTest::newRow("root") << "https://a.example/"
                          << "a.example";
    QTest::newRow("where the reader came from") << "https://a.example/b?utm_source=x&fbclid=y"
                                                << "a.example/b";
    QTest::newRow("what tells pages apart") << "https://a.example/b?id=7&utm_source=x"
                                            << "a.example/b?id=7";
    QTest::newRow("case of the path") << "https://a.example/B"
                                      << "a.example/B";
    QTest::newRow("a file") << "file:///tmp/b"
                            << "";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("words") << "no address"
                           << "";
}

void TestHighlightImport::addresses_areCompared()
{
    QFETCH(const QString, address);
    QFETCH(const QString, canonical);
    QCOMPARE(canonicalAddress(address), canonical);
}

void TestHighlightImport::articleOfAPassage_isFoundBySurestClue()
{
    // The file of a passage is renamed, changed, replaced and deleted; every time another clue is the surest.
    const auto path = [this](const QString &name) { return m_dir->filePath(name); };
    const auto write = [](const QString &file, const QByteArray &bytes) {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    };
    const auto library = [this] {
        std::vector<ArticlePtr> articles;
        for (const QString &name : QDir(m_dir->path()).entryList({QStringLiteral("*.txt")}, QDir::Files)) {
            const ImportOutcome outcome = readArticles(m_dir->filePath(name));
            articles.insert(articles.end(), outcome.articles.begin(), outcome.articles.end());
        }
        return corpusOf(articles);
    };
    const QByteArray story =
        "Ferry Runs Aground\n\nBy Ada Lund\n\nThe ferry ran aground at dawn on Monday. The captain "
        "said the fog was thick as wool.\n\nNobody was hurt, and the harbour is open again.\n";
    const QByteArray changed = QByteArray(story).replace("Monday", "an early Monday");
    QVERIFY(write(path(QStringLiteral("a.txt")), story));
    const ArticlePtr before = library()->article(0);
    const qsizetype at = before->text().indexOf(QLatin1String("The captain"));
    Passage passage = Passage::cut(*before, {at, at + 43});
    passage.id = QStringLiteral("urn:uuid:1");
    QVERIFY(m_store->add(passage).ok());
    const auto found = [&] { return ArticleFinder(library()).find(ArticleFinder::cluesOf(passage)); };
    QCOMPARE(found().means, ArticleMeans::Content);

    QVERIFY(QFile::rename(path(QStringLiteral("a.txt")), path(QStringLiteral("b.txt"))));
    QCOMPARE(found().means, ArticleMeans::Content);
    QCOMPARE(name(anchorIn(passage, found().articles.at(0).get()).state), QStringLiteral("exact"));

    QVERIFY(write(path(QStringLiteral("a.txt")), changed));
    QVERIFY(QFile::remove(path(QStringLiteral("b.txt"))));
    QCOMPARE(found().means, ArticleMeans::Place);
    QCOMPARE(name(anchorIn(passage, found().articles.at(0).get()).state), QStringLiteral("moved"));

    QVERIFY(QFile::rename(path(QStringLiteral("a.txt")), path(QStringLiteral("c.txt"))));
    QCOMPARE(found().means, before->isTitleDerived() ? ArticleMeans::Words : ArticleMeans::Title);

    QVERIFY(QFile::remove(path(QStringLiteral("c.txt"))));
    QCOMPARE(found().means, ArticleMeans::None);
    QVERIFY(found().articles.empty());
    QCOMPARE(m_store->find(passage.id)->quote, passage.quote);
}

QTEST_GUILESS_MAIN(TestHighlightImport)
#include "tst_highlightimport.moc"
