#pragma once

#include "compare/comparefilter.h"
#include "library/comparisonsession.h"

#include <QWidget>

namespace Lectern {

class IconButton;
class SegmentedControl;
class Theme;

/// The bar above the columns: what is compared and how many passages they share, and what of it shall stand
/// out.
class CompareBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareBar)

public:
    static constexpr int barHeight = 50; ///< logical pixels

    explicit CompareBar(const Theme &theme, QWidget *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison);
    void setFilter(CompareFilter filter);
    void setTypography(bool shown);
    void setListShown(bool shown);
    /// The counts in words, for the screen reader: "4 quotations in both, ...".
    QString summary() const;

Q_SIGNALS:
    void filterPicked(Lectern::CompareFilter filter);
    void typographyToggled(bool shown);
    void listToggled(bool shown);
    /// The menu is to be opened below this widget.
    void menuRequested(const QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Legend
    {
        QColor dot;
        QString words;
    };
    std::vector<Legend> legends() const;

    const Theme &m_theme;
    ComparisonPtr m_comparison;
    SegmentedControl *m_filters;
    IconButton *m_typography;
    IconButton *m_list;
    IconButton *m_more;
};

} // namespace Lectern
