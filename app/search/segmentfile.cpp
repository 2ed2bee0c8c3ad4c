#include "search/segmentfile.h"

#include "base/syncfolder.h"
#include "search/articleswriting.h"
#include "search/mappedsections.h"
#include "search/pairwriter.h"
#include "search/storedarticles.h"

#include <QSaveFile>

#include <algorithm>

#include <unistd.h>

namespace Lectern {

using namespace SegmentFormat;

namespace {

constexpr qint64 mostCounted = qint64(1) << 48;

void appendLine(std::string_view line, QByteArray *lines)
{
    lines->append(line.data(), qsizetype(line.size()));
    lines->append('\n');
}

std::vector<std::string> linesOf(std::span<const char> text)
{
    std::vector<std::string> lines;
    for (auto at = text.begin(); at != text.end();) {
        const auto end = std::find(at, text.end(), '\n');
        lines.emplace_back(at, end);
        at = end == text.end() ? end : end + 1;
    }
    return lines;
}

Error unwritable(const QString &path, const QString &why)
{
    return {
        ErrorKind::Disk,
        QStringLiteral("The index cannot be written: %1. See that there is space and that the folder may be "
                       "written to; until then it is made anew at every start.")
            .arg(why),
        path};
}

/// What is read of a file section by section, and the first thing that is wrong with it.
class SegmentReading
{
public:
    explicit SegmentReading(const MappedSections &sections)
        : m_sections(sections)
        , m_docCount(sections.header().docCount)
    {}

    const QString &wrong() const { return m_wrong; }
    SegmentArrays read();
    StoredArticles::Arrays articles();

private:
    template <typename T>
    void read(quint32 id, std::span<const T> *array)
    {
        require(m_sections.read(id, array),
                [id] { return QStringLiteral("section %1 is missing").arg(id, 0, 16); });
    }
    template <typename T>
    void readForEach(quint32 id, std::span<const T> *array)
    {
        read(id, array);
        require(array->size() == m_docCount,
                [id] { return QStringLiteral("section %1 has not one of each article").arg(id, 0, 16); });
    }
    template <typename Words>
    void require(bool holds, Words words)
    {
        if (!holds && m_wrong.isEmpty())
            m_wrong = words();
    }
    void readField(size_t index, FieldArrays *field);
    void readColumns(ArticleColumns *columns);
    static bool fits(const FieldArrays &field);

    const MappedSections &m_sections;
    quint32 m_docCount;
    QString m_wrong;
};

/// Blocks of terms must lie one behind the other, in all arrays.
bool SegmentReading::fits(const FieldArrays &field)
{
    const size_t blocks = (size_t(field.termCount) + termsPerBlock - 1) / termsPerBlock;
    if (field.keys.size() != blocks || field.termBlocks.size() != blocks ||
        field.packed.size() % FieldArrays::packedUnit != 0 ||
        (field.bitsetWords() > 0 && field.bitsets.size() % field.bitsetWords() != 0))
        return false;
    TermBlock before;
    for (const TermBlock &block : field.termBlocks) {
        if (block.names < before.names || block.packed < before.packed ||
            block.postingBlocks < before.postingBlocks || block.positionBlocks < before.positionBlocks ||
            block.tails < before.tails || block.bitsets < before.bitsets)
            return false;
        before = block;
    }
    return blocks == 0 ||
           (before.names < field.names.size() &&
            quint64(before.packed) * FieldArrays::packedUnit <= field.packed.size() &&
            before.postingBlocks <= field.postingBlocks.size() &&
            before.positionBlocks <= field.positionBlocks.size() && before.tails <= field.tails.size() &&
            quint64(before.bitsets) * field.bitsetWords() <= field.bitsets.size());
}

void SegmentReading::readField(size_t index, FieldArrays *field)
{
    size_t number = 0;
    field->forEachArray([&](auto &array) { read(arrayOfIndex(index, number++), &array); });
    field->termCount = m_sections.header().termCounts[index];
    field->docCount = index <= SegmentArrays::fieldCount ? m_docCount : 0; // the mirror has words alone
    field->hasPositions = index < SegmentArrays::fieldCount;
    require(fits(*field), [index] { return QStringLiteral("the terms of field %1 do not fit").arg(index); });
}

void SegmentReading::readColumns(ArticleColumns *columns)
{
    quint32 id = FirstOfColumns;
    columns->forEachArray([&](auto &array) {
        // The letters of outlets are as many as they are.
        if constexpr (std::is_same_v<decltype(array), std::span<const char> &>)
            read(id++, &array);
        else
            readForEach(id++, &array);
    });
    columns->wordCount = m_sections.header().wordCount;
    require(std::all_of(columns->byDate.begin(), columns->byDate.end(),
                        [this](quint32 doc) { return doc < m_docCount; }),
            [] { return QStringLiteral("its articles by date are not its articles"); });
}

SegmentArrays SegmentReading::read()
{
    SegmentArrays arrays;
    for (size_t i = 0; i < arrays.fields.size(); ++i)
        readField(i, &arrays.fields[i]);
    readField(SegmentArrays::fieldCount, &arrays.pairs);
    readField(SegmentArrays::fieldCount + 1, &arrays.mirror);
    readColumns(&arrays.columns);
    arrays.textUnits = m_sections.header().textUnits;
    require(arrays.textUnits >= 0 && arrays.textUnits < mostCounted && arrays.columns.wordCount >= 0 &&
                arrays.columns.wordCount < mostCounted,
            [] { return QStringLiteral("it counts too many words"); });

    std::span<const char> pairWords;
    std::span<const char> languages;
    read(PairWords, &pairWords);
    read(StemLanguages, &languages);
    arrays.pairWords = linesOf(pairWords);
    require(arrays.pairWords.size() <= CommonPairs::mostWords &&
                std::is_sorted(arrays.pairWords.begin(), arrays.pairWords.end()),
            [] { return QStringLiteral("its common words are not in order"); });
    quint32 id = FirstOfStems;
    for (std::string &language : linesOf(languages)) {
        StemArrays stems{std::move(language), {}};
        read(id++, &stems.classes);
        arrays.stems.push_back(std::move(stems));
    }
    return arrays;
}

StoredArticles::Arrays SegmentReading::articles()
{
    StoredArticles::Arrays arrays;
    read(Frames, &arrays.frames);
    readForEach(FrameEnds, &arrays.frameEnds);
    read(FrameDictionary, &arrays.dictionary);
    readForEach(ArticleIds, &arrays.ids);
    readForEach(TextUnits, &arrays.textUnits);
    readForEach(PathOf, &arrays.pathOf);
    read(PathEnds, &arrays.pathEnds);
    read(Paths, &arrays.paths);
    readForEach(PartEnds, &arrays.partEnds);
    read(Parts, &arrays.parts);
    arrays.allTextUnits = m_sections.header().textUnits;
    return arrays;
}

void writeArrays(const Segment &segment, SectionWriter *writer)
{
    SegmentArrays arrays = segment.arrays();
    const auto writeField = [writer](size_t index, FieldArrays &field) {
        size_t number = 0;
        field.forEachArray([&](const auto &array) { writer->write(arrayOfIndex(index, number++), array); });
    };
    for (size_t i = 0; i < arrays.fields.size(); ++i)
        writeField(i, arrays.fields[i]);
    writeField(SegmentArrays::fieldCount, arrays.pairs);
    writeField(SegmentArrays::fieldCount + 1, arrays.mirror);
    quint32 id = FirstOfColumns;
    arrays.columns.forEachArray([&](const auto &array) { writer->write(id++, array); });

    QByteArray pairWords;
    for (const std::string &word : arrays.pairWords)
        appendLine(word, &pairWords);
    writer->write(PairWords, std::span<const char>(pairWords.constData(), size_t(pairWords.size())));
    QByteArray languages;
    for (const StemArrays &stems : arrays.stems)
        appendLine(stems.language, &languages);
    writer->write(StemLanguages, std::span<const char>(languages.constData(), size_t(languages.size())));
}

} // namespace

SegmentFile::SegmentFile(std::shared_ptr<const MappedSections> sections, SegmentPtr segment)
    : m_sections(std::move(sections))
    , m_segment(std::move(segment))
{}

Result<void> SegmentFile::write(const Segment &segment, const QString &path, const std::stop_token &stop)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());

    const std::vector<StemArrays> &stems = segment.stems();
    SectionWriter writer(file, fixedSections + quint32(stems.size()));
    writeArrays(segment, &writer);
    if (const Result<void> written = writeArticles(*segment.articles(), stop, &writer); !written)
        return written.error();
    for (size_t i = 0; i < stems.size(); ++i)
        writer.write(quint32(FirstOfStems + i), stems[i].classes);

    Header header;
    header.docCount = segment.size();
    header.textUnits = segment.textUnits();
    header.wordCount = segment.wordCount();
    for (size_t i = 0; i < SegmentArrays::fieldCount; ++i)
        header.termCounts[i] = segment.arrays().fields[i].termCount;
    header.termCounts[SegmentArrays::fieldCount] = segment.arrays().pairs.termCount;
    header.termCounts[SegmentArrays::fieldCount + 1] = segment.arrays().mirror.termCount;
    // Qt tries to synchronize when it commits, but does not tell whether it could.
    if (!writer.finish(header) || !file.flush() || ::fsync(file.handle()) != 0 || !file.commit())
        return unwritable(path, file.errorString());
    syncFolderOf(path);
    return {};
}

Result<SegmentFile> SegmentFile::open(const QString &path)
{
    const Result<std::shared_ptr<const MappedSections>> sections = MappedSections::open(path);
    if (!sections)
        return sections.error();
    SegmentReading reading(**sections);
    SegmentArrays arrays = reading.read();
    const StoredArticles::Arrays articles = reading.articles();
    if (!reading.wrong().isEmpty())
        return (*sections)->damaged(reading.wrong());
    auto segment = std::make_shared<const Segment>(
        std::move(arrays), std::make_shared<const StoredArticles>(articles, *sections), *sections);
    return SegmentFile(*sections, std::move(segment));
}

QString SegmentFile::path() const
{
    return m_sections->path();
}

quint64 SegmentFile::hash() const
{
    return m_sections->header().hash;
}

qint64 SegmentFile::bytes() const
{
    return qint64(m_sections->header().fileSize);
}

qint64 SegmentFile::residentBytes() const
{
    return m_sections->residentBytes();
}

void SegmentFile::letGo() const
{
    m_sections->letGo();
}

Result<void> SegmentFile::verify(const std::stop_token &stop) const
{
    return m_sections->verify(stop);
}

} // namespace Lectern
