#pragma once

#include "text/mergedwording.h"

#include <QTextLayout>
#include <QWidget>

namespace Lectern {

class Theme;

/// Words of a text in the font of articles, those that differ from another wording standing out. As high as
/// its lines need.
class WordingView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WordingView)

public:
    explicit WordingView(const Theme &theme, QWidget *parent = nullptr);

    void setWording(const QString &text, const std::vector<WordingPart> &parts);
    /// 0 for as many as there are; of more, the last shown one ends with an ellipsis.
    void setMostLines(int lines);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, lineHeight}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int lineHeight = 23;
    /// Breaks the words into lines of that width; returns how many are shown.
    int layOut(int width) const;

    const Theme &m_theme;
    std::vector<WordingPart> m_parts;
    int m_mostLines = 0;
    mutable QTextLayout m_layout;
    mutable int m_laidOutFor = -1; ///< width, logical pixels
};

} // namespace Lectern
