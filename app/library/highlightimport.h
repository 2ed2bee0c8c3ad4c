#pragma once

#include "library/articlefinder.h"
#include "passages/anchor.h"
#include "passages/foreignhighlight.h"
#include "passages/passagestore.h"

namespace Lectern {

/// What an import would come to for one highlight or passage.
struct PlannedPassage
{
    enum class Outcome : quint8 {
        Anchored, ///< its words stand at one clear place of an article: `passage` is cut from there
        Changed,  ///< an article may be meant, but its words are not clearly there: kept for a yes or no
        Orphan,   ///< no article is found: kept with its own words
        Refused   ///< nothing can be kept
    };

    int number = 0; ///< in the file, from 1
    Outcome outcome = Outcome::Refused;
    ArticleMeans means = ArticleMeans::None; ///< by what its article was found
    Passage passage;                         ///< as it would be kept; empty when refused
    bool isKnown = false;                    ///< a passage of the same id is kept already
    QString reason;                          ///< a sentence for the user; empty when anchored
};

QString name(PlannedPassage::Outcome outcome);

/// What is done with passages whose id is kept already.
enum class KnownPassages : quint8 { Keep, Overwrite };

/// What an import did.
struct ImportedPassages
{
    int added = 0;
    int overwritten = 0;
    int kept = 0; ///< were there already and stayed as they were
};

/// What an import would come to, in the order of the file: to be shown before anything is done.
struct HighlightPlan
{
    QString format; ///< "readwise", "kindle", "hypothesis", "readium", "lectern"
    std::vector<PlannedPassage> passages;

    int count(PlannedPassage::Outcome outcome) const;
    /// Passages whose id is kept already: the user is asked about them.
    int known() const;
    /// Keeps what is not refused, all of it or nothing of what is new. Overwritten passages keep their place
    /// among the others.
    Result<ImportedPassages> carryOut(PassageStore &store, KnownPassages known) const;
};

/// Finds the articles that highlights of other programs were made in, and their words in these, for an
/// import. Reads nothing but the library; not thread-safe.
class HighlightImport
{
public:
    /// `store` tells what is kept already; it must outlive this.
    HighlightImport(CorpusPtr corpus, const PassageStore &store)
        : m_finder(std::move(corpus))
        , m_store(store)
    {}

    /// `now` becomes the time of highlights that have none.
    HighlightPlan plan(const ForeignHighlights &highlights, const QDateTime &now);
    /// The passages of an export of ours: they come whole and keep what they say of their source.
    HighlightPlan plan(const std::vector<Passage> &passages);

private:
    PlannedPassage planned(const ForeignHighlight &highlight, const QDateTime &now);

    ArticleFinder m_finder;
    const PassageStore &m_store;
};

} // namespace Lectern
