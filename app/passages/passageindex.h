#pragma once

#include "passages/passagequery.h"
#include "passages/passagestore.h"

namespace Lectern {

/// The words of all passages in memory, so that a search is answered while it is typed. Every passage is a
/// run of the numbers of its words, part by part; a search walks over all of them once. For one thread.
class PassageIndex
{
public:
    PassageIndex();
    ~PassageIndex();
    Q_DISABLE_COPY_MOVE(PassageIndex)

    /// Takes in what has changed in the store; only passages that have changed since are read.
    void update(const PassageStore &store);
    /// The places in the store's passages of those that answer, ascending: the user's order. Of the store as
    /// it was at the last update.
    std::vector<int> search(const PassageQuery &query) const;

    /// What the index takes, in bytes, without the passages.
    qint64 memory() const;

private:
    struct Terms;
    struct Asked;
    /// Where the numbers of one passage lie.
    struct Run
    {
        quint32 begin = 0;
        std::array<quint32, PassageQuery::fieldCount> ends{}; ///< of each part, from `begin`
    };
    struct Entry
    {
        PassageSequence::Kept passage;
        Run run;
    };

    Run read(const Passage &passage);
    void compact();
    std::vector<Asked> ask(const PassageQuery &query) const;
    bool answers(const Entry &entry, const Asked &asked) const;
    bool hasWords(const Run &run, const Asked &asked) const;
    bool standsSideBySide(quint32 begin, quint32 end, const Asked &asked) const;

    std::unique_ptr<Terms> m_terms;
    std::vector<quint32> m_numbers; ///< of terms; the highest bit marks a part of the word before it
    std::vector<Entry> m_entries;   ///< in the order of the store
    size_t m_used = 0;              ///< of m_numbers, by the entries
    std::vector<Collection> m_collections;
    std::array<QString, markColourCount> m_colourNames;
    qint64 m_change = -1;
};

} // namespace Lectern
