#include "search/articleswriting.h"

#include "search/storedarticles.h"

#include <QHash>

#include <zdict.h>
#include <zstd.h>

#include <algorithm>

namespace Lectern {

using namespace SegmentFormat;

namespace {

constexpr int level = 3;
/// A dictionary is trained with so many articles, and pays where these are short and many.
constexpr quint32 mostSamples = 600;
constexpr quint32 fewestSamples = 200;
constexpr size_t longestSample = 16 * 1024;
constexpr size_t dictionaryBytes = 64 * 1024;

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

/// Empty when it would not pay.
QByteArray trainDictionary(const ArticleSource &articles)
{
    const quint32 count = std::min(articles.size(), mostSamples);
    if (count < fewestSamples)
        return {};
    QByteArray samples;
    std::vector<size_t> sizes;
    for (quint32 i = 0; i < count; ++i) {
        const QByteArray sample = articles.encoded(quint32(quint64(i) * articles.size() / count));
        const auto size = std::min<qsizetype>(sample.size(), qsizetype(longestSample));
        samples.append(sample.constData(), size);
        sizes.push_back(size_t(size));
    }
    QByteArray dictionary(qsizetype(dictionaryBytes), Qt::Uninitialized);
    const size_t size = ZDICT_trainFromBuffer(dictionary.data(), size_t(dictionary.size()), samples.constData(),
                                              sizes.data(), unsigned(sizes.size()));
    if (ZDICT_isError(size)) // samples that have nothing in common
        return {};
    dictionary.truncate(qsizetype(size));
    return dictionary;
}

std::span<const char> bytesOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

template <typename T>
std::span<const T> spanOf(const std::vector<T> &values)
{
    return values;
}

/// Where articles come from, a path that many share once.
void writePlaces(const ArticleSource &articles, SectionWriter *writer)
{
    QHash<QString, quint32> known;
    std::vector<quint32> pathOf;
    std::vector<quint64> pathEnds;
    std::vector<quint64> partEnds;
    QByteArray paths;
    QByteArray parts;
    for (quint32 doc = 0; doc < articles.size(); ++doc) {
        const ArticlePlace place = articles.place(doc);
        const auto found = known.constFind(place.path);
        if (found == known.constEnd()) {
            known.insert(place.path, quint32(pathEnds.size()));
            pathOf.push_back(quint32(pathEnds.size()));
            paths += place.path.toUtf8();
            pathEnds.push_back(quint64(paths.size()));
        } else {
            pathOf.push_back(*found);
        }
        parts += place.part.toUtf8();
        partEnds.push_back(quint64(parts.size()));
    }
    writer->write(PathOf, spanOf(pathOf));
    writer->write(PathEnds, spanOf(pathEnds));
    writer->write(Paths, bytesOf(paths));
    writer->write(PartEnds, spanOf(partEnds));
    writer->write(Parts, bytesOf(parts));
}

} // namespace

Result<void> writeArticles(const ArticleSource &articles, const std::stop_token &stop, SectionWriter *writer)
{
    const QByteArray dictionary = trainDictionary(articles);
    const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    if (!dictionary.isEmpty())
        ZSTD_CCtx_loadDictionary(context.get(), dictionary.constData(), size_t(dictionary.size()));

    std::vector<quint64> ends;
    std::vector<StoredArticles::Id> ids;
    std::vector<quint32> units;
    QByteArray frame;
    quint64 end = 0;
    writer->begin(Frames, 1);
    for (quint32 doc = 0; doc < articles.size() && writer->ok(); ++doc) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("The index was not written to its end."), QString()};
        const QByteArray article = articles.encoded(doc);
        if (article.isEmpty()) {
            return Error{ErrorKind::Damaged, QStringLiteral("The stored text of an article is damaged. Read its file "
                                                            "again."),
                         articles.place(doc).path};
        }
        frame.resize(qsizetype(ZSTD_compressBound(size_t(article.size()))));
        const size_t size = ZSTD_compress2(context.get(), frame.data(), size_t(frame.size()), article.constData(),
                                           size_t(article.size()));
        Q_ASSERT(!ZSTD_isError(size));
        writer->append(frame.constData(), size);
        ends.push_back(end += size);
        const QByteArray id = QByteArray::fromHex(articles.id(doc).toLatin1());
        StoredArticles::Id &bytes = ids.emplace_back();
        std::copy_n(id.constData(), std::min<size_t>(size_t(id.size()), bytes.size()), bytes.begin());
        units.push_back(articles.textUnits(doc));
    }
    writer->end();
    writer->write(FrameEnds, spanOf(ends));
    writer->write(FrameDictionary, bytesOf(dictionary));
    writer->write(ArticleIds, spanOf(ids));
    writer->write(TextUnits, spanOf(units));
    writePlaces(articles, writer);
    return {};
}

} // namespace Lectern
