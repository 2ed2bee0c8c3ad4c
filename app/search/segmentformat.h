#pragma once

#include "search/segment.h"

#include <array>

/// How a segment lies in its file: a header, a table of sections, and the sections, each of which begins at a
/// multiple of `alignment`, is an array of numbers or structures as they lie in memory, and has a checksum of
/// its own. All numbers are little-endian; what is between sections is zero.
namespace Lectern::SegmentFormat {

constexpr std::array<char, 8> magic = {'L', 'E', 'C', 'T', 'E', 'R', 'N', 'S'};
/// Raised with every change of a section or of the words that a text comes to: older files are then made
/// anew.
constexpr quint32 version = 2;
constexpr quint32 endianMark = 0x01020304;
constexpr quint64 alignment = 64;
/// The fields of SegmentArrays, the pairs and the mirror.
constexpr size_t indexCount = SegmentArrays::fieldCount + 2;
constexpr quint32 mostDocuments = 0x7fffffff;
constexpr quint32 mostSections = 4096;

struct Header
{
    std::array<char, 8> magic = SegmentFormat::magic;
    quint32 version = SegmentFormat::version;
    quint32 endianMark = SegmentFormat::endianMark;
    quint64 fileSize = 0;
    quint32 sectionCount = 0;
    quint32 docCount = 0;
    qint64 textUnits = 0; ///< UTF-16 units of all texts
    qint64 wordCount = 0; ///< ArticleColumns::wordCount
    std::array<quint32, indexCount> termCounts{};
    quint64 hash = 0; ///< XXH3 of the header with zero here, and of the table
};

/// An entry of the table behind the header; they ascend by id.
struct Section
{
    quint32 id = 0;
    quint32 elementSize = 0;
    quint64 offset = 0; ///< in bytes, from the beginning of the file
    quint64 size = 0;   ///< in bytes
    quint64 hash = 0;   ///< XXH3 of its bytes
};

static_assert(sizeof(Header) == 96 && std::is_trivially_copyable_v<Header>);
static_assert(sizeof(Section) == 32 && std::is_trivially_copyable_v<Section>);

/// Ids of sections. The arrays of fields and columns have those of their place in forEachArray().
enum SectionId : quint32 {
    FirstOfColumns = 0x100,
    PairWords = 0x200, ///< words with a line break behind each
    StemLanguages,     ///< likewise
    Frames = 0x300,    ///< encodeArticle() of each article as a Zstandard frame
    FrameEnds,         ///< quint64, of each article
    FrameDictionary,   ///< of Zstandard; may be empty
    ArticleIds,        ///< 16 bytes each
    TextUnits,         ///< quint32 each
    PathOf,            ///< quint32 each: which path
    PathEnds,          ///< quint64, of each path
    Paths,             ///< UTF-8
    PartEnds,          ///< quint64, of each article
    Parts,             ///< UTF-8
    BehindArticles,
    FirstOfStems = 0x400 ///< classes of each language
};

/// The pairs count as the index behind the fields, the mirror as the one behind them.
constexpr quint32 arrayOfIndex(size_t index, size_t array)
{
    return quint32(index * 16 + array);
}

/// All sections but those of stems.
constexpr quint32 fixedSections = quint32(indexCount * FieldArrays::arrayCount + ArticleColumns::arrayCount +
                                          2 + (BehindArticles - Frames));

} // namespace Lectern::SegmentFormat
