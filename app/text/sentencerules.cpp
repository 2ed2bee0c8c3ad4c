#include "text/sentencerules.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>

namespace Lectern {

namespace {

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.begin(), list.end());
}

/// Abbreviations that something always follows. In lower case without the last full stop, as in all these
/// lists.
const QSet<QString> &leadingAbbreviations()
{
    static const QSet<QString> set = wordSet(
        "mr mrs ms mx dr prof rev fr sen rep gov gen col lt capt cpt sgt cpl maj cmdr adm hon pres supt det "
        "insp messrs "
        "mme mlle mgr sra srta dra dña herr hr frau st ste mt ft vs v cf viz e.g i.e eg ie approx ca c "
        "z.b d.h u.a bzw vgl inkl evtl ggf sog p.ex av");
    return set;
}

/// Abbreviations of what a number follows.
const QSet<QString> &numberAbbreviations()
{
    static const QSet<QString> set = wordSet("p pp no nos n° nº nr núm vol vols fig figs sec ch chap art "
                                             "arts par para op bd s str tel ed eds ver");
    return set;
}

/// Abbreviations that may end a sentence as well as stand inside it.
const QSet<QString> &inlineAbbreviations()
{
    static const QSet<QString> set = wordSet(
        "inc co corp ltd llc plc bros jr sr esq etc al ave blvd rd hwy dept dist est univ assn bldg assoc "
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev "
        "okla ore pa "
        "penn tenn tex va vt wash wis wyo ph.d ed.d usw ff bsp jh mio mrd ee uu");
    return set;
}

/// Words that begin a sentence when they stand capitalised after an abbreviation.
const QSet<QString> &sentenceStarters()
{
    static const QSet<QString> set =
        wordSet("the a an this that these those he she it we they you i his her its our their my your there "
                "here in on at but and "
                "or so if when while as after before since because however what who where why how which did "
                "do does is are was "
                "were will would can could should may might has have had not no yes for from to by with "
                "about according also then "
                "now once until yet meanwhile still some many most more one two both all each every other "
                "another such only even "
                "under over during let please critics officials police investors analysts "
                "der die das ein eine er sie es wir ihr und aber doch im am in le la les un une il elle ils "
                "elles mais et el los "
                "las una pero y");
    return set;
}

const QSet<QString> &monthsAfterOrdinals()
{
    static const QSet<QString> set =
        wordSet("januar jänner februar märz april mai juni juli august september oktober "
                "november dezember jahrhundert jahrhunderts");
    return set;
}

bool isCloser(QChar c)
{
    static const QStringView closers = u"\"'”’»›)]}“‘」』】）";
    return closers.contains(c);
}

bool isOpener(QChar c)
{
    static const QStringView openers = u"\"'“‘„‚«‹»›([{「『【（¿¡";
    return openers.contains(c);
}

bool isWideStop(QChar c)
{
    static const QStringView stops = u"。！？｡．";
    return stops.contains(c);
}

bool isStop(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…';
}

/// The first word of a text, past what opens quotations and brackets.
QStringView firstWord(QStringView text)
{
    qsizetype start = 0;
    while (start < text.size() && isOpener(text[start]))
        ++start;
    qsizetype end = start;
    while (end < text.size() && (text[end].isLetterOrNumber() || text[end].isMark()))
        ++end;
    return text.sliced(start, end - start);
}

/// The last stretch without white space, past what opens quotations and brackets. Of rubbish without end only
/// the end.
QStringView lastToken(QStringView text)
{
    constexpr qsizetype longestToken = 80;
    qsizetype start = text.size();
    while (start > 0 && text.size() - start < longestToken && !text[start - 1].isSpace())
        --start;
    while (start < text.size() && isOpener(text[start]))
        ++start;
    return text.sliced(start);
}

bool isInitials(QStringView token)
{
    // Letters and full stops in turn: "J", "U.S", "Ph" is none.
    for (qsizetype i = 0; i < token.size(); ++i)
        if (i % 2 == 0 ? !token[i].isLetter() : token[i] != u'.')
            return false;
    return token.size() % 2 == 1;
}

/// A sentence that is nothing but the mark of a list's item: "1.", "a.", "iv.", "• 9.", "(2.)".
bool isItemMark(QStringView sentence)
{
    static const QRegularExpression mark(
        QStringLiteral("^[•⁃*(\\s]*(?:\\d{1,3}|\\p{L}|[ivxIVX]{1,5})\\.?\\)?\\.?\\)?\\s*$"));
    constexpr qsizetype longestMark = 8;
    return sentence.size() <= longestMark && mark.match(sentence.toString()).hasMatch();
}

/// After a full stop: does the word before it need what follows?
bool leansOn(QStringView before, QStringView after)
{
    const QStringView token = lastToken(before);
    const QString word = token.toString().toLower();
    const QStringView next = firstWord(after);
    const bool beforeNumber = !next.isEmpty() && next[0].isDigit();
    const bool startsSentence = sentenceStarters().contains(next.toString().toLower()) && next[0].isUpper();
    if (leadingAbbreviations().contains(word))
        return !startsSentence || word == QLatin1String("v") || word == QLatin1String("vs") ||
               word.contains(u'.');
    if (beforeNumber && numberAbbreviations().contains(word))
        return true;
    if (inlineAbbreviations().contains(word))
        return !startsSentence;
    if (isInitials(token)) {
        // "you and I. Did you" ends, "Albert I. Jones" goes on.
        const QStringView front = before.first(token.data() - before.data()).trimmed();
        if (token == u'I' && (front.isEmpty() || !lastToken(front).front().isUpper()))
            return false;
        return !startsSentence &&
               (token.size() > 1 || token[0].isUpper() || beforeNumber || next.size() == 1);
    }
    constexpr qsizetype ordinalDigits = 2;
    const bool ordinal = token.size() <= ordinalDigits && !token.isEmpty() &&
                         std::all_of(token.begin(), token.end(), [](QChar c) { return c.isDigit(); });
    return ordinal && monthsAfterOrdinals().contains(next.toString().toLower());
}

/// An ellipsis of three dots, spaced or not, or of one character, but not one that a full stop follows.
bool endsInEllipsis(QStringView text)
{
    if (text.endsWith(u'…'))
        return true;
    int dots = 0;
    for (qsizetype i = text.size(); i > 0 && (text[i - 1] == u'.' || text[i - 1] == u' '); --i)
        dots += text[i - 1] == u'.' ? 1 : 0;
    return dots == 3;
}

/// Brackets and marks that only ever open.
bool onlyOpens(QChar c)
{
    return c.category() == QChar::Punctuation_Open || c == u'¿' || c == u'¡';
}

} // namespace

qsizetype mendedBoundary(QStringView line, qsizetype at)
{
    while (at > 0 && onlyOpens(line[at - 1]))
        --at;
    qsizetype end = at;
    while (end < line.size() && isCloser(line[end]))
        ++end;
    if (end == at || (end < line.size() && !line[end].isSpace()))
        return at;
    while (end < line.size() && line[end].isSpace())
        ++end;
    return end;
}

bool isSentenceEnd(QStringView line, qsizetype start, qsizetype at)
{
    const QStringView sentence = line.sliced(start, at - start);
    const QStringView after = line.sliced(at);
    const QStringView before = sentence.trimmed();
    if (before.isEmpty() || after.isEmpty() || isItemMark(sentence))
        return false;

    QStringView core = before;
    while (core.size() > 1 && (isCloser(core.back()) || core.back().isSpace()))
        core.chop(1);
    const bool quoted = core.size() < before.size();
    const QChar stop = core.back();
    if (isWideStop(stop))
        return !(quoted && after[0] == u'と'); // 「…。」と goes on: "he said"
    if (!isStop(stop))
        return true;

    const QStringView next = firstWord(after);
    if (!sentence.back().isSpace()) // a space is missing: an end only where a new word begins
        return !next.isEmpty() && next[0].isUpper() && next.data() == after.data() &&
               !isOpener(sentence.back());
    if (!next.isEmpty() && next[0].isLower())
        return false;
    if (core.endsWith(u"[...") || core.endsWith(u"[…") || core.endsWith(u"(...") || core.endsWith(u"(…"))
        return false;
    if (endsInEllipsis(core))
        return next != u'I';
    if (stop != u'.' || quoted)
        return true;
    return !leansOn(core.chopped(1), after);
}

namespace {

void addMissingSpaces(QStringView line, std::vector<qsizetype> *out)
{
    // Two small letters, a full stop, a capital and two small letters, but not in addresses of the net.
    for (qsizetype i = line.indexOf(u'.'); i >= 0; i = line.indexOf(u'.', i + 1)) {
        if (i < 2 || i + 3 >= line.size() || !line[i + 1].isUpper() || !line[i + 2].isLower() ||
            !line[i - 1].isLetterOrNumber())
            continue;
        const QStringView next = firstWord(line.sliced(i + 1));
        const QStringView token = lastToken(line.first(i));
        const bool address = token.contains(u'/') || token.contains(u'@') || token.startsWith(u"www") ||
                             next.compare(u"com", Qt::CaseInsensitive) == 0 ||
                             next.compare(u"org", Qt::CaseInsensitive) == 0 ||
                             next.compare(u"net", Qt::CaseInsensitive) == 0;
        const bool word =
            token.size() > 1 && (line[i - 1].isLower() || line[i - 1].isDigit()) && line[i - 2] != u'.';
        const bool nextEnds = i + 1 + next.size() < line.size() &&
                              (line[i + 1 + next.size()].isSpace() || line[i + 1 + next.size()] == u'.');
        if (!address && word && nextEnds)
            out->push_back(i + 1);
    }
}

void addAfterEllipses(QStringView line, std::vector<qsizetype> *out)
{
    static const QRegularExpression ends(
        QStringLiteral("(?:…[\"'”’»)\\]]*|[.!?][\"'”’»)]*(?:\\[\\d{1,3}\\])+)" // the end and footnote marks
                       "\\s+(?=[\"'“‘„«(\\[]?\\p{Lu})"));
    if (!line.contains(u'…') && !line.contains(u']'))
        return;
    for (auto it = ends.globalMatch(line.toString()); it.hasNext();)
        out->push_back(it.next().capturedEnd());
}

/// Items of a list that runs on in the line: "1. One 2. Two", "a) One b) Two". Only when the line begins with
/// the first.
void addListItems(QStringView line, std::vector<qsizetype> *out)
{
    static const QRegularExpression mark(
        QStringLiteral("(?:^|(?<=\\s))(?:[•⁃]\\s?)?(\\d{1,3}|[a-z])(\\.\\)|\\)|\\.)\\s*(?=\\p{Lu})"));
    const auto valueOf = [](QStringView label) {
        return label[0].isDigit() ? label.toInt() : label[0].unicode();
    };
    const QChar first = line.isEmpty() ? QChar() : line.front();
    if (!first.isDigit() && !(first >= u'a' && first <= u'z') && first != u'•' && first != u'⁃')
        return;
    auto it = mark.globalMatch(line.toString());
    if (!it.hasNext())
        return;
    QRegularExpressionMatch match = it.next();
    if (match.capturedStart() != 0)
        return;
    const QString closing = match.captured(2);
    const bool numbered = match.capturedView(1)[0].isDigit();
    int value = valueOf(match.capturedView(1));
    while (it.hasNext()) {
        match = it.next();
        const QStringView label = match.capturedView(1);
        if (match.captured(2) != closing || label[0].isDigit() != numbered || valueOf(label) != value + 1)
            continue;
        ++value;
        out->push_back(match.capturedStart());
    }
}

} // namespace

std::vector<qsizetype> furtherBoundaries(QStringView line)
{
    std::vector<qsizetype> result;
    addMissingSpaces(line, &result);
    addAfterEllipses(line, &result);
    addListItems(line, &result);
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace Lectern
