#include "reading/notetext.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QMouseEvent>
#include <QPalette>
#include <QTextBlock>
#include <QTextDocument>

namespace Lectern {

namespace {

constexpr int headingSize = 14;
constexpr int listIndent = 18;
constexpr QTextDocument::MarkdownFeatures features =
    QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML;

/// Whoever presses Enter in a note wants a new line there, also where Markdown would join the two.
QString withLineBreaks(const QString &markdown)
{
    QStringList lines = markdown.split(QLatin1Char('\n'));
    bool isCode = false;
    for (QString &line : lines) {
        const bool isFence = line.trimmed().startsWith(QLatin1String("```"));
        isCode = isCode != isFence;
        if (!isCode && !isFence && !line.trimmed().isEmpty())
            line += QStringLiteral("  ");
    }
    return lines.join(QLatin1Char('\n'));
}

/// The sizes that Qt gives to headings are those of a page, not of a slip of paper.
void calmHeadings(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setFont(Fonts::ui(headingSize, QFont::DemiBold));
        format.setProperty(QTextFormat::FontSizeAdjustment, 0);
        cursor.mergeCharFormat(format);
    }
}

} // namespace

NoteText::NoteText(const Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setFont(Fonts::ui(13));
    document()->setDefaultFont(Fonts::ui(13));
    document()->setDocumentMargin(0);
    document()->setIndentWidth(listIndent);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Note"));
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT linkActivated(url.toString()); });
    connect(&theme, &Theme::changed, this, &NoteText::applyColours);
    applyColours();
}

void NoteText::applyColours()
{
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, m_theme.tokens().card);
    setPalette(colours);
    setNote(m_markdown);
}

void NoteText::setNote(const QString &markdown)
{
    m_markdown = markdown;
    document()->setMarkdown(withLineBreaks(markdown), features);
    calmHeadings(*document());
}

int NoteText::wantedHeight(int width)
{
    document()->setTextWidth(width);
    return qCeil(document()->size().height());
}

QVariant NoteText::loadResource(int type, const QUrl &)
{
    // Without an answer Qt would look for the file itself.
    if (type == QTextDocument::ImageResource)
        return Icons::pixmap(QStringLiteral("image"), 16, m_theme.tokens().ink3, devicePixelRatioF());
    return QByteArray();
}

void NoteText::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isOnText = anchorAt(event->position().toPoint()).isEmpty();
    QTextBrowser::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && isOnText && !textCursor().hasSelection())
        Q_EMIT editRequested();
}

} // namespace Lectern
