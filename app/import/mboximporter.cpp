#include "import/mboximporter.h"

#include "import/articlemaking.h"
#include "import/mailimporter.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype separatorBytes = 600;
constexpr qsizetype maxMessageBytes = qsizetype(64) << 20;

/// A line that begins a message: "From someone Mon Jan  6 10:00:00 2020", or, after an empty line, "From
/// anything" with a field of a mail below it.
bool isSeparator(QByteArrayView bytes, qsizetype at)
{
    static const QRegularExpression dated(u"\\AFrom .*\\d{1,2}:\\d{2}.*\\d{4}"_s);
    static const QRegularExpression field(
        u"\\AFrom .*\\n(?:>From .*\\n)*(?:Return-Path|Received|Message-ID|From|To|Date|Subject|MIME-Version|"
        u"Delivered-To|Content-Type|Status|X-[A-Za-z-]+):"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QByteArrayView rest = bytes.sliced(at);
    if (!rest.startsWith("From "))
        return false;
    QString head = QString::fromLatin1(rest.first(std::min(rest.size(), separatorBytes)));
    head.remove(u'\r');
    const QByteArrayView before = bytes.first(at);
    const bool afterBlank =
        at == 0 || rest.startsWith("From -") || before.endsWith("\n\n") || before.endsWith("\n\r\n");
    return dated.match(head).hasMatch() || (afterBlank && field.match(head).hasMatch());
}

/// Where the messages begin, at their separator lines.
std::vector<qsizetype> messageStarts(QByteArrayView bytes)
{
    std::vector<qsizetype> starts;
    for (qsizetype at = 0; at >= 0 && at < bytes.size();) {
        if (isSeparator(bytes, at))
            starts.push_back(at);
        const qsizetype next = bytes.indexOf("\nFrom ", at);
        at = next < 0 ? -1 : next + 1;
    }
    return starts;
}

/// Without the separator line, and with the marks taken off the lines that look like one.
QByteArray messageOf(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    QByteArray message = bytes.sliced(end < 0 ? bytes.size() : end + 1).toByteArray();
    if (message.contains("\n>From "))
        message.replace("\n>From ", "\nFrom ");
    return message;
}

} // namespace

QString MboxImporter::format() const
{
    return u"mbox"_s;
}

int MboxImporter::sniff(const RawFile &file) const
{
    return isSeparator(file.bytes, 0) ? 97 : 0;
}

ImportOutcome MboxImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const QByteArrayView bytes(file.bytes);
    const std::vector<qsizetype> starts = messageStarts(bytes);
    QSet<QString> parts;
    for (size_t i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : bytes.size();
        const QByteArray message = messageOf(bytes.sliced(starts[i], end - starts[i]));
        qsizetype bodyStart = 0;
        const MailHeaders headers(message, &bodyStart);
        QString part =
            QString::fromLatin1(headers.raw("message-id")).remove(u'<').remove(u'>').simplified().left(200);
        if (part.isEmpty() || parts.contains(part))
            part = QString::number(i + 1);
        parts.insert(part);
        if (options.limits.fileBytes > 0 && message.size() > maxMessageBytes)
            outcome.failures.push_back(
                failure(file, ErrorKind::Limit, u"The message is larger than 64 MiB."_s, part));
        else
            addMail(outcome, file, message, format(), part, options);
    }
    if (starts.empty())
        outcome.failures.push_back(
            failure(file, ErrorKind::Malformed,
                    u"There is no message in it that begins as those of a mailbox do."_s));
    return outcome;
}

} // namespace Lectern
