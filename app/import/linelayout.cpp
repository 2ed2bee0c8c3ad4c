#include "import/linelayout.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr qsizetype band = 10; ///< columns
constexpr qsizetype widestWrap = 120;
constexpr qsizetype narrowestWrap = 35;

TextLine lineOf(QStringView raw)
{
    TextLine line;
    qsizetype start = 0;
    for (; start < raw.size() && raw[start].isSpace() && raw[start] != QChar::Nbsp; ++start)
        line.indent = raw[start] == u'\t' ? (line.indent / 8 + 1) * 8 : line.indent + 1;
    line.text = raw.sliced(start).trimmed();
    return line;
}

} // namespace

std::vector<TextLine> linesOf(QStringView text)
{
    std::vector<TextLine> lines;
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        lines.push_back(lineOf(text.sliced(start, end - start)));
        start = end + 1;
    }
    return lines;
}

LineLayout LineLayout::of(const std::vector<TextLine> &lines)
{
    std::array<qsizetype, size_t(widestWrap + band)> endings{};
    qsizetype followed = 0;
    qsizetype indentedStarts = 0;
    qsizetype flush = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        const TextLine &line = lines[i];
        if (line.isBlank())
            continue;
        const bool inGroup = i > 0 && !lines[i - 1].isBlank();
        const bool indented = line.indent >= 2 && line.indent <= 10;
        if (indented && (!inGroup || lines[i - 1].indent == 0))
            ++indentedStarts;
        flush += line.indent == 0;
        if (i + 1 >= lines.size() || lines[i + 1].isBlank())
            continue;
        ++followed;
        const qsizetype end = line.indent + line.text.size();
        if (end < widestWrap)
            ++endings[size_t(end)];
    }
    LineLayout layout;
    layout.startsIndented = indentedStarts >= 2 && flush >= indentedStarts;
    if (followed < 3)
        return layout;
    qsizetype best = 0;
    for (qsizetype first = narrowestWrap; first < widestWrap; ++first) {
        qsizetype inBand = 0;
        for (qsizetype column = first; column < first + band; ++column)
            inBand += endings[size_t(column)];
        if (inBand > best) {
            best = inBand;
            layout.width = first + band;
        }
    }
    layout.isWrapped = best * 100 >= followed * 55;
    if (!layout.isWrapped)
        layout.width = 0;
    return layout;
}

} // namespace Lectern
