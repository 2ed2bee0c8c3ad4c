#pragma once

#include "import/htmltree.h"

#include <vector>

namespace Lectern {

/// What stands below a node, dropped subtrees left out.
struct NodeMeasure
{
    int text = 0;  ///< characters that are not white space
    int links = 0; ///< those of them inside links
    int commas = 0;
    int paragraphs = 0; ///< p elements with 25 characters and more
    int headings = 0;
    int images = 0;
    int inputs = 0;

    double linkDensity() const { return text == 0 ? 0 : double(links) / text; }
};

/// Measures every node; one pass.
std::vector<NodeMeasure> measureNodes(const HtmlTree &tree, const std::vector<bool> &dropped);

/// Scores every node by the runs of text (between block boundaries and line breaks) below it: each run of 25
/// characters and more gives 1 + its commas + up to 3 for its length to its container, half of that to the
/// next ancestor, then a third over the distance. `weighted`: names of elements count, too.
std::vector<double> scoreNodes(const HtmlTree &tree, const std::vector<bool> &dropped,
                               const std::vector<NodeMeasure> &measures, bool weighted);

/// The class and the id of an element as one text.
QString classAndId(const HtmlTree &tree, int node);

/// The page itself says that it is not to be seen.
bool isHidden(const HtmlTree &tree, int node);

} // namespace Lectern
