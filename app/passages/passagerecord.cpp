#include "passages/passagerecord.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>
#include <limits>

namespace Lectern {

namespace {

constexpr qint64 noTime = std::numeric_limits<qint64>::min();

class Writer
{
public:
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes += char(value | 0x80);
        m_bytes += char(value);
    }
    void integer(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void boolean(bool value) { number(value ? 1 : 0); }
    void bytes(QByteArrayView value)
    {
        number(quint64(value.size()));
        m_bytes += value;
    }
    void string(const QString &value)
    {
        const bool isValid = value.isValidUtf16();
        boolean(!isValid);
        if (isValid)
            bytes(value.toUtf8());
        else
            bytes(QByteArrayView(reinterpret_cast<const char *>(value.utf16()),
                                 value.size() * qsizetype(sizeof(char16_t))));
    }
    void strings(const QStringList &values)
    {
        number(quint64(values.size()));
        for (const QString &value : values)
            string(value);
    }
    void range(TextRange range)
    {
        integer(range.start);
        integer(range.end);
    }
    void ranges(const std::vector<TextRange> &values)
    {
        number(values.size());
        for (const TextRange &value : values)
            range(value);
    }
    void time(const QDateTime &time) { integer(time.isValid() ? time.toMSecsSinceEpoch() : noTime); }

    const QByteArray &result() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// All that it answers after something was wrong is empty.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {}

    /// Whether all was well and nothing is left.
    bool isDone() const { return m_ok && m_at == m_end; }

    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; m_at != m_end && shift < 64; shift += 7) {
            const auto byte = quint8(*m_at++);
            value |= quint64(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        return fail();
    }
    qint64 integer()
    {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    bool boolean() { return number() != 0; }
    QByteArrayView bytes()
    {
        const quint64 size = number();
        if (size > left()) {
            fail();
            return {};
        }
        const QByteArrayView value(m_at, qsizetype(size));
        m_at += size;
        return value;
    }
    QString string()
    {
        const bool isUtf16 = boolean();
        const QByteArrayView value = bytes();
        if (!isUtf16)
            return value.isEmpty() ? QString() : QString::fromUtf8(value);
        QString units(value.size() / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
        std::memcpy(units.data(), value.data(), size_t(units.size()) * sizeof(char16_t));
        return units;
    }
    /// The size of a list, of which every element takes a byte at least.
    quint64 size()
    {
        const quint64 size = number();
        return size > left() ? fail() : size;
    }
    QStringList strings()
    {
        QStringList values;
        for (quint64 left = size(); left > 0 && m_ok; --left)
            values += string();
        return values;
    }
    TextRange range()
    {
        const qint64 start = integer();
        const qint64 end = integer();
        if (start < 0 || start > end)
            fail();
        return m_ok ? TextRange{start, end} : TextRange();
    }
    std::vector<TextRange> ranges()
    {
        std::vector<TextRange> values;
        for (quint64 left = size(); left > 0 && m_ok; --left)
            values.push_back(range());
        return values;
    }
    QDateTime time()
    {
        const qint64 ms = integer();
        return ms == noTime || !m_ok ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    }

private:
    quint64 left() const { return quint64(m_end - m_at); }
    quint64 fail()
    {
        m_ok = false;
        m_at = m_end;
        return 0;
    }

    const char *m_at;
    const char *m_end;
    bool m_ok = true;
};

QByteArray articlePart(const Passage &passage)
{
    Writer writer;
    writer.string(passage.article);
    writer.string(passage.source.path);
    writer.string(passage.source.part);
    writer.bytes(passage.source.sha256);
    writer.integer(passage.source.bytes);
    writer.string(passage.source.format);
    writer.string(passage.source.encoding);
    writer.boolean(passage.source.encodingGuessed);
    writer.integer(passage.source.modifiedMs);
    writer.bytes(passage.textSha256);
    writer.integer(passage.canonVersion);
    writer.string(passage.title);
    writer.boolean(passage.titleDerived);
    writer.strings(passage.authors);
    writer.string(passage.outlet);
    writer.string(passage.published.toIsoAsGiven());
    writer.string(passage.url);
    writer.string(passage.language);
    return writer.result();
}

bool readArticlePart(QByteArrayView bytes, Passage &passage)
{
    Reader reader(bytes);
    passage.article = reader.string();
    passage.source.path = reader.string();
    passage.source.part = reader.string();
    passage.source.sha256 = reader.bytes().toByteArray();
    passage.source.bytes = reader.integer();
    passage.source.format = reader.string();
    passage.source.encoding = reader.string();
    passage.source.encodingGuessed = reader.boolean();
    passage.source.modifiedMs = reader.integer();
    passage.textSha256 = reader.bytes().toByteArray();
    passage.canonVersion = int(reader.integer());
    passage.title = reader.string();
    passage.titleDerived = reader.boolean();
    passage.authors = reader.strings();
    passage.outlet = reader.string();
    passage.published = PartialDate::fromIso(reader.string());
    passage.url = reader.string();
    passage.language = reader.string();
    return reader.isDone();
}

void write(Writer &writer, const EarlierWords &words)
{
    writer.string(words.quote);
    writer.ranges(words.omitted);
    writer.string(words.article);
    writer.string(words.path);
    writer.bytes(words.sha256);
    writer.bytes(words.textSha256);
    writer.integer(words.canonVersion);
    writer.range(words.range);
    writer.time(words.until);
}

EarlierWords readEarlier(Reader &reader)
{
    EarlierWords words;
    words.quote = reader.string();
    words.omitted = reader.ranges();
    words.article = reader.string();
    words.path = reader.string();
    words.sha256 = reader.bytes().toByteArray();
    words.textSha256 = reader.bytes().toByteArray();
    words.canonVersion = int(reader.integer());
    words.range = reader.range();
    words.until = reader.time();
    return words;
}

} // namespace

QByteArray toRecord(const Passage &passage)
{
    Writer writer;
    writer.bytes(articlePart(passage));
    writer.string(passage.id);
    writer.range(passage.range);
    writer.range(passage.codePoints);
    writer.integer(passage.paragraph);
    writer.range(passage.inParagraph);
    writer.string(passage.quote);
    writer.ranges(passage.omitted);
    writer.string(passage.prefix);
    writer.string(passage.suffix);
    writer.string(passage.sentenceBefore);
    writer.string(passage.sentenceAfter);
    writer.integer(passage.occurrences);
    writer.string(passage.note);
    writer.strings(passage.tags);
    writer.number(quint64(passage.colour));
    writer.boolean(passage.starred);
    writer.time(passage.created);
    writer.time(passage.modified);
    writer.number(passage.earlier.size());
    for (const EarlierWords &words : passage.earlier)
        write(writer, words);
    writer.string(passage.declined);
    return writer.result();
}

quint64 recordHash(QByteArrayView record)
{
    return XXH3_64bits(record.data(), size_t(record.size()));
}

std::optional<Passage> PassageRecordReader::read(QByteArrayView record)
{
    Reader reader(record);
    if (const QByteArrayView article = reader.bytes(); article != m_article || m_article.isEmpty()) {
        m_article.clear();
        m_last = Passage();
        if (!readArticlePart(article, m_last))
            return {};
        m_article = article.toByteArray();
    }

    Passage passage = m_last;
    passage.id = reader.string();
    passage.range = reader.range();
    passage.codePoints = reader.range();
    passage.paragraph = int(reader.integer());
    passage.inParagraph = reader.range();
    passage.quote = reader.string();
    passage.omitted = reader.ranges();
    passage.prefix = reader.string();
    passage.suffix = reader.string();
    passage.sentenceBefore = reader.string();
    passage.sentenceAfter = reader.string();
    passage.occurrences = int(reader.integer());
    passage.note = reader.string();
    passage.tags = reader.strings();
    const quint64 colour = reader.number();
    passage.colour = colour < markColourCount ? MarkColour(colour) : MarkColour::Yellow;
    passage.starred = reader.boolean();
    passage.created = reader.time();
    passage.modified = reader.time();
    for (quint64 left = reader.size(); left > 0; --left)
        passage.earlier.push_back(readEarlier(reader));
    passage.declined = reader.string();
    if (!reader.isDone() || passage.id.isEmpty() || passage.quote.isEmpty())
        return {};
    return passage;
}

} // namespace Lectern
