#include "stories/lexicon.h"

namespace Lectern {

namespace {

struct Words
{
    const char *cues;
    const char *pronouns;
    const char *determiners;
    const char *prepositions;
    const char *conjunctions;
    const char *relatives;
    const char *complements;
    const char *auxiliaries;
    const char *be;
    const char *times;
    const char *titles;
    const char *female;
    const char *male;
    const char *personNouns;
};

void addWords(const Words &words, Lexicon *lexicon)
{
    lexicon->add(WordRole::Cue, words.cues);
    lexicon->add(WordRole::Pronoun, words.pronouns);
    lexicon->add(WordRole::Determiner, words.determiners);
    lexicon->add(WordRole::Preposition, words.prepositions);
    lexicon->add(WordRole::Conjunction, words.conjunctions);
    lexicon->add(WordRole::Relative, words.relatives);
    lexicon->add(WordRole::Complement, words.complements);
    lexicon->add(WordRole::Auxiliary, words.auxiliaries);
    lexicon->add(WordRole::Be, words.be);
    lexicon->add(WordRole::Time, words.times);
    lexicon->add(WordRole::Title, words.titles);
    lexicon->add(WordRole::Female, words.female);
    lexicon->add(WordRole::Male, words.male);
    lexicon->add(WordRole::PersonNoun, words.personNouns);
    addFirstNames(lexicon);
}

constexpr Words german{
    "sagt sagte sagten gesagt meint meinte erklärt erklärte erklärten betont betonte berichtet berichtete "
    "berichteten schreibt schrieb "
    "schrieben fragt fragte antwortet antwortete ergänzt ergänzte fügte behauptet behauptete warnt warnte "
    "fordert forderte kritisiert "
    "kritisierte verspricht versprach erzählt erzählte erinnert erinnerte lobt lobte teilte teilt "
    "kommentiert kommentierte bestätigt "
    "bestätigte dementierte räumte gab gibt ruft rief schimpft schimpfte scherzt scherzte twitterte "
    "versichert versicherte klagt klagte "
    "kündigt kündigte räumt bedauert bedauerte begrüßt begrüßte beklagt beklagte entgegnet entgegnete "
    "erwidert erwiderte nennt nannte bezeichnet bezeichnete spricht sprach sprachen lautet lautete "
    "verteidigt verteidigte gesagt erklärt mitgeteilt hinzugefügt verkündet verkündete vermutet vermutete "
    "unterstreicht unterstrich "
    "mahnt mahnte resümiert resümierte heißt hieß so findet fand glaubt glaubte freut freute zitiert",
    "er sie es ich wir ihr man wer",
    "der die das ein eine einer eines dem den des einem einen sein seine ihr ihre ihrer seiner dieser diese "
    "dieses mehrere viele einige alle",
    "in im an am auf bei beim von vom zu zum zur mit nach vor für aus über unter gegen um durch ohne seit "
    "während laut",
    "und aber oder denn weil obwohl während wenn als dass ob",
    "der die das welcher welche welches wo",
    "dass daß ob",
    "hat haben hatte hatten wird werden wurde wurden kann konnte soll sollte will wollte nicht auch noch "
    "dann später weiter",
    "ist sind war waren sei gewesen",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen januar februar märz "
    "april mai juni juli august "
    "september oktober november dezember abend woche",
    "herr frau dr prof präsident präsidentin kanzler kanzlerin minister ministerin bürgermeister "
    "bürgermeisterin",
    "sie frau präsidentin kanzlerin ministerin bürgermeisterin sprecherin mutter tochter schwester",
    "er herr präsident kanzler minister bürgermeister sprecher vater sohn bruder",
    "sprecher sprecherin bürgermeister bürgermeisterin minister ministerin autor autorin mann frau junge "
    "mädchen mutter vater leiter leiterin"};

constexpr Words french{
    "dit disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute "
    "ajouté ajoutait précise précisé "
    "précisait raconte raconté racontait répond répondu répondait demande demandé demandait écrit écrivait "
    "estime estimé estimait "
    "souligne souligné soulignait assure assuré assurait confie confié confiait rappelle rappelé rappelait "
    "annonce annoncé annonçait "
    "lance lancé lançait poursuit conclut regrette regretté témoigne témoigné indique indiqué reconnaît "
    "insiste insisté plaide commente "
    "dénonce dénoncé réjouit félicite félicité qualifie qualifié évoque évoqué salue salué lâche lâché "
    "soupire soupiré crie murmure murmuré prévient prévenu avertit averti réplique répliqué rétorque "
    "rétorqué avoue avoué nie nié promet promis dénonçait parle parlé juge jugé critique critiqué "
    "commenté s'exclame s'indigne martèle détaille résume selon",
    "il elle ils elles je nous vous on qui",
    "le la les l' un une des du son sa ses leur leurs mon ma notre ce cette ces plusieurs certains tous",
    "à au aux de du des dans en sur sous par pour avec chez contre entre vers depuis pendant après avant "
    "selon",
    "et mais ou donc car parce lorsque quand si comme que",
    "qui que dont où lequel laquelle",
    "que si",
    "a ont avait avaient aura est sont ne pas aussi ensuite encore puis se s'est l'a y",
    "est sont était étaient été",
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain janvier février mars avril "
    "mai juin juillet août "
    "septembre octobre novembre décembre soir matin",
    "m mme mlle dr président présidente ministre maire",
    "elle mme mlle présidente femme mère fille sœur",
    "il m président homme père fils frère",
    "porte-parole maire ministre président présidente auteur autrice homme femme mère père directeur "
    "directrice dirigeant"};

constexpr Words spanish{
    "dijo dice decía dicen dijeron afirmó afirma explicó explica añadió añade agregó agrega señaló señala "
    "aseguró asegura declaró declara "
    "respondió responde preguntó pregunta escribió escribe contó cuenta comentó comenta advirtió advierte "
    "indicó indica sostuvo sostiene "
    "manifestó manifiesta recordó recuerda reconoció reconoce confesó confiesa anunció anuncia insistió "
    "insiste subrayó subraya expresó "
    "denunció denuncia calificó califica criticó critica prometió promete negó niega admitió admite pidió "
    "pide replicó replica exclamó exclama celebró celebra habló habla dicho asegurado afirmado explicado "
    "añadido declarado informó informa señalado advertido anunciado opinó opina confirmó confirma "
    "expresa precisó precisa relató relata concluyó concluye según apuntó lamentó reveló",
    "él ella ellos ellas yo nosotros usted ustedes quien",
    "el la los las un una unos unas su sus mi este esta estos estas varios muchos algunos todos",
    "a al de del en con por para sin sobre entre hacia desde hasta tras según ante contra durante",
    "y e pero o u porque aunque cuando si como que mientras",
    "que quien quienes cual donde",
    "que si",
    "ha han había habían no también luego después se",
    "es son era eran fue fueron sido está están",
    "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana enero febrero marzo abril mayo "
    "junio julio agosto septiembre "
    "octubre noviembre diciembre noche tarde",
    "señor señora sr sra dr dra presidente presidenta ministro ministra alcalde alcaldesa",
    "ella señora sra presidenta ministra alcaldesa mujer madre hija hermana",
    "él señor sr presidente ministro alcalde hombre padre hijo hermano",
    "portavoz alcalde alcaldesa ministro ministra presidente presidenta autor autora escritor escritora "
    "director directora hombre mujer madre padre"};

} // namespace

void addGerman(Lexicon *lexicon)
{
    addWords(german, lexicon);
}

void addFrench(Lexicon *lexicon)
{
    addWords(french, lexicon);
}

void addSpanish(Lexicon *lexicon)
{
    addWords(spanish, lexicon);
}

} // namespace Lectern
