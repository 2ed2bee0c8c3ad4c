#pragma once

#include <QPointF>
#include <QRect>

#include <utility>

class QPainter;

namespace Lectern {

class ArticleHeader;
class DocumentLayout;
struct Overlay;
struct Tokens;

/// Paints what is in sight of an article: its header, rows [first, second) with all that lies over them, the
/// signs of notes and the handles of the selected mark. `origin` is the page's top left corner of the column.
void paintPage(QPainter &painter, ArticleHeader &header, DocumentLayout &layout, const Overlay &overlay,
               const Tokens &tokens, std::pair<int, int> rows, QPointF origin);

/// Paints a sentence where the article would be.
void paintNoPage(QPainter &painter, const QRect &view, const QString &sentence, const Tokens &tokens);

} // namespace Lectern
