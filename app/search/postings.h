#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <vector>

namespace Lectern {

/// Where the postings of one term stand in Postings.
struct PostingsEntry
{
    quint32 docCount = 0;
    quint32 firstSkip = 0;     ///< of its blocks behind the first
    quint64 docStart = 0;      ///< byte in Postings::docs
    quint64 positionStart = 0; ///< byte in Postings::positions
};

/// The postings of all terms of one field, in flat arrays: for each term its documents (gaps) with how often
/// it stands in each, and apart from them its positions (gaps within a document), all as variable-length
/// integers. Every 128 documents make a block that can be reached without reading those before it.
struct Postings
{
    static constexpr quint32 blockSize = 128;

    /// Where a block begins, relative to its term.
    struct Skip
    {
        quint32 lastDocBefore = 0; ///< last document of the block before
        quint32 docOffset = 0;
        quint32 positionOffset = 0;
    };

    std::vector<quint8> docs;
    std::vector<quint8> positions;
    std::vector<Skip> skips;

    qint64 bytes() const;
};

/// Writes the postings of one term after another. Documents and the positions in each ascend.
class PostingsWriter final
{
public:
    void beginTerm();
    void add(quint32 doc, std::span<const quint32> positions);
    PostingsEntry endTerm();
    Postings take();

private:
    Postings m_postings;
    PostingsEntry m_entry;
    quint32 m_lastDoc = 0;
};

/// Walks through the documents of one term, ascending. Holds pointers: the Postings must outlive it.
class PostingsCursor final
{
public:
    PostingsCursor(const Postings &postings, const PostingsEntry &entry);

    bool atEnd() const { return m_index >= m_count; }
    /// Asked only when not at the end, as freq() and positions().
    quint32 doc() const { return m_docs[m_index]; }
    quint32 freq() const { return m_freqs[m_index]; }
    /// Positions in the current document, ascending; valid until the cursor moves.
    std::span<const quint32> positions();
    void next();
    /// Goes to the first document that is not before `doc`; never backwards.
    void advance(quint32 doc);
    quint32 docCount() const { return m_entry.docCount; }

private:
    quint32 blockCount() const { return (m_entry.docCount + Postings::blockSize - 1) / Postings::blockSize; }
    void loadBlock(quint32 block);

    const Postings *m_postings;
    PostingsEntry m_entry;
    quint32 m_block = 0;
    quint32 m_index = 0;         ///< within the block
    quint32 m_count = 0;         ///< documents of the block; 0 at the end
    quint32 m_positionIndex = 0; ///< document of the block whose positions begin at m_position
    const quint8 *m_position = nullptr;
    std::array<quint32, Postings::blockSize> m_docs;
    std::array<quint32, Postings::blockSize> m_freqs;
    std::vector<quint32> m_decoded;
};

} // namespace Lectern
