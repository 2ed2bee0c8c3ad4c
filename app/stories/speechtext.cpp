#include "stories/speechtext.h"

#include "text/folding.h"

#include <algorithm>
#include <set>

namespace Lectern {

SpeechText::SpeechText(QStringView text, const QString &language)
    : m_text(text)
    , m_tokens(text, language)
    , m_isEnglish(!language.startsWith(QLatin1String("de")) && !language.startsWith(QLatin1String("fr")) &&
                  !language.startsWith(QLatin1String("es")))
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
    for (size_t i = m_sentenceStarts.size() - 1; i-- > 0;)
        m_sentenceStarts[i] = std::min(m_sentenceStarts[i], m_sentenceStarts[i + 1]);
}

bool SpeechText::isAdverb(size_t token) const
{
    return has(token, WordRole::Adverb) ||
           (m_isEnglish && (*this)[token].isWord() && !(*this)[token].isCapital && folded(token).size() > 4 &&
            folded(token).endsWith(QLatin1String("ly")) && !has(token, WordRole::Cue));
}

bool SpeechText::isSign(size_t token, QChar c) const
{
    const TextRange range = (*this)[token].range;
    return range.length() == 1 && m_text[range.start] == c;
}

bool SpeechText::isCue(size_t token, bool weak) const
{
    const bool opens = token == 0 || m_tokens.tokens()[token - 1].sentence != (*this)[token].sentence;
    if ((*this)[token].isCapital && !opens)
        return false; // a name: the Washington Post
    if (folded(token) == QLatin1String("put") && token + 1 < size() &&
        folded(token + 1) == QLatin1String("it"))
        return true;
    if (!has(token, WordRole::Cue) && !(weak && has(token, WordRole::WeakCue)))
        return false;
    if (!has(token, WordRole::NounLike))
        return true;
    // "reports" is a verb behind a pronoun, a comma or a mark, and in front of what a clause begins with.
    if (opens)
        return false;
    const size_t before = token - 1;
    const bool infront =
        token + 1 < size() && (has(token + 1, WordRole::Complement) || has(token + 1, WordRole::Pronoun) ||
                               m_isMark[token + 1] || isSign(token + 1, u':') || isSign(token + 1, u','));
    if (has(before, WordRole::Pronoun) || has(before, WordRole::Relative) || has(before, WordRole::Auxiliary))
        return true;
    if ((*this)[before].isCapital && !has(before, WordRole::Determiner))
        return infront || (token + 1 < size() && has(token + 1, WordRole::Determiner)) ||
               (token + 1 < size() && isSign(token + 1, u'.'));
    if (!(*this)[before].isWord())
        return !isSign(before, u'\'') && infront;
    return infront && !has(before, WordRole::Determiner) && !has(before, WordRole::Preposition);
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
