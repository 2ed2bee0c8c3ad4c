#pragma once

#include "stories/storyindex.h"
#include "text/article.h"

namespace Lectern {

/// One reason why articles belong together.
struct StoryReason
{
    enum class Kind : quint8 {
        Quotation, ///< `text`: an utterance that several of them print, in its longest variant
        Name,      ///< `text`: how many names two of them share on average
        Date,      ///< `text`: the day, or the first and the last one with ".." between them
        Words,     ///< `text`: how many rare words two of them share on average
        Copy,      ///< `text`: how much of one stands in another: "98 %"
        Reader     ///< the reader has said so
    };
    Kind kind = Kind::Name;
    QString text;
    double weight = 0;
    int articles = 0; ///< Quotation: how many print it
};

/// "quotation", "name", "date", "words", "copy", "reader".
QString name(StoryReason::Kind kind);

/// Why the members of a story belong together, the strongest reason first. `articles` are the members in the
/// order of the story. Reads their quotations: about a millisecond an article.
std::vector<StoryReason> storyReasons(const StoryPairs &pairs, const Story &story,
                                      const std::vector<ArticlePtr> &articles);

/// In plain words: "2 shared quotations, 4 names, same day, 31 rare words".
QString inWords(const std::vector<StoryReason> &reasons);

} // namespace Lectern
