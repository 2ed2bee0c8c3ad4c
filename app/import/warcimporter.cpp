#include "import/warcimporter.h"

#include "import/articlemaking.h"
#include "import/warcreader.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// What holds words that somebody reads; styles, scripts, data and pictures do not.
bool isReadable(const QString &contentType)
{
    static constexpr std::array types{
        "text/html"_L1,       "application/xhtml"_L1, "text/plain"_L1,
        "text/markdown"_L1,   "application/pdf"_L1,   "application/epub"_L1,
        "application/rss"_L1, "application/atom"_L1,  "application/vnd.openxmlformats-officedocument.word"_L1,
        "application/rtf"_L1, "text/rtf"_L1,          "application/vnd.oasis.opendocument.text"_L1};
    return std::any_of(types.begin(), types.end(),
                       [&](QLatin1String type) { return contentType.startsWith(type); });
}

/// The name of the file that an address names, so that its ending may help.
QString nameOf(const QString &uri, const QString &contentType)
{
    const QString name = QUrl(uri).fileName();
    return contentType.startsWith(u"text/html") && !name.endsWith(u".html") ? name + u".html"_s : name;
}

} // namespace

QString WarcImporter::format() const
{
    return u"warc"_s;
}

int WarcImporter::sniff(const RawFile &file) const
{
    return file.bytes.startsWith("WARC/1.") ? 99 : 0;
}

ImportOutcome WarcImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    QSet<QString> seen;
    WarcReader reader(file.bytes);
    int records = 0;
    while (const std::optional<WarcRecord> record = reader.next()) {
        ++records;
        if (record->type != u"response" && record->type != u"resource")
            continue;
        HttpMessage message{200, record->contentType, {}};
        if (record->block.startsWith("HTTP/")) {
            Result<HttpMessage> response = readHttpResponse(record->block, options.limits);
            if (!response) {
                if (!seen.contains(record->uri))
                    outcome.failures.push_back(
                        failure(file, response.error().kind, response.error().message, record->uri));
                continue;
            }
            message = std::move(*response);
        } else {
            message.body = record->block.toByteArray();
        }
        if (message.status != 200 || !isReadable(message.contentType) || seen.contains(record->uri))
            continue;
        seen.insert(record->uri);
        ImportOptions ofPage = options;
        ofPage.format.clear();
        ofPage.baseUrl = record->uri;
        ImportOutcome page = importBytes(
            contained(file, record->uri, nameOf(record->uri, message.contentType), message.body), ofPage);
        std::move(page.articles.begin(), page.articles.end(), std::back_inserter(outcome.articles));
        std::move(page.failures.begin(), page.failures.end(), std::back_inserter(outcome.failures));
    }
    if (reader.damaged() > 0)
        outcome.failures.push_back(failure(
            file, ErrorKind::Malformed,
            u"%1 records of this web archive are cut off or damaged. What could be read of them was."_s.arg(
                reader.damaged())));
    if (outcome.articles.empty() && outcome.failures.empty())
        outcome.failures.push_back(
            failure(file, ErrorKind::Empty,
                    u"There is no page with words among the %1 records of this web archive."_s.arg(records)));
    return outcome;
}

} // namespace Lectern
