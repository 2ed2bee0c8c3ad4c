#pragma once

#include <QWidget>

class QPlainTextEdit;
class QStackedLayout;
class QTextBrowser;

namespace Lectern {

class SegmentedControl;
class TextLabel;
class Theme;

/// What an export will write, as text; HTML and Markdown also as the page that they make. Nothing is loaded
/// for that page, neither from the network nor from the disk, and nothing in it can be opened.
class ExportPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportPreview)

public:
    /// Of the line above the preview, logical pixels.
    static constexpr int headHeight = 28;

    explicit ExportPreview(const Theme &theme, QWidget *parent = nullptr);

    /// `mimeType` says whether it makes a page.
    void setContent(const QString &title, const QString &text, const QString &mimeType);
    /// Whether the page is shown where there is one.
    void setShowsPage(bool shows);
    bool showsPage() const { return m_showsPage; }

private:
    void refresh();
    void applyColours();

    const Theme &m_theme;
    QString m_text;
    QString m_mimeType;
    bool m_showsPage = false;
    TextLabel *m_title;
    SegmentedControl *m_kinds;
    QStackedLayout *m_stack;
    QPlainTextEdit *m_plain;
    QTextBrowser *m_page;
};

} // namespace Lectern
