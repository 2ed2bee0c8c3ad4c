#include "base/sqlite.h"
#include "library/analyses.h"
#include "search/segmentbuilder.h"
#include "support/accounts.h"
#include "stories/quotations.h"
#include "support/articles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

/// Without the finding of the engineers, which is reported speech, too.
const QString bridge =
    QString(Testing::bridge)
        .replace(QStringLiteral("after engineers found a"), QStringLiteral("because of a"));

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return Corpus().with(builder.build());
}

ArticlePtr numbered(int i)
{
    return Testing::makeArticle(
        QStringLiteral("Report %1").arg(i),
        QStringLiteral("“The lamp of harbour %1 will burn until the morning,” said Ellen Moss%2.")
            .arg(i)
            .arg(i % 7),
        QStringLiteral("Outlet"), QStringLiteral("2021-01-%1").arg(i % 28 + 1, 2, 10, QLatin1Char('0')));
}

/// "Ellen Moss: Nobody will ..." of every entry.
QStringList said(const QuotationIndex &index)
{
    QStringList lines;
    for (const QuotationEntry &entry : index.entries()) {
        const Utterance &utterance = index.utteranceOf(entry);
        lines += utterance.speaker + QStringLiteral(": ") + utterance.words;
    }
    return lines;
}

/// How many results the file holds.
qint64 stored(const QString &folder)
{
    Result<Database> database = Database::openReadOnly(folder + QStringLiteral("/analyses.db"));
    if (!database)
        return -1;
    Result<Statement> count = database->prepare("SELECT count(*) FROM results");
    return count && count->step() ? count->integer(0) : -1;
}

const QString nobody = QStringLiteral("Ellen Moss: Nobody will cross it until we know more,");

} // namespace

class TestAnalyses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void record_roundTrip_isEqual();
    void record_damaged_isRefused();
    void corpus_isLookedAt_newestFirst();
    void corpus_variants_shareAGroup();
    void corpus_grows_onlyTheNewIsLookedAt();
    void corpus_shrinks_whatLeftIsGone();
    void restart_takesWhatWasKept();
    void restart_damagedStore_isSaidAndAllComesAgain();
    void stop_andResume_losesNothing();
    void destroy_whileItLooks_endsCleanly();

private:
    ArticlePtr m_bridge;
    ArticlePtr m_again;
    ArticlePtr m_lighthouse;
};

void TestAnalyses::initTestCase()
{
    m_bridge = Testing::makeArticle(QStringLiteral("Bridge closed"), bridge,
                                    QStringLiteral("Courier"), QStringLiteral("2021-03-02"));
    m_again = Testing::makeArticle(QStringLiteral("Ferry again"), Testing::bridgeAgain,
                                   QStringLiteral("Echo"), QStringLiteral("2021-03-04"));
    m_lighthouse = Testing::makeArticle(QStringLiteral("Keeper"), Testing::lighthouse, QStringLiteral("Echo"),
                                        QStringLiteral("2020-11-05"));
}

void TestAnalyses::record_roundTrip_isEqual()
{
    const QuotedArticlePtr article = quotedArticle(*m_bridge);
    QCOMPARE(article->utterances.size(), size_t(1));
    QCOMPARE(article->utterances[0].speaker, QStringLiteral("Ellen Moss"));
    const Result<QuotedArticlePtr> again = decodeQuotedArticle(encodeQuotedArticle(*article));
    QVERIFY(again);
    QCOMPARE((*again)->id, article->id);
    QCOMPARE((*again)->outlet, QStringLiteral("Courier"));
    QVERIFY((*again)->published == m_bridge->published());
    QVERIFY((*again)->utterances == article->utterances);
}

void TestAnalyses::record_damaged_isRefused()
{
    const QByteArray sound = encodeQuotedArticle(*quotedArticle(*m_bridge));
    for (qsizetype length = 0; length < sound.size(); ++length)
        QVERIFY(!decodeQuotedArticle(sound.left(length)));
    // Whatever a changed byte makes of it, ranges stay within the text.
    for (qsizetype at = 0; at < sound.size(); ++at) {
        QByteArray changed = sound;
        changed[at] = char(changed[at] ^ 0x15);
        const Result<QuotedArticlePtr> read = decodeQuotedArticle(changed);
        if (!read)
            continue;
        for (const Utterance &utterance : (*read)->utterances)
            QVERIFY(!utterance.pieces.empty() && utterance.range().end <= (*read)->textUnits);
    }
}

void TestAnalyses::corpus_isLookedAt_newestFirst()
{
    Analyses analyses{QString()};
    analyses.setCorpus(corpusOf({m_lighthouse, m_bridge, m_again}));
    QTRY_COMPARE(analyses.quotations()->articles().size(), size_t(3));
    QTRY_COMPARE(analyses.progress(), (AnalysisProgress{3, 3}));
    QCOMPARE(analyses.quotations()->articles()[0]->id, m_again->id());
    QCOMPARE(analyses.quotations()->articles()[2]->id, m_lighthouse->id());
    QVERIFY(said(*analyses.quotations()).contains(nobody));
    const std::vector<QuotedSpeaker> &speakers = analyses.quotations()->speakers();
    QCOMPARE(speakers[0].name, QStringLiteral("Ellen Moss"));
    QCOMPARE(speakers[0].utterances, 2);
}

void TestAnalyses::corpus_variants_shareAGroup()
{
    const QuotationIndex index(
        VariantGroups({quotedArticle(*m_bridge), quotedArticle(*m_lighthouse), quotedArticle(*m_again)}), {});
    std::vector<quint32> moss;
    for (const QuotationEntry &entry : index.entries())
        if (index.utteranceOf(entry).words.startsWith(QLatin1String("Nobody")))
            moss.push_back(entry.group);
    QCOMPARE(moss.size(), size_t(2));
    QCOMPARE(moss[0], moss[1]);
    QCOMPARE(index.groups()[moss[0]].size(), size_t(2));
}

void TestAnalyses::corpus_grows_onlyTheNewIsLookedAt()
{
    const QTemporaryDir dir;
    Analyses analyses(dir.path());
    analyses.setCorpus(corpusOf({m_bridge}));
    QTRY_COMPARE(analyses.progress(), (AnalysisProgress{1, 1}));
    const QuotedArticlePtr before = analyses.quotations()->articles()[0];
    analyses.setCorpus(corpusOf({m_bridge, m_lighthouse}));
    QTRY_COMPARE(analyses.progress(), (AnalysisProgress{2, 2}));
    QTRY_COMPARE(analyses.quotations()->articles().size(), size_t(2));
    QCOMPARE(analyses.quotations()->articles()[0], before);
    QTRY_COMPARE(stored(dir.path()), 2);
}

void TestAnalyses::corpus_shrinks_whatLeftIsGone()
{
    Analyses analyses{QString()};
    analyses.setCorpus(corpusOf({m_bridge, m_lighthouse}));
    QTRY_COMPARE(analyses.quotations()->articles().size(), size_t(2));
    analyses.setCorpus(corpusOf({m_lighthouse}));
    QTRY_COMPARE(analyses.quotations()->articles().size(), size_t(1));
    QVERIFY(!said(*analyses.quotations()).contains(nobody));
}

void TestAnalyses::restart_takesWhatWasKept()
{
    const QTemporaryDir dir;
    {
        Analyses analyses(dir.path());
        analyses.setCorpus(corpusOf({m_bridge}));
        QTRY_COMPARE(analyses.progress(), (AnalysisProgress{1, 1}));
    }
    QCOMPARE(stored(dir.path()), 1);
    // What was kept counts: words that the article does not have come from the store alone.
    {
        QuotedArticle changed = *quotedArticle(*m_bridge);
        changed.utterances[0].words = QStringLiteral("kept");
        AnalysisStore store(dir.path());
        QVERIFY(store.write({QStringLiteral("quotations"), quotationRulesVersion},
                            {{changed.id, changed.textUnits, encodeQuotedArticle(changed)}}));
    }
    Analyses analyses(dir.path());
    analyses.setCorpus(corpusOf({m_bridge}));
    QTRY_COMPARE(said(*analyses.quotations()), QStringList(QStringLiteral("Ellen Moss: kept")));
}

void TestAnalyses::restart_damagedStore_isSaidAndAllComesAgain()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("analyses.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, '#'));
    file.close();
    Analyses analyses(dir.path());
    QSignalSpy noticed(&analyses, &Analyses::noticed);
    analyses.setCorpus(corpusOf({m_bridge}));
    QTRY_COMPARE(analyses.progress(), (AnalysisProgress{1, 1}));
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(said(*analyses.quotations()), QStringList(nobody));
}

void TestAnalyses::stop_andResume_losesNothing()
{
    const QTemporaryDir dir;
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 3000; ++i)
        articles.push_back(numbered(i));
    const CorpusPtr corpus = corpusOf(articles);
    qsizetype looked = 0;
    {
        Analyses analyses(dir.path());
        analyses.setCorpus(corpus);
        QTRY_VERIFY(analyses.progress().articles == 3000);
        analyses.setPaused(true);
        looked = analyses.progress().looked;
    }
    QVERIFY(stored(dir.path()) >= looked);
    Analyses analyses(dir.path());
    analyses.setPaused(true);
    analyses.setCorpus(corpus);
    analyses.setPaused(false);
    QTRY_COMPARE(analyses.progress(), (AnalysisProgress{3000, 3000}));
    QTRY_COMPARE(analyses.quotations()->entries().size(), size_t(3000));
    QTRY_COMPARE(stored(dir.path()), 3000);
}

void TestAnalyses::destroy_whileItLooks_endsCleanly()
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 500; ++i)
        articles.push_back(numbered(i));
    const CorpusPtr corpus = corpusOf(articles);
    for (int i = 0; i < 5; ++i) {
        Analyses analyses{QString()};
        analyses.setCorpus(corpus);
        analyses.setCorpus(corpusOf({m_bridge}));
        analyses.setCorpus(corpus);
    }
}

QTEST_GUILESS_MAIN(TestAnalyses)
#include "tst_analyses.moc"
