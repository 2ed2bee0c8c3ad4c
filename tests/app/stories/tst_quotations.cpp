#include "stories/quotations.h"

#include <QtTest>

using namespace Lectern;

namespace {

QString cut(const QString &text, TextRange range)
{
    return text.mid(range.start, range.length());
}

/// "kind; speaker; name; cue; words" of every quotation.
QStringList found(const QString &text, const QString &language = QStringLiteral("en"))
{
    QStringList lines;
    for (const Quotation &quotation : quotations(text, language))
        lines += QStringList{name(quotation.kind), cut(text, quotation.speaker), quotation.speakerName,
                             cut(text, quotation.cue), cut(text, quotation.words)}
                     .join(QStringLiteral("; "));
    return lines;
}

} // namespace

class QuotationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void english_isRead_data();
    void english_isRead();
    void otherLanguages_areRead_data();
    void otherLanguages_areRead();
    void pieces_shareTheirUtterance();
    void typography_changesNothing();
    void marks_belongToOneSpan();
    void twice_isEqual();
    void lineEnds_changeNothing();
    void megabyteWithoutClosing_ends();
    void megabyteWithoutStop_ends();
};

void QuotationsTest::english_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *text, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << expected;
    };
    row("behind, S V", "“The pier will be open again in May,” Ellen Moss said.",
        {"direct; Ellen Moss; Ellen Moss; said; The pier will be open again in May,"});
    row("behind, V S", "“The pier will be open again in May,” said Ellen Moss, the mayor of Fellside.",
        {"direct; Ellen Moss, the mayor of Fellside; Ellen Moss; said; The pier will be open again in May,"});
    row("before", "Ellen Moss told reporters: “The pier will be open again in May.”",
        {"direct; Ellen Moss; Ellen Moss; told; The pier will be open again in May."});
    row("apposition", "“We never closed it,” Ellen Moss, who leads the council, said.",
        {"direct; Ellen Moss, who leads the council; Ellen Moss; said; We never closed it,"});
    row("pronoun", "Ellen Moss opened the pier.\n“It is a good day for all of us,” she said.",
        {"direct; she; Ellen Moss; said; It is a good day for all of us,"});
    row("a pronoun of the other sex",
        "David Hale met Ellen Moss.\n“It is a good day for all of us,” he said.",
        {"direct; he; David Hale; said; It is a good day for all of us,"});
    row("surname", "Ellen Moss opened the pier.\n“It is a good day for all of us,” Moss said.",
        {"direct; Moss; Ellen Moss; said; It is a good day for all of us,"});
    row("the spokesman is not the person",
        "Ellen Moss was away.\n“We do not know when she comes,” a spokesman for Moss said.",
        {"direct; a spokesman for Moss; ; said; We do not know when she comes,"});
    row("inverted at the beginning", "Said Ellen Moss: “The pier will be open again in May.”",
        {"direct; Ellen Moss; Ellen Moss; Said; The pier will be open again in May."});
    row("signature", "“This town has been without its pier for much too long.” ― Ellen Moss",
        {"direct; Ellen Moss; Ellen Moss; ; This town has been without its pier for much too long."});
    row("fragment", "Ellen Moss called the pier “a small wonder” yesterday.",
        {"indirect; Ellen Moss; Ellen Moss; called; the pier “a small wonder”",
         "mixed; Ellen Moss; Ellen Moss; called; a small wonder"});
    row("scare quotes are no speech", "They planted a “tree of life” in the garden of the house.", {});
    row("titles are no speech", "She sang “The Long Way Home” for the guests.", {});
    row("indirect", "Ellen Moss said that the pier would open in May.",
        {"indirect; Ellen Moss; Ellen Moss; said; that the pier would open in May"});
    row("indirect without that", "Ellen Moss said the pier would open in May.",
        {"indirect; Ellen Moss; Ellen Moss; said; the pier would open in May"});
    row("indirect, attribution behind", "The pier would open in May, Ellen Moss said.",
        {"indirect; Ellen Moss; Ellen Moss; said; The pier would open in May"});
    row("according to", "According to the harbour office, the pier is closed for good.",
        {"indirect; the harbour office; ; According to; the pier is closed for good"});
    row("indirect, two clauses", "Ellen Moss said that it was late and asked for a vote.",
        {"indirect; Ellen Moss; Ellen Moss; said; that it was late",
         "indirect; Ellen Moss; Ellen Moss; asked for; a vote"});
    row("indirect, inverted", "The pier was closed for good, said Ellen Moss.",
        {"indirect; Ellen Moss; Ellen Moss; said; The pier was closed for good"});
    row("indirect, around", "The pier, Ellen Moss said, was closed for good.",
        {"indirect; Ellen Moss; Ellen Moss; said; The pier",
         "indirect; Ellen Moss; Ellen Moss; said; was closed for good"});
    row("indirect, as", "As Ellen Moss noted, the pier was closed for good.",
        {"indirect; Ellen Moss; Ellen Moss; noted; the pier was closed for good"});
    row("indirect, time between", "Ellen Moss said on Tuesday that the pier was closed.",
        {"indirect; Ellen Moss; Ellen Moss; said; that the pier was closed"});
    row("indirect, an insertion between", "Ellen Moss said, among other things, that the pier was closed.",
        {"indirect; Ellen Moss; Ellen Moss; said; that the pier was closed"});
    row("indirect, whether", "Ellen Moss asked whether the pier was closed.",
        {"indirect; Ellen Moss; Ellen Moss; asked; whether the pier was closed"});
    row("indirect, to", "Ellen Moss promised to open the pier again.",
        {"indirect; Ellen Moss; Ellen Moss; promised; to open the pier again"});
    row("indirect, a thing", "Ellen Moss denied any role in the fire on Sunday.",
        {"indirect; Ellen Moss; Ellen Moss; denied; any role in the fire"});
    row("indirect, a noun", "Ellen Moss's claim that the pier is safe was new.",
        {"indirect; Ellen Moss's; Ellen Moss; claim; that the pier is safe was new"});
    row("indirect, opening", "Noting that it was late, Ellen Moss left.",
        {"indirect; Ellen Moss; Ellen Moss; Noting; that it was late"});
    row("indirect, the outer clause only", "Ellen Moss said David Hale believes that the pier is safe.",
        {"indirect; Ellen Moss; Ellen Moss; said; David Hale believes that the pier is safe"});
    row("indirect, by the council", "The plan was rejected by the council.",
        {"indirect; the council; ; was rejected; The plan"});
    row("what should be said is not said", "They should support the plan of the council.", {});
    row("marked words in a reported clause are its speaker's",
        "Ellen Moss said David Hale had called the pier “a ruin” in May.",
        {"indirect; Ellen Moss; Ellen Moss; said; David Hale had called the pier “a ruin” in May",
         "mixed; Ellen Moss; Ellen Moss; said; a ruin"});
    row("called so by", "The pier has been called “a small wonder” by Ellen Moss.",
        {"mixed; Ellen Moss; Ellen Moss; has been called; a small wonder"});
    row("a noun that announces", "Ellen Moss’s answer was: “We will build it again in May.”",
        {"direct; Ellen Moss’s; Ellen Moss; answer; We will build it again in May."});
    row("a colon that announces", "Ellen Moss had a message for them: “We will build it again in May.”",
        {"direct; Ellen Moss; Ellen Moss; ; We will build it again in May."});
    row("went on", "“We will build it again in May,” Ellen Moss went on.",
        {"direct; Ellen Moss; Ellen Moss; went; We will build it again in May,"});
    row("a name in apposition", "“We will build it again in May,” said the mayor, Ellen Moss.",
        {"direct; the mayor, Ellen Moss; Ellen Moss; said; We will build it again in May,"});
    row("reports that are things", "The reports of the council were lost in the fire.", {});
    row("nobody speaks", "The pier was closed on Monday. It rained.", {});
    row("empty", "", {});
}

void QuotationsTest::english_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(found(text), expected);
}

void QuotationsTest::otherLanguages_areRead_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("German")
        << QStringLiteral("de")
        << QStringLiteral("„Die Brücke bleibt bis zum Sommer geschlossen“, sagte Petra Lang.")
        << QStringLiteral(
               "direct; Petra Lang; Petra Lang; sagte; Die Brücke bleibt bis zum Sommer geschlossen");
    QTest::newRow("German, angled")
        << QStringLiteral("de")
        << QStringLiteral("Petra Lang sagte: »Die Brücke bleibt bis zum Sommer geschlossen.«")
        << QStringLiteral(
               "direct; Petra Lang; Petra Lang; sagte; Die Brücke bleibt bis zum Sommer geschlossen.");
    QTest::newRow("French")
        << QStringLiteral("fr")
        << QStringLiteral("« Le pont reste fermé jusqu'à l'été », explique Claire Morel.")
        << QStringLiteral("direct; Claire Morel; Claire Morel; explique; Le pont reste fermé jusqu'à l'été");
    QTest::newRow("Spanish")
        << QStringLiteral("es")
        << QStringLiteral("«El puente queda cerrado hasta el próximo verano», dijo Carmen Ruiz.")
        << QStringLiteral(
               "direct; Carmen Ruiz; Carmen Ruiz; dijo; El puente queda cerrado hasta el próximo verano");
}

void QuotationsTest::otherLanguages_areRead()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(found(text, language), QStringList{expected});
}

void QuotationsTest::pieces_shareTheirUtterance()
{
    const std::vector<Quotation> pieces =
        quotations(QStringLiteral("“We will build it again with our hands,” Ellen Moss said. “It will be "
                                  "better than it ever was.”\n"
                                  "“Nobody asked us what we thought about it,” said David Hale."),
                   QStringLiteral("en"));
    QCOMPARE(pieces.size(), 3u);
    QCOMPARE(pieces[0].utterance, pieces[1].utterance);
    QVERIFY(pieces[2].utterance != pieces[1].utterance);
    QCOMPARE(pieces[1].rule, AttributionRule::Carried);
    QCOMPARE(pieces[1].speakerName, QStringLiteral("Ellen Moss"));
}

/// Straight and curly marks, and spaces that do not break, change no quotation.
void QuotationsTest::typography_changesNothing()
{
    const QString curly =
        QStringLiteral("“The pier isn’t lost,” Ellen Moss said. “We’ll build it again, all of us.”\n"
                       "David Hale called that “a dream” and said nobody would pay for it.");
    const std::vector<Quotation> expected = quotations(curly, QStringLiteral("en"));
    QVERIFY(expected.size() >= 4);
    QString straight = curly;
    straight.replace(u'“', u'"').replace(u'”', u'"').replace(u'’', u'\'');
    QVERIFY(quotations(straight, QStringLiteral("en")) == expected);
    QString unbroken = curly;
    unbroken.replace(QStringLiteral("Ellen Moss"), QStringLiteral("Ellen\u00A0Moss"));
    const std::vector<Quotation> other = quotations(unbroken, QStringLiteral("en"));
    QCOMPARE(other.size(), expected.size());
    for (size_t i = 0; i < other.size(); ++i) {
        QCOMPARE(other[i].words, expected[i].words);
        QCOMPARE(other[i].speaker, expected[i].speaker);
    }
}

void QuotationsTest::marks_belongToOneSpan()
{
    const QString text = QStringLiteral(
        "“One thing is clear to all of us,” she said, “and “that” is “it” for now.”\n“Two, he said.\n"
        "Three” and four ”five“ six \"seven eight nine ten eleven\" he said.");
    TextRange last;
    for (const Quotation &quotation : quotations(text, QStringLiteral("en"))) {
        if (quotation.kind == QuotationKind::Indirect)
            continue;
        QVERIFY(quotation.words.start >= last.end);
        last = quotation.words;
    }
    QVERIFY(last.end > 0);
}

void QuotationsTest::twice_isEqual()
{
    const QString text = QStringLiteral(
        "“It is over,” Ellen Moss said, adding that the pier was hers. He said: “No, it isn't.”");
    QVERIFY(quotations(text, {}) == quotations(text, {}));
}

/// Windows line ends shift what stands behind them and change nothing else.
void QuotationsTest::lineEnds_changeNothing()
{
    const QString unix = QStringLiteral("“It is over,” Ellen Moss said.\nShe said that the pier was hers.\n"
                                        "David Hale denied any part in it.");
    QString windows = unix;
    windows.replace(u'\n', QStringLiteral("\r\n"));
    QCOMPARE(found(windows), found(unix));
    QString wide = unix;
    wide.replace(u' ', QChar(0xA0));
    QStringList expected = found(unix);
    expected.replaceInStrings(QStringLiteral(" "), QString(QChar(0xA0)));
    QStringList unbroken = found(wide);
    unbroken.replaceInStrings(QStringLiteral(" "), QString(QChar(0xA0)));
    QCOMPARE(unbroken, expected);
}

/// One sentence of a megabyte in which everybody says something.
void QuotationsTest::megabyteWithoutStop_ends()
{
    const QString text = QStringLiteral("and she said it would be so “or not so” he noted, ").repeated(20000);
    QVERIFY(!quotations(text, QStringLiteral("en")).empty());
}

void QuotationsTest::megabyteWithoutClosing_ends()
{
    const QString text = QStringLiteral("\"and she said it would be so ").repeated(30000);
    QVERIFY(quotations(text, QStringLiteral("en")).size() < 60000);
}

QTEST_GUILESS_MAIN(QuotationsTest)
#include "tst_quotations.moc"
