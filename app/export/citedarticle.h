#pragma once

#include "text/passage.h"

#include <vector>

namespace Lectern {

/// An article that passages were cut from, as an entry of a bibliography.
struct CitedArticle
{
    QString key; ///< "lund2021ferry": ASCII letters, digits and hyphens, unlike every other of the list
    std::vector<const Passage *> passages; ///< of it, in order; never empty

    const Passage &first() const { return *passages.front(); }
    QStringList tags() const; ///< of all its passages, each once
};

/// The articles in the order in which the passages name them first. Points into `passages`. A key depends on
/// the article alone, unless two would be alike: then both end with a part of their article's id.
std::vector<CitedArticle> citedArticles(const std::vector<Passage> &passages);

/// What was guessed about an article, as a sentence for a note field; empty when nothing was.
QString guessedNote(const Passage &passage);

/// The quotations of an article and the notes on them, a text for each: “Quotation.” (¶ 7) Note.
QStringList quotedNotes(const CitedArticle &article);

} // namespace Lectern
