#include "import/feedimporter.h"

#include "import/articlemaking.h"
#include "import/feedreader.h"
#include "import/metadatafields.h"
#include "import/plaintextimporter.h"
#include "import/wholepage.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// Titles are text, but many feeds put HTML into them.
QString plainTitle(const QString &title)
{
    if (!title.contains(u'<') && !title.contains(u'&'))
        return title.simplified();
    return readWholePage(title.toUtf8()).text.simplified();
}

QString partOf(const FeedItem &item, size_t number, QSet<QString> &taken)
{
    QString part = (item.id.isEmpty() ? item.url : item.id).simplified().left(500);
    if (part.isEmpty() || taken.contains(part))
        part = u"item %1"_s.arg(number);
    taken.insert(part);
    return part;
}

void addItem(ImportOutcome &outcome, const RawFile &file, const Feed &feed, const FeedItem &item,
             const QString &part, const ImportOptions &options)
{
    ArticleDraft draft = draftFor(file, u"feed"_s, part);
    const auto put = [&draft](const QString &name, const QStringList &values) {
        if (!values.isEmpty() && !values.first().isEmpty())
            putField(draft, name, values);
    };
    const QString title = plainTitle(item.title);
    put(u"title"_s, {title});
    put(u"author"_s, item.authors);
    put(u"outlet"_s, {feed.title});
    put(u"source"_s, {feed.title});
    put(u"published"_s, {item.published});
    put(u"modified"_s, {item.modified});
    put(u"url"_s, {item.url});
    put(u"language"_s, {item.language.isEmpty() ? feed.language : item.language});
    put(u"tags"_s, item.categories);
    if (item.isSummary)
        draft.warnings += u"The feed holds only a summary of this article."_s;

    CanonicalText text =
        item.isMarkup ? readWholePage(item.content.toUtf8()) : readPlainText(item.content, draft);
    if (!hasWords(text.text)) {
        outcome.failures.push_back(failure(
            file, ErrorKind::Empty,
            u"The item \"%1\" has no words of its own in this feed. Open its page and save that."_s.arg(
                title.left(200)),
            part));
        return;
    }
    addArticle(outcome, std::move(draft), std::move(text), options);
}

} // namespace

QString FeedImporter::format() const
{
    return u"feed"_s;
}

int FeedImporter::sniff(const RawFile &file) const
{
    const QString root = xmlRootName(file.bytes);
    return root == u"rss" || root == u"feed" || root == u"rdf" ? 98 : 0;
}

ImportOutcome FeedImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const Feed feed = readFeed(file.bytes);
    QSet<QString> taken;
    for (size_t i = 0; i < feed.items.size(); ++i)
        addItem(outcome, file, feed, feed.items[i], partOf(feed.items[i], i + 1, taken), options);
    if (!feed.error.isEmpty())
        outcome.failures.push_back(
            failure(file, ErrorKind::Malformed,
                    (feed.items.empty() ? u"The feed cannot be read: %1."_s
                                        : u"The feed ends early: %1. What stands before it was read."_s)
                        .arg(feed.error)));
    else if (feed.items.empty())
        outcome.failures.push_back(failure(file, ErrorKind::Empty, u"There are no items in this feed."_s));
    return outcome;
}

} // namespace Lectern
