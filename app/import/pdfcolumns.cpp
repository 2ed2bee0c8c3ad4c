#include "import/pdfcolumns.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace Lectern {

namespace {

constexpr int samples = 80;          ///< places where a gutter is looked for
constexpr size_t fewestLines = 4;    ///< of a column
constexpr double mostCrossing = 0.3; ///< share of the lines that may run across columns
constexpr double fullLine = 0.6;     ///< share of a column's width that most of its lines fill
constexpr int maxDepth = 3;

using Lines = std::vector<PdfLine>;

QRectF extentOf(const Lines &lines)
{
    QRectF extent;
    for (const PdfLine &line : lines)
        extent = extent.isNull() ? line.box : extent.united(line.box);
    return extent;
}

bool isLeft(const PdfLine &line, double x)
{
    return line.box.right() <= x;
}

bool isRight(const PdfLine &line, double x)
{
    return line.box.left() >= x;
}

/// True when the lines on one side of the gutter are lines of text, not cells of a table.
bool isText(const Lines &lines, double x, bool left)
{
    std::vector<double> widths;
    double from = 0;
    double to = 0;
    for (const PdfLine &line : lines) {
        if (!(left ? isLeft(line, x) : isRight(line, x)))
            continue;
        from = widths.empty() ? line.box.left() : std::min(from, line.box.left());
        to = widths.empty() ? line.box.right() : std::max(to, line.box.right());
        widths.push_back(line.box.width());
    }
    if (widths.size() < fewestLines)
        return false;
    const auto middle = widths.begin() + std::ptrdiff_t(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle >= fullLine * (to - from);
}

/// The middle of the widest place that the fewest lines cross; nothing when that is no gutter.
std::optional<double> gutterOf(const Lines &lines)
{
    const QRectF extent = extentOf(lines);
    size_t fewest = lines.size();
    int run = 0;
    int longest = 0;
    double place = 0;
    const double step = extent.width() / samples;
    for (int i = samples / 6; i < samples - samples / 6; ++i) {
        const double x = extent.left() + i * step;
        const auto crossing = size_t(std::count_if(lines.begin(), lines.end(), [x](const PdfLine &line) {
            return !isLeft(line, x) && !isRight(line, x);
        }));
        if (crossing < fewest) {
            fewest = crossing;
            run = longest = 0;
        }
        run = crossing == fewest ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            place = x - (run - 1) * step / 2;
        }
    }
    const bool isGutter = longest > 0 && double(fewest) <= mostCrossing * double(lines.size()) &&
                          isText(lines, place, true) && isText(lines, place, false);
    return isGutter ? std::optional(place) : std::nullopt;
}

void sortDown(Lines &lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const PdfLine &a, const PdfLine &b) {
        return a.box.center().y() < b.box.center().y();
    });
}

Lines ordered(Lines lines, int depth);

/// What stands between two lines that run across: the left side, then the right one.
void appendBand(Lines &result, Lines &left, Lines &right, int depth)
{
    for (Lines *side : {&left, &right}) {
        Lines inOrder = ordered(std::exchange(*side, {}), depth + 1);
        std::move(inOrder.begin(), inOrder.end(), std::back_inserter(result));
    }
}

Lines ordered(Lines lines, int depth)
{
    if (depth >= maxDepth || lines.size() < 2 * fewestLines)
        return lines;
    const std::optional<double> gutter = gutterOf(lines);
    if (!gutter)
        return lines;
    sortDown(lines);
    Lines result;
    Lines left;
    Lines right;
    for (PdfLine &line : lines) {
        if (isLeft(line, *gutter)) {
            left.push_back(std::move(line));
        } else if (isRight(line, *gutter)) {
            right.push_back(std::move(line));
        } else {
            appendBand(result, left, right, depth);
            result.push_back(std::move(line));
        }
    }
    appendBand(result, left, right, depth);
    return result;
}

} // namespace

std::vector<PdfLine> inReadingOrder(std::vector<PdfLine> lines)
{
    return ordered(std::move(lines), 0);
}

} // namespace Lectern
