#pragma once

#include "text/clusterfolds.h"
#include "text/icuwords.h"
#include "text/wordunits.h"

#include <QByteArrayView>
#include <QStringEncoder>

#include <array>
#include <span>
#include <vector>

namespace Lectern {

/// One word as the stream shows it: valid only during the call.
struct StreamedWord
{
    const char *term; ///< fold() of the word in UTF-8; readable and zero up to the next multiple of 8 bytes
    quint32 length;   ///< of the term in bytes, 1 to 765
    quint32 position; ///< see Word::position
    TextRange range;  ///< UTF-16 units of the text
    quint64 hash;     ///< termHash() of the term
    bool isPart;      ///< see Word::isPart
};

/// A 64-bit hash of a term's bytes, all bits of which are good: eight bytes at a time are multiplied to 128
/// bits and folded. Nothing that is stored may depend on it.
quint64 termHash(QByteArrayView term);

/// The words of WordBreaker as a stream of UTF-8, for whoever reads much text: words of plain letters are cut
/// and folded by tables and cost neither memory nor ICU. Not thread-safe; keep one a thread.
class WordStream
{
public:
    WordStream();
    Q_DISABLE_COPY_MOVE(WordStream)

    /// Calls sink(const StreamedWord &) for every word of the text, in the order of WordBreaker::words(). The
    /// sink is a template because a call through a pointer would cost as much as a short word.
    template <typename Sink>
    void run(QStringView text, Sink &&sink)
    {
        runBatches(text, [&sink](std::span<const StreamedWord> words) {
            for (const StreamedWord &word : words)
                sink(word);
        });
    }

    /// At most so many words come at once.
    static constexpr size_t mostWords = 128;
    /// Calls sink(std::span<const StreamedWord>) for all words, many at a time.
    template <typename Sink>
    void runBatches(QStringView text, Sink &&sink)
    {
        begin(text);
        while (const size_t count = fill())
            sink(std::span<const StreamedWord>(m_words.data(), count));
    }

private:
    /// Words longer than these units are left to ICU. So a plain word has a bounded number of bytes and
    /// parts, and its term need not be cut, because no unit folds to more than three.
    static constexpr qsizetype longestPlain = 80;
    /// Room that one plain word may need with its parts, or one word of ICU's; parts are padded.
    static constexpr size_t wordRoom = 1 + size_t(longestPlain) / 2;
    static constexpr size_t byteRoom = 2 * longestPlain * (ClusterFolds::maximumBytes + 1) + 8 * wordRoom;
    static constexpr size_t mostBytes = mostWords * 16 + byteRoom;

    void begin(QStringView text);
    size_t fill();
    bool hasRoom() const;
    bool cutPlain();
    bool cutPlainWord();
    bool cutLone();
    SimpleClass classAt(const char16_t *at) const;
    void cutHard();
    const char16_t *hardEnd() const;
    void showHard();
    bool addByClusters(TextRange range, bool hasJoints);
    char *writeClusters(TextRange range);
    void add(char *end, TextRange range, bool isPart);
    void show(char *end, TextRange range, quint32 position, bool isPart);

    const WordUnits &m_units = WordUnits::instance();
    IcuWords m_icu;
    size_t m_shownOfIcu = 0; ///< of m_icu.words()
    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    std::vector<TextRange> m_parts;
    ClusterFolds m_clusters;

    QStringView m_text;
    const char16_t *m_begin = nullptr; ///< of m_text
    const char16_t *m_end = nullptr;
    const char16_t *m_at = nullptr; ///< what is before is cut
    quint32 m_position = 0;         ///< of the next word

    // Words are shown by the batch, so that cutting is one loop without calls.
    std::array<StreamedWord, mostWords> m_words;
    std::array<char, mostBytes> m_bytes; ///< the terms of m_words
    size_t m_wordCount = 0;
    char *m_free = nullptr; ///< in m_bytes, where the next term begins
};

} // namespace Lectern
