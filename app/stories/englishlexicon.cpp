#include "stories/lexicon.h"

namespace Lectern {

namespace {

/// Verbs of saying. Those whose forms are not regular list them.
constexpr const char *cues =
    "say/says/said/saying tell/tells/told/telling write/writes/wrote/writing/written "
    "tweet/tweets/tweeted/tweeting add "
    "announce argue ask assert claim comment concede confirm continue declare deny emphasize emphasise "
    "exclaim explain "
    "express insist interject joke lament note object/objects/objected/objecting observe opine proclaim "
    "promise protest "
    "quip/quips/quipped/quipping recall recount reiterate remark remind repeat reply report respond retort "
    "reveal scoff "
    "state stress suggest testify text urge vow warn wonder yell caution remember worry question scold "
    "admit/admits/admitted/admitting advise affirm agree allege assure boast clarify complain confess "
    "confide contend "
    "counter decry disclose elaborate estimate inform muse pledge point post predict "
    "read/reads/read/reading recommend speculate acknowledge pen/pens/penned/penning reflect conclude "
    "maintain mention "
    "shout caption chime/chimes/chimed/chiming demand describe detail dismiss doubt echo "
    "email/emails/emailed/emailing e-mail/e-mails/e-mailed/e-mailing gush hint imply jibe marvel mock mumble "
    "murmur mutter "
    "plead/pleads/pleaded/pleading/pled praise preach profess quote rant reason reassure "
    "rebut/rebuts/rebutted/rebutting "
    "refute reckon relay rule scream/screams/screamed/screaming share slam/slams/slammed/slamming "
    "snap/snaps/snapped/snapping "
    "specify/specifies/specified/specifying spout/spouts/spouted/spouting summarize summarise "
    "swear/swears/swore/swearing/sworn "
    "tease tout underscore utter venture vent volunteer whisper blast criticize criticise condemn denounce "
    "deride "
    "call characterize characterise dub/dubs/dubbed/dubbing label/labels/labeled/labeling deem accuse blame "
    "thank "
    "apologize apologise beg/begs/begged/begging implore instruct order caution challenge propose request "
    "signal/signals/signaled/signaling argue attest avow bemoan blurt certify chant cite/cites/cited/citing "
    "comfort "
    "commend compliment concur/concurs/concurred/concurring congratulate contest crow enthuse "
    "forecast/forecasts/forecast/forecasting "
    "fume gripe grumble growl hail/hails/hailed/hailing inquire laugh lecture marvel moan narrate "
    "nod/nods/nodded/nodding "
    "opine ponder press proffer rail recite rejoin/rejoins/rejoined/rejoining sigh sneer "
    "sob/sobs/sobbed/sobbing spell "
    "stipulate tout/touts/touted/touting trumpet yelp "
    "cry beam exhort surmise boom jeer hiss bark bellow drawl chuckle grin smile wail groan grunt roar "
    "thunder "
    "howl snarl sniff snort stammer stutter shriek squeal intone croon cheer";

/// Verbs of thinking, wanting and finding.
constexpr const char *weakCues = "believe think/thinks/thought/thinking feel/feels/felt/feeling "
                                 "know/knows/knew/knowing/known hope expect fear see/sees/saw/seeing/seen "
                                 "find/finds/found/finding show/shows/showed/showing/shown indicate consider "
                                 "realize realise understand/understands/understood/understanding "
                                 "hear/hears/heard/hearing learn/learns/learned/learning decide determine "
                                 "assume imagine suspect want wish plan/plans/planned/planning "
                                 "intend seek/seeks/sought/seeking hold/holds/held/holding discover notice "
                                 "guess dream figure regard view address "
                                 "talk speak/speaks/spoke/speaking/spoken discuss refuse threaten offer "
                                 "encourage oppose support favor prove/proves/proved/proving "
                                 "mean/means/meant/meaning prefer/prefers/preferred/preferring "
                                 "refer/refers/referred/referring vote try/tries/tried/trying "
                                 "agree decline convince persuade end conclude begin/begins/began/beginning "
                                 "finish close sum/sums/summed/summing "
                                 "defend attack endorse back favour reject welcome applaud champion portray "
                                 "liken ridicule disavow renounce repudiate disparage lambaste bash chide "
                                 "rebuke highlight outline retweet brand aim";

constexpr const char *nounLike =
    "claim claims report reports tweet tweets call calls comment comments "
    "answer answers question questions plan plans note notes "
    "remark remarks state states promise promises demand demands request "
    "requests order orders rule rules post posts point points "
    "text texts pledge pledges estimate estimates quote quotes share shares "
    "label labels view views hope hopes fear fears charge charges "
    "support offer offers vote votes blast blasts praise doubt doubts protest "
    "protests challenge challenges forecast forecasts object objects "
    "detail details reason reasons pen pens show shows find finds signal "
    "signals cite laugh press address addresses thought "
    "hearing feeling finding findings reading meaning warning "
    "understanding ruling caption captions email emails attack attacks back backs welcome bash brand "
    "brands highlight highlights beam beams boom cheer cheers cry cries bark smile smiles grin jeers roar "
    "thunder groan outline outlines champion champions aim aims close "
    "favor favors favour backing opposing recall account";

constexpr const char *mostlyNouns =
    "state states vote votes email emails e-mail e-mails figure figures sum sums contest contests "
    "remark remarks text texts read view views hearing finding ruling support";

/// Verbs behind which a clause may follow without "that".
constexpr const char *clauseTakers =
    "say/says/said/saying tell/tells/told/telling think/thinks/thought/thinking believe hope claim argue add "
    "insist suggest report announce predict promise warn declare admit/admits/admitted/admitting acknowledge "
    "confirm explain "
    "feel/feels/felt know/knows/knew/known/knowing swear/swears/swore vow figure guess concede "
    "contend "
    "maintain assure write/writes/wrote/writing tweet note state fear stress reveal reply respond complain "
    "worry conclude estimate agree allege assert deny indicate recall wish expect assume suspect imagine "
    "mention observe emphasize emphasise remember joke learn/learns/learned/learning "
    "find/finds/found/finding "
    "show/shows/showed/shown/showing read/reads realize realise understand/understands/understood argue "
    "imply "
    "hint speculate forecast/forecasts";

/// Verbs whose object is what somebody says, backs or turns down.
constexpr const char *objectTakers =
    "report announce note repeat mention question express recall predict reveal deny reiterate lament decry "
    "criticize criticise condemn denounce blast slam/slams/slammed/slamming mock praise describe "
    "accuse blame hail dismiss cite propose demand claim emphasize emphasise stress detail "
    "underscore tout allege acknowledge admit/admits/admitted/admitting confirm defend attack endorse oppose "
    "back favor favour "
    "reject welcome applaud champion urge portray liken deem label/labels/labeled/labeling "
    "dub/dubs/dubbed/dubbing call characterize characterise explain "
    "ridicule disavow renounce repudiate disparage lambaste bash chide rebuke scold "
    "highlight outline protest doubt bemoan deride thank congratulate commend compliment echo "
    "promise declare state assert argue insist contend post vow pledge remember concede estimate warn "
    "recommend suggest retweet observe tweet "
    "disclose refute rebut/rebuts/rebutted/rebutting tease "
    "decline prefer/prefers/preferred/preferring brand paint predict stipulate recite recount relate";

constexpr const char *intentions =
    "want plan/plans/planned/planning intend hope wish refuse vow pledge promise threaten decline agree "
    "demand "
    "swear/swears/swore seek/seeks/sought/seeking propose offer expect ask urge aim";

constexpr const char *speechNouns =
    "response reply answer point dictum message motto line words advice slogan mantra verdict retort quip "
    "question "
    "tweet post caption sentiment refrain claim claims insistence assertion assertions suggestion "
    "suggestions belief contention argument "
    "statement "
    "warning warnings prediction promise remark comment accusation accusations allegation allegations view "
    "opinion admission acknowledgment acknowledgement announcement declaration hope fear fears concern "
    "concerns "
    "demand complaint complaints charge pledge vow conviction notion assumption observation denial "
    "conclusion";

constexpr const char *auxiliaries =
    "has have had having do does did will would can could may might must shall should ought not never also "
    "then later "
    "still just already once even only simply again always often ever first further recently previously now "
    "both "
    "hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't reportedly allegedly";

constexpr const char *determiners = "the a an this these those his her its their my our your some many "
                                    "several most all both each every another other "
                                    "no any one two three four five six seven eight nine ten few more such "
                                    "certain former current top senior local";

constexpr const char *pronouns = "he she they we i you it everyone somebody someone nobody others many some";

constexpr const char *prepositions = "in on at to for of from by with about after before during over under "
                                     "against into through between since until among "
                                     "without within across behind beyond near toward towards upon via "
                                     "despite amid around following including per as like";

constexpr const char *conjunctions =
    "and but or so because although though while when if than where unless whereas yet nor once whereby as";

constexpr const char *relatives = "who whom whose which that where when";

constexpr const char *times =
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january "
    "february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sept oct nov dec week month "
    "year night morning "
    "afternoon evening weekend ago earlier later recently spring summer autumn fall winter last next";

constexpr const char *complements = "that whether how why what if";

/// Common finite verbs that no noun phrase runs over.
constexpr const char *verbs = "came went got made took gave became began left stood sat ran won lost met led "
                              "kept put set let saw brought built bought sent "
                              "fell hit held paid drew broke rose spent grew killed died lived worked moved "
                              "played turned looked seemed appeared started "
                              "stopped happened occurred voted signed passed visited joined served launched "
                              "filed released published faced helped used "
                              "tried wanted needed liked loved failed hoped comes goes gets makes takes "
                              "gives becomes begins leaves stands sits runs wins "
                              "needs likes loves works moves plays turns looks seems appears starts stops "
                              "happens faces helps uses tries continues includes "
                              "included remains remained followed follows allowed allows";

constexpr const char *titles = "mr mrs ms miss dr sir lord lady dame sen rep gov president senator governor "
                               "mayor judge justice professor prof rev reverend pope king queen "
                               "prince princess captain capt general gen colonel col lieutenant lt sergeant "
                               "sgt officer detective chief secretary minister "
                               "chancellor speaker congressman congresswoman ambassador bishop cardinal "
                               "sheriff coach director chairman chairwoman "
                               "attorney commissioner inspector superintendent councillor constable";

constexpr const char *femaleWords = "she her herself mrs ms miss lady dame queen princess woman girl wife "
                                    "mother mom daughter sister actress congresswoman chairwoman "
                                    "spokeswoman grandmother aunt niece widow businesswoman policewoman";
constexpr const char *maleWords = "he him his himself mr sir lord king prince man boy husband father dad son "
                                  "brother actor congressman chairman spokesman grandfather "
                                  "uncle nephew widower businessman policeman pope";

constexpr const char *personNouns =
    "singer actor actress senator governor president mayor author writer candidate nominee official "
    "spokesman spokeswoman spokesperson "
    "lawyer attorney judge officer sheriff chief director doctor professor scientist researcher expert "
    "analyst teacher coach player "
    "musician rapper model star artist comedian host journalist reporter editor businessman businesswoman "
    "billionaire mogul man woman boy girl "
    "mother father son daughter wife husband sister brother leader lawmaker congressman congresswoman "
    "representative republican "
    "democrat politician secretary minister chancellor chairman chairwoman founder owner manager executive "
    "ceo economist activist "
    "suspect victim witness resident student pastor priest bishop pope detective prosecutor captain "
    "commissioner superintendent athlete "
    "producer filmmaker chef designer pilot captain fisherman farmer neighbour neighbor survivor defendant";

constexpr const char *adverbs =
    "too instead however meanwhile publicly privately jokingly famously perhaps though there here back";

} // namespace

void addEnglish(Lexicon *lexicon)
{
    lexicon->addVerbs(WordRoles(quint32(WordRole::Cue)), cues);
    lexicon->addVerbs(WordRoles(quint32(WordRole::WeakCue)), weakCues);
    lexicon->addVerbs(WordRoles(quint32(WordRole::Addressing)),
                      "tell/tells/told/telling ask remind assure inform urge warn advise thank reassure text "
                      "email beg/begs/begged/begging");
    lexicon->add(WordRole::NounLike, nounLike);
    lexicon->add(WordRole::Auxiliary, auxiliaries);
    lexicon->add(WordRole::Be, "is are was were be been being am isn't wasn't aren't weren't");
    lexicon->add(WordRole::Determiner, determiners);
    lexicon->add(WordRole::Pronoun, pronouns);
    lexicon->add(WordRole::Preposition, prepositions);
    lexicon->add(WordRole::Conjunction, conjunctions);
    lexicon->add(WordRole::Relative, relatives);
    lexicon->add(WordRole::Time, times);
    lexicon->add(WordRole::Complement, complements);
    lexicon->add(WordRole::Verb, verbs);
    lexicon->add(WordRole::Title, titles);
    lexicon->add(WordRole::Female, femaleWords);
    lexicon->add(WordRole::Male, maleWords);
    lexicon->add(WordRole::PersonNoun, personNouns);
    lexicon->add(WordRole::Adverb, adverbs);
    lexicon->addVerbs(WordRoles(quint32(WordRole::TakesClause)), clauseTakers);
    lexicon->addVerbs(WordRoles(quint32(WordRole::TakesObject)), objectTakers);
    lexicon->addVerbs(WordRoles(quint32(WordRole::Intends)), intentions);
    lexicon->add(WordRole::MostlyNoun, mostlyNouns);
    lexicon->add(WordRole::SpeechNoun, speechNouns);
    addFirstNames(lexicon);
}

} // namespace Lectern
