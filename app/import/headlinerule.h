#pragma once

#include <QStringList>
#include <QStringView>

namespace Lectern {

/// The first line of a plain text and what stands around it.
struct HeadlineQuestion
{
    QStringView line;
    bool blankAfter = false;
    QStringList following; ///< the blocks after it; the first four are looked at
};

/// How much speaks for the line being a headline; 0 when something rules it out. A headline has at least
/// headlineThreshold.
///
/// Ruled out: over 200 characters (60 in Chinese, Japanese and Korean), under 2 or over 30 words, a full
/// stop, semicolon, colon or comma at its end (abbreviations and "..." aside), a sentence that ends inside it
/// after 35 %, a byline, a dateline or place line, a label with its value, a handle, up to three words in
/// capitals, nothing after it. For it: a blank line after (1.5, else 0.4), up to 110 characters (1), 30 % of
/// its longer words in the next four blocks (1.2, else -0.4), longer blocks after it (0.8), a first block
/// that ends its sentence (0.6); ? or ! at its end costs 0.4.
double headlineScore(const HeadlineQuestion &question);

inline constexpr double headlineThreshold = 2.4;

} // namespace Lectern
