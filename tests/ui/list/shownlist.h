#pragma once

#include "list/flatlist.h"
#include "listmodels.h"
#include "style/theme.h"

#include <QScrollBar>

namespace Lectern::Testing {

/// A list of dated articles in a window of its own, with the focus.
struct ShownList
{
    explicit ShownList(int count = 40, int perDay = 2, Grouping grouping = Grouping::Day)
        : articles(datedArticles(count, perDay))
        , list(theme, model)
    {
        model.setToday(today);
        model.setAnswer(ask(articles), grouping);
        list.resize(400, 400);
        list.show();
        list.activateWindow();
        list.setFocus(Qt::MouseFocusReason);
    }
    QString current() const { return list.currentIndex().data().toString(); }
    int offset() const { return list.verticalScrollBar()->value(); }

    Theme theme;
    ArticleListModel model;
    std::vector<ArticlePtr> articles;
    FlatList list;
};

} // namespace Lectern::Testing
