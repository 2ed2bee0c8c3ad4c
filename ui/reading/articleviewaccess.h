#pragma once

namespace Lectern {

class ArticleView;

/// Lets assistive technology read ArticleView as a document: its text, caret, selection and where each
/// character stands.
void installArticleViewAccess();

/// Tells assistive technology that the selection is another.
void announceSelection(ArticleView &view);

} // namespace Lectern
