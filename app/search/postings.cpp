#include "search/postings.h"

#include "search/varint.h"

#include <algorithm>
#include <utility>

namespace Lectern {

qint64 Postings::bytes() const
{
    return qint64(docs.capacity() + positions.capacity() + skips.capacity() * sizeof(Skip));
}

void PostingsWriter::beginTerm()
{
    m_entry = {0, quint32(m_postings.skips.size()), m_postings.docs.size(), m_postings.positions.size()};
    m_lastDoc = 0;
}

void PostingsWriter::add(quint32 doc, std::span<const quint32> positions)
{
    Q_ASSERT(!positions.empty());
    Q_ASSERT(m_entry.docCount == 0 || doc > m_lastDoc);
    if (m_entry.docCount > 0 && m_entry.docCount % Postings::blockSize == 0) {
        m_postings.skips.push_back({m_lastDoc, quint32(m_postings.docs.size() - m_entry.docStart),
                                    quint32(m_postings.positions.size() - m_entry.positionStart)});
    }
    // Most words stand once in an article: that is the lowest bit of the gap.
    const quint32 gap = doc - m_lastDoc;
    const auto freq = quint32(positions.size());
    putVarint(m_postings.docs, gap << 1 | (freq == 1 ? 1 : 0));
    if (freq != 1)
        putVarint(m_postings.docs, freq);
    quint32 last = 0;
    for (const quint32 position : positions) {
        putVarint(m_postings.positions, position - last);
        last = position;
    }
    m_lastDoc = doc;
    ++m_entry.docCount;
}

PostingsEntry PostingsWriter::endTerm()
{
    return m_entry;
}

Postings PostingsWriter::take()
{
    m_postings.docs.shrink_to_fit();
    m_postings.positions.shrink_to_fit();
    m_postings.skips.shrink_to_fit();
    return std::exchange(m_postings, {});
}

PostingsCursor::PostingsCursor(const Postings &postings, const PostingsEntry &entry)
    : m_postings(&postings)
    , m_entry(entry)
{
    loadBlock(0);
}

void PostingsCursor::loadBlock(quint32 block)
{
    m_block = block;
    m_index = 0;
    m_positionIndex = 0;
    if (block >= blockCount()) {
        m_count = 0;
        return;
    }
    m_count = std::min(Postings::blockSize, m_entry.docCount - block * Postings::blockSize);
    Postings::Skip skip;
    if (block > 0)
        skip = m_postings->skips[m_entry.firstSkip + block - 1];
    m_position = m_postings->positions.data() + m_entry.positionStart + skip.positionOffset;
    const quint8 *at = m_postings->docs.data() + m_entry.docStart + skip.docOffset;
    quint32 doc = skip.lastDocBefore;
    for (quint32 i = 0; i < m_count; ++i) {
        const quint32 value = takeVarint(at);
        doc += value >> 1;
        m_docs[i] = doc;
        m_freqs[i] = value & 1 ? 1 : takeVarint(at);
    }
}

void PostingsCursor::next()
{
    if (++m_index == m_count)
        loadBlock(m_block + 1);
}

void PostingsCursor::advance(quint32 doc)
{
    if (atEnd() || m_docs[m_index] >= doc)
        return;
    if (m_docs[m_count - 1] < doc) {
        // The block wanted is the last one that has something smaller before it.
        const auto first = m_postings->skips.begin() + m_entry.firstSkip;
        const auto found =
            std::partition_point(first + m_block, first + (blockCount() - 1),
                                 [doc](const Postings::Skip &skip) { return skip.lastDocBefore < doc; });
        const auto block = quint32(found - first);
        loadBlock(block == m_block ? m_block + 1 : block);
        if (atEnd())
            return;
    }
    const auto from = m_docs.begin() + m_index;
    m_index = quint32(std::lower_bound(from, m_docs.begin() + m_count, doc) - m_docs.begin());
    if (m_index == m_count)
        loadBlock(m_block + 1);
}

std::span<const quint32> PostingsCursor::positions()
{
    quint32 skipped = 0;
    for (; m_positionIndex < m_index; ++m_positionIndex)
        skipped += m_freqs[m_positionIndex];
    while (skipped > 0)
        skipped -= (*m_position++ & 0x80) ? 0 : 1;

    const quint32 count = freq();
    m_decoded.resize(count);
    const quint8 *at = m_position; // stays at the document, so that it can be asked twice
    quint32 last = 0;
    for (quint32 &position : m_decoded)
        position = last += takeVarint(at);
    return m_decoded;
}

} // namespace Lectern
