#pragma once

#include <QTextBrowser>

namespace Lectern {

class Theme;

/// Shows a note as its Markdown means it. HTML in it is shown as it is typed, in place of pictures there
/// is a sign, and a link is only told: nothing in a note acts by itself.
class NoteText final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteText)

public:
    NoteText(const Theme &theme, QWidget *parent);

    void setNote(const QString &markdown);
    /// What it needs at a width, logical pixels.
    int wantedHeight(int width);

Q_SIGNALS:
    void linkActivated(const QString &url);
    /// The text was clicked: it is to be edited.
    void editRequested();

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void applyColours();

    const Theme &m_theme;
    QString m_markdown;
};

} // namespace Lectern
