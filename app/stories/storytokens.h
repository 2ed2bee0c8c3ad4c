#pragma once

#include "base/textrange.h"
#include "stories/quotationmarks.h"

#include <QString>

#include <vector>

namespace Lectern {

/// A word, number, mark or sign of a text, as the comparison of accounts reads it: "U.S.", "5-year-old",
/// "don't", "$4.4", "2009–2010", "…" and "--" are one each; letters of scripts that are written without
/// spaces too.
struct StoryToken
{
    enum class Kind : quint8 { Word, Number, Mark, Ellipsis, Dash, Sign };

    TextRange range;      ///< UTF-16 units
    quint64 fold = 0;     ///< hash of fold() of the characters: equal for what reads alike
    quint64 exact = 0;    ///< hash of the characters as they stand
    quint32 sentence = 0; ///< ordinal of its sentence in the text
    quint32 span = 0;     ///< 1 + index of the innermost MarkedSpan that it stands in; 0 outside quotations
    Kind kind = Kind::Sign;
    bool isCapital = false;  ///< begins with a capital letter
    bool isOpening = false;  ///< the first word of its sentence or of its quotation
    bool isFrequent = false; ///< one of the commonest words of its language: links nothing by itself

    bool isWord() const { return kind == Kind::Word || kind == Kind::Number; }
};

/// A folded word without the "'s" of a possessive.
QString withoutPossessive(QString folded);

/// A text cut into tokens, sentences and quotations. Immutable once made; views the text, which must outlive
/// it.
class StoryTokens
{
public:
    /// `language` is BCP 47; it chooses the list of common words, "" takes those of all.
    StoryTokens(QStringView text, const QString &language);

    QStringView text() const { return m_text; }
    const std::vector<StoryToken> &tokens() const { return m_tokens; }
    /// Indexes of the tokens that are words.
    const std::vector<quint32> &words() const { return m_words; }
    const std::vector<TextRange> &sentences() const { return m_sentences; }
    const std::vector<MarkedSpan> &spans() const { return m_spans; }

    /// Whether a capital inside a sentence tells a name: not in German.
    bool capitalsAreNames() const { return m_capitalsAreNames; }

    const StoryToken &word(int n) const { return m_tokens[m_words[size_t(n)]]; }
    int wordCount() const { return int(m_words.size()); }

private:
    void place();

    QStringView m_text;
    std::vector<StoryToken> m_tokens;
    std::vector<quint32> m_words;
    std::vector<TextRange> m_sentences;
    std::vector<MarkedSpan> m_spans;
    bool m_capitalsAreNames;
};

} // namespace Lectern
