#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>

namespace Lectern {

/// Where in an article a word stands counts: zones of a posting, as bits.
enum Zone : quint32 { BodyZone = 0, TitleZone = 1, LedeZone = 2 };

/// How often a word stands in a document and whether in its title or lede, in one number.
constexpr quint32 postingCode(quint32 frequency, quint32 zones)
{
    return (frequency - 1) << 2 | zones;
}
constexpr quint32 frequencyOf(quint32 code)
{
    return (code >> 2) + 1;
}

/// BM25F (Robertson and Zaragoza 2009, sections 3.2 and 3.4) over body, lede and title, where being in the title or
/// the lede adds to the frequency.
///
/// The length of a document is kept in a byte, in steps of about 6 %.
class Weighting final
{
public:
    static constexpr float k1 = 1.2F;
    static constexpr float b = 0.6F;
    static constexpr float titleBoost = 2.0F;
    static constexpr float ledeBoost = 0.2F;
    /// What another form of a word counts, where the word itself counts 1.
    static constexpr float otherForms = 0.6F;

    explicit Weighting(double averageWords)
    {
        const double average = std::max(averageWords, 1.0);
        const auto slope = float(k1 * b / average);
        for (size_t code = 0; code < m_norms.size(); ++code)
            m_norms[code] = k1 * (1 - b) + slope * codedLength(quint8(code));
    }

    static quint8 lengthCode(quint32 words)
    {
        return quint8(std::min(255.0, std::round(std::log1p(double(words)) * lengthSteps)));
    }

    /// About the number of words that a code stands for.
    static float codedLength(quint8 lengthCode)
    {
        static const std::array<float, 256> lengths = codedLengths();
        return lengths[lengthCode];
    }

    static float frequency(quint32 code)
    {
        return float(frequencyOf(code)) + ((code & TitleZone) != 0 ? titleBoost : 0.0F) +
               ((code & LedeZone) != 0 ? ledeBoost : 0.0F);
    }
    /// The part of a score that depends on the document, 0 to 1.
    float part(float frequency, quint8 lengthCode) const { return frequency / (frequency + m_norms[lengthCode]); }

    /// How much rarer words tell more. `matching` of `documents` hold it.
    static float rarity(double documents, double matching)
    {
        return float(std::log(1.0 + (documents - matching + 0.5) / (matching + 0.5))) * (k1 + 1);
    }

private:
    static constexpr double lengthSteps = 17;

    static std::array<float, 256> codedLengths()
    {
        std::array<float, 256> lengths;
        for (size_t code = 0; code < lengths.size(); ++code)
            lengths[code] = float(std::expm1(double(code) / lengthSteps));
        return lengths;
    }

    std::array<float, 256> m_norms;
};

} // namespace Lectern
