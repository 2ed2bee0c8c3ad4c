#include "stories/quotations.h"

#include <QtTest>

using namespace Lectern;

namespace {

QString cut(const QString &text, TextRange range)
{
    return text.mid(range.start, range.length());
}

/// How a language puts words, a verb and a speaker together.
struct Grammar
{
    const char *language;
    QStringList patterns; ///< %1 words, %2 verb, %3 speaker
    QStringList verbs;
    QStringList speakers; ///< each ends with the name
    QString words;
};

QList<Grammar> grammars()
{
    return {{"de",
             {QStringLiteral("„%1“, %2 %3."), QStringLiteral("„%1“, %2 am Montag %3."),
              QStringLiteral("»%1«, %2 gestern %3."), QStringLiteral("%3 %2: „%1.“"),
              QStringLiteral("%3 %2 am Dienstag: \"%1.\"")},
             {QStringLiteral("sagte"), QStringLiteral("erklärte"), QStringLiteral("betonte"),
              QStringLiteral("kündigte"), QStringLiteral("fragte")},
             {QStringLiteral("Petra Lang"), QStringLiteral("Ministerin Karin Roth"),
              QStringLiteral("der Bürgermeister Jens Weber")},
             QStringLiteral("Die Brücke bleibt bis zum Sommer geschlossen")},
            {"fr",
             {QStringLiteral("« %1 », %2 %3."), QStringLiteral("« %1 », a %2 mardi %3."),
              QStringLiteral("“%1”, a %2 hier %3."), QStringLiteral("%3 a %2 : « %1. »")},
             {QStringLiteral("déclaré"), QStringLiteral("affirmé"), QStringLiteral("annoncé"),
              QStringLiteral("dénoncé")},
             {QStringLiteral("Claire Morel"), QStringLiteral("la ministre Anne Roux"),
              QStringLiteral("le maire Jean Petit")},
             QStringLiteral("Le pont reste fermé jusqu'à l'été")},
            {"es",
             {QStringLiteral("«%1», %2 %3."), QStringLiteral("«%1», %2 el martes %3."),
              QStringLiteral("“%1”, %2 ayer %3."), QStringLiteral("%3 %2: «%1».")},
             {QStringLiteral("dijo"), QStringLiteral("aseguró"), QStringLiteral("lamentó"),
              QStringLiteral("denunció")},
             {QStringLiteral("Carmen Ruiz"), QStringLiteral("la ministra Elena Vega"),
              QStringLiteral("el alcalde Juan Mora")},
             QStringLiteral("El puente queda cerrado hasta el próximo verano")}};
}

} // namespace

class ForeignSpeechTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directSpeech_hasItsSpeaker_data();
    void directSpeech_hasItsSpeaker();
    void reportedSpeech_isFound_data();
    void reportedSpeech_isFound();
};

void ForeignSpeechTest::directSpeech_hasItsSpeaker_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<QString>("cue");
    for (const Grammar &grammar : grammars())
        for (const QString &pattern : grammar.patterns)
            for (const QString &verb : grammar.verbs)
                for (const QString &speaker : grammar.speakers) {
                    const bool begins = pattern.startsWith(QLatin1String("%3"));
                    const QString name = begins ? speaker.left(1).toUpper() + speaker.mid(1) : speaker;
                    const QString text = pattern.arg(grammar.words, verb, name);
                    QTest::newRow(qPrintable(text))
                        << QString::fromLatin1(grammar.language) << text << grammar.words << name << verb;
                }
}

void ForeignSpeechTest::directSpeech_hasItsSpeaker()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    QFETCH(const QString, speaker);
    QFETCH(const QString, cue);
    const std::vector<Quotation> found = quotations(text, language);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].kind, QuotationKind::Direct);
    QVERIFY2(cut(text, found[0].words).startsWith(words), qPrintable(cut(text, found[0].words)));
    QCOMPARE(cut(text, found[0].speaker), speaker);
    QVERIFY2(cut(text, found[0].cue).endsWith(cue), qPrintable(cut(text, found[0].cue)));
}

void ForeignSpeechTest::reportedSpeech_isFound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *language, const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(language) << QString::fromUtf8(text)
                            << QString::fromUtf8(expected);
    };
    row("de", "Petra Lang erklärte, dass die Brücke im Mai öffnet.",
        "indirect; Petra Lang; erklärte; dass die Brücke im Mai öffnet");
    row("de", "Petra Lang sagte, die Brücke sei marode.",
        "indirect; Petra Lang; sagte; die Brücke sei marode");
    row("de", "Die Brücke sei marode, sagte Petra Lang.",
        "indirect; Petra Lang; sagte; Die Brücke sei marode");
    row("de", "Laut Petra Lang ist die Brücke marode.", "indirect; Petra Lang; Laut; ist die Brücke marode");
    row("de", "Nach Angaben der Polizei wurden drei Menschen verletzt.",
        "indirect; der Polizei; Nach Angaben; wurden drei Menschen verletzt");
    row("de", "Petra Lang ging nach Hause, weil es regnete.", "");
    row("fr", "Claire Morel a déclaré que le pont serait fermé jusqu'à l'été.",
        "indirect; Claire Morel; a déclaré; que le pont serait fermé jusqu'à l'été");
    row("fr", "Le pont serait fermé, a annoncé la mairie.",
        "indirect; la mairie; annoncé; Le pont serait fermé");
    row("fr", "Selon Claire Morel, le pont est dangereux.",
        "indirect; Claire Morel; Selon; le pont est dangereux");
    row("fr", "– Je viens demain, dit Paul.", "direct; Paul; dit; Je viens demain");
    row("fr", "« Je ne sais pas où il est », dit-elle.", "direct; elle; dit; Je ne sais pas où il est");
    row("es", "El ministro Juan Mora dijo que el puente quedaría cerrado.",
        "indirect; El ministro Juan Mora; dijo; que el puente quedaría cerrado");
    row("es", "Según Carmen Ruiz, el puente es peligroso.",
        "indirect; Carmen Ruiz; Según; el puente es peligroso");
    row("es", "—Vengo mañana —dijo Pablo.", "direct; Pablo; dijo; Vengo mañana");
}

void ForeignSpeechTest::reportedSpeech_isFound()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QStringList lines;
    for (const Quotation &quotation : quotations(text, language))
        lines += QStringList{name(quotation.kind), cut(text, quotation.speaker), cut(text, quotation.cue),
                             cut(text, quotation.words)}
                     .join(QStringLiteral("; "));
    QCOMPARE(lines.join(u'\n'), expected);
}

QTEST_GUILESS_MAIN(ForeignSpeechTest)
#include "tst_foreignspeech.moc"
