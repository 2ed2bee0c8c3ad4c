#pragma once

#include "import/importer.h"

#include <QCryptographicHash>

namespace Lectern {

/// Reads bytes as one format and ends the process when what comes out breaks a promise: something comes out,
/// texts are sound, blocks and spans stand in order inside them, and the same bytes give the same.
inline void probeImport(const QString &format, const QByteArray &bytes)
{
    const auto demand = [](bool holds, const char *what) {
        if (!holds)
            qFatal("%s", what);
    };
    ImportOptions options;
    options.format = format;
    const RawFile file{QStringLiteral("/input"), bytes,
                       QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), 0};
    const ImportOutcome first = importBytes(file, options);
    const ImportOutcome second = importBytes(file, options);
    demand(!first.articles.empty() || !first.failures.empty(), "Nothing came out.");
    demand(first.articles.size() == second.articles.size(),
           "A second reading gave another number of articles.");
    demand(first.failures.size() == second.failures.size(),
           "A second reading gave another number of failures.");
    for (const ImportFailure &failure : first.failures)
        demand(!failure.error.message.isEmpty(), "A failure has no words.");
    for (size_t i = 0; i < first.articles.size(); ++i) {
        const Article &article = *first.articles[i];
        demand(article.text() == second.articles[i]->text(), "A second reading gave another text.");
        demand(QString::fromUtf8(article.text().toUtf8()) == article.text(), "The text is not sound.");
        qsizetype end = -1;
        for (const Block &block : article.blocks()) {
            demand(block.range.start == end + 1 && block.range.end > block.range.start,
                   "A block stands wrong.");
            end = block.range.end;
        }
        demand(end == article.text().size(), "The blocks do not fill the text.");
        for (const Span &span : article.spans())
            demand(span.range.start >= 0 && span.range.end <= end, "A span stands outside.");
    }
}

} // namespace Lectern
