#include "import/mailheaders.h"

#include "import/datereading.h"
#include "import/textdecoding.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype maxHeaderBytes = 256 * 1024;
constexpr size_t maxFields = 2000;

QByteArray quotedPrintable(QByteArrayView bytes, bool isHeader)
{
    QByteArray result;
    result.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (isHeader && c == '_') {
            result += ' ';
        } else if (c != '=') {
            result += c;
        } else if (i + 1 < bytes.size() && (bytes[i + 1] == '\n' || bytes[i + 1] == '\r')) {
            i += bytes[i + 1] == '\r' && i + 2 < bytes.size() && bytes[i + 2] == '\n' ? 2 : 1;
        } else {
            const QByteArray digits =
                bytes.sliced(i + 1, std::min<qsizetype>(2, bytes.size() - i - 1)).toByteArray();
            bool ok = false;
            const int value = digits.toInt(&ok, 16);
            if (ok && digits.size() == 2) {
                result += char(value);
                i += 2;
            } else {
                result += c;
            }
        }
    }
    return result;
}

/// Text of bytes in a declared encoding, which wins here: pieces of a header are too short to guess.
QString decoded(const QByteArray &bytes, const QByteArray &charset)
{
    return decodeText(bytes, charset).text;
}

/// Encoded words as text (RFC 2047); the bytes of neighbours in one encoding are joined before they are
/// decoded, since some programs divide characters.
QString decodeWords(const QByteArray &field)
{
    static const QRegularExpression word(u"=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?="_s);
    const QString latin = QString::fromLatin1(field);
    QString result;
    QByteArray pending;
    QByteArray charset;
    qsizetype at = 0;
    const auto flush = [&] {
        if (!pending.isEmpty())
            result += decoded(std::exchange(pending, {}), charset);
    };
    for (auto matches = word.globalMatch(latin); matches.hasNext();) {
        const auto match = matches.next();
        const QByteArray between = field.mid(at, match.capturedStart() - at);
        if (at == 0 || !between.trimmed().isEmpty()) {
            flush();
            result += decoded(between, {});
        }
        const QByteArray label = match.captured(1).section(u'*', 0, 0).toLatin1().toLower();
        if (label != charset)
            flush();
        charset = label;
        const QByteArray bytes = match.captured(3).toLatin1();
        pending += match.captured(2).toLower() == u"b" ? QByteArray::fromBase64(bytes)
                                                       : quotedPrintable(bytes, true);
        at = match.capturedEnd();
    }
    flush();
    return result + decoded(field.mid(at), {});
}

/// The pieces of a field between semicolons, quoted ones whole.
QList<QByteArray> pieces(const QByteArray &field)
{
    QList<QByteArray> result{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char c = field.at(i);
        if (c == '"')
            quoted = !quoted;
        else if (c == '\\' && quoted && i + 1 < field.size())
            result.last() += field.at(++i);
        else if (c == ';' && !quoted)
            result << QByteArray();
        else
            result.last() += c;
    }
    return result;
}

/// Hours and minutes east of UTC of a zone's name, as "+0000"; "" when it is not known.
QString zoneOffset(const QString &name)
{
    static const QHash<QString, QString> zones{
        {u"UT"_s, u"+0000"_s},  {u"UTC"_s, u"+0000"_s}, {u"GMT"_s, u"+0000"_s}, {u"Z"_s, u"+0000"_s},
        {u"EST"_s, u"-0500"_s}, {u"EDT"_s, u"-0400"_s}, {u"CST"_s, u"-0600"_s}, {u"CDT"_s, u"-0500"_s},
        {u"MST"_s, u"-0700"_s}, {u"MDT"_s, u"-0600"_s}, {u"PST"_s, u"-0800"_s}, {u"PDT"_s, u"-0700"_s}};
    return name.startsWith(u'+') || name.startsWith(u'-') ? name : zones.value(name.toUpper());
}

int monthNamed(const QString &name)
{
    static const QString months = u"janfebmaraprmayjunjulaugsepoctnovdec"_s;
    const qsizetype at = months.indexOf(name.left(3).toLower());
    return at < 0 || at % 3 != 0 ? 0 : int(at / 3) + 1;
}

} // namespace

MailHeaders::MailHeaders(QByteArrayView bytes, qsizetype *bodyStart)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        QByteArrayView line = bytes.sliced(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        const qsizetype colon = line.indexOf(':');
        const bool isFolded = !line.isEmpty() && (line.front() == ' ' || line.front() == '\t');
        if (line.trimmed().isEmpty()) {
            at = std::min(end + 1, bytes.size());
            break;
        }
        if (!isFolded && colon <= 0 && !m_fields.empty() && !line.startsWith(">From ") &&
            !line.startsWith("From "))
            break;
        at = std::min(end + 1, bytes.size());
        if (at > maxHeaderBytes || m_fields.size() > maxFields)
            continue;
        if (isFolded && !m_fields.empty())
            m_fields.back().second += ' ' + line.trimmed().toByteArray();
        else if (!isFolded && colon > 0)
            m_fields.push_back({line.first(colon).trimmed().toByteArray().toLower(),
                                line.sliced(colon + 1).trimmed().toByteArray()});
    }
    *bodyStart = at;
}

QByteArray MailHeaders::raw(QByteArrayView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [name](const auto &field) {
        return name.compare(field.first, Qt::CaseInsensitive) == 0;
    });
    return found == m_fields.end() ? QByteArray() : found->second;
}

QString MailHeaders::text(QByteArrayView name) const
{
    return decodeWords(raw(name)).simplified();
}

QByteArray MailHeaders::value(QByteArrayView name) const
{
    return pieces(raw(name)).first().trimmed().toLower();
}

QByteArray MailHeaders::parameter(QByteArrayView name, QByteArrayView parameter) const
{
    QByteArray continued;
    const QList<QByteArray> all = pieces(raw(name));
    for (const QByteArray &piece : all.mid(1)) {
        const qsizetype equals = piece.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray key = piece.first(equals).trimmed().toLower();
        if (parameter == QByteArrayView(key))
            return piece.sliced(equals + 1).trimmed();
        if (key.startsWith(parameter.toByteArray() + '*'))
            continued += piece.sliced(equals + 1).trimmed();
    }
    // RFC 2231: charset'language'words
    const qsizetype quote = continued.indexOf("''");
    return quote < 0 ? continued : QByteArray::fromPercentEncoding(continued.sliced(quote + 2));
}

QStringList mailNames(const QString &field)
{
    static const QRegularExpression address(u"(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^<>,;\"]*))\\s*<([^<>]*)>"_s);
    static const QRegularExpression commented(u"^\\s*(\\S+@\\S+)\\s*\\(([^()]+)\\)"_s);
    QStringList names;
    for (auto matches = address.globalMatch(field); matches.hasNext() && names.size() < 50;) {
        const auto match = matches.next();
        const QString name = QString(match.captured(1) + match.captured(2)).remove(u'\\').simplified();
        names << (name.isEmpty() ? match.captured(3).trimmed() : name);
    }
    if (const auto match = commented.match(field); names.isEmpty() && match.hasMatch())
        names << match.captured(2).simplified();
    if (names.isEmpty() && !field.trimmed().isEmpty())
        names << field.section(u',', 0, 0).simplified();
    names.removeAll(QString());
    return names;
}

PartialDate mailDate(const QString &field)
{
    static const QRegularExpression comment(u"\\([^()]*\\)"_s);
    static const QRegularExpression shape(
        u"^(?:[A-Za-z]+\\.?,?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})[\\s-]+(\\d{2,4})\\s+"
        u"(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([+-]\\d{4}|[A-Za-z]{1,4})?"_s);
    const QString plain = QString(field).remove(comment).simplified();
    const auto match = shape.match(plain);
    if (!match.hasMatch())
        return readDate(plain);
    int year = match.captured(3).toInt();
    year += year < 50 ? 2000 : year < 1000 ? 1900 : 0;
    const QString zone = zoneOffset(match.captured(7));
    const QString offset = zone.isEmpty() ? QString() : zone.left(3) + u':' + zone.mid(3);
    return PartialDate::fromIso(u"%1-%2-%3T%4:%5:%6%7"_s.arg(year, 4, 10, QChar(u'0'))
                                    .arg(monthNamed(match.captured(2)), 2, 10, QChar(u'0'))
                                    .arg(match.captured(1).toInt(), 2, 10, QChar(u'0'))
                                    .arg(match.captured(4).toInt(), 2, 10, QChar(u'0'))
                                    .arg(match.captured(5))
                                    .arg(match.captured(6).isEmpty() ? u"00"_s : match.captured(6), offset));
}

QByteArray decodeTransfer(QByteArrayView body, const QByteArray &encoding)
{
    if (encoding == "base64")
        return QByteArray::fromBase64(body.toByteArray());
    return encoding == "quoted-printable" ? quotedPrintable(body, false) : body.toByteArray();
}

} // namespace Lectern
