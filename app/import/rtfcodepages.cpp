#include "import/rtfcodepages.h"

#include "import/encodings.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

namespace Lectern {

namespace {

// RTF 1.9.1, "Font Table", fcharset.
constexpr std::array<std::pair<int, int>, 17> charsets{{{0, 1252},
                                                        {2, 1252},
                                                        {77, 10000},
                                                        {128, 932},
                                                        {129, 949},
                                                        {134, 936},
                                                        {136, 950},
                                                        {161, 1253},
                                                        {162, 1254},
                                                        {163, 1258},
                                                        {177, 1255},
                                                        {178, 1256},
                                                        {186, 1257},
                                                        {204, 1251},
                                                        {222, 874},
                                                        {238, 1250},
                                                        {255, 850}}};

} // namespace

QByteArray rtfCodePage(int number)
{
    switch (number) {
    case 437:
    case 850:
    case 852:
    case 855:
    case 866:
        return "ibm" + QByteArray::number(number);
    case 874:
        return "windows-874";
    case 932:
        return "shift_jis";
    case 936:
        return "gbk";
    case 949:
        return "euc-kr";
    case 950:
        return "big5";
    case 10000:
        return "macintosh";
    case 65001:
        return "utf-8";
    default:
        return number >= 1250 && number <= 1258 ? "windows-" + QByteArray::number(number) : QByteArray();
    }
}

QByteArray rtfCharset(int charset)
{
    const auto found = std::find_if(charsets.begin(), charsets.end(),
                                    [charset](const auto &row) { return row.first == charset; });
    return found == charsets.end() ? QByteArray() : rtfCodePage(found->second);
}

QString rtfText(const QByteArray &bytes, const QByteArray &label)
{
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) < 0x80; }))
        return QString::fromLatin1(bytes);
    const Encoding *encoding = encodingForLabel(label);
    QStringDecoder decoder(encoding == nullptr ? "windows-1252" : encoding->converter);
    if (!decoder.isValid())
        return QString::fromLatin1(bytes);
    return decoder(bytes);
}

} // namespace Lectern
