#pragma once

#include "library/findsession.h"
#include "reading/readingpane.h"

namespace Lectern {

/// A window of its own for one article, to be read beside another. What was kept of it is shown; it is kept
/// in the main window only. Ctrl+F finds, Ctrl+W closes.
class ArticleWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleWindow)

public:
    ArticleWindow(const Theme &theme, ArticlePtr article, ReadingPlace place, QWidget *mainWindow);

    ReadingPane *reader() const { return m_reader; }

Q_SIGNALS:
    void closed(Lectern::ReadingPlace place);

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addKeys();

    const Theme &m_theme;
    ReadingPane *m_reader;
    FindSession m_find;
};

} // namespace Lectern
