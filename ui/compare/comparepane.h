#pragma once

#include "compare/comparefilter.h"
#include "library/comparisonsession.h"
#include "style/readingstyle.h"

#include <QWidget>

#include <QVariantAnimation>

class QBoxLayout;
class QHBoxLayout;
class QStackedWidget;

namespace Lectern {

class CompareBar;
class CompareColumn;
class CompareGutter;
class DifferenceList;
class TextLabel;
class Theme;

/// Two to four accounts of one event side by side. Columns scroll together by the passage that is read.
class ComparePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparePane)

public:
    explicit ComparePane(const Theme &theme, QWidget *parent = nullptr);

    /// Says that the accounts are being looked for.
    void setWaiting();
    /// One account alone: no other was found, and the pane says so. Null: no article is shown.
    void setComparison(const ComparisonPtr &comparison);
    const ComparisonPtr &comparison() const { return m_comparison; }
    void setReadingStyle(const ReadingStyle &style);
    void setFilter(CompareFilter filter);
    /// The next (+1) or previous (-1) difference of words, in the column that has the focus.
    void stepDifference(int step);

    /// The list of differences beside the columns; it takes the keyboard when it is shown.
    void showList(bool shown);
    DifferenceList *list() const { return m_list; }
    /// Where messages are shown.
    QBoxLayout *messagePlace() const { return m_messagePlace; }

    int columnCount() const { return int(m_columns.size()); }
    CompareColumn *column(int account) const { return m_columns[size_t(account)]; }

Q_SIGNALS:
    void articleRequested(const Lectern::ArticlePtr &article, Lectern::TextRange at);
    /// The words of a passage are to be kept from every account that has them.
    void keepRequested(int passage);
    void saveRequested();
    void printRequested();
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildColumns(int count);
    void setLook(const CompareLook &look);
    void follow(CompareColumn *leader);
    void showPassage(int passage, CompareColumn *in);
    void flash(int passage);
    void showDifference(const PairDifference &difference);
    void placeList();
    void keep(int passage);
    void openMenu(const QPoint &at, int passage);
    CompareColumn *activeColumn() const;
    void say(const QString &headline, const QString &hint);

    const Theme &m_theme;
    ComparisonPtr m_comparison;
    ReadingStyle m_style;
    CompareLook m_look;
    CompareBar *m_bar;
    QStackedWidget *m_stack;
    QWidget *m_message;
    TextLabel *m_headline;
    TextLabel *m_hint;
    QBoxLayout *m_messagePlace;
    QWidget *m_body;
    QHBoxLayout *m_row;
    DifferenceList *m_list;
    std::vector<CompareColumn *> m_columns;
    std::vector<CompareGutter *> m_gutters;
    std::vector<int> m_scrolled; ///< where each column was when it was last looked at
    QVariantAnimation m_flash;
    int m_passage = -1; ///< that was clicked or stepped to last
    bool m_isFollowing = false;
};

} // namespace Lectern
