#pragma once

#include "import/importer.h"

#include <QCryptographicHash>
#include <QTest>

namespace Lectern {

inline RawFile rawFile(const QByteArray &bytes, const QString &path = QStringLiteral("/texts/file"))
{
    return {path, bytes, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), 0};
}

/// The only article of a file; null when there is not exactly one.
inline ArticlePtr readOne(const QByteArray &bytes, const QString &format,
                          const QString &path = QStringLiteral("/texts/file"))
{
    ImportOptions options;
    options.format = format;
    const ImportOutcome outcome = importBytes(rawFile(bytes, path), options);
    return outcome.articles.size() == 1 && outcome.failures.empty() ? outcome.articles.front() : nullptr;
}

/// How a file that gives no article ends: "kind: message"; "" when it gives one.
inline QString failureOf(const QByteArray &bytes, const QString &path = QStringLiteral("/texts/file"))
{
    const ImportOutcome outcome = importBytes(rawFile(bytes, path), {});
    if (outcome.failures.size() != 1 || !outcome.articles.empty())
        return {};
    const Error &error = outcome.failures.front().error;
    return name(error.kind) + QStringLiteral(": ") + error.message;
}

/// The blocks of an article as "kind: text" or "kind1: text" with their level.
inline QStringList blocksOf(const Article &article)
{
    QStringList blocks;
    for (const Block &block : article.blocks()) {
        const QString level = block.level == 0 ? QString() : QString::number(block.level);
        blocks << name(block.kind) + level + QStringLiteral(": ") +
                      article.text().mid(block.range.start, block.range.length());
    }
    return blocks;
}

/// The spans of an article as "Kind(text)" or "Kind(text -> target)".
inline QStringList spansOf(const Article &article)
{
    static const char *const names[] = {"em", "strong", "code", "link", "strike", "sup", "sub"};
    QStringList spans;
    for (const Span &span : article.spans()) {
        const QString words = article.text().mid(span.range.start, span.range.length());
        spans << QLatin1String(names[int(span.kind)]) + QLatin1Char('(') + words +
                     (span.target.isEmpty() ? QString() : QStringLiteral(" -> ") + span.target) +
                     QLatin1Char(')');
    }
    return spans;
}

} // namespace Lectern
