#pragma once

#include "stories/lexicon.h"
#include "stories/storytokens.h"

namespace Lectern {

/// Tokens [first, last) of a text.
struct TokenSpan
{
    size_t first = 0;
    size_t last = 0;

    bool isEmpty() const { return first >= last; }
    size_t size() const { return isEmpty() ? 0 : last - first; }
    bool contains(size_t token) const { return token >= first && token < last; }
    bool operator==(const TokenSpan &) const = default;
};

/// A text with the role of each token in reported speech, its sentences and paragraphs. Views the text.
class SpeechText
{
public:
    SpeechText(QStringView text, const QString &language);

    const StoryTokens &tokens() const { return m_tokens; }
    /// Whether the English lexicon reads it: every language but German, French and Spanish.
    bool isEnglish() const { return m_isEnglish; }
    bool isGerman() const { return m_isGerman; }
    size_t size() const { return m_tokens.tokens().size(); }
    const StoryToken &operator[](size_t token) const { return m_tokens.tokens()[token]; }
    const QString &folded(size_t token) const { return m_folded[token]; }
    bool has(size_t token, WordRole role) const { return m_roles[token].has(role); }
    bool isAdverb(size_t token) const;
    /// An English article or possessive: no verb stands right behind it.
    bool isArticle(size_t token) const;
    /// A sign of exactly this character.
    bool isSign(size_t token, QChar c) const;
    /// A quotation mark, and no apostrophe behind a word.
    bool isMark(size_t token) const { return m_isMark[token]; }
    /// A form of a verb of saying that can be the verb of a clause here, or of thinking when `weak` allows.
    bool isCue(size_t token, bool weak = false) const;

    /// The tokens of the sentence that holds the token.
    TokenSpan sentence(size_t token) const;
    /// The tokens of the sentence before; empty when there is none in the same paragraph.
    TokenSpan sentenceBefore(size_t token) const;
    int paragraph(size_t token) const { return m_paragraphs[token]; }
    /// The tokens of a paragraph.
    TokenSpan paragraphTokens(int paragraph) const;
    int paragraphCount() const { return m_paragraphs.empty() ? 0 : m_paragraphs.back() + 1; }

    TextRange range(TokenSpan span) const;
    QString words(TokenSpan span) const;
    /// The tokens that begin in the range.
    TokenSpan tokensIn(TextRange range) const;

private:
    void findHeadlines();
    bool isHeadline(size_t sentence) const { return m_isHeadline[sentence]; }
    bool goesOn(size_t token) const;

    QStringView m_text;
    StoryTokens m_tokens;
    std::vector<QString> m_folded;
    std::vector<WordRoles> m_roles;
    std::vector<bool> m_isMark;
    std::vector<bool> m_isHeadline;       ///< of each sentence
    std::vector<int> m_paragraphs;        ///< of each token
    std::vector<size_t> m_sentenceStarts; ///< first token of each sentence, and the end
    std::vector<size_t> m_paragraphStarts;
    bool m_isEnglish = false;
    bool m_isGerman = false;
};

} // namespace Lectern
