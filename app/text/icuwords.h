#pragma once

#include "text/words.h"

#include <unicode/brkiter.h>

namespace Lectern {

/// The words of stretches that need all of UAX #29, by ICU, whose breaker is made when first needed.
/// Not thread-safe; keep one a thread, the breaker is dear to make.
class IcuWords
{
public:
    IcuWords() = default;
    ~IcuWords();
    Q_DISABLE_COPY_MOVE(IcuWords)

    /// Forgets the words and begins with another text, which must outlive the calls of cut().
    void begin(QStringView text);
    /// Adds the words of a stretch of the text, the first of which has this position, and returns the one
    /// after the last. The stretch must begin and end where words do whatever is around it.
    quint32 cut(TextRange stretch, quint32 position);
    /// Forgets the words.
    void clear();
    const std::vector<Word> &words() const { return m_words; }

private:
    void addSegment(TextRange stretch);
    void addWord(TextRange range);
    bool add(TextRange range, bool isPart);

    std::unique_ptr<icu::BreakIterator> m_breaker;
    UText m_input = UTEXT_INITIALIZER;
    QStringView m_text;
    std::vector<char16_t> m_disguised; ///< the stretch before ICU, see disguise()
    std::vector<Word> m_words;
    std::vector<QString> m_spareTerms; ///< of words before, for their memory
    std::vector<TextRange> m_parts;
    quint32 m_position = 0;
};

} // namespace Lectern
