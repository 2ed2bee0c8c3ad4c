#pragma once

#include "app/passages/passagefixture.h"
#include "export/exportoptions.h"

namespace Lectern {

/// An article of a headline and three paragraphs, with quotation marks, a pair of surrogates and two scripts.
inline ArticlePtr exportArticle()
{
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/library/fog.txt");
    draft.source.sha256 = QByteArray(64, 'e');
    draft.source.format = QStringLiteral("text");
    draft.authors = {QStringLiteral("Ada Lund")};
    draft.outlet = QStringLiteral("North Shore Courier");
    draft.published = PartialDate::fromIso(u"2021-09-28");
    draft.url = QStringLiteral("https://courier.example/fog");
    draft.language = QStringLiteral("en");
    draft.title = QStringLiteral("Fog");
    const QStringList paragraphs{
        draft.title, QStringLiteral("One came. “Two stayed,” she said. Three left 👩‍🚒 early."),
        QStringLiteral("Four *slept* here. Five woke."), QStringLiteral("وصلت السفينة. 霧だった。")};
    for (const QString &paragraph : paragraphs) {
        const bool isTitle = draft.blocks.empty();
        const qsizetype start = isTitle ? 0 : draft.text.size() + 1;
        draft.text += (isTitle ? QString() : QStringLiteral("\n")) + paragraph;
        draft.blocks.push_back({isTitle ? BlockKind::Heading : BlockKind::Paragraph,
                                quint8(isTitle ? 1 : 0),
                                {start, start + paragraph.size()}});
    }
    return Article::make(std::move(draft));
}

/// Words of it, kept with an id that ends with `n`.
inline Passage keptOf(const Article &article, const QString &words, int n)
{
    const qsizetype start = article.text().indexOf(words);
    Q_ASSERT(start >= 0);
    Passage passage = Passage::cut(article, {start, start + words.size()});
    passage.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-%1").arg(n, 12, 10, QLatin1Char('0'));
    passage.created = QDateTime(QDate(2024, 2, 29), QTime(12, 30, 15, 250), Qt::UTC);
    passage.modified = passage.created;
    return passage;
}

/// Options that hand over this article for every passage.
inline ExportOptions optionsWith(const ArticlePtr &article, ExportContext context = ExportContext::None)
{
    ExportOptions options;
    options.context = context;
    options.article = [article](const Passage &) { return article; };
    return options;
}

} // namespace Lectern
