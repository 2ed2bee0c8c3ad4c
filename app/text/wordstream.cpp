#include "text/wordstream.h"

#include "text/asciirun.h"

#include <algorithm>
#include <cstring>

namespace Lectern {

namespace {

constexpr size_t block = 8; ///< bytes that the hash takes at a time

// The standard has no type for what a multiplication of two 64-bit numbers makes.
__extension__ using Product = unsigned __int128;

/// Two halves of 2^64 over the golden ratio and of the square root of 3: odd, and without pattern.
constexpr quint64 lengthFactor = 0x9e3779b97f4a7c15;
constexpr quint64 blockFactor = 0xbb67ae8584caa73b;

quint64 multiplied(quint64 hash, quint64 factor)
{
    const Product product = Product(hash) * factor;
    return quint64(product) ^ quint64(product >> 64);
}

quint64 hashBegin(size_t length)
{
    return length * lengthFactor;
}

quint64 hashOn(quint64 hash, const char *bytes)
{
    return multiplied(hash ^ qFromLittleEndian<quint64>(bytes), blockFactor);
}

/// Once more, because one product leaves the last block's pattern in the low bits.
quint64 hashEnd(quint64 hash)
{
    return multiplied(hash ^ blockFactor, lengthFactor);
}

/// The hash of a term that is zero up to the next multiple of 8 bytes.
quint64 paddedHash(const char *term, size_t length)
{
    quint64 hash = hashBegin(length);
    for (size_t i = 0; i < length; i += block)
        hash = hashOn(hash, term + i);
    return hashEnd(hash);
}

constexpr size_t padded(size_t length)
{
    return (length + block - 1) / block * block;
}

/// Whether what is before may belong to it, too, however plain that is.
constexpr bool isAttached(SimpleClass c)
{
    return c == SimpleClass::NotSimple || c == SimpleClass::Mark;
}

} // namespace

quint64 termHash(QByteArrayView term)
{
    const auto length = size_t(term.size());
    quint64 hash = hashBegin(length);
    size_t i = 0;
    for (; i + block <= length; i += block)
        hash = hashOn(hash, term.data() + i);
    if (i < length) {
        std::array<char, block> last{};
        std::copy(term.begin() + qsizetype(i), term.end(), last.begin());
        hash = hashOn(hash, last.data());
    }
    return hashEnd(hash);
}

WordStream::WordStream() = default;

void WordStream::begin(QStringView text)
{
    m_text = text;
    m_begin = text.utf16();
    m_end = m_begin + text.size();
    m_at = m_begin;
    m_position = 0;
    m_icu.begin(text);
    m_shownOfIcu = 0;
}

inline bool WordStream::hasRoom() const
{
    return m_wordCount + wordRoom <= mostWords && size_t(m_free - m_bytes.data()) + byteRoom <= mostBytes;
}

/// Of a unit of the text; what is after the end is like a blank.
inline SimpleClass WordStream::classAt(const char16_t *at) const
{
    return at < m_end ? m_units[*at].simpleClass() : SimpleClass::Blank;
}

/// Adds the word whose term stands from m_free to the end.
inline void WordStream::add(char *end, TextRange range, bool isPart)
{
    show(end, range, isPart ? m_position - 1 : m_position, isPart);
    if (!isPart)
        ++m_position;
}

/// Shows the word whose term stands from m_free to the end.
inline void WordStream::show(char *end, TextRange range, quint32 position, bool isPart)
{
    std::memset(end, 0, block);
    const auto length = size_t(end - m_free);
    m_words[m_wordCount++] = {m_free, quint32(length), position, range, 0, isPart};
    m_free += padded(length);
}

/// Makes the next batch of words; 0 at the end of the text.
size_t WordStream::fill()
{
    m_wordCount = 0;
    m_free = m_bytes.data();
    while (hasRoom()) {
        showHard();
        if (m_at == m_end || !hasRoom())
            break;
        if (!cutPlain())
            cutHard();
    }
    // Not while they are made: whoever loads at once what was stored by the byte waits for the stores.
    for (size_t i = 0; i < m_wordCount; ++i)
        m_words[i].hash = paddedHash(m_words[i].term, m_words[i].length);
    return m_wordCount;
}

/// Cuts plain words by the rules WB5 to WB13b of UAX #29, which are all that the simple classes need, until
/// there is no room. False when it stands before something that is not plain.
bool WordStream::cutPlain()
{
    while (m_at != m_end) {
        const WordUnit first = m_units[*m_at];
        const SimpleClass simple = first.simpleClass();
        if (first.joins()) {
            if (!cutPlainWord())
                return false;
        } else if (simple == SimpleClass::Blank) {
            ++m_at;
            continue;
        } else if (simple == SimpleClass::Lone) {
            if (!cutLone())
                return false;
        } else {
            if (isAttached(simple) || isAttached(classAt(m_at + 1)))
                return false;
            const qsizetype start = m_at++ - m_begin;
            if (simple != SimpleClass::Symbol)
                continue;
            add(first.write(m_free), {start, start + 1}, false);
        }
        if (!hasRoom())
            break;
    }
    return true;
}

/// Cuts the word that begins here; false when it is not plain, or what follows is not.
bool WordStream::cutPlainWord()
{
    const WordUnits &units = m_units;
    const char16_t *at = m_at;
    const char16_t *const limit = m_end - at > longestPlain ? at + longestPlain : m_end;
    char *out = m_free;
    bool hasMarks = false;
    WordUnit last;
    WordUnit all;
    WordUnit next;
    if (m_end - at >= asciiRunUnits) {
        if (const qsizetype length = foldAsciiRun(at, out)) {
            out += length;
            at += length;
            last = units[at[-1]];
        }
    }
    for (;;) {
        while (at != limit && (next = units[*at]).joins()) {
            out = next.write(out);
            last = next;
            all = all | next;
            ++at;
        }
        if (at == limit) {
            if (at != m_end)
                return false;
            break;
        }
        const SimpleClass middle = next.simpleClass();
        // Underscores do not belong to the beginning of a word, nor do their marks: too rare for here.
        if (middle == SimpleClass::NotSimple ||
            (middle == SimpleClass::Mark && last.simpleClass() == SimpleClass::Underscore))
            return false;
        if (middle == SimpleClass::Mark) {
            hasMarks = true;
            ++at;
            continue;
        }
        if (middle < SimpleClass::MidLetter)
            break;
        const SimpleClass beyond = classAt(at + 1);
        if (isAttached(beyond))
            return false;
        const bool inWord = middle != SimpleClass::MidNumber && last.simpleClass() == SimpleClass::Letter &&
                            beyond == SimpleClass::Letter;
        const bool inNumber = middle != SimpleClass::MidLetter && last.simpleClass() == SimpleClass::Digit &&
                              beyond == SimpleClass::Digit;
        if (!inWord && !inNumber)
            break;
        out = next.write(out);
        all = all | next;
        ++at;
    }
    const TextRange range{m_at - m_begin, at - m_begin};
    if (!hasMarks && !all.isJoint())
        add(out, range, false);
    else if (!addByClusters(range, all.isJoint()))
        return false;
    m_at = at;
    return true;
}

/// Cuts the letter that is a word of its own, with its marks; false when it is not plain, or what follows is
/// not.
bool WordStream::cutLone()
{
    const char16_t *at = m_at + 1;
    const char16_t *const limit = m_end - m_at > longestPlain ? m_at + longestPlain : m_end;
    while (at != limit && classAt(at) == SimpleClass::Mark)
        ++at;
    if (isAttached(classAt(at)))
        return false;
    const TextRange range{m_at - m_begin, at - m_begin};
    if (range.length() == 1)
        add(m_units[*m_at].write(m_free), range, false);
    else if (!addByClusters(range, false))
        return false;
    m_at = at;
    return true;
}

/// Adds a plain word that may have marks, and joints in it or at its ends, where they do not belong. False
/// when one of its clusters is too long for that.
bool WordStream::addByClusters(TextRange range, bool hasJoints)
{
    if (hasJoints)
        range = withoutJoints(m_text, range);
    char *const end = writeClusters(range);
    if (!end)
        return false;
    if (end == m_free)
        return true;
    add(end, range, false);
    if (!hasJoints)
        return true;
    partsOf(m_text, range, &m_parts);
    for (const TextRange part : m_parts)
        // No mark stands on a joint, so that the clusters of the parts are those of the whole.
        if (char *const partEnd = writeClusters(part); partEnd != m_free)
            add(partEnd, part, true);
    return true;
}

/// Writes a fold to m_free and returns its end, null when a cluster is too long for that.
char *WordStream::writeClusters(TextRange range)
{
    char *out = m_free;
    const char16_t *at = m_begin + range.start;
    const char16_t *const end = m_begin + range.end;
    while (out && at != end) {
        const WordUnit unit = m_units[*at];
        const char16_t *const start = at++;
        while (at != end && !m_units[*at].foldsAlone())
            ++at;
        const bool isUnit = at - start == 1 && unit.foldsAlone();
        out = isUnit ? unit.write(out) : m_clusters.write(QStringView(start, at), out);
    }
    return out;
}

/// Gives ICU what is not plain, unless it only seemed so because nobody had looked at its characters.
void WordStream::cutHard()
{
    bool learnt = false;
    const auto near = std::min<qsizetype>(m_end - m_at, longestPlain + 2);
    for (qsizetype i = 0; i < near; ++i)
        if (m_units[m_at[i]].simpleClass() == SimpleClass::NotSimple && m_units.learn(m_at[i]))
            learnt = true;
    if (learnt)
        return;
    const char16_t *const end = hardEnd();
    m_position = m_icu.cut({m_at - m_begin, end - m_begin}, m_position);
    m_at = end;
}

/// Where the stretch ends that ICU cuts from here: at a place where words end whatever is around it, but not
/// before plain text has come to stay, because every stretch costs as much as several words.
const char16_t *WordStream::hardEnd() const
{
    constexpr qsizetype patience = 16;
    const char16_t *hard = m_at;
    const char16_t *safe = nullptr;
    for (const char16_t *at = m_at; at != m_end; ++at) {
        const SimpleClass simple = m_units[*at].simpleClass();
        switch (simple) {
        case SimpleClass::NotSimple:
            hard = at;
            safe = nullptr;
            break;
        case SimpleClass::Blank:
            safe = safe ? safe : at;
            break;
        case SimpleClass::Other:
        case SimpleClass::Symbol:
        case SimpleClass::Lone:
            if (!safe && at + 1 != m_end && !isAttached(classAt(at + 1)))
                safe = at + 1;
            break;
        default:
            break;
        }
        if (safe && at - hard >= patience)
            return safe;
    }
    return safe ? safe : m_end;
}

/// Adds words that ICU has found, as many as there is room for.
void WordStream::showHard()
{
    const std::vector<Word> &words = m_icu.words();
    for (; m_shownOfIcu < words.size() && hasRoom(); ++m_shownOfIcu) {
        const Word &word = words[m_shownOfIcu];
        char *const end = m_encoder.appendToBuffer(m_free, word.term);
        show(end, word.range, word.position, word.isPart);
    }
    if (m_shownOfIcu == words.size()) {
        m_icu.clear();
        m_shownOfIcu = 0;
    }
}

} // namespace Lectern
