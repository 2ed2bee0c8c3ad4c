#pragma once

#include "text/article.h"
#include "text/canonicaltext.h"

#include "app/text/randomtext.h"

namespace LecternTest {

/// An article of random blocks and spans, with or without a title.
inline Lectern::ArticlePtr randomArticle(RandomText &random)
{
    using namespace Lectern;
    CanonicalTextBuilder builder;
    for (int blocks = random.below(8); blocks > 0; --blocks) {
        builder.beginBlock(BlockKind(random.below(int(BlockKind::Image))), random.below(4));
        builder.append(random.text(8));
        builder.beginSpan(SpanKind(random.below(3)));
        builder.append(random.text(8));
        builder.beginSpan(SpanKind::Link, random.validText(4));
        builder.append(random.text(8));
        if (random.below(3) == 0)
            builder.addObject(BlockKind::Image);
    }
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/articles/") + random.validText(5);
    draft.source.sha256 = QByteArray(64, "0123456789abcdef"[random.below(16)]);
    draft.source.bytes = random.below(100'000);
    draft.source.format = QStringLiteral("text");
    draft.text = canonical.text;
    draft.blocks = std::move(canonical.blocks);
    draft.spans = std::move(canonical.spans);
    if (random.below(2) == 0)
        placeTitle(draft, random.text(6));
    if (draft.title.isEmpty())
        deriveTitle(draft, QStringLiteral("file.txt"));
    return Article::make(std::move(draft));
}

} // namespace LecternTest
