#include "search/stemclasses.h"

#include <QtEndian>

#include <algorithm>

namespace Lectern {

namespace {

constexpr quint32 magic = 0x3143534c; // "LSC1"
constexpr size_t headerBytes = 16;
constexpr size_t classesPerBucket = 8;
/// The lowest bits of an entry's first word are the number of further ids; this many or more are told by a
/// varint.
constexpr quint32 manyFurther = 15;
constexpr quint32 fingerprintMask = ~manyFurther;

/// FNV-1a, mixed at the end as MurmurHash3 does: the same on every machine, since it is kept in files.
quint64 hashOf(std::string_view text, quint32 seed)
{
    quint64 hash = 0xcbf29ce484222325U ^ (seed * 0x9e3779b97f4a7c15U);
    for (const char c : text)
        hash = (hash ^ quint8(c)) * 0x100000001b3U;
    hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdU;
    hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53U;
    return hash ^ hash >> 33;
}

/// The upper half of the hash, spread over the buckets.
quint32 bucketOf(quint64 hash, quint32 buckets)
{
    return quint32(((hash >> 32) * buckets) >> 32);
}

void append32(quint32 value, std::vector<std::byte> *out)
{
    out->resize(out->size() + 4);
    qToLittleEndian(value, out->data() + out->size() - 4);
}

void appendVarint(quint32 value, std::vector<std::byte> *out)
{
    for (; value >= 0x80; value >>= 7)
        out->push_back(std::byte(value | 0x80));
    out->push_back(std::byte(value));
}

quint32 read32(std::span<const std::byte> bytes)
{
    return qFromLittleEndian<quint32>(bytes.data());
}

/// Takes a varint from the front; false when there is none of at most 32 bits.
bool takeVarint(std::span<const std::byte> *bytes, quint32 *value)
{
    quint64 read = 0;
    for (size_t i = 0; i < std::min<size_t>(5, bytes->size()); ++i) {
        const auto byte = quint64((*bytes)[i]);
        read |= (byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            *value = quint32(read);
            *bytes = bytes->subspan(i + 1);
            return read == *value;
        }
    }
    return false;
}

} // namespace

void StemClasses::add(std::string_view stem, quint32 id, bool isStem)
{
    m_members.push_back({0, id, quint32(m_stems.size()), quint32(stem.size()), isStem});
    m_stems.append(stem);
}

std::string_view StemClasses::stemOf(const Member &member) const
{
    return std::string_view(m_stems).substr(member.stemStart, member.stemLength);
}

std::vector<StemClasses::Member> StemClasses::hashed(quint32 seed) const
{
    std::vector<Member> members = m_members;
    for (Member &member : members)
        member.hash = hashOf(stemOf(member), seed);
    std::sort(members.begin(), members.end(), [](const Member &a, const Member &b) {
        return a.hash != b.hash ? a.hash < b.hash : a.id < b.id;
    });
    return members;
}

std::vector<StemClasses::Group> StemClasses::grouped(const std::vector<Member> &members)
{
    std::vector<Group> groups;
    for (size_t i = 0; i < members.size();) {
        size_t end = i + 1;
        while (end < members.size() && members[end].hash == members[i].hash)
            ++end;
        groups.push_back(std::span(members).subspan(i, end - i));
        i = end;
    }
    return groups;
}

/// Whether no two stems, kept or not, share both a bucket and a fingerprint.
bool StemClasses::tellsApart(const std::vector<Group> &groups, quint32 buckets) const
{
    for (size_t i = 0; i < groups.size(); ++i) {
        const quint64 hash = groups[i].front().hash;
        const std::string_view stem = stemOf(groups[i].front());
        if (!std::all_of(groups[i].begin(), groups[i].end(),
                         [this, stem](const Member &member) { return stemOf(member) == stem; }))
            return false;
        for (size_t j = i; j > 0; --j) {
            const quint64 other = groups[j - 1].front().hash;
            if (bucketOf(other, buckets) != bucketOf(hash, buckets))
                break;
            if (((other ^ hash) & fingerprintMask) == 0)
                return false;
        }
    }
    return true;
}

std::vector<std::byte> StemClasses::write() const
{
    quint32 seed = 0;
    std::vector<Member> members = hashed(seed);
    std::vector<Group> groups = grouped(members);
    const auto bucketsNow = [&] {
        return quint32(size_t(std::count_if(groups.begin(), groups.end(), isKept)) / classesPerBucket + 1);
    };
    while (!tellsApart(groups, bucketsNow())) {
        members = hashed(++seed);
        groups = grouped(members);
    }
    const quint32 buckets = bucketsNow();
    std::erase_if(groups, [](Group group) { return !isKept(group); });

    quint32 idEnd = 0;
    for (const Group group : groups)
        idEnd = std::max(idEnd, group.back().id + 1);
    std::vector<std::byte> entries;
    std::vector<std::byte> bytes;
    for (const quint32 value : {magic, seed, idEnd, buckets})
        append32(value, &bytes);
    auto group = groups.begin();
    for (quint32 bucket = 0; bucket < buckets; ++bucket) {
        for (; group != groups.end() && bucketOf(group->front().hash, buckets) == bucket; ++group) {
            const auto further = quint32(group->size() - 1);
            append32((quint32(group->front().hash) & fingerprintMask) | std::min(further, manyFurther),
                     &entries);
            appendVarint(group->front().id, &entries);
            if (further >= manyFurther)
                appendVarint(further, &entries);
            for (size_t i = 1; i < group->size(); ++i)
                appendVarint((*group)[i].id - (*group)[i - 1].id - 1, &entries);
        }
        append32(quint32(entries.size()), &bytes);
    }
    bytes.insert(bytes.end(), entries.begin(), entries.end());
    return bytes;
}

StemClassesView::StemClassesView(std::span<const std::byte> bytes)
{
    if (bytes.size() < headerBytes || read32(bytes) != magic)
        return;
    const quint32 buckets = read32(bytes.subspan(12));
    if (buckets > (bytes.size() - headerBytes) / 4)
        return;
    m_seed = read32(bytes.subspan(4));
    m_idEnd = read32(bytes.subspan(8));
    m_buckets = buckets;
    m_ends = bytes.subspan(headerBytes, size_t(buckets) * 4);
    m_entries = bytes.subspan(headerBytes + size_t(buckets) * 4);
}

std::vector<quint32> StemClassesView::terms(std::string_view stem) const
{
    if (m_buckets == 0)
        return {};
    const quint64 hash = hashOf(stem, m_seed);
    const size_t bucket = bucketOf(hash, m_buckets);
    const size_t start = bucket == 0 ? 0 : read32(m_ends.subspan((bucket - 1) * 4));
    const size_t end = read32(m_ends.subspan(bucket * 4));
    if (start > end || end > m_entries.size())
        return {};
    std::span<const std::byte> rest = m_entries.subspan(start, end - start);
    std::vector<quint32> ids;
    while (rest.size() >= 4) {
        const quint32 first = read32(rest);
        const bool isWanted = ((first ^ hash) & fingerprintMask) == 0;
        rest = rest.subspan(4);
        quint32 id = 0;
        quint32 further = first & ~fingerprintMask;
        if (!takeVarint(&rest, &id) || (further == manyFurther && !takeVarint(&rest, &further)))
            return {};
        // Each further id takes a byte at least: a number that is too great is none.
        if (id >= m_idEnd || further > rest.size())
            return {};
        if (isWanted) {
            ids.reserve(size_t(further) + 1);
            ids.push_back(id);
        }
        for (quint32 i = 0; i < further; ++i) {
            quint32 gap = 0;
            if (!takeVarint(&rest, &gap) || gap >= m_idEnd - id - 1)
                return {};
            id += gap + 1;
            if (isWanted)
                ids.push_back(id);
        }
        if (isWanted)
            return ids;
    }
    return {};
}

} // namespace Lectern
