#include "import/textdecoding.h"

#include "import/encodings.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype sampleBytes = 64 * 1024;
constexpr QChar replacement = QChar::ReplacementCharacter;

struct Mark
{
    QByteArrayView bytes;
    const char *encoding;
};

// UTF-32LE stands before UTF-16LE, whose mark it begins with.
constexpr std::array<Mark, 5> marks{{
    {QByteArrayView("\xEF\xBB\xBF", 3), "UTF-8"},
    {QByteArrayView("\xFF\xFE\x00\x00", 4), "UTF-32LE"},
    {QByteArrayView("\x00\x00\xFE\xFF", 4), "UTF-32BE"},
    {QByteArrayView("\xFF\xFE", 2), "UTF-16LE"},
    {QByteArrayView("\xFE\xFF", 2), "UTF-16BE"},
}};

const Mark *markOf(QByteArrayView bytes)
{
    for (const Mark &mark : marks)
        if (bytes.startsWith(mark.bytes))
            return &mark;
    return nullptr;
}

struct Converted
{
    QString text;
    qsizetype replaced = 0;
};

void replaceInvalid(const void *context, UConverterToUnicodeArgs *args, const char *, int32_t,
                    UConverterCallbackReason reason, UErrorCode *status)
{
    if (reason > UCNV_IRREGULAR)
        return;
    ++*static_cast<qsizetype *>(const_cast<void *>(context));
    *status = U_ZERO_ERROR;
    const UChar mark = replacement.unicode();
    ucnv_cbToUWriteUChars(args, &mark, 1, 0, status);
}

Converted convertUtf8(QByteArrayView bytes)
{
    Converted result{QString::fromUtf8(bytes), 0};
    if (!bytes.isValidUtf8())
        result.replaced = std::max<qsizetype>(1, result.text.count(replacement) -
                                                     bytes.toByteArray().count("\xEF\xBF\xBD"));
    return result;
}

Converted convert(QByteArrayView bytes, const Encoding &encoding)
{
    if (qstrcmp(encoding.name, "UTF-8") == 0)
        return convertUtf8(bytes);
    Converted result;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.converter, &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status))
        return {QString::fromLatin1(bytes), 1};
    ucnv_setToUCallBack(converter.get(), replaceInvalid, &result.replaced, nullptr, nullptr, &status);

    std::array<UChar, 16384> buffer;
    const char *source = bytes.data();
    const char *end = source + bytes.size();
    do {
        UChar *target = buffer.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, true,
                       &status);
        result.text.append(QStringView(buffer.data(), target - buffer.data()));
    } while (status == U_BUFFER_OVERFLOW_ERROR);

    // Bytes that a legacy code page leaves unassigned come as C1 controls, which no text means.
    if (!QByteArrayView(encoding.name).startsWith("UTF"))
        for (QChar &c : result.text)
            if (c.unicode() >= 0x80 && c.unicode() < 0xA0 && c.unicode() != 0x85) {
                c = replacement;
                ++result.replaced;
            }
    return result;
}

qsizetype highBytes(QByteArrayView bytes)
{
    return std::count_if(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x80; });
}

/// UTF-16 and UTF-32 without a mark, by where their zero bytes stand; null for everything else.
const Encoding *wideEncoding(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min<qsizetype>(bytes.size(), 4096) / 4 * 4);
    if (sample.size() < 8)
        return nullptr;
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[size_t(i % 4)] += sample[i] == 0;
    const qsizetype quarter = sample.size() / 4;
    const auto most = [&](int i) { return zeros[size_t(i)] * 10 >= quarter * 6; };
    const auto few = [&](int i) { return zeros[size_t(i)] * 100 <= quarter; };
    if (few(0) && most(2) && most(3) && zeros[3] == quarter)
        return encodingForLabel("UTF-32LE");
    if (few(3) && most(0) && most(1) && zeros[0] == quarter)
        return encodingForLabel("UTF-32BE");
    const qsizetype even = zeros[0] + zeros[2];
    const qsizetype odd = zeros[1] + zeros[3];
    if (odd * 5 >= quarter * 2 && even * 50 <= odd)
        return encodingForLabel("UTF-16LE");
    if (even * 5 >= quarter * 2 && odd * 50 <= even)
        return encodingForLabel("UTF-16BE");
    return nullptr;
}

/// UTF-8 that was cut off or damaged in few places: far more good sequences than bad ones.
bool isNearlyUtf8(QByteArrayView bytes)
{
    const Converted read = convertUtf8(bytes);
    const qsizetype good =
        std::count_if(read.text.begin(), read.text.end(), [](QChar c) { return c.unicode() >= 0x80; }) -
        read.replaced;
    const bool cutAtEnd =
        read.replaced <= 3 &&
        QStringView(read.text).chopped(std::min<qsizetype>(3, read.text.size())).count(replacement) == 0;
    return good >= read.replaced * 10 || (good >= 1 && cutAtEnd);
}

/// windows-1252 is certain when everything beyond ASCII is its typographic punctuation, where other code
/// pages have letters.
bool isTypographyOnly(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) {
        const uchar byte = uchar(c);
        return byte < 0x80 || byte == 0x85 || (byte >= 0x91 && byte <= 0x97) || byte == 0xA0;
    });
}

const Encoding *uchardetOf(QByteArrayView bytes)
{
    const auto high = std::find_if(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x80; });
    const qsizetype start =
        high == bytes.end() ? 0 : std::max<qsizetype>(0, (high - bytes.begin()) - sampleBytes / 8);
    const QByteArrayView sample = bytes.sliced(start, std::min(sampleBytes, bytes.size() - start));
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), sample.data(), size_t(sample.size())) != 0)
        return nullptr;
    uchardet_data_end(detector.get());
    return encodingForLabel(uchardet_get_charset(detector.get()));
}

/// The escape sequences of the seven-bit encodings of East Asia, which are valid ASCII, too.
const Encoding *escapedEncoding(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min<qsizetype>(bytes.size(), sampleBytes));
    if (!sample.contains("\x1B$") && !sample.contains("~{"))
        return nullptr;
    const Encoding *encoding = uchardetOf(sample);
    if (encoding == nullptr || !(QByteArrayView(encoding->name).startsWith("ISO-2022") ||
                                 qstrcmp(encoding->name, "HZ-GB-2312") == 0))
        return nullptr;
    return convert(bytes, *encoding).replaced == 0 ? encoding : nullptr;
}

DecodedText decodedAs(QByteArrayView bytes, const Encoding &encoding, bool guessed)
{
    Converted converted = convert(bytes, encoding);
    return {std::move(converted.text), QString::fromLatin1(encoding.name), guessed, converted.replaced, {}};
}

DecodedText choose(const QByteArray &bytes, const QByteArray &declared)
{
    if (const Mark *mark = markOf(bytes))
        return decodedAs(QByteArrayView(bytes).sliced(mark->bytes.size()), *encodingForLabel(mark->encoding),
                         false);
    const Encoding *utf8 = encodingForLabel("UTF-8");
    const Encoding *wide = wideEncoding(bytes);
    if (wide == nullptr && bytes.isValidUtf8()) {
        const Encoding *escaped = escapedEncoding(bytes);
        return decodedAs(bytes, escaped != nullptr ? *escaped : *utf8, escaped != nullptr);
    }
    if (wide != nullptr)
        return decodedAs(bytes, *wide, true);
    if (isNearlyUtf8(bytes))
        return decodedAs(bytes, *utf8, false);

    const qsizetype high = std::max<qsizetype>(1, highBytes(bytes));
    // Bytes that show their declaration in ASCII cannot be UTF-16 or UTF-32, whatever it says.
    const Encoding *named = encodingForLabel(declared);
    if (named != nullptr && !QByteArrayView(named->name).startsWith("UTF")) {
        DecodedText text = decodedAs(bytes, *named, false);
        if (text.replaced * 50 <= high)
            return text;
    }
    const Encoding *western = encodingForLabel("windows-1252");
    if (const Encoding *likely = isTypographyOnly(bytes) ? western : uchardetOf(bytes)) {
        DecodedText text = decodedAs(bytes, *likely, true);
        if (text.replaced * 20 <= high)
            return text;
    }
    return decodedAs(bytes, *western, true);
}

/// UTF-8 that was once read as windows-1252 and saved so: pairs that no language writes.
bool looksTwiceEncoded(QStringView text)
{
    const QStringView sample = text.first(std::min<qsizetype>(text.size(), 200'000));
    qsizetype pairs = 0;
    for (qsizetype i = 0; i + 1 < sample.size(); ++i) {
        const char16_t first = sample[i].unicode();
        const char16_t second = sample[i + 1].unicode();
        if (first == u'\u00C3')
            pairs += second == u'\u00A9' || second == u'\u00BC' || second == u'\u00B6' || second == u'\u00A1';
        else if (first == u'\u00E2' && second == u'\u20AC' && i + 2 < sample.size())
            pairs += sample[i + 2] == u'\u2122' || sample[i + 2] == u'\u0153';
    }
    return pairs >= 3;
}

} // namespace

DecodedText decodeText(const QByteArray &bytes, const QByteArray &declared)
{
    DecodedText decoded = choose(bytes, declared);
    if (decoded.replaced > 0)
        decoded.warnings << u"%1 %2 not valid %3 and shown as \uFFFD."_s.arg(decoded.replaced)
                                .arg(decoded.replaced == 1 ? u"place is"_s : u"places are"_s,
                                     decoded.encoding);
    if (looksTwiceEncoded(decoded.text))
        decoded.warnings << u"Some letters look as if the file had been saved in a wrong encoding before."_s;
    return decoded;
}

QByteArray declaredEncoding(const QByteArray &bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 4096)).toLower();
    const auto valueAfter = [&head](qsizetype at) {
        while (at < head.size() && QByteArrayView(" \t\r\n=\"'").contains(head[at]))
            ++at;
        qsizetype end = at;
        while (end < head.size() && !QByteArrayView(" \t\r\n\"';/>?").contains(head[end]))
            ++end;
        return head.mid(at, end - at);
    };
    if (head.trimmed().startsWith("<?xml")) {
        const qsizetype at = head.indexOf("encoding");
        if (at > 0 && at < head.indexOf("?>"))
            return valueAfter(at + 8);
    }
    for (qsizetype meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
        const qsizetype end = head.indexOf('>', meta);
        const qsizetype charset = head.indexOf("charset", meta);
        if (charset > 0 && (end < 0 || charset < end))
            return valueAfter(charset + 7);
    }
    return {};
}

bool isBinary(const QByteArray &bytes)
{
    if (markOf(bytes) != nullptr || wideEncoding(bytes) != nullptr)
        return false;
    const QByteArrayView sample = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 256 * 1024));
    // Without branches: every importer asks this of every file.
    qsizetype controls = 0;
    for (const char c : sample) {
        const uchar byte = uchar(c);
        controls += qsizetype(byte < 0x20) & ~(qsizetype(byte >= 0x07) & qsizetype(byte <= 0x0D)) &
                    ~qsizetype(byte == 0x1B);
        controls += qsizetype(byte == 0x7F);
    }
    return controls * 100 > sample.size();
}

} // namespace Lectern
