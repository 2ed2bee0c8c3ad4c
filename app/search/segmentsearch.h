#pragma once

#include "search/corpus.h"
#include "search/groupnodes.h"
#include "search/matchnode.h"
#include "search/topdocs.h"

#include <stop_token>

namespace Lectern {

class SetNode;

/// Takes one part of a query through one segment.
class SegmentSearch final
{
public:
    SegmentSearch(const Corpus::Part &part, MatchNode &root, const std::stop_token &stop);

    /// Offers the documents that may be among the best, and returns how many match in all.
    quint32 collectBest(TopDocs *top);
    /// Offers the newest of the documents that match, with score 0, and returns how many match in all.
    quint32 collectNewest(TopDocs *top, size_t wanted);
    /// Calls sink(doc, score) for each live document that matches, ascending; scores are 0 unless wanted.
    template <typename Sink>
    void forEach(bool scored, Sink sink)
    {
        matchAll([&](const DocWindow &window, const WindowBits &bits) {
            Bits::forEach(bits.words.data(), bits.words.size(), [&](quint32 bit) {
                const quint32 doc = window.base + bit;
                sink(doc, scored ? m_root.score(doc) : 0.0F);
            });
        });
    }

private:
    /// Calls sink(window, bits) for each window in which something matches that is not deleted.
    template <typename Sink>
    void matchAll(Sink sink)
    {
        const quint32 docCount = m_part.segment->size();
        for (quint32 doc = m_root.nextFrom(0); doc < docCount;) {
            if (m_stop.stop_requested())
                return;
            const DocWindow window = DocWindow::around(doc, docCount);
            WindowBits bits;
            m_root.addTo(window, &bits);
            dropDeleted(window, &bits);
            if (!bits.isEmpty())
                sink(window, bits);
            doc = window.end < docCount ? m_root.nextFrom(window.end) : docCount;
        }
    }
    void dropDeleted(const DocWindow &window, WindowBits *bits) const;
    bool isDeleted(quint32 doc) const { return m_part.deleted && (*m_part.deleted)[doc]; }
    quint32 countAll();
    void collectSet(const SetNode &set, TopDocs *top);
    void scoreWindow(const DocWindow &window, const WindowBits &bits, TopDocs *top);
    void scoreMany(const DocWindow &window, const WindowBits &bits, TopDocs *top);
    void scoreStretches(const DocWindow &window, const WindowBits &bits, TopDocs *top);
    void collectAny(const std::vector<MatchNode *> &parts, TopDocs *top);

    const Corpus::Part &m_part;
    MatchNode &m_root;
    const std::stop_token &m_stop;
};

} // namespace Lectern
