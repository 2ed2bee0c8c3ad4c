#pragma once

#include "library/comparisonsession.h"

#include <QListWidget>

namespace Lectern {

class Theme;

/// The differences of a comparison one below the other: in which passage, of what kind, and the words of both
/// accounts. What the columns show, for whoever reads or hears lists better.
class DifferenceList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DifferenceList)

public:
    static constexpr int listWidth = 300; ///< logical pixels

    explicit DifferenceList(const Theme &theme, QWidget *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison);
    /// Whether differences of typography and what the narrator says between are listed, too.
    void setTypography(bool shown);
    /// The difference of a row.
    const PairDifference &difference(int row) const
    {
        return m_comparison->differences[m_shown[size_t(row)]];
    }

Q_SIGNALS:
    void differenceChosen(const Lectern::PairDifference &difference);
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void choose(const QListWidgetItem *item);

    const Theme &m_theme;
    ComparisonPtr m_comparison;
    std::vector<size_t> m_shown; ///< of each row: index in Comparison::differences
    bool m_typography = false;
};

} // namespace Lectern
