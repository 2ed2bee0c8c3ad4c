#pragma once

#include <QString>

namespace Lectern {

/// What a text is written in.
struct Language
{
    QString code;          ///< BCP 47 ("en", "de", "zh-Hant"), "" when it cannot be told
    bool reliable = false; ///< cld2's own opinion
};

/// Tells the language of a text by cld2, over its first 20,000 characters.
Language detectLanguage(QStringView text);

/// True when the text reads from right to left: the first strong character decides (UAX #9, P2).
bool isRightToLeft(QStringView text);

} // namespace Lectern
