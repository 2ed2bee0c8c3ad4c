#pragma once

#include "compare/comparefilter.h"
#include "library/comparisonsession.h"

#include <QWidget>

namespace Lectern {

class CompareColumn;
class Theme;

/// The strip between two columns: ribbons tie the places of each passage that both have.
class CompareGutter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareGutter)

public:
    CompareGutter(const Theme &theme, CompareColumn &left, CompareColumn &right, QWidget *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison);
    void setLook(const CompareLook &look);

Q_SIGNALS:
    void passageClicked(int passage);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QPainterPath ribbon(int passage) const;
    bool shows(int passage) const;

    const Theme &m_theme;
    CompareColumn &m_left;
    CompareColumn &m_right;
    ComparisonPtr m_comparison;
    CompareLook m_look;
};

} // namespace Lectern
