#pragma once

#include "support/seed.h"

#include <QString>
#include <QtTest>

#include <random>

namespace LecternTest {

/// Makes texts that are hard on whoever maps offsets: marks, surrogates, ligatures, controls, scripts of all
/// kinds.
class RandomText
{
public:
    RandomText()
    {
        m_random.seed(m_seed);
    }

    int below(int limit) { return int(m_random() % unsigned(limit)); }

    QString text(int maximumPieces)
    {
        QString result;
        const int pieces = below(maximumPieces + 1);
        for (int i = 0; i < pieces; ++i)
            result += piece();
        return result;
    }

    /// The same without lone surrogates, so that it survives UTF-8.
    QString validText(int maximumPieces) { return QString::fromUtf8(text(maximumPieces).toUtf8()); }

private:
    QString piece()
    {
        static const QStringList pieces =
            QStringLiteral(
                "a|b|z|A|I|0|1|9| | | "
                "|\n|\t|.|,|;|:|'|\"|`|-|_|!|?|(|)|$|+|é|ß|ø|Å|İ|ı|ﬁ|½|²|…|–|—|−|‘|’|“|”|„|«|»|´|ʼ|″|·|"
                "\u00a0|\u00ad|\u200b|\u200c|\u200d|\u2060|\u202f|\u3000|\ufeff|\u202e|\u0301|\u0308|\u0323|"
                "\u0338|\u0345|"
                "\u034f|\u20e3|\ufe0f|\u0300\u0316|σ|ς|ΐ|Ω|й|Ё|ж|ѷ|א|שׁ|ב|\u05b0|״|׳|ع|ل|ا|أ|\u0640|\u064b|"
                "\u0651|ﷺ|ﹱ|"
                "क|ि|्|\u093c|\u09c7|\u09be|ක|්|ก|ำ|ี|เ|ຂ|ក|\u17d2|မ|\u1039|か|\u3099|ガ|ｶ|ﾞ|ー|ｰ|東|々|〇|"
                "\U00020000|"
                "가|ᄀ|ᅡ|ᆨ|ㄱ|ㅏ|Ａ|１|．|＇|：|👩|👍|🏽|🇩|🇪|❤|™|©|№|ǆ|ŉ|𝐀|𝟘|\r|"
                "\u0085|"
                "\u2028|"
                "\u0001")
                .split(u'|');
        switch (below(24)) {
        case 0: { // anything at all, lone surrogates too
            const auto c = char16_t(below(0x10000));
            return QString(QChar(c));
        }
        case 1: {
            const auto c = char32_t(0x10000 + below(0x100000));
            return QString::fromUcs4(&c, 1);
        }
        case 2:
        case 3:
        case 4:
        case 5:
            return QString(QChar(u'a' + below(26))) + QChar(u'a' + below(26));
        default:
            return pieces.at(below(int(pieces.size())));
        }
    }

    const quint32 m_seed = Lectern::testSeed();
    std::mt19937 m_random;
};

/// A text as a failure shall show it.
inline QByteArray shown(QStringView text)
{
    QByteArray result;
    for (const QChar c : text)
        result += c.unicode() >= 0x20 && c.unicode() < 0x7f
                      ? QByteArray(1, char(c.unicode()))
                      : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return result;
}

} // namespace LecternTest
