#pragma once

#include "base/result.h"
#include "text/article.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Lectern {

/// A file, or a part of one, that gave no article, and why.
struct ImportFailure
{
    QString part; ///< record or member; "" for the whole file
    Error error;  ///< with the path
};

/// What reading one file came to. Never empty on both sides: every file ends as article(s) or as a named
/// failure.
struct ImportOutcome
{
    std::vector<ArticlePtr> articles;
    std::vector<ImportFailure> failures;
};

/// How much one file may cost (IMPORT limits); 0 is no limit.
struct ImportLimits
{
    qint64 fileBytes = qint64(64) << 20;      ///< text, Markdown, HTML, office documents, e-books, one mail
    qint64 collectionBytes = qint64(1) << 30; ///< JSON Lines, PDF, mailboxes
    qint64 textUnits = qint64(32) << 20;      ///< canonical text of one article, UTF-16 units
    int cpuSeconds = 10;
    int wallSeconds = 60;
    qint64 addressSpace = qint64(1) << 30;

    static ImportLimits named(QStringView name); ///< "default", "strict" (a quarter), "none"

    /// The limits for a file of that size: time and memory are meant for the first 16 MiB, more bytes get
    /// more in proportion.
    ImportLimits scaledTo(qint64 bytes) const;
    /// Three times the time and twice the memory, which pages may need.
    ImportLimits forPdf() const;
};

struct ImportOptions
{
    QString format;  ///< forces a format by its name; "" sniffs
    QString baseUrl; ///< resolves the links of a page saved without one
    ImportLimits limits;
};

} // namespace Lectern
