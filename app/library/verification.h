#pragma once

#include "import/importing.h"
#include "passages/anchor.h"

#include <functional>

namespace Lectern {

/// What an export says of a passage, held against its source as it is today.
enum class VerificationState : quint8 {
    Identical,     ///< the file's bytes are those of then, and the words stand where they stood
    UnchangedText, ///< the file has changed, the words stand where they stood
    Moved,         ///< exactly the words stand elsewhere in it, at one clear place
    Changed,       ///< other words stand there, or no place is clearly theirs
    Missing        ///< the file, or the article in it, is gone or cannot be read
};

/// The stable name: "identical", "unchanged-text", "moved", "changed", "missing".
QString name(VerificationState state);

/// What a state means, and what it does not, in a sentence for the user.
QString explanation(VerificationState state);

/// What all of this can prove: a hash shows that nothing has changed since, never that something is true.
QString verificationLimits();

struct VerifiedPassage
{
    Passage passage; ///< as the export has it
    QString path;    ///< of the file that was read today
    VerificationState state = VerificationState::Missing;
    TextRange range; ///< where the words stand today, UTF-16 units; empty when no place is clearly theirs
    TextRange codePoints;                    ///< the same in code points
    double score = 0;                        ///< how alike the words there are, 0..1
    QString words;                           ///< what stands there; empty when no place is clearly theirs
    std::vector<WordDifference> differences; ///< of the export's words and those; for Changed
    std::vector<AnchorCandidate> candidates; ///< places to look at, for Changed without a range
    QString reason;                          ///< why it is Missing or Changed in an unusual way, a sentence
};

/// How many passages have which state.
struct VerificationSummary
{
    int identical = 0;
    int unchangedText = 0;
    int moved = 0;
    int changed = 0;
    int missing = 0;

    /// Whether nothing is changed or missing.
    bool isConfirmed() const { return changed == 0 && missing == 0; }
};
VerificationSummary summaryOf(const std::vector<VerifiedPassage> &passages);

/// Reads the sources of passages again, each file once, and holds the passages against them; the result is in
/// the order of the passages. For any thread.
class Verification
{
public:
    /// Reads a file, as the library does (Sandbox::read()).
    using Read = std::function<ImportOutcome(const QString &path)>;
    /// Where the file of a passage is today (SourceFinder::find()).
    using Find = std::function<QString(const Source &source)>;
    /// Hears how many passages are done; false stops, and the rest is left out of the result.
    using Progress = std::function<bool(size_t done)>;

    /// Without `find`, a file is where it was.
    explicit Verification(Read read, Find find = {})
        : m_read(std::move(read))
        , m_find(std::move(find))
    {}

    std::vector<VerifiedPassage> verify(const std::vector<Passage> &passages, const Progress &progress = {});

private:
    Read m_read;
    Find m_find;
};

} // namespace Lectern
