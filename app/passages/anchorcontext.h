#pragma once

#include "text/passage.h"

namespace Lectern {

/// How well what stands around a place agrees with what a passage remembers. Typography and kinds of white
/// space do not count.
struct ContextAgreement
{
    double score = 0;     ///< 0..1; unrelated text comes to 0
    double weakest = 0;   ///< likewise, of the side that agrees less; half when nothing is known of a side
    bool isWhole = false; ///< all that is remembered stands there
    bool isSideWhole = false;   ///< all of the one or the other side does, and it is telling
    bool keepsSentence = false; ///< the words stand in the same sentence, or are sentences of their own
};

/// What a passage remembers of the text around it: the rest of its sentence and the sentences beside it.
class AnchorContext
{
public:
    explicit AnchorContext(const Passage &passage);

    ContextAgreement at(QStringView text, TextRange place) const;
    /// UTF-16 units that stand around the place as they are remembered, without a gap: a quick measure.
    qsizetype run(QStringView text, TextRange place) const;
    /// UTF-16 units that are remembered.
    qsizetype size() const { return m_before.all.size() + m_after.all.size(); }

    /// Those of them that belong to the sentence of the quote.
    qsizetype nearSize() const { return m_before.near.size() + m_after.near.size(); }
    /// Whether the sentences beside that of the quote are remembered.
    bool hasNeighbours() const
    {
        return m_before.all.size() > m_before.near.size() && m_after.all.size() > m_after.near.size();
    }
    /// The quote with what is remembered of its sentence, as it was written.
    const QString &sentence() const { return m_sentence; }

private:
    /// One side, read from the quote outwards (the side before runs backwards), folded, spaces made one.
    struct Side
    {
        QString all;
        QString near; ///< the rest of the sentence; empty when the quote begins or ends one
    };
    struct SideAgreement;
    static SideAgreement compare(const Side &side, const QString &found, bool isSentenceEnd);

    QString m_sentence;
    QString m_rawBefore;
    QString m_rawAfter;
    Side m_before;
    Side m_after;
};

} // namespace Lectern
