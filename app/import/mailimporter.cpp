#include "import/mailimporter.h"

#include "import/articlemaking.h"
#include "import/mailtext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype headBytes = 32 * 1024;

/// How many of the fields the header has.
template <size_t n>
int countOf(const MailHeaders &headers, const std::array<const char *, n> &names)
{
    return int(std::count_if(names.begin(), names.end(),
                             [&headers](const char *name) { return headers.has(name); }));
}

/// How many fields that every mail has, and how many that nothing else has, the bytes begin with.
std::pair<int, int> mailFields(QByteArrayView bytes)
{
    static constexpr std::array<const char *, 6> common{"from", "to",           "subject",
                                                        "date", "content-type", "cc"};
    static constexpr std::array<const char *, 7> telling{
        "received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", "x-mailer"};
    qsizetype start = 0;
    const QByteArrayView head = bytes.first(std::min(bytes.size(), headBytes));
    const MailHeaders headers(head, &start);
    const bool endsWell = start == head.size() || start < 2 || head.sliced(start - 1).startsWith('\n');
    return endsWell ? std::pair(countOf(headers, common), countOf(headers, telling)) : std::pair(0, 0);
}

bool startsWithField(QByteArrayView bytes)
{
    const QByteArrayView line = bytes.first(std::min<qsizetype>(bytes.size(), 200));
    qsizetype at = 0;
    while (at < line.size() &&
           (QChar(uchar(line[at])).isLetterOrNumber() || line[at] == '-' || line[at] == '_'))
        ++at;
    return at > 1 && at < line.size() && line[at] == ':';
}

} // namespace

bool startsLikeMail(QByteArrayView bytes)
{
    if (!startsWithField(bytes))
        return false;
    const auto [common, telling] = mailFields(bytes);
    return telling > 0 && common + telling >= 2;
}

void addMail(ImportOutcome &outcome, const RawFile &file, QByteArrayView bytes, const QString &format,
             const QString &part, const ImportOptions &options)
{
    const MimeMessage message = parseMime(bytes);
    if (isEncryptedMail(message.root)) {
        outcome.failures.push_back(
            failure(file, ErrorKind::Encrypted,
                    u"This message is encrypted. Open it in your mail program and save its text."_s, part));
        return;
    }
    ArticleDraft draft = draftFor(file, format, part);
    CanonicalText text = readMailText(message, draft);
    if (message.isCut && text.blocks.empty()) {
        outcome.failures.push_back(failure(
            file, ErrorKind::Limit,
            u"The message has more than 1,000 parts or 32 levels of them, and no words in those that were read."_s,
            part));
        return;
    }
    const QString subject = draft.title;
    addArticle(outcome, std::move(draft), std::move(text), options);
    if (!outcome.failures.empty() && outcome.failures.back().part == part &&
        outcome.failures.back().error.kind == ErrorKind::Empty)
        outcome.failures.back().error.message =
            u"The message \"%1\" has no words, only attachments or nothing at all."_s.arg(subject.left(200));
}

QString MailImporter::format() const
{
    return u"eml"_s;
}

int MailImporter::sniff(const RawFile &file) const
{
    if (startsLikeMail(file.bytes))
        return 95;
    const bool named = file.path.endsWith(u".eml", Qt::CaseInsensitive);
    return named && mailFields(file.bytes).first > 0 ? 95 : 0;
}

ImportOutcome MailImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    addMail(outcome, file, file.bytes, format(), QString(), options);
    return outcome;
}

} // namespace Lectern
