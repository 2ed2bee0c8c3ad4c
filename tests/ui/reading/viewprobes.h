#pragma once

#include "reading/articleview.h"

#include <QTest>

namespace Lectern {

/// A shown view of 640x480 px.
inline std::unique_ptr<ArticleView> shownView(const Theme &theme, const ArticlePtr &article,
                                              const ReadingPlace &place = {})
{
    auto view = std::make_unique<ArticleView>(theme);
    view->resize(640, 480);
    view->setArticle(article, place);
    view->show();
    if (!QTest::qWaitForWindowExposed(view.get()))
        return nullptr;
    return view;
}

/// The middle of the first box of a range.
inline QPoint middleOf(ArticleView &view, TextRange range)
{
    const std::vector<QRectF> boxes = view.boxes(range);
    return boxes.empty() ? QPoint(-1, -1) : boxes.front().center().toPoint();
}

/// Where to press to put the caret before an offset.
inline QPoint startOf(ArticleView &view, qsizetype offset)
{
    return view.caretRect(offset).center();
}

inline QString selected(const ArticleView &view)
{
    const TextRange range = view.selection();
    return view.article()->text().mid(range.start, range.length());
}

inline void drag(ArticleView &view, QPoint from, QPoint to)
{
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view.viewport(), (from + to) / 2);
    QTest::mouseMove(view.viewport(), to);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
}

} // namespace Lectern
