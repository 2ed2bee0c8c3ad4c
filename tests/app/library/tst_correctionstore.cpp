#include "library/correctionstore.h"

#include "library/analyses.h"
#include "search/segmentbuilder.h"
#include "support/accounts.h"
#include "support/articles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

/// Without the finding of the engineers, which is reported speech, too.
const QString bridge =
    QString(Testing::bridge)
        .replace(QStringLiteral("after engineers found a"), QStringLiteral("because of a"));

QuotationCorrection correction(const Article &article, CorrectionKind kind, const QString &speaker = {})
{
    const Utterance utterance = quotedArticle(article)->utterances.front();
    QuotationCorrection made;
    made.kind = kind;
    made.article = article.id();
    made.path = article.source().path;
    made.part = article.source().part;
    made.range = utterance.range();
    made.codePoints = utterance.range();
    made.words = utterance.words;
    made.speaker = speaker;
    return made;
}

QuotationCorrection same(const QString &name, const QString &alias)
{
    QuotationCorrection made;
    made.kind = CorrectionKind::SamePerson;
    made.speaker = name;
    made.alias = alias;
    return made;
}

/// "Ellen Moss 2, Ingrid Lund 1".
QString speakers(const QuotationIndex &index)
{
    QStringList names;
    for (const QuotedSpeaker &speaker : index.speakers())
        names += QStringLiteral("%1 %2").arg(speaker.name).arg(speaker.utterances);
    return names.join(QStringLiteral(", "));
}

QString speakers(const std::vector<QuotedArticlePtr> &articles, const CorrectionStore &store)
{
    return speakers(QuotationIndex(VariantGroups(articles), *store.corrections()));
}

} // namespace

class TestCorrectionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void add_survivesExactly();
    void undo_andRedo_goBackAndForth();
    void open_damaged_isMadeAnewOfTheCopy();
    void open_lost_isMadeAnewOfTheCopy();
    void open_nowhere_lastsUntilTheEnd();
    void line_malformed_isRefused_data();
    void line_malformed_isRefused();
    void speakerIs_wins();
    void lastWord_counts();
    void notAQuotation_takesItAway();
    void samePerson_joinsNames();
    void samePerson_inACircle_ends();
    void rules_findOtherEnds_correctionWins();
    void rules_findNothing_correctionWins();
    void file_changed_sameWordsAreMeant();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    ArticlePtr m_bridge;
    ArticlePtr m_lighthouse;
    std::vector<QuotedArticlePtr> m_articles;
};

void TestCorrectionStore::initTestCase()
{
    m_bridge = Testing::makeArticle(QStringLiteral("Bridge closed"), bridge);
    m_lighthouse = Testing::makeArticle(QStringLiteral("Keeper"), Testing::lighthouse);
    m_articles = {quotedArticle(*m_bridge), quotedArticle(*m_lighthouse)};
    QCOMPARE(speakers(m_articles, CorrectionStore({})), QStringLiteral("Ellen Moss 1, Ingrid Lund 1"));
}

void TestCorrectionStore::add_survivesExactly()
{
    std::vector<QuotationCorrection> made;
    {
        CorrectionStore store(m_dir->path());
        QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
        QVERIFY(store.add(correction(*m_lighthouse, CorrectionKind::NotAQuotation)));
        QVERIFY(store.add(same(QStringLiteral("Ada Quill"), QStringLiteral("A. Quill"))));
        made = store.corrections()->all();
    }
    const CorrectionStore store(m_dir->path());
    QVERIFY2(store.notice().isEmpty(), qPrintable(store.notice()));
    QCOMPARE(store.corrections()->all().size(), size_t(3));
    QVERIFY(store.corrections()->all() == made);
    QVERIFY(!store.canUndo());
}

void TestCorrectionStore::undo_andRedo_goBackAndForth()
{
    CorrectionStore store(m_dir->path());
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::NotAQuotation)));
    const QString both = QStringLiteral("Ingrid Lund 1");
    const QString first = QStringLiteral("Ada Quill 1, Ingrid Lund 1");
    QCOMPARE(speakers(m_articles, store), both);
    QVERIFY(store.undo());
    QCOMPARE(speakers(m_articles, store), first);
    QCOMPARE(speakers(m_articles, CorrectionStore(m_dir->path())), first);
    QVERIFY(store.undo());
    QVERIFY(!store.canUndo());
    QCOMPARE(speakers(m_articles, store), QStringLiteral("Ellen Moss 1, Ingrid Lund 1"));
    QVERIFY(store.redo());
    QVERIFY(store.redo());
    QVERIFY(!store.canRedo());
    QCOMPARE(speakers(m_articles, store), both);
    QCOMPARE(speakers(m_articles, CorrectionStore(m_dir->path())), both);
}

void TestCorrectionStore::open_damaged_isMadeAnewOfTheCopy()
{
    {
        CorrectionStore store(m_dir->path());
        QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
    }
    QFile file(m_dir->filePath(QStringLiteral("corrections.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, '#'));
    file.close();
    {
        const CorrectionStore store(m_dir->path());
        QVERIFY2(store.notice().contains(QLatin1String("corrections.db.damaged-")),
                 qPrintable(store.notice()));
        QCOMPARE(speakers(m_articles, store), QStringLiteral("Ada Quill 1, Ingrid Lund 1"));
    }
    const CorrectionStore store(m_dir->path());
    QVERIFY(store.notice().isEmpty());
    QCOMPARE(store.corrections()->all().size(), size_t(1));
}

void TestCorrectionStore::open_lost_isMadeAnewOfTheCopy()
{
    {
        CorrectionStore store(m_dir->path());
        QVERIFY(store.add(same(QStringLiteral("Ellen Moss"), QStringLiteral("Ingrid Lund"))));
    }
    for (const char *name : {"corrections.db", "corrections.db-wal", "corrections.db-shm"})
        QFile::remove(m_dir->filePath(QLatin1String(name)));
    const CorrectionStore store(m_dir->path());
    QCOMPARE(speakers(m_articles, store), QStringLiteral("Ellen Moss 2"));
}

void TestCorrectionStore::open_nowhere_lastsUntilTheEnd()
{
    CorrectionStore store(QStringLiteral("/proc/nowhere"));
    QVERIFY(store.notice().contains(QLatin1String("/proc/nowhere")));
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::NotAQuotation)));
    QCOMPARE(speakers(m_articles, store), QStringLiteral("Ingrid Lund 1"));
}

void TestCorrectionStore::line_malformed_isRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no kind") << QStringLiteral("correction") << QJsonValue();
    QTest::newRow("other kind") << QStringLiteral("correction") << QJsonValue(QStringLiteral("praise"));
    QTest::newRow("no speaker") << QStringLiteral("speaker") << QJsonValue();
    QTest::newRow("no article") << QStringLiteral("id") << QJsonValue();
    QTest::newRow("negative") << QStringLiteral("start") << QJsonValue(-3);
    QTest::newRow("backwards") << QStringLiteral("utf16_end") << QJsonValue(0);
    QTest::newRow("words for a number") << QStringLiteral("end") << QJsonValue(QStringLiteral("x"));
}

void TestCorrectionStore::line_malformed_isRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject line = correctionLine(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("A")));
    QVERIFY(correctionOf(line));
    line.insert(field, value);
    QVERIFY(!correctionOf(line));
}

void TestCorrectionStore::speakerIs_wins()
{
    CorrectionStore store({});
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
    const QuotationIndex index(VariantGroups(m_articles), *store.corrections());
    const Utterance &utterance = index.utteranceOf(index.entries()[0]);
    QCOMPARE(utterance.speaker, QStringLiteral("Ada Quill"));
    QVERIFY(utterance.isCorrected);
    QCOMPARE(utterance.confidence, 1.0);
    QVERIFY(utterance.speakerAt.isEmpty());
    QVERIFY(!utterance.cueAt.isEmpty());
}

void TestCorrectionStore::lastWord_counts()
{
    CorrectionStore store({});
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::NotAQuotation)));
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
    QCOMPARE(speakers(m_articles, store), QStringLiteral("Ada Quill 1, Ingrid Lund 1"));
}

void TestCorrectionStore::notAQuotation_takesItAway()
{
    CorrectionStore store({});
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::NotAQuotation)));
    const QuotationIndex index(VariantGroups(m_articles), *store.corrections());
    QCOMPARE(index.entries().size(), size_t(1));
    QCOMPARE(index.groups()[index.entries()[0].group].size(), size_t(1));
}

void TestCorrectionStore::samePerson_joinsNames()
{
    CorrectionStore store({});
    QVERIFY(store.add(same(QStringLiteral("Ellen Moss"), QStringLiteral("ingrid  LUND"))));
    QCOMPARE(speakers(m_articles, store), QStringLiteral("Ellen Moss 2"));
    QVERIFY(store.add(same(QStringLiteral("Dame Ellen Moss"), QStringLiteral("Ellen Moss"))));
    QCOMPARE(speakers(m_articles, store), QStringLiteral("Dame Ellen Moss 2"));
}

void TestCorrectionStore::samePerson_inACircle_ends()
{
    CorrectionStore store({});
    QVERIFY(store.add(same(QStringLiteral("Ellen Moss"), QStringLiteral("Ingrid Lund"))));
    QVERIFY(store.add(same(QStringLiteral("Ingrid Lund"), QStringLiteral("Ellen Moss"))));
    QVERIFY(!speakers(m_articles, store).isEmpty());
}

void TestCorrectionStore::rules_findOtherEnds_correctionWins()
{
    CorrectionStore store({});
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
    auto later = std::make_shared<QuotedArticle>(*m_articles[0]);
    later->utterances[0].pieces = {
        {later->utterances[0].range().start + 7, later->utterances[0].range().end}};
    QCOMPARE(speakers({later}, store), QStringLiteral("Ada Quill 1"));
}

void TestCorrectionStore::rules_findNothing_correctionWins()
{
    CorrectionStore store({});
    const QuotationCorrection made =
        correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"));
    QVERIFY(store.add(made));
    auto later = std::make_shared<QuotedArticle>(*m_articles[0]);
    later->utterances.clear();
    const QuotationIndex index(VariantGroups({later, m_articles[1]}), *store.corrections());
    QCOMPARE(speakers(index), QStringLiteral("Ada Quill 1, Ingrid Lund 1"));
    QCOMPARE(index.utteranceOf(index.entries()[0]).words, made.words);
    QVERIFY(index.entries()[0].group != index.entries()[1].group);
}

void TestCorrectionStore::file_changed_sameWordsAreMeant()
{
    CorrectionStore store(m_dir->path());
    QVERIFY(store.add(correction(*m_bridge, CorrectionKind::SpeakerIs, QStringLiteral("Ada Quill"))));
    ArticleDraft draft = m_bridge->draft();
    draft.source.sha256 = QByteArray(64, 'a');
    draft.text = draft.text.left(14) + QStringLiteral("Anew, ") + draft.text.mid(14);
    draft.blocks = {{BlockKind::Heading, 1, {0, 13}}};
    for (qsizetype start = 14; start < draft.text.size();) {
        const qsizetype found = draft.text.indexOf(QLatin1Char('\n'), start);
        const qsizetype end = found < 0 ? draft.text.size() : found;
        draft.blocks.push_back({BlockKind::Paragraph, 0, {start, end}});
        start = end + 1;
    }
    const ArticlePtr changed = Article::make(draft);
    QVERIFY(changed->id() != m_bridge->id());
    SegmentBuilder builder;
    builder.add(changed);
    Analyses analyses{QString()};
    analyses.setCorrections(store.corrections());
    analyses.setCorpus(Corpus().with(builder.build()));
    QTRY_COMPARE(speakers(*analyses.quotations()), QStringLiteral("Ada Quill 1"));
    QVERIFY(store.undo());
    analyses.setCorrections(store.corrections());
    QTRY_COMPARE(speakers(*analyses.quotations()), QStringLiteral("Ellen Moss 1"));
}

QTEST_GUILESS_MAIN(TestCorrectionStore)
#include "tst_correctionstore.moc"
