#pragma once

#include "text/article.h"

#include <QCache>
#include <QModelIndex>

class QPainter;

namespace Lectern {

class Theme;
struct LaidRow;

/// How a row stands out at the moment.
struct RowState
{
    bool isCurrent = false;
    bool isHovered = false;
    bool hasFocusRing = false; ///< the keyboard is here
    bool hasDivider = false;   ///< 1 px line at its bottom
    bool isPicked = false;     ///< one of several that are to be acted on
};

/// Paints the rows of the article list. What is laid out is kept, so that a frame costs only the paint.
class RowPainter final
{
    Q_DISABLE_COPY_MOVE(RowPainter)

public:
    static constexpr int articleHeight = 64; ///< logical pixels
    static constexpr int sectionHeight = 34;
    static constexpr int storyHeight = 58; ///< of a story's label

    explicit RowPainter(const Theme &theme);
    ~RowPainter();

    /// Both take rows of an ArticleListModel and their whole width.
    void paintSection(QPainter &painter, const QRect &rect, const QModelIndex &index);
    /// The label of a story; with its button the pointer is over it.
    void paintStory(QPainter &painter, const QRect &rect, const QModelIndex &index, bool isHovered);
    /// Where the button that compares is, in the label of a story.
    static QRect compareButton(const QRect &story);
    void paintArticle(QPainter &painter, const QRect &rect, const QModelIndex &index, RowState state);

    /// Whether the title of an article did not fit its row when it was last painted.
    bool isTitleElided(const ArticleId &id) const;

    /// Drops what was laid out: everything has changed.
    void forgetRows();
    void forgetRow(const ArticleId &id);

private:
    const LaidRow &laidRow(const QModelIndex &index, int width, bool isBold);

    const Theme &m_theme;
    QCache<ArticleId, LaidRow> m_rows;
    int m_width = 0; ///< of the rows in m_rows
};

} // namespace Lectern
