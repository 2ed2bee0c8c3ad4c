#pragma once

#include <QtEndian>

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace Lectern {

/// Very many byte streams that grow at once, in one arena: each a chain of slices that double in size, the
/// last four bytes of a full one being the place of the next (as in Busch et al., Earlybird, ICDE 2012).
class ByteStreams final
{
public:
    struct Stream
    {
        quint32 first = 0;
        quint32 at = 0;  ///< where the next byte goes
        quint32 end = 0; ///< behind the bytes of the present slice
        quint32 size = 0;
    };

    Stream begin()
    {
        Stream stream;
        stream.size = smallest;
        stream.first = stream.at = allocate(smallest);
        stream.end = stream.at + smallest - linkBytes;
        return stream;
    }

    void putVarint(Stream *stream, quint32 value)
    {
        while (value >= 0x80) {
            put(stream, quint8(value | 0x80));
            value >>= 7;
        }
        put(stream, quint8(value));
    }

    /// The same for a number and another behind it, which mostly take three bytes that are written at once.
    void putVarints(Stream *stream, quint32 first, quint32 second)
    {
        if ((first | second) >= twoByteNumbers || stream->end - stream->at < sizeof(quint32)) {
            putVarint(stream, first);
            putVarint(stream, second);
            return;
        }
        const quint32 firstBytes = first < 0x80 ? 1 : 2;
        const quint32 bytes = qToLittleEndian(shortVarint(first) | shortVarint(second) << (8 * firstBytes));
        std::memcpy(byteAt(stream->at), &bytes, sizeof bytes);
        stream->at += firstBytes + (second < 0x80 ? 1 : 2);
    }

    /// Asks for the memory that the next byte goes to.
    void prefetch(const Stream &stream) const
    {
        __builtin_prefetch(byteAt(std::min(stream.at, stream.end)), 1);
    }

    /// Asks for the memory that read() begins with.
    void prefetchFirst(const Stream &stream) const { __builtin_prefetch(byteAt(stream.first)); }
    /// Appends all bytes of a stream to `out`.
    void read(const Stream &stream, std::vector<quint8> *out) const
    {
        quint32 at = stream.first;
        quint32 size = smallest;
        for (;;) {
            const quint32 end = at + size - linkBytes;
            const bool last = end == stream.end;
            quint32 next = at;
            if (!last) {
                std::memcpy(&next, byteAt(end), linkBytes);
                __builtin_prefetch(byteAt(next));
            }
            out->insert(out->end(), byteAt(at), byteAt(at) + ((last ? stream.at : end) - at));
            if (last)
                return;
            at = next;
            size = std::min(size * 2, largest);
        }
    }

    size_t bytes() const { return m_chunks.size() * chunkBytes; }

private:
    static constexpr quint32 smallest = 12;
    static constexpr quint32 largest = 1536;
    static constexpr quint32 linkBytes = 4;

    static constexpr quint32 twoByteNumbers = 1U << 14;

    /// The one or two bytes of a number, the first one lowest.
    static constexpr quint32 shortVarint(quint32 value)
    {
        return value < 0x80 ? value : (value & 0x7f) | 0x80 | (value >> 7) << 8;
    }

    void put(Stream *stream, quint8 byte)
    {
        if (stream->at == stream->end) {
            stream->size = std::min(stream->size * 2, largest);
            const quint32 next = allocate(stream->size);
            std::memcpy(byteAt(stream->end), &next, linkBytes);
            stream->at = next;
            stream->end = next + stream->size - linkBytes;
        }
        *byteAt(stream->at++) = byte;
    }

    static constexpr quint32 chunkBits = 16;
    static constexpr quint32 chunkBytes = 1U << chunkBits;
    static constexpr size_t slabChunks = 32;

    struct Free
    {
        void operator()(quint8 *bytes) const { std::free(bytes); }
    };

    quint8 *byteAt(quint32 at) { return m_chunks[at >> chunkBits] + (at & (chunkBytes - 1)); }
    const quint8 *byteAt(quint32 at) const { return m_chunks[at >> chunkBits] + (at & (chunkBytes - 1)); }

    /// Slices lie within one chunk, so that what is written never moves.
    quint32 allocate(quint32 size)
    {
        if (m_chunks.empty() || m_used + size > chunkBytes) {
            addChunk();
            m_used = 0;
        }
        const quint32 at = quint32(m_chunks.size() - 1) * chunkBytes + m_used;
        m_used += size;
        return at;
    }

    /// Takes memory for one chunk to begin with, and for many at once when it has grown: pages of 2 MB, where
    /// the system has them, make the scattered writing much quicker.
    void addChunk()
    {
        if (m_spare == 0) {
            m_spare = m_chunks.size() < slabChunks ? 1 : slabChunks;
            const size_t bytes = m_spare * chunkBytes;
            m_slabs.emplace_back(static_cast<quint8 *>(std::aligned_alloc(bytes, bytes)));
            Q_CHECK_PTR(m_slabs.back().get());
#ifdef MADV_HUGEPAGE
            if (m_spare > 1)
                madvise(m_slabs.back().get(), bytes, MADV_HUGEPAGE);
#endif
            m_nextChunk = m_slabs.back().get();
        }
        m_chunks.push_back(m_nextChunk);
        m_nextChunk += chunkBytes;
        --m_spare;
    }

    std::vector<std::unique_ptr<quint8, Free>> m_slabs;
    std::vector<quint8 *> m_chunks;
    quint8 *m_nextChunk = nullptr;
    size_t m_spare = 0; ///< chunks of the last slab that are not in use
    quint32 m_used = 0; ///< of the last chunk
};

} // namespace Lectern
