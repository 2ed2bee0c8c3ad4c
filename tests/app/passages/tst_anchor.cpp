#include "passages/anchor.h"
#include "text/article.h"
#include "text/canonicaltext.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Lectern;

namespace {

ArticlePtr articleOf(const QString &text)
{
    CanonicalTextBuilder builder;
    for (const QString &line : text.split(u'\n'))
        builder.addBlock(BlockKind::Paragraph, line);
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/a.txt");
    draft.source.sha256 = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    draft.titleDerived = true;
    return Article::make(std::move(draft));
}

Passage cutOf(const Article &article, const QString &quote, int nth = 1)
{
    qsizetype at = -1;
    for (int i = 0; i < nth; ++i)
        at = article.text().indexOf(quote, at + 1);
    return Passage::cut(article, {at, at + quote.size()});
}

const QString ferry =
    QStringLiteral("The ferry ran aground at dawn. The captain said the fog was thick as wool.\n"
                   "Nobody was hurt. The harbour is open again.");

} // namespace

class TestAnchor : public QObject
{
    Q_OBJECT

private slots:
    void sameFile_isExact_data();
    void sameFile_isExact();
    void noArticle_isOrphan();
    void sameTextInAnotherFile_isExact();
    void otherFile_saysWhereTheWordsAre_data();
    void otherFile_saysWhereTheWordsAre();
    void severalGoodPlaces_areOfferedBestFirst();
    void whatStoodTwice_needsItsContext();
    void longQuotes_areFoundByTheirEnds();
    void accepted_isCutAnewAndKeepsWhatTheUserAdded();
    void declined_isNotAskedAgainUntilTheFileChanges();
    void sameFileOtherText_isNotExact();
    void rangeBeyondText_isNoCrash();
    void everyQuoteOfTheText_isFoundOrRefusedNeverElsewhere();
};

void TestAnchor::sameFile_isExact_data()
{
    QTest::addColumn<QString>("quote");
    QTest::newRow("sentence") << "The captain said the fog was thick as wool.";
    QTest::newRow("short") << "was";
    QTest::newRow("over two paragraphs") << "wool.\nNobody";
    QTest::newRow("part of a word") << "arb";
}

void TestAnchor::sameFile_isExact()
{
    QFETCH(QString, quote);
    const ArticlePtr article = articleOf(ferry);
    const Passage passage = cutOf(*article, quote);
    const Anchor anchor = anchorIn(passage, article.get());
    QCOMPARE(name(anchor.state), QStringLiteral("exact"));
    QVERIFY(anchor.range == passage.range);
}

void TestAnchor::noArticle_isOrphan()
{
    const ArticlePtr article = articleOf(ferry);
    QCOMPARE(anchorIn(cutOf(*article, QStringLiteral("captain")), nullptr).state, AnchorState::Orphan);
}

void TestAnchor::sameTextInAnotherFile_isExact()
{
    ArticleDraft draft = articleOf(ferry)->draft();
    draft.source.sha256 = QByteArray(64, 'e');
    draft.source.path = QStringLiteral("/crlf.txt");
    const ArticlePtr other = Article::make(std::move(draft));
    const Passage passage = cutOf(*articleOf(ferry), QStringLiteral("fog was thick"));
    QVERIFY(passage.article != other->id());
    QCOMPARE(name(anchorIn(passage, other.get()).state), QStringLiteral("exact"));
}

void TestAnchor::otherFile_saysWhereTheWordsAre_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("found"); // the words there; "" for an orphan
    QTest::addColumn<int>("nth");       // which of them
    const QString sentence = QStringLiteral("The captain said the fog was thick as wool.");
    const QString inside = QStringLiteral("said the fog was thick as wool");
    const auto with = [](const char *from, const QString &to) {
        return QString(ferry).replace(QLatin1String(from), to);
    };
    const QString moved = QStringLiteral("moved");
    const QString changed = QStringLiteral("changed");
    const QString orphan = QStringLiteral("orphan");

    QTest::newRow("something before it") << sentence << "UPDATED\n" + ferry << moved << sentence << 1;
    QTest::newRow("the sentence elsewhere")
        << sentence << "The captain said the fog was thick as wool. It rained.\nAnd so on." << moved
        << sentence << 1;
    QTest::newRow("the sentence before it gone")
        << sentence << with("The ferry ran aground at dawn. ", {}) << moved << sentence << 1;
    QTest::newRow("words beside it differ")
        << inside << with("captain", QStringLiteral("old captain")) << moved << inside << 1;
    QTest::newRow("twice, the context tells")
        << sentence << sentence + " So he says.\n" + ferry << moved << sentence << 2;
    QTest::newRow("part of a sentence that is there twice")
        << inside << "Again: " + sentence + "\n" + ferry << moved << inside << 2;

    QTest::newRow("words gone") << sentence << "The ferry ran aground at dawn. Nobody was hurt." << orphan
                                << "" << 0;
    QTest::newRow("twice, the context is gone")
        << sentence << sentence + " A.\nB. " + sentence << orphan << "" << 0;
    QTest::newRow("twice with the same context") << sentence << ferry + "\n" + ferry << orphan << "" << 0;
    QTest::newRow("twice side by side")
        << sentence << with("wool.", QStringLiteral("wool. ") + sentence) << orphan << "" << 0;
    QTest::newRow("empty article") << sentence << "-" << orphan << "" << 0;

    QTest::newRow("one letter's case") << sentence << with("thick", QStringLiteral("Thick")) << changed
                                       << "The captain said the fog was Thick as wool." << 1;
    QTest::newRow("a mark more") << inside << with("said the", QStringLiteral("said: the")) << changed
                                 << "said: the fog was thick as wool" << 1;
    QTest::newRow("another last word") << inside << with("wool", QStringLiteral("porridge")) << changed
                                       << "said the fog was thick as porridge" << 1;
    QTest::newRow("another first word") << inside << with("said", QStringLiteral("mumbled")) << changed
                                        << "mumbled the fog was thick as wool" << 1;
    QTest::newRow("a word less") << inside << with("was thick ", QStringLiteral("was ")) << changed
                                 << "said the fog was as wool" << 1;
    QTest::newRow("no-break space") << inside << with("the fog", QStringLiteral("the\u00a0fog")) << changed
                                    << QStringLiteral("said the\u00a0fog was thick as wool") << 1;
    QTest::newRow("changed, and a look-alike before it")
        << sentence
        << "Once, a captain said the fog was thick as mud.\n" +
               with("thick as", QStringLiteral("as thick as"))
        << changed << "The captain said the fog was as thick as wool." << 1;
    QTest::newRow("changed, and its words in another sentence")
        << inside
        << "Long ago a man on the pier said the fog was thick as wool, he recalls.\n" +
               with("thick as", QStringLiteral("as thick as"))
        << changed << "said the fog was as thick as wool" << 1;
    QTest::newRow("only its words, in another sentence")
        << inside << "Long ago a man on the pier said the fog was thick as wool, he recalls." << changed
        << inside << 1;
    QTest::newRow("inside a longer word")
        << "The harbour is open again"
        << "The harbour is open againe." << changed << "The harbour is open againe" << 1;
    QTest::newRow("before a combining mark")
        << "The harbour is open again" << QStringLiteral("The harbour is open again\u0301.") << changed
        << QStringLiteral("The harbour is open again\u0301") << 1;

    QTest::newRow("short, in its sentence")
        << "captain" << ferry + "\nThe captain left." << moved << "captain" << 1;
    QTest::newRow("short, in a sentence of its kind") << "captain"
                                                      << "The captain left." << orphan << "" << 0;
    QTest::newRow("short, context gone") << "captain"
                                         << "A captain speaks." << orphan << "" << 0;
    QTest::newRow("short, a letter differs")
        << "captain" << with("captain", QStringLiteral("captains")) << orphan << "" << 0;
    QTest::newRow("short, a word beside it differs")
        << "captain" << with("The captain", QStringLiteral("The old captain")) << changed << "captain" << 1;
    QTest::newRow("short, in another sentence")
        << "hurt" << with("Nobody was hurt.", QStringLiteral("Her pride hurt, the ship sailed.")) << orphan
        << "" << 0;
}

void TestAnchor::otherFile_saysWhereTheWordsAre()
{
    QFETCH(QString, quote);
    QFETCH(QString, changed);
    QFETCH(QString, state);
    QFETCH(QString, found);
    QFETCH(int, nth);
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after = articleOf(changed);
    const Passage passage = cutOf(*before, quote);
    const Anchor anchor = anchorIn(passage, after.get());
    QCOMPARE(after->text().mid(anchor.range.start, anchor.range.length()), found);
    QCOMPARE(name(anchor.state), state);
    if (state == QLatin1String("orphan")) {
        QVERIFY(anchor.score == 0 && anchor.range == TextRange());
        return;
    }
    QVERIFY(anchor.range == cutOf(*after, found, nth).range);
    QVERIFY(state == QLatin1String("changed") || found == quote);
    QCOMPARE(anchor.differences, state == QLatin1String("changed") ? wordDifferences(quote, found)
                                                                   : std::vector<WordDifference>());
    QVERIFY(anchor.score > 0.7 && anchor.score <= 1);
    if (state == QLatin1String("changed"))
        QVERIFY(!anchor.candidates.empty() && anchor.candidates.front().range == anchor.range);
}

void TestAnchor::severalGoodPlaces_areOfferedBestFirst()
{
    const QString sentence = QStringLiteral("The captain said the fog was thick as wool.");
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after =
        articleOf(QStringLiteral("One. %1 Two.\nThree. %1 Nobody was hurt.").arg(sentence));
    const Anchor anchor = anchorIn(cutOf(*before, sentence), after.get());
    QCOMPARE(anchor.candidates.size(), size_t(2));
    QCOMPARE(after->text().mid(anchor.candidates[0].range.end + 1, 6), QStringLiteral("Nobody"));
    QVERIFY(anchor.candidates[0].context > anchor.candidates[1].context);
    QCOMPARE(anchor.candidates[0].score, 1.0);
}

void TestAnchor::whatStoodTwice_needsItsContext()
{
    // One of two equal sentences is gone: the one that is left may be the other one.
    const QString words = QStringLiteral("The ministry declined to comment on the matter.");
    const ArticlePtr before = articleOf(
        QStringLiteral("A fire broke out. %1 Two were hurt.\nA storm came. %1 It passed.").arg(words));
    const ArticlePtr after =
        articleOf(QStringLiteral("A fire broke out. Two were hurt.\nA storm came. %1 It passed.").arg(words));
    QCOMPARE(name(anchorIn(cutOf(*before, words, 1), after.get()).state), QStringLiteral("changed"));
    QCOMPARE(name(anchorIn(cutOf(*before, words, 2), after.get()).state), QStringLiteral("moved"));
    // An old record does not know how often the words stood there.
    Passage old = cutOf(*before, words, 1);
    old.occurrences = 0;
    QCOMPARE(name(anchorIn(old, after.get()).state), QStringLiteral("changed"));
    old = cutOf(*before, words, 2);
    old.occurrences = 0;
    QCOMPARE(name(anchorIn(old, after.get()).state), QStringLiteral("moved"));
}

void TestAnchor::longQuotes_areFoundByTheirEnds()
{
    QString story;
    for (int i = 0; i < 400; ++i)
        story += QStringLiteral("Sentence %1 tells of boat %2. ").arg(i).arg(i * 7919 % 1000);
    const ArticlePtr before = articleOf(QStringLiteral("Start.\n") + story + QStringLiteral("\nEnd."));
    const Passage passage = cutOf(*before, story.trimmed());
    story.replace(QStringLiteral("Sentence 200 tells"), QStringLiteral("Sentence 200 lies"));
    const ArticlePtr after = articleOf(QStringLiteral("Start.\nMore.\n") + story + QStringLiteral("\nEnd."));
    const Anchor anchor = anchorIn(passage, after.get());
    QCOMPARE(name(anchor.state), QStringLiteral("changed"));
    QCOMPARE(after->text().mid(anchor.range.start, anchor.range.length()), story.trimmed());
    QCOMPARE(anchor.differences.size(), size_t(1));
}

void TestAnchor::accepted_isCutAnewAndKeepsWhatTheUserAdded()
{
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after = articleOf(
        QStringLiteral("News.\n") + QString(ferry).replace(QLatin1String("thick"), QLatin1String("dense")));
    Passage passage = cutOf(*before, QStringLiteral("The captain said the fog was thick as wool."));
    passage.omit({cutOf(*before, QStringLiteral("said ")).range});
    passage.id = QStringLiteral("urn:uuid:1");
    passage.note = QStringLiteral("Note");
    passage.tags = QStringList{QStringLiteral("fog")};
    passage.colour = MarkColour::Violet;
    passage.starred = true;
    passage.created = passage.modified = QDateTime(QDate(2024, 1, 1), QTime(1, 2), Qt::UTC);
    passage.outlet = QStringLiteral("Courier");
    const QDateTime when(QDate(2024, 5, 1), QTime(1, 2), Qt::UTC);

    const Anchor anchor = anchorIn(passage, after.get());
    QCOMPARE(name(anchor.state), QStringLiteral("changed"));
    const Passage anew = accepted(passage, *after, anchor.range, when);
    QCOMPARE(anew.shownQuote(), QStringLiteral("The captain […] the fog was dense as wool."));
    QCOMPARE(name(anchorIn(anew, after.get()).state), QStringLiteral("exact"));
    QCOMPARE(anew.id, passage.id);
    QCOMPARE(anew.note, passage.note);
    QCOMPARE(anew.tags, passage.tags);
    QCOMPARE(anew.colour, passage.colour);
    QVERIFY(anew.starred);
    QCOMPARE(anew.created, passage.created);
    QCOMPARE(anew.outlet, passage.outlet);
    QCOMPARE(anew.earlier.size(), size_t(1));
    const EarlierWords &earlier = anew.earlier.front();
    QCOMPARE(earlier.quote, passage.quote);
    QCOMPARE(earlier.omitted, passage.omitted);
    QCOMPARE(earlier.article, passage.article);
    QCOMPARE(earlier.sha256, passage.source.sha256);
    QCOMPARE(earlier.textSha256, passage.textSha256);
    QVERIFY(earlier.range == passage.range);
    QCOMPARE(earlier.until, when);
    // What changes a second time remembers both.
    QCOMPARE(accepted(anew, *before, passage.range, when).earlier.size(), size_t(2));
}

void TestAnchor::declined_isNotAskedAgainUntilTheFileChanges()
{
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after =
        articleOf(QString(ferry).replace(QLatin1String("thick"), QLatin1String("dense")));
    const ArticlePtr later = articleOf(after->text() + QStringLiteral("\nMore."));
    const Passage refused =
        declined(cutOf(*before, QStringLiteral("The captain said the fog was thick as wool.")), *after);
    QCOMPARE(name(anchorIn(refused, after.get()).state), QStringLiteral("orphan"));
    QCOMPARE(anchorIn(refused, after.get()).candidates.size(), size_t(1));
    QCOMPARE(name(anchorIn(refused, later.get()).state), QStringLiteral("changed"));
}

void TestAnchor::sameFileOtherText_isNotExact()
{
    // The same file read by other canonical rules: the id is the same, the offsets are not.
    const ArticlePtr article = articleOf(ferry);
    Passage passage = cutOf(*article, QStringLiteral("The captain said the fog"));
    const TextRange where = passage.range;
    passage.range = passage.range.shifted(3);
    const Anchor anchor = anchorIn(passage, article.get());
    QCOMPARE(name(anchor.state), QStringLiteral("moved"));
    QVERIFY(anchor.range == where);
}

void TestAnchor::rangeBeyondText_isNoCrash()
{
    const ArticlePtr article = articleOf(ferry);
    Passage passage = cutOf(*article, QStringLiteral("captain"));
    for (const TextRange range :
         {TextRange{-5, 2}, TextRange{9, 3}, TextRange{0, 100000}, TextRange{100000, 100007}}) {
        passage.range = range;
        QCOMPARE(name(anchorIn(passage, article.get()).state), QStringLiteral("moved"));
    }
    passage.quote.clear();
    QCOMPARE(name(anchorIn(passage, article.get()).state), QStringLiteral("orphan"));
}

void TestAnchor::everyQuoteOfTheText_isFoundOrRefusedNeverElsewhere()
{
    // A look-alike stands before the true place; whatever is cut from the text may be refused, but never
    // found in the look-alike.
    const QString lookAlike =
        QStringLiteral("A year ago: the captain said the fog was thick as wool, and nobody was hurt.\n");
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after = articleOf(lookAlike + ferry);
    const qsizetype shift = lookAlike.size();
    int found = 0;
    for (qsizetype start = 0; start < ferry.size(); ++start) {
        for (qsizetype length = 1; start + length <= ferry.size(); length += 3) {
            const Passage passage = Passage::cut(*before, {start, start + length});
            const Anchor anchor = anchorIn(passage, after.get());
            if (anchor.state == AnchorState::Changed || anchor.state == AnchorState::Orphan)
                continue;
            ++found;
            QCOMPARE(name(anchor.state), QStringLiteral("moved"));
            QVERIFY2(anchor.range == passage.range.shifted(shift), qPrintable(passage.quote));
        }
    }
    QVERIFY(found > 1000);
}

QTEST_GUILESS_MAIN(TestAnchor)
#include "tst_anchor.moc"
