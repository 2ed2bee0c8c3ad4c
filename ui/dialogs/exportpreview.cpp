#include "dialogs/exportpreview.h"

#include "style/fonts.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int paragraphGap = 10; ///< logical pixels

/// Shows a page that is given whole.
class Page final : public QTextBrowser
{
public:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/// Qt sets Markdown without room between paragraphs.
void spaceOut(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        format.setBottomMargin(paragraphGap);
        cursor.setBlockFormat(format);
    }
}

/// Qt takes the application's colour for links, which may be made for a dark ground.
void inkLinks(QTextDocument &document, const QColor &ink)
{
    QTextCharFormat link;
    link.setForeground(ink);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            if (!at.fragment().charFormat().isAnchor())
                continue;
            QTextCursor cursor(&document);
            cursor.setPosition(at.fragment().position());
            cursor.setPosition(at.fragment().position() + at.fragment().length(), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(link);
        }
    }
}

bool makesPage(const QString &mimeType)
{
    return mimeType == QLatin1String("text/html") || mimeType == QLatin1String("text/markdown");
}

} // namespace

ExportPreview::ExportPreview(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, QString(), 12, QFont::DemiBold, TextTone::Ink3))
    , m_kinds(new SegmentedControl(theme))
    , m_stack(new QStackedLayout)
    , m_plain(new QPlainTextEdit)
    , m_page(new Page)
{
    m_kinds->setSegments({tr("Text"), tr("Page")});
    m_kinds->setAccessibleName(tr("Preview as"));
    connect(m_kinds, &SegmentedControl::picked, this, [this](int segment) { setShowsPage(segment == 1); });
    m_plain->setObjectName(QStringLiteral("preview"));
    m_plain->setReadOnly(true);
    m_plain->setTabChangesFocus(true);
    m_plain->setFrameShape(QFrame::NoFrame);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(12);
    m_plain->setFont(mono);
    m_plain->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_plain->setAccessibleName(tr("Preview"));
    m_page->setObjectName(QStringLiteral("page"));
    m_page->setOpenLinks(false);
    m_page->setTabChangesFocus(true);
    m_page->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_page->setAccessibleName(tr("Preview of the page"));
    m_stack->addWidget(m_plain);
    m_stack->addWidget(m_page);
    m_title->setFixedHeight(headHeight);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_kinds);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(m_stack, 1);
    connect(&theme, &Theme::changed, this, &ExportPreview::applyColours);
    applyColours();
}

void ExportPreview::applyColours()
{
    // A page for everybody's browser has the colours of paper there, and so it has here.
    const Tokens paper = Tokens::light();
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, paper.paper);
    colours.setColor(QPalette::Text, paper.ink);
    colours.setColor(QPalette::Link, paper.accent);
    m_page->setPalette(colours);
    m_page->setStyleSheet(
        QStringLiteral(
            "QTextBrowser { background: %1; color: %2; border: 1px solid %3; border-radius: 8px; }")
            .arg(paper.paper.name(), paper.ink.name(), m_theme.tokens().line.name()));
    m_page->document()->setDefaultFont(Fonts::text(15));
    m_page->document()->setDocumentMargin(16);
    m_page->document()->setDefaultStyleSheet(QStringLiteral("dt { font-weight: 600; }"));
}

void ExportPreview::setContent(const QString &title, const QString &text, const QString &mimeType)
{
    m_title->setText(title);
    m_text = text;
    m_mimeType = mimeType;
    refresh();
}

void ExportPreview::setShowsPage(bool shows)
{
    m_showsPage = shows;
    refresh();
}

void ExportPreview::refresh()
{
    const bool canShow = makesPage(m_mimeType);
    const bool isPage = canShow && m_showsPage;
    m_kinds->setVisible(canShow);
    m_kinds->setCurrent(isPage ? 1 : 0);
    m_stack->setCurrentIndex(isPage ? 1 : 0);
    m_plain->setPlainText(m_text);
    if (!isPage)
        m_page->clear();
    else if (m_mimeType == QLatin1String("text/html"))
        m_page->setHtml(m_text);
    else {
        m_page->setMarkdown(m_text);
        spaceOut(*m_page->document());
    }
    inkLinks(*m_page->document(), Tokens::light().accent);
}

} // namespace Lectern
