#include "search/storedarticles.h"

#include "text/articlecodec.h"

#include <zstd.h>

#include <algorithm>

namespace Lectern {

namespace {

/// More than this no article takes: see decodeArticle().
constexpr unsigned long long mostBytes = 512ULL * 1024 * 1024;

struct FreeContext
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

/// Contexts are dear to make and for one thread each.
ZSTD_DCtx *context()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    return context.get();
}

/// The entry of an array of texts one behind the other; empty when it does not lie within.
template <typename T>
std::span<const T> entry(std::span<const T> all, std::span<const quint64> ends, size_t index)
{
    if (index >= ends.size())
        return {};
    const quint64 start = index == 0 ? 0 : ends[index - 1];
    const quint64 end = ends[index];
    return start <= end && end <= all.size() ? all.subspan(start, end - start) : std::span<const T>();
}

QString text(std::span<const char> bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

} // namespace

/// The dictionary of Zstandard, made ready for use.
struct StoredArticles::Dictionary
{
    explicit Dictionary(std::span<const quint8> bytes)
        : ready(bytes.empty() ? nullptr : ZSTD_createDDict(bytes.data(), bytes.size()))
    {}
    ~Dictionary() { ZSTD_freeDDict(ready); }
    Q_DISABLE_COPY_MOVE(Dictionary)

    ZSTD_DDict *ready;
};

StoredArticles::StoredArticles(const Arrays &arrays, std::shared_ptr<const void> owner)
    : m_owner(std::move(owner))
    , m_arrays(arrays)
    , m_dictionary(std::make_unique<const Dictionary>(arrays.dictionary))
{}

StoredArticles::~StoredArticles() = default;

ArticlePtr StoredArticles::article(quint32 doc) const
{
    if (ArticlePtr known = m_recent.find(doc))
        return known;
    const Result<ArticlePtr> decoded = decodeArticle(encoded(doc));
    if (!decoded || (*decoded)->id() != id(doc))
        return standIn(doc);
    m_recent.keep(doc, *decoded);
    return *decoded;
}

ArticlePtr StoredArticles::standIn(quint32 doc) const
{
    const ArticlePlace where = place(doc);
    ArticleDraft draft;
    draft.source.path = where.path;
    draft.source.part = where.part;
    draft.text =
        QStringLiteral("The stored text of this article is damaged. Read its file again: %1").arg(where.path);
    draft.text.replace(QLatin1Char('\r'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    draft.blocks.push_back({BlockKind::Paragraph, 0, {0, draft.text.size()}});
    draft.confidence = 0;
    draft.warnings += QStringLiteral("The stored text is damaged.");
    deriveTitle(draft, where.path);
    return Article::make(std::move(draft));
}

ArticleId StoredArticles::id(quint32 doc) const
{
    const Id &bytes = m_arrays.ids[doc];
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
            .toHex());
}

ArticlePlace StoredArticles::place(quint32 doc) const
{
    return {text(entry(m_arrays.paths, m_arrays.pathEnds, m_arrays.pathOf[doc])),
            text(entry(m_arrays.parts, m_arrays.partEnds, doc))};
}

std::vector<quint32> StoredArticles::findAt(const ArticlePlace &place) const
{
    const auto isIt = [](std::span<const char> bytes, const QByteArray &wanted) {
        return std::equal(bytes.begin(), bytes.end(), wanted.begin(), wanted.end());
    };
    const QByteArray path = place.path.toUtf8();
    const QByteArray part = place.part.toUtf8();
    std::vector<quint32> found;
    for (size_t number = 0; number < m_arrays.pathEnds.size(); ++number) {
        if (!isIt(entry(m_arrays.paths, m_arrays.pathEnds, number), path))
            continue;
        for (quint32 doc = 0; doc < size(); ++doc)
            if (m_arrays.pathOf[doc] == number && isIt(entry(m_arrays.parts, m_arrays.partEnds, doc), part))
                found.push_back(doc);
    }
    return found;
}

QByteArray StoredArticles::encoded(quint32 doc) const
{
    const std::span<const quint8> frame = entry(m_arrays.frames, m_arrays.frameEnds, doc);
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (frame.empty() || size > mostBytes || !context()) // errors are greater than any size
        return {};
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const size_t read = m_dictionary->ready
                            ? ZSTD_decompress_usingDDict(context(), bytes.data(), size, frame.data(),
                                                         frame.size(), m_dictionary->ready)
                            : ZSTD_decompressDCtx(context(), bytes.data(), size, frame.data(), frame.size());
    return read == size ? bytes : QByteArray();
}

} // namespace Lectern
