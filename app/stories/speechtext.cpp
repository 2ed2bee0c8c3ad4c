#include "stories/speechtext.h"

#include "text/folding.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace Lectern {

SpeechText::SpeechText(QStringView text, const QString &language)
    : m_text(text)
    , m_tokens(text, language)
    , m_isEnglish(!language.startsWith(QLatin1String("de")) && !language.startsWith(QLatin1String("fr")) &&
                  !language.startsWith(QLatin1String("es")))
    , m_isGerman(language.startsWith(QLatin1String("de")))
{
    const Lexicon &lexicon = Lexicon::of(language);
    std::set<qsizetype> edges; // of spans in single marks
    for (const MarkedSpan &span : m_tokens.spans()) {
        edges.insert(span.outer.start);
        edges.insert(span.inner.end);
    }
    const auto isEdge = [&](TextRange range) { return edges.count(range.start) > 0; };
    qsizetype scanned = 0;
    int paragraph = 0;
    m_sentenceStarts.resize(m_tokens.sentences().size() + 1, size());
    m_paragraphStarts.push_back(0);
    for (size_t i = 0; i < size(); ++i) {
        const StoryToken &token = m_tokens.tokens()[i];
        m_folded.push_back(token.isWord() ? fold(text.sliced(token.range.start, token.range.length()))
                                          : QString());
        m_roles.push_back(token.isWord() ? lexicon.roles(m_folded.back()) : WordRoles());
        // "he'd", "they've": a pronoun with its verb.
        const qsizetype apostrophe = m_folded.back().indexOf(u'\'');
        if (apostrophe > 0 && !m_roles.back().hasAny()) {
            const WordRoles stem = lexicon.roles(m_folded.back().left(apostrophe));
            if (stem.has(WordRole::Pronoun))
                m_roles.back() = stem;
        }
        // "dit-elle", "a-t-il": a verb with its pronoun; "l'école", "d'Ann": a noun with its article.
        const qsizetype hyphen = m_isEnglish ? -1 : m_folded.back().lastIndexOf(u'-');
        if (hyphen > 0 && !m_roles.back().hasAny()) {
            const WordRoles pronoun = lexicon.roles(m_folded.back().mid(hyphen + 1));
            if (pronoun.has(WordRole::Pronoun)) {
                m_roles.back() = lexicon.roles(m_folded.back().left(m_folded.back().indexOf(u'-')));
                m_roles.back().add(pronoun);
            }
        }
        const QChar c = text[token.range.start];
        const bool isSingle = token.range.length() == 1 && (c == u'\'' || c == u'’' || c == u'`');
        m_isMark.push_back(token.kind == StoryToken::Kind::Mark && (!isSingle || isEdge(token.range)));
        bool breaks = false;
        for (; scanned < token.range.start; ++scanned)
            breaks |= text[scanned] == u'\n';
        if (breaks && i > 0) {
            ++paragraph;
            m_paragraphStarts.push_back(i);
        }
        m_paragraphs.push_back(paragraph);
        m_sentenceStarts[token.sentence] = std::min(m_sentenceStarts[token.sentence], i);
    }
    m_paragraphStarts.push_back(size());
    findHeadlines();
    for (size_t i = m_sentenceStarts.size() - 1; i-- > 0;)
        m_sentenceStarts[i] = std::min(m_sentenceStarts[i], m_sentenceStarts[i + 1]);
}

/// Headlines write every longer word with a capital.
void SpeechText::findHeadlines()
{
    std::vector<int> capitals(m_tokens.sentences().size() + 1, 0);
    std::vector<bool> hasSmall(capitals.size(), !m_isEnglish);
    for (size_t i = 0; i < size(); ++i) {
        const StoryToken &token = (*this)[i];
        if (token.kind != StoryToken::Kind::Word)
            continue;
        capitals[token.sentence] += token.isCapital;
        if (!token.isCapital && m_folded[i].size() > 4)
            hasSmall[token.sentence] = true;
    }
    m_isHeadline.resize(capitals.size());
    for (size_t i = 0; i < capitals.size(); ++i)
        m_isHeadline[i] = !hasSmall[i] && capitals[i] > 4;
}

bool SpeechText::isAdverb(size_t token) const
{
    return has(token, WordRole::Adverb) ||
           (m_isEnglish && (*this)[token].isWord() && !(*this)[token].isCapital && folded(token).size() > 4 &&
            folded(token).endsWith(QLatin1String("ly")) && !has(token, WordRole::Cue));
}

bool SpeechText::isArticle(size_t token) const
{
    static const QSet<QString> words{QStringLiteral("the"), QStringLiteral("a"),   QStringLiteral("an"),
                                     QStringLiteral("his"), QStringLiteral("its"), QStringLiteral("their"),
                                     QStringLiteral("my"),  QStringLiteral("our"), QStringLiteral("your")};
    return m_isEnglish && words.contains(folded(token));
}

bool SpeechText::isSign(size_t token, QChar c) const
{
    const TextRange range = (*this)[token].range;
    return range.length() == 1 && m_text[range.start] == c;
}

bool SpeechText::isCue(size_t token, bool weak) const
{
    const bool opens = token == 0 || m_tokens.tokens()[token - 1].sentence != (*this)[token].sentence;
    if ((*this)[token].isCapital && !opens &&
        !(isHeadline((*this)[token].sentence) && token + 1 < size() && has(token, WordRole::Cue) &&
          !isSign(token + 1, u'.')))
        return false; // a name: the Washington Post
    if (folded(token) == QLatin1String("put") && token + 1 < size() &&
        folded(token + 1) == QLatin1String("it"))
        return true;
    if (goesOn(token))
        return true;
    if (!has(token, WordRole::Cue) && !(weak && has(token, WordRole::WeakCue)))
        return false;
    if (!has(token, WordRole::NounLike))
        return opens || !isArticle(token - 1);
    // "reports" is a verb behind a pronoun, a comma or a mark, and in front of what a clause begins with.
    if (opens)
        return false;
    const size_t before = token - 1;
    const bool infront =
        token + 1 < size() && (has(token + 1, WordRole::Complement) || has(token + 1, WordRole::Pronoun) ||
                               has(token + 1, WordRole::Time) || m_isMark[token + 1] ||
                               isSign(token + 1, u':') || isSign(token + 1, u','));
    if (has(before, WordRole::Pronoun) || has(before, WordRole::Relative) || has(before, WordRole::Auxiliary))
        return true;
    if (has(token, WordRole::MostlyNoun))
        return false;
    if ((*this)[before].isCapital && !has(before, WordRole::Determiner))
        return infront || (token + 1 < size() && has(token + 1, WordRole::Determiner)) ||
               (token + 1 < size() && isSign(token + 1, u'.'));
    if (!(*this)[before].isWord())
        return !isSign(before, u'\'') && infront;
    return infront && !has(before, WordRole::Determiner) && !has(before, WordRole::Preposition);
}

/// "went on", "shot back": verbs of saying by their second word.
bool SpeechText::goesOn(size_t token) const
{
    if (!m_isEnglish || token + 1 >= size())
        return false;
    const QString &word = folded(token);
    const QString &next = folded(token + 1);
    const bool ends = token + 2 >= size() || !(*this)[token + 2].isWord() || m_isMark[token + 2];
    if (next == QLatin1String("on"))
        return ends && (word == QLatin1String("went") || word == QLatin1String("goes"));
    return next == QLatin1String("back") &&
           (word == QLatin1String("shot") || word == QLatin1String("shoots") ||
            word == QLatin1String("fired") || word == QLatin1String("hit"));
}

TokenSpan SpeechText::sentence(size_t token) const
{
    const size_t n = (*this)[token].sentence;
    return {m_sentenceStarts[n], m_sentenceStarts[n + 1]};
}

TokenSpan SpeechText::sentenceBefore(size_t token) const
{
    const size_t start = sentence(token).first;
    if (start == 0 || paragraph(start - 1) != paragraph(token))
        return {};
    return sentence(start - 1);
}

TokenSpan SpeechText::paragraphTokens(int paragraph) const
{
    if (paragraph < 0 || paragraph >= paragraphCount())
        return {};
    return {m_paragraphStarts[size_t(paragraph)], m_paragraphStarts[size_t(paragraph) + 1]};
}

TextRange SpeechText::range(TokenSpan span) const
{
    return span.isEmpty() ? TextRange()
                          : TextRange{(*this)[span.first].range.start, (*this)[span.last - 1].range.end};
}

QString SpeechText::words(TokenSpan span) const
{
    const TextRange in = range(span);
    return m_text.sliced(in.start, in.length()).toString();
}

TokenSpan SpeechText::tokensIn(TextRange range) const
{
    const auto &tokens = m_tokens.tokens();
    const auto startsBefore = [](const StoryToken &token, qsizetype at) { return token.range.start < at; };
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), range.start, startsBefore);
    const auto last = std::lower_bound(first, tokens.end(), range.end, startsBefore);
    return {size_t(first - tokens.begin()), size_t(last - tokens.begin())};
}

} // namespace Lectern
