#pragma once

#include "library/storydetails.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;
class QScrollArea;

namespace Lectern {

class TextButton;
class TextLabel;
class Theme;

/// The card of a story: its title, days and outlets, why its accounts belong together, the quotations that
/// they share, and each account with what only it has. It lies inside its window; a press elsewhere or Escape
/// closes it.
class StoryCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryCard)

public:
    StoryCard(const Theme &theme, QWidget *window);

    /// Opens it with what is known at once; `at` is where its corner should be, in global coordinates.
    void open(const StoryMap::Story &story, const QPoint &at);
    /// Everything, once it has been read; nothing happens when it shows another story. `read` is the article
    /// in the reading pane.
    void setDetails(const StoryDetails &details, const ArticleId &read);
    /// In plain words: "2 shared quotations, 4 names, same day, 31 rare words".
    QString why() const;

Q_SIGNALS:
    void articleRequested(const Lectern::ArticlePtr &article, Lectern::TextRange at);
    void compareRequested(const std::vector<Lectern::ArticleId> &accounts);
    /// The article that is read does not belong here.
    void leaveRequested(const Lectern::ArticleId &article);
    /// What the reader said last about these is taken back.
    void takeBackRequested(const std::vector<Lectern::ArticleId> &accounts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addHeading(const QString &text);
    void addWords(const QString &text, const char *name = nullptr);
    void clearBody();
    void place();

    const Theme &m_theme;
    StoryMap::Story m_story;
    ArticleId m_read;
    QPoint m_corner;
    TextLabel *m_title;
    TextLabel *m_line;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    TextButton *m_takeBack;
    TextButton *m_leave;
    TextButton *m_compare;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Lectern
