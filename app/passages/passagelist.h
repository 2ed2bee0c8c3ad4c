#pragma once

#include "passages/passageedit.h"
#include "passages/passagesequence.h"

#include <QHash>

#include <array>

namespace Lectern {

/// What is kept, in memory: the passages in the user's order, the collections in theirs, and what the user
/// calls the colours.
class PassageList
{
public:
    struct Placed
    {
        PassageSequence::Kept passage;
        double position;
    };

    qint64 change = 0; ///< number of the change that made it what it is
    qint64 bytes = 0;  ///< size of the records when they were read

    const PassageSequence &passages() const { return m_passages; }
    /// Of each passage, ascending.
    const std::vector<double> &positions() const { return m_positions; }
    const std::vector<Collection> &collections() const { return m_collections; }
    /// Empty for a colour that the user has given no name.
    const QString &colourName(MarkColour colour) const { return m_colourNames.at(size_t(colour)); }

    /// -1 when there is none of that id; takes time with the logarithm of their number.
    int indexOf(const QString &id) const;
    bool contains(const QString &id) const { return m_places.contains(id); }
    int collectionIndexOf(const QString &id) const;
    /// Does what the edits say, as the table does. A few edits take time with what they change, not with all
    /// that is kept.
    void apply(const PassageEdits &edits);

    /// What makes this of anything: it clears first.
    PassageEdits edits() const;

    /// For whoever reads all that is kept: the passages in any order, the collections in theirs.
    void setPassages(std::vector<Placed> passages);
    void append(Collection collection) { m_collections.push_back(std::move(collection)); }
    void setColourName(MarkColour colour, const QString &name) { m_colourNames.at(size_t(colour)) = name; }

private:
    void applyOne(const PassageEdit &edit);
    void applyMany(const PassageEdits &edits);
    void applyToCollections(const PassageEdit &edit);
    void insert(PassageSequence::Kept passage, double position);
    void clear();

    PassageSequence m_passages;
    std::vector<double> m_positions;
    QHash<QString, double> m_places; ///< position of each passage by its id
    std::vector<Collection> m_collections;
    std::array<QString, markColourCount> m_colourNames;
};

} // namespace Lectern
