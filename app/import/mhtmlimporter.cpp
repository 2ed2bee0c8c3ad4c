#include "import/mhtmlimporter.h"

#include "import/articlemaking.h"
#include "import/htmlimporter.h"
#include "import/mailtext.h"
#include "import/metadatafields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype headBytes = 16 * 1024;

/// The page among the parts: the first that is HTML.
const MimePart *pageOf(const MimePart &part)
{
    if (part.type == "text/html" || part.type == "application/xhtml+xml")
        return &part;
    for (const MimePart &child : part.children)
        if (const MimePart *page = pageOf(child))
            return page;
    return nullptr;
}

} // namespace

QString MhtmlImporter::format() const
{
    return u"mhtml"_s;
}

int MhtmlImporter::sniff(const RawFile &file) const
{
    const QByteArrayView head =
        QByteArrayView(file.bytes).first(std::min<qsizetype>(file.bytes.size(), headBytes));
    const QByteArrayView line = head.first(std::max<qsizetype>(0, head.indexOf('\n')));
    if (line.indexOf(':') <= 0 || line.indexOf(' ') < line.indexOf(':'))
        return 0;
    qsizetype start = 0;
    const MailHeaders headers(head, &start);
    const bool isWhole =
        headers.value("content-type") == "multipart/related" || headers.value("content-type") == "text/html";
    const QByteArray from = headers.raw("from").toLower();
    const bool isSaved = headers.has("snapshot-content-location") || from.contains("saved by");
    const bool isSent = headers.has("received") || headers.has("message-id") || headers.has("to");
    const bool hasLocation = head.toByteArray().toLower().contains("\ncontent-location:");
    return isWhole && (isSaved || (hasLocation && !isSent)) ? 96 : 0;
}

ImportOutcome MhtmlImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const MimeMessage message = parseMime(file.bytes);
    const MimePart *page = pageOf(message.root);
    if (page == nullptr) {
        outcome.failures.push_back(
            failure(file, ErrorKind::Malformed, u"There is no web page in it. Save the page again."_s));
        return outcome;
    }
    const MailHeaders &headers = message.root.headers;
    QString location = webUrl(headers.text("snapshot-content-location"));
    if (location.isEmpty())
        location = webUrl(page->headers.text("content-location"));
    ArticleDraft draft = draftFor(file, format());
    draft.source.encoding = QString::fromLatin1(page->headers.parameter("content-type", "charset"));
    if (const QString saved = mailDate(headers.text("date")).toIso(); !saved.isEmpty())
        draft.extra.insert(u"saved"_s, saved);
    CanonicalText text =
        readHtml(decodedBody(*page), options.baseUrl.isEmpty() ? location : options.baseUrl, draft);
    if (draft.url.isEmpty())
        draft.url = location;
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
