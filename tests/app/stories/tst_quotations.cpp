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
    void megabyteWithoutClosing_ends();
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
        {"mixed; Ellen Moss; Ellen Moss; called; a small wonder"});
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

void QuotationsTest::megabyteWithoutClosing_ends()
{
    const QString text = QStringLiteral("\"and she said it would be so ").repeated(30000);
    QVERIFY(quotations(text, QStringLiteral("en")).size() < 60000);
}

QTEST_GUILESS_MAIN(QuotationsTest)
#include "tst_quotations.moc"
