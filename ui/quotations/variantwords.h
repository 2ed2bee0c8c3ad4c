#pragma once

#include "base/textrange.h"

#include <QString>

#include <vector>

class QPainter;
class QRectF;

namespace Lectern {

struct Tokens;

/// The words of a variant in one line, with what it has otherwise than the longest wording: other words on
/// tinted ground with dots below them, and a wedge where words are missing. Typography and punctuation count
/// for nothing.
class VariantWords final
{
public:
    /// `room` is how many UTF-16 units fit into the line, about.
    VariantWords(const QString &longest, const QString &variant, qsizetype room);
    /// The same for a line of so many logical pixels.
    static qsizetype roomIn(int width);

    /// What is shown: the words, from shortly before the first difference on when it would not be seen.
    const QString &text() const { return m_text; }
    /// UTF-16 units of text().
    const std::vector<TextRange> &others() const { return m_others; }
    /// Where words of the longest are missing inside; offsets in text().
    const std::vector<qsizetype> &gaps() const { return m_gaps; }

    void paint(QPainter &painter, const QRectF &line, const Tokens &tokens) const;

private:
    QString m_text;
    std::vector<TextRange> m_others;
    std::vector<qsizetype> m_gaps;
};

} // namespace Lectern
