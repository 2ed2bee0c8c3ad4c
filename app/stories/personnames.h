#pragma once

#include "stories/speechtext.h"

#include <QSet>

#include <vector>

namespace Lectern {

/// Capitalised words in a row, and the title in front of them.
struct NameSequence
{
    TokenSpan name;
    size_t title = 0; ///< token; the number of tokens when there is none
};

/// Which capitalised words of a text name people. What shows it in one place counts in all: a first name, a
/// title, a verb of saying, "who", an age, "the mayor, ...", a surname that is said alone later, being the
/// speaker of a quotation.
class PersonNames
{
public:
    /// `speakers` are noun phrases of whom the text quotes.
    PersonNames(const SpeechText &text, const std::vector<TokenSpan> &speakers);

    /// In the order of the text; never empty ones.
    const std::vector<NameSequence> &sequences() const { return m_sequences; }
    bool isPerson(const NameSequence &sequence) const;
    /// Whether the next sentence of the paragraph begins with "he" or "she": the name may be far from a verb.
    bool isMeantNext(TokenSpan name) const;

    /// The name in a noun phrase, unless it belongs to somebody else: "Moss" of "Mayor Moss, who ...",
    /// nothing of "a spokesman for Moss".
    static TokenSpan nameIn(const SpeechText &text, TokenSpan phrase);

private:
    void findSequences();
    bool isNamePart(size_t token) const;
    /// Behind "the" or "a", or in the end of an organisation or a place.
    bool isThing(const NameSequence &sequence) const;
    bool isShown(const NameSequence &sequence) const;
    /// Behind "mayor", "his mother,".
    bool isIntroduced(TokenSpan name) const;
    bool isExplained(TokenSpan name) const;
    bool isSubject(TokenSpan name) const;
    QString key(TokenSpan name) const;

    const SpeechText &m_text;
    std::vector<NameSequence> m_sequences;
    QSet<QString> m_titled; ///< surnames that have a title somewhere
    QSet<QString> m_alone;  ///< single words that do something
    QSet<QString> m_people; ///< keys
};

} // namespace Lectern
