#pragma once

#include "text/article.h"

#include <QCryptographicHash>

namespace Lectern::Testing {

/// An article of paragraphs (separated by line breaks in `body`) below a title; without one its title is
/// derived.
inline ArticlePtr makeArticle(const QString &title, const QString &body, const QString &outlet = {},
                              const QString &published = {})
{
    ArticleDraft draft;
    draft.source.path =
        QStringLiteral("/articles/%1.txt")
            .arg(QString::fromLatin1(
                QCryptographicHash::hash((title + body + outlet).toUtf8(), QCryptographicHash::Md5).toHex()));
    draft.source.sha256 =
        QCryptographicHash::hash((title + body + outlet + published).toUtf8(), QCryptographicHash::Sha256)
            .toHex();
    draft.source.format = QStringLiteral("text");
    draft.source.encoding = QStringLiteral("UTF-8");
    draft.outlet = outlet;
    draft.published = PartialDate::fromIso(published);
    draft.text = body;
    qsizetype start = 0;
    while (start < body.size()) {
        qsizetype end = body.indexOf(QLatin1Char('\n'), start);
        end = end < 0 ? body.size() : end;
        draft.blocks.push_back({BlockKind::Paragraph, 0, {start, end}});
        start = end + 1;
    }
    if (title.isEmpty())
        deriveTitle(draft, QStringLiteral("untitled"));
    else
        placeTitle(draft, title);
    return Article::make(std::move(draft));
}

} // namespace Lectern::Testing
