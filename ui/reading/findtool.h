#pragma once

#include "reading/findbar.h"

namespace Lectern {

class ArticleView;

/// What is found in an article by its own find bar, and the hits of the library's search, of which the view
/// shows either the one or the other.
class FindTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindTool)

public:
    FindTool(const Theme &theme, ArticleView &view, QWidget *pane);

    FindBar *bar() const { return m_bar; }
    bool isOpen() const;
    /// Whether what the bar has found stands in the place of the hits.
    bool isShown() const { return m_showsFound; }
    /// Opens the bar, with the selected words when they are on one line, and takes the keyboard.
    void open();
    void close();
    void placeBar();

    /// The hits of the library's search, shown while the bar is closed or empty.
    void setHits(std::vector<TextRange> hits);
    void setCurrentHit(int index);
    int hitCount() const;
    int currentHit() const;

    /// Another article is shown: asks for what stands in the bar anew.
    void lookAgain();
    /// What was found of what stands in the bar. The first one behind the place being read becomes the
    /// current one, and is shown.
    void setFound(FoundInText found);
    /// The next one (1) or the one before (-1), around the ends of the article.
    void step(int by);
    /// Makes a hit of those that are shown the current one.
    void activate(int index);

Q_SIGNALS:
    void closed();

protected:
    /// Escape in the article closes the bar before anything else.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showHits();
    void showFound(int current);

    ArticleView &m_view;
    QWidget *m_pane;
    FindBar *m_bar;
    std::vector<TextRange> m_hits;
    int m_currentHit = -1; ///< of m_hits, while others are shown
    FoundInText m_found;
    bool m_showsFound = false;
};

} // namespace Lectern
