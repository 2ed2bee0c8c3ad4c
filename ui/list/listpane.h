#pragma once

#include "library/articlelistmodel.h"

#include <QWidget>

class QMenu;

namespace Lectern {

class EmptyState;
class FilterChips;
class FlatList;
class IconButton;
class NoticeStrip;
class ProgressStrip;
class SuggestionStrip;
class Theme;

/// The pane of the articles: heading and count, ordering, filter chips, the list, and strips for progress and
/// notices. It applies the filter to the model by itself; what an ordering means is the window's to do.
/// Setters of the ordering, the filter and the current article signal when they change something.
class ListPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListPane)

public:
    using Filter = ArticleFilter;

    ListPane(const Theme &theme, ArticleListModel &model, QWidget *parent = nullptr);

    FlatList *list() const { return m_list; }

    /// `articles` is shown beside the heading; below 0 when it is not known.
    void setHeading(const QString &heading, qsizetype articles);

    Order order() const { return m_order; }
    Grouping grouping() const { return m_grouping; }
    void setOrdering(Order order, Grouping grouping);
    Filter filter() const;
    void setFilter(Filter filter);

    /// `fraction` is 0 to 1; below 0 hides the strip; NaN when it is not known.
    void setProgress(const QString &text, double fraction);
    /// An empty text hides the notice.
    void setNotice(const QString &text, const QString &actionLabel);
    /// Queries that may have been meant instead; none hides the question.
    void setSuggestions(const QStringList &queries);
    /// What is shown while the model has no rows; an empty sentence for nothing.
    void setEmptyState(const QString &sentence, const QString &button);

    /// The article of the current row; "" when no row is current, as after an answer without it.
    ArticleId currentArticle() const;
    /// An article that is not shown becomes current, without a signal, as soon as an answer holds it.
    void setCurrentArticle(const ArticleId &id);
    /// Gives the list the keyboard; the first article becomes current when none is.
    void enterList();

Q_SIGNALS:
    /// Never with "": that no row is current is no reason to leave an article.
    void currentArticleChanged(const Lectern::ArticleId &id);
    /// Enter, Right or a double click: the person wants to be in the article.
    void articleActivated(const Lectern::ArticleId &id);
    void orderingChanged(Lectern::Order order, Lectern::Grouping grouping);
    void filterChanged(Lectern::ArticleFilter filter);
    void cancelRequested();
    void noticeActivated();
    void emptyStateActivated();
    void suggestionPicked(const QString &query);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showOrderings();
    void addOrders(QMenu &menu);
    void addGroupings(QMenu &menu);
    void applyFilter(Filter filter);
    /// In the place of the count, while some articles are picked.
    void showPicked(int count);
    void showEmptyState();

    const Theme &m_theme;
    ArticleListModel &m_model;
    QString m_heading;
    QString m_count;
    QString m_picked; ///< "3 picked"; "" for none
    Order m_order = Order::DateNewest;
    Grouping m_grouping = Grouping::Day;
    IconButton *m_sort;
    FilterChips *m_chips;
    SuggestionStrip *m_suggestions;
    FlatList *m_list;
    EmptyState *m_empty;
    ProgressStrip *m_progress;
    NoticeStrip *m_notice;
};

} // namespace Lectern
