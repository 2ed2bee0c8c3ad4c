#include "search/neighbourwords.h"

#include "text/asciirun.h"
#include "text/words.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr bool isSpace(char16_t c)
{
    return c == u' ' || c == u'\n';
}

/// Whether a word may begin here, and none goes on from before, whatever is around it.
bool isCut(QStringView text, qsizetype at)
{
    const QChar before = text[at - 1];
    const QChar here = text[at];
    if (isSpace(before.unicode()))
        return here.unicode() < 0x80 && !isSpace(here.unicode());
    return here.unicode() >= 0x0e00 && !here.isMark() && !here.isLowSurrogate() &&
           writesWithoutSpaces(here) && writesWithoutSpaces(before);
}

qsizetype cutBefore(QStringView text, qsizetype at, size_t count, qsizetype limit)
{
    for (; at > limit; --at) {
        if (at < text.size() && isCut(text, at) && count-- == 0)
            break;
    }
    return at;
}

qsizetype cutBehind(QStringView text, qsizetype at, size_t count, qsizetype limit)
{
    for (; at < limit; ++at) {
        if (at > 0 && isCut(text, at) && count-- == 0)
            break;
    }
    return at;
}

constexpr bool isPlain(char16_t c)
{
    return (c >= u'0' && c <= u'9') || ((c | 0x20) >= u'a' && (c | 0x20) <= u'z');
}

constexpr qsizetype longestPlain = asciiRunUnits;

/// ASCII that is no word and joins none when a blank is beside it.
constexpr bool isStop(char16_t c)
{
    return c == u',' || c == u'.' || c == u';' || c == u':' || c == u'!' || c == u'?' || c == u'(' ||
           c == u')' || c == u'"';
}

/// Whether what stands here may belong to the blank before it.
bool mayAttach(QStringView text, qsizetype at)
{
    return at < text.size() && text[at].unicode() >= 0x80;
}

/// Whether a word ends here, which is behind a plain letter: at the end, a blank, or a stop and then a blank.
bool isPlainEnd(QStringView text, qsizetype at)
{
    const auto isEnd = [text](qsizetype place) {
        return place >= text.size() || (isSpace(text[place].unicode()) && !mayAttach(text, place + 1));
    };
    return isEnd(at) || (isStop(text[at].unicode()) && isEnd(at + 1));
}

/// The word of ASCII letters before a place that is itself at the beginning of a word; empty when what is
/// there is not as plain.
TextRange plainBefore(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end > 0 && (isSpace(text[end - 1].unicode()) || isStop(text[end - 1].unicode())))
        --end;
    qsizetype start = end;
    while (start > 0 && isPlain(text[start - 1].unicode()))
        --start;
    const bool begins = start == 0 || isSpace(text[start - 1].unicode());
    return begins && end - start <= longestPlain && isPlainEnd(text, end) ? TextRange{start, end}
                                                                          : TextRange{};
}

TextRange plainBehind(QStringView text, qsizetype at)
{
    if (!isPlainEnd(text, at))
        return {};
    qsizetype start = at;
    while (start < text.size() && (isSpace(text[start].unicode()) || isStop(text[start].unicode())))
        ++start;
    qsizetype end = start;
    while (end < text.size() && isPlain(text[end].unicode()))
        ++end;
    const bool begins = start > at && isSpace(text[start - 1].unicode());
    return begins && end - start <= longestPlain && isPlainEnd(text, end) ? TextRange{start, end}
                                                                          : TextRange{};
}

} // namespace

/// Most words are plain; then nothing else need be cut. False when any is not.
bool NeighbourWords::readPlain(QStringView text, size_t before, size_t behind)
{
    const TextRange stretch = m_stretch;
    const bool isPlainStretch =
        !stretch.isEmpty() && stretch.length() <= longestPlain &&
        std::all_of(m_stretchText.begin(), m_stretchText.end(), [](QChar c) { return isPlain(c.unicode()); });
    const bool begins = stretch.start == 0 || isSpace(text[stretch.start - 1].unicode());
    if (!isPlainStretch || !begins || !isPlainEnd(text, stretch.end))
        return false;
    m_plain.clear();
    for (qsizetype at = stretch.start; m_plain.size() < before; at = m_plain.back().start) {
        m_plain.push_back(plainBefore(text, at));
        if (m_plain.back().isEmpty())
            return false;
    }
    m_pieces.clear();
    m_letters.resize((before + 1 + behind) * asciiRunUnits);
    for (auto range = m_plain.rbegin(); range != m_plain.rend(); ++range)
        addPlain(text, *range);
    m_inside = before;
    m_behind = before + 1;
    addPlain(text, stretch);
    for (qsizetype at = stretch.end; m_pieces.size() < m_behind + behind; at = m_pieces.back().range.end) {
        const TextRange range = plainBehind(text, at);
        if (range.isEmpty())
            return false;
        addPlain(text, range);
    }
    return true;
}

void NeighbourWords::addPlain(QStringView text, TextRange range)
{
    const size_t start = m_pieces.size() * asciiRunUnits;
    const auto length = size_t(range.length());
    const char16_t *from = text.utf16() + range.start;
    char *to = m_letters.data() + start;
    const bool hasRun = text.size() - range.start >= asciiRunUnits;
    if (!hasRun || size_t(foldAsciiRun(from, to)) < length) {
        std::transform(from, from + length, to,
                       [](char16_t c) { return char(c < u'A' || c > u'Z' ? c : c + 0x20); });
    }
    m_pieces.push_back({start, length, termHash(QByteArrayView(to, qsizetype(length))), range});
}

void NeighbourWords::read(QStringView text, TextRange stretch, size_t before, size_t behind)
{
    m_stretch = stretch;
    m_stretchText = text.sliced(stretch.start, stretch.length());
    if (readPlain(text, before, behind))
        return;
    const TextRange limit{std::max<qsizetype>(0, stretch.start - reach),
                          std::min(text.size(), stretch.end + reach)};
    size_t cutsBefore = before;
    size_t cutsBehind = behind;
    for (;;) {
        const TextRange window{cutBefore(text, stretch.start, cutsBefore, limit.start),
                               cutBehind(text, stretch.end, cutsBehind, limit.end)};
        cut(text, window);
        const bool isShortBefore = m_inside < before && window.start > limit.start;
        const bool isShortBehind = m_pieces.size() - m_behind < behind && window.end < limit.end;
        if (!isShortBefore && !isShortBehind)
            return;
        // Dashes and the like stood between blanks.
        cutsBefore += isShortBefore ? cutsBefore + 1 : 0;
        cutsBehind += isShortBehind ? cutsBehind + 1 : 0;
    }
}

void NeighbourWords::cut(QStringView text, TextRange window)
{
    m_pieces.clear();
    m_letters.clear();
    m_inside = 0;
    m_behind = 0;
    m_stream.run(text.sliced(window.start, window.length()), [&](const StreamedWord &word) {
        if (word.isPart)
            return;
        const TextRange range = word.range.shifted(window.start);
        m_pieces.push_back({m_letters.size(), word.length, word.hash, range});
        m_letters.append(word.term, word.length);
        if (range.end <= m_stretch.start)
            m_inside = m_pieces.size();
        if (range.start < m_stretch.end)
            m_behind = m_pieces.size();
    });
}

NeighbourWords::Term NeighbourWords::termAt(size_t number) const
{
    if (number >= m_pieces.size())
        return {};
    const Piece &piece = m_pieces[number];
    return {std::string_view(m_letters).substr(piece.start, piece.length), piece.hash};
}

NeighbourWords::Term NeighbourWords::inside()
{
    if (m_behind == m_inside + 1 && m_pieces[m_inside].range == m_stretch)
        return termAt(m_inside);
    m_joined.clear();
    m_stream.run(m_stretchText, [this](const StreamedWord &word) {
        if (word.isPart)
            return;
        if (!m_joined.empty())
            m_joined += ' ';
        m_joined.append(word.term, word.length);
    });
    return {m_joined, termHash(QByteArrayView(m_joined.data(), qsizetype(m_joined.size())))};
}

} // namespace Lectern
