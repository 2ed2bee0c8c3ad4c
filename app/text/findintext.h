#pragma once

#include "text/folding.h"

#include <memory>
#include <stop_token>

namespace Lectern {

/// How words are looked for in one text.
struct FindOptions
{
    bool matchCase = false;  ///< capitals, accents and typographic signs must be those; else none count
    bool wholeWords = false; ///< nothing of a word may stand beside what is found
    bool regularExpression = false; ///< QRegularExpression's syntax, line by line; minds only capitals

    bool operator==(const FindOptions &) const = default;
};

/// What was found, in order and apart from each other, UTF-16 units.
struct FoundInText
{
    std::vector<TextRange> ranges;
    QString problem; ///< a sentence for the reader: the expression is none, or takes too long; "" for none
    bool isCutOff = false; ///< there may be more than `TextFinder::most`
};

/// Finds words or a regular expression in one text. The text is folded once, when that is first needed. For
/// one thread.
class TextFinder final
{
public:
    static constexpr size_t most = 100000;

    explicit TextFinder(QString text)
        : m_text(std::move(text))
    {}

    /// Incomplete when `stop` asked for an end.
    FoundInText find(const QString &wanted, const FindOptions &options, const std::stop_token &stop = {});

private:
    FoundInText findWords(const QString &wanted, const FindOptions &options, const std::stop_token &stop);
    FoundInText findExpression(const QString &pattern, const FindOptions &options,
                               const std::stop_token &stop) const;
    bool isWhole(TextRange range) const;

    QString m_text;
    std::unique_ptr<FoldedText> m_folded;
};

} // namespace Lectern
