#include "import/encodings.h"

#include <QByteArray>

#include <array>

namespace Lectern {

namespace {

// After the WHATWG Encoding Standard, section 4.2, with the encodings that uchardet finds beyond it.
constexpr std::array<Encoding, 47> encodings{{
    {"UTF-8", "UTF-8", " utf8 unicode-1-1-utf-8 x-unicode20utf8 "},
    {"UTF-16LE", "UTF-16LE", " utf-16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff "},
    {"UTF-16BE", "UTF-16BE", " unicodefffe "},
    {"UTF-32LE", "UTF-32LE", " utf-32 "},
    {"UTF-32BE", "UTF-32BE", " "},
    {"windows-1252", "windows-1252",
     " ascii us-ascii ansi_x3.4-1968 cp1252 cp819 ibm819 iso-8859-1 iso8859-1 iso88591 iso_8859-1 "
     "iso_8859-1:1987 iso-ir-100 "
     "l1 latin1 latin-1 csisolatin1 x-cp1252 "},
    {"IBM866", "ibm-866", " 866 cp866 csibm866 "},
    {"IBM852", "ibm-852", " cp852 852 "},
    {"IBM855", "ibm-855", " cp855 855 "},
    {"ISO-8859-2", "ISO-8859-2",
     " iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 l2 latin2 csisolatin2 "},
    {"ISO-8859-3", "ISO-8859-3", " iso8859-3 iso88593 iso_8859-3 l3 latin3 csisolatin3 "},
    {"ISO-8859-4", "ISO-8859-4", " iso8859-4 iso88594 iso_8859-4 l4 latin4 csisolatin4 "},
    {"ISO-8859-5", "ISO-8859-5", " iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic "},
    {"ISO-8859-6", "ISO-8859-6", " iso8859-6 iso88596 iso_8859-6 arabic asmo-708 ecma-114 csisolatinarabic "},
    {"ISO-8859-7", "ISO-8859-7",
     " iso8859-7 iso88597 iso_8859-7 greek greek8 elot_928 ecma-118 csisolatingreek "},
    {"ISO-8859-8", "ISO-8859-8",
     " iso8859-8 iso88598 iso_8859-8 hebrew visual iso-8859-8-i logical csisolatinhebrew "},
    {"ISO-8859-10", "ISO-8859-10", " iso8859-10 iso885910 l6 latin6 csisolatin6 "},
    {"ISO-8859-13", "ISO-8859-13", " iso8859-13 iso885913 "},
    {"ISO-8859-14", "ISO-8859-14", " iso8859-14 iso885914 "},
    {"ISO-8859-15", "ISO-8859-15", " iso8859-15 iso885915 iso_8859-15 l9 csisolatin9 latin-9 "},
    {"KOI8-R", "KOI8-R", " koi koi8 koi8_r cskoi8r "},
    {"KOI8-U", "KOI8-U", " koi8-ru "},
    {"macintosh", "macintosh", " mac x-mac-roman csmacintosh macroman "},
    {"windows-874", "windows-874", " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "},
    {"windows-1250", "windows-1250", " cp1250 x-cp1250 "},
    {"windows-1251", "windows-1251", " cp1251 x-cp1251 "},
    {"windows-1253", "windows-1253", " cp1253 x-cp1253 "},
    {"windows-1254", "windows-1254",
     " cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 l5 latin5 csisolatin5 "},
    {"windows-1255", "windows-1255", " cp1255 x-cp1255 "},
    {"windows-1256", "windows-1256", " cp1256 x-cp1256 "},
    {"windows-1257", "windows-1257", " cp1257 x-cp1257 "},
    {"windows-1258", "windows-1258", " cp1258 x-cp1258 "},
    {"x-mac-cyrillic", "x-mac-cyrillic", " x-mac-ukrainian mac-cyrillic maccyrillic "},
    {"GBK", "GB18030", " gb2312 gb_2312 gb_2312-80 chinese csgb2312 x-gbk iso-ir-58 csiso58gb231280 cp936 "},
    {"GB18030", "GB18030", " gb-18030 "},
    {"HZ-GB-2312", "HZ-GB-2312", " hz "},
    {"Big5", "Big5-HKSCS", " big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 cp950 "},
    {"EUC-TW", "EUC-TW", " x-euc-tw "},
    {"EUC-JP", "EUC-JP", " x-euc-jp cseucpkdfmtjapanese "},
    {"ISO-2022-JP", "ISO-2022-JP", " csiso2022jp "},
    {"Shift_JIS", "windows-31j", " sjis shift-jis x-sjis ms_kanji ms932 csshiftjis windows-31j cp932 "},
    {"EUC-KR", "windows-949",
     " cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "
     "uhc cp949 "},
    {"ISO-2022-KR", "ISO-2022-KR", " csiso2022kr "},
    {"ISO-2022-CN", "ISO-2022-CN", " "},
    {"IBM850", "ibm-850", " cp850 850 "},
    {"IBM437", "ibm-437", " cp437 437 "},
    {"IBM862", "ibm-862", " cp862 862 "},
}};

} // namespace

const Encoding *encodingForLabel(QByteArrayView label)
{
    const QByteArray wanted = label.trimmed().toByteArray().toLower();
    if (wanted.isEmpty() || wanted.size() > 40 || wanted.contains(' '))
        return nullptr;
    for (const Encoding &encoding : encodings)
        if (wanted == QByteArray(encoding.name).toLower() ||
            QByteArrayView(encoding.labels).contains(' ' + wanted + ' '))
            return &encoding;
    return nullptr;
}

} // namespace Lectern
