#include "stories/attributions.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr size_t reach = 45;    ///< tokens between a span and its cue
constexpr size_t adjacent = 12; ///< nearer than this a cue stands beside the span

} // namespace

AttributionFinder::AttributionFinder(const SpeechText &text)
    : m_text(text)
    , m_phrases(text)
    , m_labels(text)
{}

TokenSpan AttributionFinder::addressee(size_t verb, size_t to) const
{
    if (!m_text.has(verb, WordRole::Addressing) || verb + 1 >= to ||
        m_text.has(verb + 1, WordRole::Complement))
        return {};
    return m_phrases.phraseFrom(verb + 1, to);
}

std::optional<Attribution> AttributionFinder::clauseAt(size_t verb, size_t from, size_t to) const
{
    const size_t start = m_phrases.verbStart(verb, from);
    bool passive = false;
    for (size_t i = start; i < verb; ++i)
        passive |= m_text.has(i, WordRole::Be) && !m_text.has(verb, WordRole::Participle);
    Attribution found;
    found.cue = {start, verb + 1};
    found.addressee = addressee(verb, to);
    if (passive) {
        for (size_t i = verb + 1; i < to && i < verb + 6; ++i) {
            if (m_text.folded(i) == QLatin1String("by")) {
                found.speaker = m_phrases.phraseFrom(i + 1, to);
                break;
            }
        }
        if (found.speaker.isEmpty())
            return std::nullopt;
        return found;
    }
    if (m_text.has(verb, WordRole::Participle) && start == verb) {
        // "footage of Trump saying": who stands right before it; "..., adding that": the subject of the
        // sentence.
        if (verb > from && m_text[verb - 1].isWord() && m_text[verb - 1].isCapital) {
            found.speaker = m_phrases.phraseBefore(verb, from);
            if (!found.speaker.isEmpty())
                return found;
        }
        const TokenSpan sentence = m_text.sentence(verb);
        for (size_t i = std::max(from, sentence.first); i < verb; ++i) {
            if (m_text[i].span == 0 && m_text.isCue(i) && !m_text.has(i, WordRole::Participle)) {
                found.speaker = m_phrases.subjectBefore(i, std::max(from, sentence.first));
                if (!found.speaker.isEmpty())
                    return found;
            }
        }
        found.speaker = m_phrases.firstPhrase({std::max(from, sentence.first), verb});
    } else if (start > from && m_text.folded(start - 1) == QLatin1String("to")) {
        // "went on to say": the subject of the verb before.
        for (size_t i = start - 1; i-- > from && start - i < 6;) {
            const bool isVerb = m_text.has(i, WordRole::Verb) || m_text.has(i, WordRole::Cue) ||
                                m_text.has(i, WordRole::WeakCue) ||
                                (!m_text[i].isCapital && m_text.folded(i).endsWith(QLatin1String("ed")));
            if (!isVerb)
                continue;
            found.speaker = m_phrases.subjectBefore(i, from);
            found.cue.first = i;
            break;
        }
        // "Moss stood up in front of everybody to say that"
        if (found.speaker.isEmpty() && m_text.has(verb, WordRole::Cue) && verb + 1 < to &&
            m_text.folded(verb + 1) == QLatin1String("that"))
            found.speaker = m_phrases.firstPhrase({from, start - 1});
    } else if (start > from + 1 && m_text.has(start - 1, WordRole::Conjunction)) {
        // "After the vote, Moss went home and said": the subject of the verb before, else of the sentence.
        for (size_t i = start - 1; i-- > from && start - i < adjacent && m_text[i].isWord();) {
            const bool isVerb =
                m_text.isCue(i, true) || (m_text.has(i, WordRole::Verb) && !m_text[i].isCapital);
            if (!isVerb || m_text.has(i, WordRole::Participle))
                continue;
            found.speaker = m_phrases.subjectBefore(i, from);
            if (!found.speaker.isEmpty() && !isObjectPronoun(found.speaker))
                return found;
        }
        found.speaker = {};
        const TokenSpan first = m_phrases.firstPhrase({from, start - 1});
        if (!first.isEmpty() && first.first <= from + 8)
            found.speaker = first;
    } else {
        found.speaker = m_phrases.subjectBefore(verb, from);
    }
    if (found.speaker.isEmpty() || isObjectPronoun(found.speaker)) {
        const TokenSpan related = relatedSubject(start, from);
        if (!related.isEmpty())
            found.speaker = related;
    }
    if (found.speaker.isEmpty() || found.speaker.last > verb)
        return std::nullopt;
    return found;
}

bool AttributionFinder::isObjectPronoun(TokenSpan phrase) const
{
    const QString &word = m_text.folded(phrase.first);
    return phrase.size() == 1 &&
           (word == QLatin1String("her") || word == QLatin1String("him") || word == QLatin1String("them") ||
            word == QLatin1String("me") || word == QLatin1String("us"));
}

/// "The people who wrote to her on Thursday" in front of a verb.
TokenSpan AttributionFinder::relatedSubject(size_t end, size_t from) const
{
    for (size_t who = end; who-- > from && end - who < adjacent;) {
        if (!m_text[who].isWord())
            return {};
        if (m_text.folded(who) != QLatin1String("who"))
            continue;
        const TokenSpan head = m_phrases.phraseBefore(who, from);
        return head.isEmpty() || end - who < 2 ? TokenSpan() : TokenSpan{head.first, end};
    }
    return {};
}

Attribution AttributionFinder::inverted(size_t first, size_t to) const
{
    Attribution found;
    found.rule = AttributionRule::Beside;
    size_t verb = first;
    TokenSpan pronoun; // "a-t-il", "dit-elle"
    while (verb < to && verb - first < 4 && !m_text.isCue(verb)) {
        if (!m_text.has(verb, WordRole::Auxiliary) && !m_text.has(verb, WordRole::Be))
            return {};
        if (m_text.has(verb, WordRole::Pronoun))
            pronoun = {verb, verb + 1};
        ++verb;
    }
    if (verb >= to || !m_text.isCue(verb) || (m_text[verb].isCapital && verb > 0))
        return {};
    found.cue = {verb, verb + 1};
    if (m_text.has(verb, WordRole::Pronoun))
        pronoun = found.cue;
    if (!pronoun.isEmpty()) {
        found.speaker = pronoun;
        return found;
    }
    size_t who = verb + 1; // "mardi", "el martes", "am Montag"
    while (who + 1 < to && who - verb < 6) {
        const bool opensTime = m_text.has(who + 1, WordRole::Time) && !m_text[who].isCapital;
        if (!m_text.has(who, WordRole::Time) && !opensTime)
            break;
        who += 1 + opensTime;
    }
    if (who < to)
        found.speaker = m_phrases.phraseFrom(who, to);
    return found;
}

std::optional<Attribution> AttributionFinder::behind(TokenSpan outer) const
{
    size_t i = outer.last;
    if (i >= m_text.size() || i == 0 || m_text.paragraph(i) != m_text.paragraph(i - 1))
        return std::nullopt;
    if (m_text.isSign(i, u',') || m_text[i].kind == StoryToken::Kind::Dash)
        ++i;
    if (i >= m_text.size() || !m_text[i].isWord())
        return std::nullopt;
    const size_t lastInner = lastInside(outer);
    const bool asks = m_text.isSign(lastInner, u'?') || m_text.isSign(lastInner, u'!');
    const bool stops = m_text.isSign(lastInner, u'.');
    if ((stops && m_text[i].isCapital) ||
        (m_text[i].sentence != m_text[outer.last - 1].sentence && !asks && m_text[i].isCapital))
        return std::nullopt;

    const size_t to = m_text.sentence(i).last;
    if (!m_text.isEnglish())
        if (const Attribution found = inverted(i, to); !found.speaker.isEmpty())
            return found;
    const QString &next = m_text.folded(i);
    const bool isSubordinate = next == QLatin1String("after") || next == QLatin1String("before") ||
                               next == QLatin1String("until") ||
                               (m_text.has(i, WordRole::Conjunction) && next != QLatin1String("as"));
    if (isSubordinate)
        return std::nullopt;
    if (m_text.isCue(i) && !m_text.has(i, WordRole::Participle) && !m_text[i].isCapital) {
        Attribution found;
        found.cue = {i, i + 1};
        found.rule = AttributionRule::Beside;
        found.speaker = m_phrases.phraseFrom(i + 1, to);
        if (!found.speaker.isEmpty())
            return found;
    }
    for (size_t verb = i; verb < to && verb - i <= reach; ++verb) {
        if (m_text.isMark(verb) || m_text.isSign(verb, u';'))
            break;
        if (!m_text.isCue(verb, verb - i < 6) || m_text.has(verb, WordRole::Participle) || verb == i)
            continue;
        std::optional<Attribution> found = clauseAt(verb, i, to);
        if (!found || found->speaker.first > i + 2)
            continue;
        if (asks && m_text[i].isCapital && m_text[i].sentence != m_text[outer.last - 1].sentence &&
            verb - i > 4 && !isNamedApart(i, verb))
            return std::nullopt;
        found->rule = AttributionRule::Beside;
        return found;
    }
    return std::nullopt;
}

/// "Moss, who leads the council, said": a comma right behind the name.
bool AttributionFinder::isNamedApart(size_t first, size_t verb) const
{
    for (size_t i = first + 1; i < verb && i < first + 5; ++i) {
        if (m_text.isSign(i, u','))
            return m_text.isSign(verb - 1, u',') || m_text.isAdverb(verb - 1);
        if (!m_text[i].isWord() || !m_text[i].isCapital)
            return false;
    }
    return false;
}

size_t AttributionFinder::clauseStart(size_t token, size_t from) const
{
    size_t start = token;
    while (start > from && !m_text.isMark(start - 1))
        --start;
    return start;
}

std::optional<Attribution> AttributionFinder::before(TokenSpan outer) const
{
    const size_t first = outer.first;
    const TokenSpan sentence = m_text.sentence(first);
    const size_t from = clauseStart(first, sentence.first);
    if (first == from)
        return std::nullopt;
    std::optional<Attribution> nearest; // by a verb of thinking
    for (size_t verb = first; verb-- > from && first - verb <= reach;) {
        if (verb == from && m_text.has(verb, WordRole::Cue) &&
            m_text[verb].isCapital) { // "Said Ellis: “...”"
            Attribution found;
            found.cue = {verb, verb + 1};
            found.speaker = m_phrases.phraseFrom(verb + 1, first);
            found.rule = AttributionRule::Beside;
            if (!found.speaker.isEmpty())
                return found;
        }
        // "has been called “a ruin” by Ellen Moss"
        if (verb + 1 == first && verb > from && m_text.isCue(verb, true) &&
            m_text.has(verb - 1, WordRole::Be) && outer.last + 1 < m_text.size() &&
            m_text.folded(outer.last) == QLatin1String("by")) {
            Attribution found;
            found.cue = {m_phrases.verbStart(verb, from), verb + 1};
            found.speaker = m_phrases.phraseFrom(outer.last + 1, m_text.sentence(outer.last).last);
            found.rule = AttributionRule::Beside;
            if (!found.speaker.isEmpty())
                return found;
        }
        if (!m_text.isCue(verb, true) || (nearest && !m_text.has(verb, WordRole::Cue)))
            continue;
        std::optional<Attribution> found = clauseAt(verb, from, first);
        if (!found && m_text.has(verb, WordRole::Participle))
            found = clauseAt(verb, sentence.first, first);
        if (!found)
            continue;
        found->rule = first - verb <= adjacent ? AttributionRule::Beside : AttributionRule::Farther;
        // What somebody "said she found" is said by somebody.
        if (m_text.has(verb, WordRole::Cue))
            return !nearest || !m_text.has(verb, WordRole::Participle) ? found : nearest;
        nearest = std::move(found);
    }
    return nearest;
}

std::optional<Attribution> AttributionFinder::according(TokenSpan outer, TokenSpan sentence) const
{
    for (size_t i = sentence.first; i + 1 < sentence.last; ++i) {
        if (outer.contains(i))
            continue;
        const QString &word = m_text.folded(i);
        const bool isTwo = word == QLatin1String("according") && m_text.folded(i + 1) == QLatin1String("to");
        const bool isOne =
            word == QLatin1String("selon") || word == QLatin1String("laut") || word == QLatin1String("segun");
        if (!isTwo && !isOne)
            continue;
        Attribution found;
        found.cue = {i, i + (isTwo ? 2 : 1)};
        found.rule = AttributionRule::According;
        found.speaker = m_phrases.phraseFrom(found.cue.last, sentence.last);
        for (size_t comma = found.speaker.first; isOne && comma < found.speaker.last; ++comma)
            if (m_text.isSign(comma, u','))
                found.speaker.last = comma;
        if (!found.speaker.isEmpty())
            return found;
    }
    return std::nullopt;
}

size_t AttributionFinder::lastInside(TokenSpan outer) const
{
    return outer.last - (m_text.isMark(outer.last - 1) && outer.size() > 1 ? 2 : 1);
}

std::optional<Attribution> AttributionFinder::inSentence(TokenSpan outer) const
{
    if (const std::optional<Attribution> found = m_labels.signature(outer))
        return found;
    if (const std::optional<Attribution> found = m_labels.inside(outer))
        return found;
    const std::optional<Attribution> left = before(outer);
    const std::optional<Attribution> right = behind(outer);
    // What stands right before the words ("what she called “a rant”") goes before what follows farther off.
    const bool isRightBefore =
        left && outer.first - left->cue.last <= 1 && m_text.has(left->cue.last - 1, WordRole::Cue);
    const bool isRightBehind =
        right && right->speaker.first <= outer.last + 1 && m_text.isSign(lastInside(outer), u',');
    if (right && !(isRightBefore && !isRightBehind))
        return right;
    if (!isRightBefore)
        if (const std::optional<Attribution> found = m_labels.nominal(outer, m_text.sentence(outer.first)))
            return found;
    if (left)
        return left;
    TokenSpan sentence = m_text.sentence(outer.first);
    sentence.last = std::max(sentence.last, m_text.sentence(outer.last - 1).last);
    if (const std::optional<Attribution> found = according(outer, sentence))
        return found;
    if (const std::optional<Attribution> found = m_labels.before(outer, sentence))
        return found;
    if (const std::optional<Attribution> found = m_labels.announced(outer, sentence))
        return found;
    for (size_t verb = outer.last; verb < sentence.last && verb - outer.last <= reach; ++verb) {
        if (m_text[verb].span > 0 || !m_text.isCue(verb) || m_text.has(verb, WordRole::Participle))
            continue;
        std::optional<Attribution> found = clauseAt(verb, outer.last, sentence.last);
        if (!found)
            continue;
        found->rule = AttributionRule::Farther;
        return found;
    }
    return std::nullopt;
}

std::optional<Attribution> AttributionFinder::subjectOf(TokenSpan sentence) const
{
    for (size_t verb = sentence.first; verb < sentence.last; ++verb) {
        if (m_text[verb].span > 0 || !m_text.isCue(verb) || m_text.has(verb, WordRole::Participle))
            continue;
        if (std::optional<Attribution> found = clauseAt(verb, sentence.first, sentence.last))
            return found;
    }
    TokenSpan outside = sentence;
    while (outside.first < outside.last &&
           (m_text[outside.first].span > 0 || !m_text[outside.first].isWord()))
        ++outside.first;
    Attribution found;
    found.speaker = m_phrases.firstPhrase(outside);
    if (found.speaker.isEmpty())
        return std::nullopt;
    return found;
}

std::optional<Attribution> AttributionFinder::inSentenceBefore(TokenSpan outer) const
{
    const TokenSpan sentence = m_text.sentenceBefore(outer.first);
    std::optional<Attribution> found = sentence.isEmpty() ? std::nullopt : subjectOf(sentence);
    if (found)
        found->rule = AttributionRule::Previous;
    return found;
}

std::optional<Attribution> AttributionFinder::inParagraphBefore(TokenSpan outer) const
{
    const TokenSpan paragraph = m_text.paragraphTokens(m_text.paragraph(outer.first) - 1);
    if (paragraph.isEmpty())
        return std::nullopt;
    std::optional<Attribution> found = subjectOf(m_text.sentence(paragraph.last - 1));
    if (found)
        found->rule = AttributionRule::Guess;
    return found;
}

} // namespace Lectern
