#pragma once

#include <QWidget>

namespace Lectern {

class Theme;

/// What stands in the reading area while there are no articles: one sentence, and the ways to get some.
class WelcomePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    explicit WelcomePage(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void openFolderRequested();
    void openFilesRequested();
    void sampleRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace Lectern
