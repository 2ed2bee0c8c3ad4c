#pragma once

#include "library/articlefinder.h"
#include "passages/anchor.h"
#include "passages/foreignhighlight.h"
#include "passages/passagehistory.h"

#include <QSet>

#include <functional>

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
    /// Keeps what is not refused, all of it or nothing. Overwritten passages keep their place among the
    /// others.
    Result<ImportedPassages> carryOut(PassageStore &store, KnownPassages known) const;
    /// The same as one step that can be undone.
    Result<ImportedPassages> carryOut(PassageHistory &history, KnownPassages known) const;

private:
    struct ToKeep
    {
        std::vector<Passage> added;
        std::vector<Passage> overwritten;
        int kept = 0; ///< stay as they are

        ImportedPassages done() const { return {int(added.size()), int(overwritten.size()), kept}; }
    };
    ToKeep toKeep(const PassageStore &store, KnownPassages known) const;
};

/// Finds the articles that highlights of other programs were made in, and their words in these, for an
/// import. Reads nothing but the library; for any thread, one at a time.
class HighlightImport
{
public:
    /// Hears how many highlights are planned; false stops, and the rest is left out of the plan.
    using Progress = std::function<bool(int done, int total)>;

    /// `known`: the ids that are kept already, as idsOf() tells them.
    HighlightImport(CorpusPtr corpus, QSet<QString> known)
        : m_finder(std::move(corpus))
        , m_known(std::move(known))
    {}
    static QSet<QString> idsOf(const PassageSequence &passages);

    void setProgress(Progress progress) { m_progress = std::move(progress); }

    /// For the bytes of a file of any of these kinds, an export of ours or the highlights of another program.
    /// Fails as readExport() and readHighlights() do.
    Result<HighlightPlan> plan(const QByteArray &bytes, const QString &path, const QDateTime &now);

    /// `now` becomes the time of highlights that have none.
    HighlightPlan plan(const ForeignHighlights &highlights, const QDateTime &now);
    /// The passages of an export of ours: they come whole and keep what they say of their source.
    HighlightPlan plan(const std::vector<Passage> &passages);

private:
    PlannedPassage planned(const ForeignHighlight &highlight, const QDateTime &now);
    bool goesOn(const HighlightPlan &plan, size_t total) const;

    ArticleFinder m_finder;
    QSet<QString> m_known;
    Progress m_progress;
};

} // namespace Lectern
