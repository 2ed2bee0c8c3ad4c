#include "stories/lexicon.h"

namespace Lectern {

namespace {

constexpr const char *women = "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa "
                              "nancy betty sandra margaret ashley kimberly emily "
                              "donna michelle carol amanda melissa deborah stephanie rebecca laura sharon "
                              "cynthia dorothy amy kathleen angela shirley emma brenda "
                              "pamela nicole anna samantha katherine christine helen debra rachel carolyn "
                              "janet maria olivia heather diane julie joyce victoria "
                              "ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan "
                              "cheryl jacqueline martha madison teresa gloria sara "
                              "janice ann kathryn abigail sophia frances jean alice judy isabella julia "
                              "grace amber denise danielle marilyn beverly charlotte "
                              "natalie theresa diana brittany doris kayla alexis lori marie chrissy hillary "
                              "chelsea ivanka melania kellyanne michele nikki nancy "
                              "elena sonia gwyneth beyonce rihanna taylor miley kim kylie kendall khloe "
                              "kourtney caitlyn angelina meghan kate camilla theresa "
                              "angela ursula marine greta malala oprah ellen kamala tulsi elizabeth amy "
                              "kirsten jill barbara dianne susan lisa claire heidi "
                              "ada eve ellen ingrid astrid freya nora ida lena petra sabine ulrike claudia "
                              "monika gabriele brigitte sophie camille chloe manon "
                              "lucie isabelle nathalie valerie catherine carmen lucia marta pilar rosa ines "
                              "paula beatriz cristina luna rose ruby ella eva nina vera "
                              "zoe iris hazel lily molly peggy polly sally wendy yvonne tina tracy tara "
                              "tamara sheila sherry shannon roberta rita rhonda regina "
                              "priscilla phyllis penny patty norma naomi monica miriam mildred marjorie "
                              "loretta lillian leslie kristen kristin jasmine holly glenda "
                              "gail gina fiona erin eleanor edith dana daisy connie colleen clara cindy "
                              "carrie bonnie audrey april annie anne alison alicia agnes";

constexpr const char *men = "james robert john michael david william richard joseph thomas christopher "
                            "charles daniel matthew anthony mark donald steven paul "
                            "andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey "
                            "ryan jacob gary nicholas eric jonathan stephen larry "
                            "justin scott brandon benjamin samuel gregory alexander patrick frank raymond "
                            "jack dennis jerry tyler aaron jose adam nathan henry "
                            "zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry "
                            "austin sean gerald carl dylan harold jordan jesse "
                            "bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah willie "
                            "albert wayne randy mason vincent liam roy bobby caleb "
                            "bradley russell lucas barack mitt ted marco jeb rand chris lindsey mike bernie "
                            "joe paul harry chuck mitch rudy newt ben rick bill "
                            "bob jim tom tim ron dan ken steve jeff greg matt dave doug phil pete jimmy "
                            "johnny tommy eddie danny sam max leo luke miles theo oscar "
                            "hugo felix simon martin philip julian adrian neil ian colin graham nigel trevor "
                            "derek gordon malcolm duncan angus fergus hamish "
                            "vladimir emmanuel boris jeremy nigel angus hassan ali mohammed muhammad ahmed "
                            "omar yusuf ibrahim benedikt jurgen wolfgang klaus "
                            "dieter uwe stefan markus jean pierre jacques francois michel nicolas antoine "
                            "olivier carlos luis miguel javier pedro pablo diego "
                            "fernando alejandro manuel kanye brad leonardo elvis tyrone denzel clint ernest "
                            "frederick hank lance lloyd louis marcus marvin maurice "
                            "melvin morris nelson norman otis owen perry ralph ray reginald rene rex rodney "
                            "ross stanley stewart stuart terrence toby todd travis "
                            "troy victor warren wesley xavier zach glenn gene floyd evan ernie earl dwight "
                            "dean craig clyde clinton clifford clarence chester cecil "
                            "brett brent blake barry arnold archie anton alvin allen alfred alex al abraham "
                            "bjorn lars sven nils olaf erik gustav hans karl otto";

} // namespace

void addFirstNames(Lexicon *lexicon)
{
    lexicon->add(WordRole::FirstName, women);
    lexicon->add(WordRole::FirstName, men);
    lexicon->add(WordRole::Female, women);
    lexicon->add(WordRole::Male, men);
}

} // namespace Lectern
