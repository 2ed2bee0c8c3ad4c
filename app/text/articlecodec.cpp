#include "text/articlecodec.h"

#include "text/fieldreader.h"

#include <QCborStreamWriter>

#include <algorithm>
#include <limits>

namespace Lectern {

namespace {

/// Raised whenever older programs would misread what is written.
constexpr int formatVersion = 1;

constexpr qsizetype maximumBytes = 512 * 1024 * 1024;
constexpr qsizetype maximumText = 64 * 1024 * 1024; ///< UTF-16 units
constexpr qint64 blockFields = 4;                   ///< kind, level, start, end
constexpr qint64 spanFields = 3;                    ///< kind, start, end; links add their target

/// Keys of the map, which is written and read in this order. Numbers, so that small articles stay small.
enum Key : int {
    KeyVersion,
    KeyPath,
    KeyPart,
    KeySha256,
    KeyBytes,
    KeyFormat,
    KeyEncoding,
    KeyEncodingGuessed,
    KeyModifiedMs,
    KeyTitle,
    KeyTitleDerived,
    KeyAuthors,
    KeyOutlet,
    KeyPublished,
    KeyModified,
    KeyUrl,
    KeyLanguage,
    KeyText,
    KeyBlocks,
    KeySpans,
    KeyConfidence,
    KeyWarnings,
    KeyTags,
    KeyExtra,
    KeyCount
};

/// Canonical text holds no CR and none of the code points that views use for themselves.
bool isCanonical(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\r' || c == QChar(0xfdd0) || c == QChar(0xfdd1) || c == QChar(0xfffe) ||
               c == QChar(0xffff);
    });
}

/// Blocks must cover the text without a gap but the one line break between two of them.
void readBlocks(FieldReader &reader, ArticleDraft *draft)
{
    const QString &text = draft->text;
    const qint64 fields = reader.beginArray();
    if (fields % blockFields != 0)
        reader.fail();
    qsizetype expected = 0;
    for (qint64 i = 0; i < fields && reader.ok(); i += blockFields) {
        const qint64 kind = reader.integer(0);
        const qint64 level = reader.integer(0);
        const qint64 start = reader.integer(0);
        const qint64 end = reader.integer(0);
        const bool fits = kind <= qint64(BlockKind::Rule) && level <= std::numeric_limits<quint8>::max() &&
                          start == expected && end > start && end <= text.size();
        if (!reader.ok() || !fits || (end < text.size() && text[end] != u'\n'))
            return reader.fail();
        draft->blocks.push_back({BlockKind(kind), quint8(level), {start, end}});
        expected = end + 1;
    }
    if (expected != (text.isEmpty() ? 0 : text.size() + 1))
        reader.fail();
    reader.leave();
}

void readSpans(FieldReader &reader, ArticleDraft *draft)
{
    auto block = draft->blocks.begin();
    qint64 previous = 0;
    for (qint64 left = reader.beginArray(); left > 0 && reader.ok(); left -= spanFields) {
        const qint64 kind = reader.integer(0);
        const TextRange range{reader.integer(previous), reader.integer(0)};
        while (block != draft->blocks.end() && block->range.end <= range.start)
            ++block;
        if (!reader.ok() || kind > qint64(SpanKind::Subscript) || range.isEmpty() || left < spanFields ||
            block == draft->blocks.end() || !block->range.contains(range))
            return reader.fail();
        Span span{SpanKind(kind), range, {}};
        if (span.kind == SpanKind::Link) {
            span.target = reader.string();
            --left;
        }
        draft->spans.push_back(std::move(span));
        previous = range.start;
    }
    reader.leave();
}

bool isSha256(const QByteArray &hash)
{
    constexpr qsizetype hexDigits = 64;
    return hash.isEmpty() || (hash.size() == hexDigits && std::all_of(hash.begin(), hash.end(), [](char c) {
                                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                              }));
}

void write(QCborStreamWriter &writer, const QStringList &strings)
{
    writer.startArray(quint64(strings.size()));
    for (const QString &string : strings)
        writer.append(string);
    writer.endArray();
}

void write(QCborStreamWriter &writer, const std::vector<Block> &blocks)
{
    writer.startArray(quint64(blocks.size()) * blockFields);
    for (const Block &block : blocks) {
        writer.append(qint64(block.kind));
        writer.append(qint64(block.level));
        writer.append(qint64(block.range.start));
        writer.append(qint64(block.range.end));
    }
    writer.endArray();
}

void write(QCborStreamWriter &writer, const std::vector<Span> &spans)
{
    const auto links = std::count_if(spans.begin(), spans.end(),
                                     [](const Span &span) { return span.kind == SpanKind::Link; });
    writer.startArray(quint64(spans.size()) * spanFields + quint64(links));
    for (const Span &span : spans) {
        writer.append(qint64(span.kind));
        writer.append(qint64(span.range.start));
        writer.append(qint64(span.range.end));
        if (span.kind == SpanKind::Link)
            writer.append(span.target);
    }
    writer.endArray();
}

void write(QCborStreamWriter &writer, const QMap<QString, QString> &map)
{
    writer.startMap(quint64(map.size()));
    for (auto it = map.begin(); it != map.end(); ++it) {
        writer.append(it.key());
        writer.append(it.value());
    }
    writer.endMap();
}

} // namespace

QByteArray encodeArticle(const Article &article)
{
    const ArticleDraft &draft = article.draft();
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    const auto at = [&writer](Key key) -> QCborStreamWriter & {
        writer.append(qint64(key));
        return writer;
    };
    writer.startMap(KeyCount);
    at(KeyVersion).append(formatVersion);
    at(KeyPath).append(draft.source.path);
    at(KeyPart).append(draft.source.part);
    at(KeySha256).append(draft.source.sha256);
    at(KeyBytes).append(draft.source.bytes);
    at(KeyFormat).append(draft.source.format);
    at(KeyEncoding).append(draft.source.encoding);
    at(KeyEncodingGuessed).append(draft.source.encodingGuessed);
    at(KeyModifiedMs).append(draft.source.modifiedMs);
    at(KeyTitle).append(draft.title);
    at(KeyTitleDerived).append(draft.titleDerived);
    write(at(KeyAuthors), draft.authors);
    at(KeyOutlet).append(draft.outlet);
    at(KeyPublished).append(draft.published.toIsoAsGiven());
    at(KeyModified).append(draft.modified.toIsoAsGiven());
    at(KeyUrl).append(draft.url);
    at(KeyLanguage).append(draft.language);
    at(KeyText).append(draft.text);
    write(at(KeyBlocks), draft.blocks);
    write(at(KeySpans), draft.spans);
    at(KeyConfidence).append(draft.confidence);
    write(at(KeyWarnings), draft.warnings);
    write(at(KeyTags), draft.tags);
    write(at(KeyExtra), draft.extra);
    writer.endMap();
    return bytes;
}

Result<ArticlePtr> decodeArticle(const QByteArray &bytes)
{
    ArticleDraft draft;
    const auto malformed = [&draft] {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("The stored article is damaged. Read its file again."),
                     draft.source.path};
    };
    if (bytes.size() > maximumBytes)
        return malformed();
    FieldReader reader(bytes);
    reader.beginMap(KeyCount);
    if (reader.at(KeyVersion).integer() != formatVersion)
        return malformed();
    draft.source.path = reader.at(KeyPath).string();
    draft.source.part = reader.at(KeyPart).string();
    draft.source.sha256 = reader.at(KeySha256).byteArray();
    draft.source.bytes = reader.at(KeyBytes).integer(0);
    draft.source.format = reader.at(KeyFormat).string();
    draft.source.encoding = reader.at(KeyEncoding).string();
    draft.source.encodingGuessed = reader.at(KeyEncodingGuessed).boolean();
    draft.source.modifiedMs = reader.at(KeyModifiedMs).integer();
    draft.title = reader.at(KeyTitle).string();
    draft.titleDerived = reader.at(KeyTitleDerived).boolean();
    draft.authors = reader.at(KeyAuthors).strings();
    draft.outlet = reader.at(KeyOutlet).string();
    draft.published = reader.at(KeyPublished).date();
    draft.modified = reader.at(KeyModified).date();
    draft.url = reader.at(KeyUrl).string();
    draft.language = reader.at(KeyLanguage).string();
    draft.text = reader.at(KeyText).string(maximumText);
    readBlocks(reader.at(KeyBlocks), &draft);
    readSpans(reader.at(KeySpans), &draft);
    draft.confidence = reader.at(KeyConfidence).fraction();
    draft.warnings = reader.at(KeyWarnings).strings();
    draft.tags = reader.at(KeyTags).strings();
    draft.extra = reader.at(KeyExtra).stringMap(maximumText);
    reader.endMap();
    if (!reader.ok() || !isSha256(draft.source.sha256) || !isCanonical(draft.text))
        return malformed();
    return Article::make(std::move(draft));
}

} // namespace Lectern
