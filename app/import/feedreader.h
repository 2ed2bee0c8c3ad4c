#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Lectern {

/// An entry of a news feed. Texts are as they stand in it.
struct FeedItem
{
    QString id; ///< guid, or atom:id
    QString title;
    QString url;
    QStringList authors;
    QString published; ///< a date as the feed writes it
    QString modified;
    QString content;        ///< the whole text, else a summary
    bool isMarkup = true;   ///< `content` is HTML; else plain text
    bool isSummary = false; ///< `content` is what the feed calls a summary or description
    QStringList categories;
    QString language;
};

struct Feed
{
    QString title;
    QString language;
    std::vector<FeedItem> items;
    QString error; ///< where and why the feed ends early; empty when it was read to its end
};

/// Reads RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0. What stands before an error in the XML is kept.
/// Entities of HTML are known; others stay as they are written. At most 100,000 items.
Feed readFeed(const QByteArray &bytes);

/// The name of the outermost element of an XML text, without its prefix, in lower case: "rss", "feed", "rdf",
/// "opml". Empty when it has none within its first 64 kB.
QString xmlRootName(const QByteArray &bytes);

} // namespace Lectern
