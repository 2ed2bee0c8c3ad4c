#pragma once

#include "base/textrange.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <random>
#include <vector>

namespace Lectern::Testing {

/// What may happen to an article after a passage was kept.
enum class DriftKind {
    ParagraphBefore,     ///< a new one at the beginning
    SentenceDeleted,     ///< another one than that of the passage
    ParagraphDeleted,    ///< likewise
    PassageDeleted,      ///< its sentence
    SentencesSwapped,    ///< the passage's with another
    ParagraphsSwapped,   ///< likewise
    SentenceDuplicated,  ///< the passage's, elsewhere
    ParagraphDuplicated, ///< likewise
    SentencesReordered,  ///< all, at random
    ParagraphsReordered, ///< likewise
    QuotesRetyped,       ///< straight to curly, hyphens to dashes
    Reflowed,            ///< paragraphs joined and broken
    NoBreakSpaces,       ///< some spaces
    EditedOutside,       ///< words of its sentence that are not in the passage
    EditedInside,        ///< words of the passage
    LookAlikeBefore,     ///< a sentence that is nearly the same stands before it
    LookAlikeAndEdited,  ///< and the passage is edited
    LookAlikeInstead,    ///< the look-alike stands elsewhere, the passage's sentence is gone
    QuotedElsewhere,     ///< exactly its words, in another sentence before it
    TwinDeleted,         ///< it stood there twice; the passage's is gone
    OtherTwinDeleted,    ///< the other one is gone
    Mixed,               ///< three of the above
};
constexpr int driftKindCount = int(DriftKind::Mixed) + 1;
const char *name(DriftKind kind);

/// A text that remembers of every unit where it stood before anything happened, so that where the words of a
/// passage went is known and not guessed.
class DriftedText
{
public:
    /// News prose of some paragraphs: with names, numbers, quotations, sentences of one kind and sentences
    /// that occur again and again.
    static DriftedText generate(std::mt19937 &random);

    QString text() const;
    /// A passage worth keeping: a sentence, a part of one, several, a few words or one.
    TextRange pick(std::mt19937 &random) const;
    /// Doubles the sentence of the range somewhere else, as if it had been there from the start.
    void doubleSentence(TextRange original, std::mt19937 &random);
    /// Makes what happens happen to the text around (or in) the range of the original.
    void drift(DriftKind kind, TextRange original, std::mt19937 &random);

    /// Where the range of the original stands now; nothing when some of it is gone or torn apart. Typography
    /// may differ.
    std::optional<TextRange> placeOf(TextRange original) const;
    /// Units of it that are left anywhere.
    qsizetype unitsLeft(TextRange original) const;
    /// Units of a range of text() that are of it.
    qsizetype unitsOf(TextRange original, TextRange found) const;
    /// Whether the place (see placeOf()) is one of several that nobody can tell apart: the same words with
    /// the same text around them (at least so many units), or side by side.
    bool isTwin(TextRange place, qsizetype unitsBefore, qsizetype unitsAfter) const;

private:
    struct Unit
    {
        QChar c;
        int origin; ///< offset in the original text; -1 for what came later
    };
    using Sentence = std::vector<Unit>;
    using Paragraph = std::vector<Sentence>;
    struct Place
    {
        size_t paragraph;
        size_t sentence;
    };

    std::vector<Unit> units() const;
    std::optional<Place> sentenceOf(int origin) const;
    Place anyPlace(std::mt19937 &random) const;
    /// One that is not beside `own`.
    Place distantPlace(Place own, std::mt19937 &random) const;
    void number();
    static Sentence made(const QString &text);
    static Sentence copied(Sentence sentence);
    Sentence &at(Place place) { return m_paragraphs[place.paragraph][place.sentence]; }
    void remove(Place place);
    void insert(Place place, Sentence sentence);
    void editWords(TextRange original, bool inside, std::mt19937 &random);
    Sentence lookAlike(const Sentence &sentence, TextRange original, std::mt19937 &random) const;
    void retype();
    void reflow(std::mt19937 &random);
    void putNoBreakSpaces(std::mt19937 &random);

    std::vector<Paragraph> m_paragraphs;
};

} // namespace Lectern::Testing
