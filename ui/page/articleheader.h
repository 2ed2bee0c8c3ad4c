#pragma once

#include "page/paragraphlayout.h"
#include "text/article.h"

#include <QCoreApplication>

#include <memory>

class QPainter;

namespace Lectern {

struct Tokens;
class TypeSheet;

/// What stands above an article and is no part of its text: where it comes from and when, its size, and a
/// rule. A title that the source names is text, set between the two parts of the header; one that was derived
/// is painted here, paler.
class ArticleHeader final
{
    Q_DECLARE_TR_FUNCTIONS(Lectern::ArticleHeader)

public:
    ArticleHeader();
    ~ArticleHeader();
    Q_DISABLE_COPY_MOVE(ArticleHeader)

    /// Null empties it. Reads the whole text once.
    void setArticle(ArticlePtr article);
    /// `width` is that of the column.
    void layOut(const TypeSheet &sheet, int width);

    /// Pixels above the first row of text.
    int topRoom() const;
    /// Pixels between the title and the row after it.
    int afterTitleRoom() const;

    /// Paints both parts. `top` is the page's top left corner, `titleBottom` the end of the title's text,
    /// both in the painter's coordinates; with a derived title the latter is not used.
    void paint(QPainter &painter, const Tokens &tokens, QPointF top, qreal titleBottom) const;

    const QString &sourceName() const { return m_sourceName; }
    const QString &meta() const { return m_meta; }

private:
    void paintSourceLine(QPainter &painter, const Tokens &tokens, QPointF top) const;
    void paintMeta(QPainter &painter, const Tokens &tokens, QPointF top) const;

    ArticlePtr m_article;
    int m_width = 600;
    bool m_rightToLeft = false;
    QString m_sourceName;
    QString m_date;
    QString m_meta;
    std::unique_ptr<ParagraphLayout> m_derived; ///< null when the title is text
};

} // namespace Lectern
