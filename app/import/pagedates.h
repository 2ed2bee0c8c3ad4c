#pragma once

#include "import/metatags.h"
#include "text/partialdate.h"

namespace Lectern {

class PageLines;
struct PageMetadata;

struct PageDates
{
    PartialDate published;
    PartialDate modified;
};

/// What else is known of a page when its dates and authors are read.
struct PageContext
{
    const PageMetadata &jsonLd;
    const PageMetadata &known; ///< its URL, outlet and language are looked at
    const PageLines &lines;
};

/// The dates of a page, from the most to the least trustworthy source: JSON-LD, meta tags, the day in its
/// URL, <time> and itemprop, elements whose class says date, lines with a label ("Published", "Stand"), and a
/// short line with a date beside the headline. A date in a sentence, a list of other articles, a comment or a
/// footer is none of them, and the date of a change is never taken for that of publication. Null when no
/// source gives a day. When a source gives an instant in UTC and the URL or the line beside the headline
/// gives the day before or after, the day that the page shows its readers wins.
PageDates readPageDates(const HtmlTree &tree, const MetaTags &meta, const PageContext &context);

} // namespace Lectern
