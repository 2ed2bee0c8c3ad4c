#pragma once

#include "text/article.h"
#include "text/canonicaltext.h"

namespace Lectern {

/// Closes what was built into an article. An empty title means: the source names none.
inline ArticlePtr articleOf(CanonicalText canonical, const QString &title = {})
{
    ArticleDraft draft;
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    draft.spans = canonical.spans;
    draft.title = title.isEmpty() ? QStringLiteral("Untitled") : title;
    draft.titleDerived = title.isEmpty();
    draft.outlet = QStringLiteral("Northern Courier");
    draft.published = PartialDate::day(QDate(2021, 9, 28));
    draft.source.path = QStringLiteral("/articles/quay.txt");
    draft.source.sha256 = QByteArray(64, '0');
    return Article::make(std::move(draft));
}

/// An article with a title of its own and these paragraphs.
inline ArticlePtr titledArticle(const QString &title, const QStringList &paragraphs)
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Heading, title, 1);
    for (const QString &paragraph : paragraphs)
        builder.addBlock(BlockKind::Paragraph, paragraph);
    return articleOf(builder.take(), title);
}

/// Forty numbered paragraphs of several lines each.
inline ArticlePtr longArticle()
{
    QStringList paragraphs;
    for (int i = 1; i <= 40; ++i)
        paragraphs +=
            QStringLiteral(
                "Paragraph %1 tells how the harbour master walked along the old quay, counted the boats "
                "that were left, and wrote their names into the book that nobody had opened since "
                "the storm; word%1 stands in it once.")
                .arg(i);
    return titledArticle(QStringLiteral("The harbour that moved"), paragraphs);
}

/// The first place of some words.
inline TextRange rangeOf(const Article &article, const QString &words)
{
    const qsizetype at = article.text().indexOf(words);
    return {at, at + words.size()};
}

/// Paragraphs that are hard on a text view: they mix scripts, directions, emoji, marks and characters without
/// width.
inline QStringList nastyParagraphs()
{
    return {
        QStringLiteral("Plain words, and a second sentence that is long enough to be broken into several "
                       "lines of text."),
        QStringLiteral("👩‍👩‍👧‍👦 family 🏳️‍🌈 flag 🇩🇪 and 👍🏽 thumb"),
        QStringLiteral(
            "no\u00a0break\u202fspaces and soft\u00adhyphens\u00adin\u00ada\u00adword and zero\u200bwidth"),
        QStringLiteral(
            "e\u0301a\u0308o\u0302\u0323 stacked Z\u0351\u036b\u0343a\u0334\u0321l\u0327\u0322g\u034co"),
        QStringLiteral("line\u2028separator \u2029 paragraph"),
        QStringLiteral("nul \u0000 bell \u0007 delete \u007f") + QChar(0xfffc) + QStringLiteral("object"),
        QStringLiteral("שלום עולם mixed עם English ומספר 12,345 בסוף"),
        QStringLiteral("قال رئيس الميناء إن الخطة (Plan B) لعام 2021 لن تتغير أبدًا"),
        QStringLiteral("बंदरगाह के प्रमुख ने कहा कि पुराना घाट टिकने के लिए नहीं था।"),
        QStringLiteral("港の責任者は「古い岸壁」と述べた。𠮷野家"),
        QStringLiteral("ไม่มีช่องว่างระหว่างคำในภาษาไทย"),
        QString(QChar(0xd800)) + QStringLiteral(" lone surrogate ") + QChar(0xdc00),
        QString(300, u'x') + QStringLiteral(" unbreakable"),
    };
}

} // namespace Lectern
