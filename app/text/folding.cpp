#include "text/folding.h"

#include "text/foldcluster.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

namespace Lectern {

namespace {

/// Vanishing characters that belong to neither neighbour, so that a range need not hold them at its ends.
bool isDetached(char16_t c)
{
    return c == 0xad || c == 0x61c || c == 0x200b || c == 0x200e || c == 0x200f ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

/// What one UTF-16 unit folds to when it is a cluster of its own.
struct UnitFold
{
    static constexpr quint8 tooLong = 0xff;

    std::array<char16_t, 3> units{};
    quint8 length = 0; ///< tooLong when there are more than fit, or when it is a surrogate
    bool begins = false;
};

using FoldPage = std::array<UnitFold, 256>;

std::unique_ptr<const FoldPage> makeFoldPage(size_t number)
{
    auto page = std::make_unique<FoldPage>();
    for (size_t i = 0; i < page->size(); ++i) {
        const auto c = char16_t(number * 256 + i);
        UnitFold &entry = (*page)[i];
        entry.begins = beginsCluster(c);
        const QString folded = QChar::isSurrogate(c) ? QString() : foldedCluster(QStringView(&c, 1));
        if (QChar::isSurrogate(c) || folded.size() > qsizetype(entry.units.size())) {
            entry.length = UnitFold::tooLong;
            continue;
        }
        entry.length = quint8(folded.size());
        std::copy_n(folded.utf16(), folded.size(), entry.units.begin());
    }
    return page;
}

/// Looks a unit up in pages that are made when first needed and then kept. Threads may ask at once.
const UnitFold &unitFold(char16_t c)
{
    static std::array<std::atomic<const FoldPage *>, 256> pages{};
    std::atomic<const FoldPage *> &slot = pages[c >> 8];
    const FoldPage *page = slot.load(std::memory_order_acquire);
    if (!page) {
        std::unique_ptr<const FoldPage> made = makeFoldPage(c >> 8);
        if (slot.compare_exchange_strong(page, made.get(), std::memory_order_acq_rel))
            page = made.release();
    }
    return (*page)[c & 0xff];
}

constexpr char16_t asciiFold(char16_t c)
{
    if (c == u'`')
        return u'\'';
    return c >= u'A' && c <= u'Z' ? char16_t(c + (u'a' - u'A')) : c;
}

/// Cuts a text into clusters and hands each one's fold and range to the sink.
template <typename Sink>
void foldClusters(QStringView text, Sink sink)
{
    qsizetype i = 0;
    while (i < text.size()) {
        const UnitFold &first = unitFold(text[i].unicode());
        const auto lengthAt = [text](qsizetype at) -> qsizetype {
            return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2
                                                                                                       : 1;
        };
        const qsizetype length = lengthAt(i);
        qsizetype end = i + length;
        while (end < text.size()) {
            const qsizetype next = lengthAt(end);
            if (next == 2 ? beginsCluster(QChar::surrogateToUcs4(text[end], text[end + 1]))
                          : unitFold(text[end].unicode()).begins)
                break;
            end += next;
        }
        if (end == i + 1 && first.length != UnitFold::tooLong)
            sink(QStringView(first.units.data(), first.length), TextRange{i, end});
        else
            sink(QStringView(foldedCluster(text.sliced(i, end - i))), TextRange{i, end});
        i = end;
    }
}

} // namespace

bool isApostrophe(char16_t c)
{
    switch (c) {
    case u'\'':
    case u'`':
    case 0x00b4:
    case 0x02b9:
    case 0x02bb:
    case 0x02bc:
    case 0x02bd:
    case 0x02c8:
    case 0x02ca:
    case 0x02cb:
    case 0x055a:
    case 0x05f3:
    case 0x1fbd:
    case 0x1fbf:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
    case 0x2035:
    case 0xa78c:
    case 0xff07:
    case 0xff40:
        return true;
    default:
        return false;
    }
}

void foldTo(QStringView text, QString *out)
{
    // ASCII that nothing but ASCII follows folds by the unit; most words are nothing else.
    const qsizetype before = out->size();
    out->resize(before + text.size());
    QChar *to = out->data() + before;
    qsizetype done = 0;
    while (done < text.size() && text[done] < u'\x80' &&
           (done + 1 == text.size() || text[done + 1] < u'\x80')) {
        *to++ = asciiFold(text[done].unicode());
        ++done;
    }
    if (done == text.size())
        return;
    out->truncate(before + done);
    foldClusters(text.sliced(done), [out](QStringView folded, TextRange) { out->append(folded); });
}

QString fold(QStringView text)
{
    QString out;
    foldTo(text, &out);
    return out;
}

FoldedText::FoldedText(QStringView original)
{
    m_text.reserve(original.size());
    m_starts.reserve(size_t(original.size()) + 1);
    m_ends.reserve(size_t(original.size()) + 1);
    foldClusters(original, [this, original](QStringView folded, TextRange range) {
        while (range.length() > 1 && isDetached(original[range.end - 1].unicode()))
            --range.end;
        while (range.length() > 1 && isDetached(original[range.start].unicode()))
            ++range.start;
        m_text.append(folded);
        m_starts.insert(m_starts.end(), size_t(folded.size()), quint32(range.start));
        m_ends.insert(m_ends.end(), size_t(folded.size()), quint32(range.end));
    });
    m_starts.push_back(quint32(original.size()));
    m_ends.push_back(quint32(original.size()));
}

TextRange FoldedText::toOriginal(TextRange folded) const
{
    const qsizetype start = std::clamp<qsizetype>(folded.start, 0, m_text.size());
    const qsizetype end = std::clamp<qsizetype>(folded.end, start, m_text.size());
    const qsizetype from = m_starts[size_t(start)];
    return {from, end == start ? from : qsizetype(m_ends[size_t(end - 1)])};
}

TextRange FoldedText::toFolded(TextRange original) const
{
    // Of the units whose origin reaches beyond the start, those whose origin begins before the end.
    const auto units = qsizetype(m_text.size());
    const auto first =
        std::upper_bound(m_ends.begin(), m_ends.begin() + units, original.start,
                         [](qsizetype offset, quint32 end) { return offset < qsizetype(end); });
    const qsizetype start = first - m_ends.begin();
    if (original.isEmpty())
        return {start, start};
    const auto last =
        std::lower_bound(m_starts.begin() + start, m_starts.begin() + units, original.end,
                         [](quint32 from, qsizetype offset) { return qsizetype(from) < offset; });
    return {start, last - m_starts.begin()};
}

} // namespace Lectern
