#pragma once

#include <QByteArrayView>

namespace Lectern {

/// A character encoding that Lectern reads.
struct Encoding
{
    const char *name;      ///< as shown and stored: the name of the WHATWG Encoding Standard where it has one
    const char *converter; ///< ICU's converter, often a superset of the name, as browsers do it
    const char *labels;    ///< further labels in lower case, between blanks
};

/// The encoding with this label, whatever its case; null when it is not known or not safe to read (UTF-7,
/// EBCDIC, ...).
const Encoding *encodingForLabel(QByteArrayView label);

} // namespace Lectern
