#pragma once

namespace Lectern {

class ArticleView;
class Theme;
struct Mark;

/// Lets assistive technology read ArticleView as a document: its text, caret, selection and where each
/// character stands.
void installArticleViewAccess();

/// Tells assistive technology that the selection is another.
void announceSelection(ArticleView &view);

/// Describes the selected mark, null for none, where a screen reader finds it: in the view's description.
void announceMark(ArticleView &view, const Mark *mark, const Theme &theme);

} // namespace Lectern
