#include "page/articleheader.h"

#include "base/codepoints.h"
#include "page/typesheet.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QUrl>

namespace Lectern {

namespace {

// The vertical rhythm of the header, from the top of the pane, in logical pixels.
constexpr int above = 44; ///< to the source line
constexpr int sourceHeight = 22;
constexpr int belowSource = 18;
constexpr int aboveMeta = 8;
constexpr int metaHeight = 20;
constexpr int aboveRule = 15;
constexpr int belowRule = 21; ///< to the first line of the body
constexpr int dotSide = 8;
constexpr int dotGap = 8;   ///< between dot and name
constexpr int dateGap = 10; ///< between name and date

constexpr qreal charactersAMinute = 1000; ///< an adult reader of an alphabetic script: about 180 words
constexpr qreal wideWeight = 2;           ///< an ideograph takes as long as two letters

/// Who published it, as well as it is known.
QString sourceNameOf(const Article &article)
{
    if (!article.outlet().isEmpty())
        return article.outlet();
    QString host = QUrl(article.url()).host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    return host.isEmpty() ? article.authors().join(QStringLiteral(", ")) : host;
}

int minutesToRead(QStringView text)
{
    const qsizetype wide = std::count_if(
        text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2e80 && c.unicode() < 0xd800; });
    return qMax(1, qRound((qreal(text.size()) + (wideWeight - 1) * qreal(wide)) / charactersAMinute));
}

} // namespace

ArticleHeader::ArticleHeader() = default;
ArticleHeader::~ArticleHeader() = default;

void ArticleHeader::setArticle(ArticlePtr article)
{
    m_article = std::move(article);
    m_derived.reset();
    m_sourceName.clear();
    m_date.clear();
    m_meta.clear();
    if (!m_article)
        return;
    const QLocale locale;
    const QStringView text = m_article->text();
    m_rightToLeft = m_article->title().isRightToLeft();
    m_sourceName = sourceNameOf(*m_article);
    m_date = m_article->published().toDisplay(locale);

    const QString characters = locale.toString(CodePoints(text).fromUtf16(text.size()));
    QStringList facts{tr("%1 characters").arg(characters), tr("%n min read", nullptr, minutesToRead(text))};
    if (!m_article->source().path.isEmpty())
        facts += tr("from %1").arg(QFileInfo(m_article->source().path).fileName());
    m_meta = facts.join(QStringLiteral("  ·  "));
}

void ArticleHeader::layOut(const TypeSheet &sheet, int width)
{
    m_width = width;
    if (!m_article || !m_article->isTitleDerived())
        return;
    const QString &title = m_article->title();
    m_derived = std::make_unique<ParagraphLayout>(title, TextRange{0, title.size()}, std::span<const Span>(),
                                                  sheet.title(), LayoutContext{width, m_rightToLeft, {}});
}

int ArticleHeader::topRoom() const
{
    const int sourceLine = m_sourceName.isEmpty() && m_date.isEmpty() ? 0 : sourceHeight + belowSource;
    return above + sourceLine + (m_derived ? m_derived->height() + afterTitleRoom() : 0);
}

int ArticleHeader::afterTitleRoom() const
{
    return aboveMeta + metaHeight + aboveRule + 1 + belowRule;
}

void ArticleHeader::paint(QPainter &painter, const Tokens &tokens, QPointF top, qreal titleBottom) const
{
    paintSourceLine(painter, tokens, top);
    if (m_derived) {
        const qreal titleTop = top.y() + topRoom() - afterTitleRoom() - m_derived->height();
        painter.setPen(tokens.ink2);
        m_derived->draw(painter, {top.x(), titleTop}, {});
        titleBottom = titleTop + m_derived->height();
    }
    paintMeta(painter, tokens, {top.x(), titleBottom});
}

void ArticleHeader::paintSourceLine(QPainter &painter, const Tokens &tokens, QPointF top) const
{
    if (m_sourceName.isEmpty() && m_date.isEmpty())
        return;
    // Laid out from the side where reading starts; `place` turns it round for right-to-left titles.
    const QRectF line(top.x(), top.y() + above, m_width, sourceHeight);
    const auto place = [&](qreal from, qreal width) {
        const qreal x = m_rightToLeft ? line.right() - from - width : line.left() + from;
        return QRectF(x, line.top(), width, line.height());
    };
    const QFont nameFont = Fonts::ui(13, QFont::DemiBold);
    const QFont dateFont = Fonts::ui(13);
    const qreal dateWidth = QFontMetricsF(dateFont).horizontalAdvance(m_date) + 1;
    qreal at = 0;
    if (!m_sourceName.isEmpty()) {
        const QFontMetricsF metrics(nameFont);
        const qreal room = m_width - dotSide - dotGap - dateGap - dateWidth;
        const QString name = metrics.elidedText(m_sourceName, Qt::ElideRight, room);
        const qreal nameWidth = metrics.horizontalAdvance(name) + 1;
        const QRectF dot = place(0, dotSide);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawEllipse(QRectF(dot.left(), dot.center().y() - dotSide / 2.0, dotSide, dotSide));
        painter.setPen(tokens.accent);
        painter.setFont(nameFont);
        painter.drawText(place(dotSide + dotGap, nameWidth),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name);
        at = dotSide + dotGap + nameWidth + dateGap;
    }
    painter.setPen(tokens.ink3);
    painter.setFont(dateFont);
    painter.drawText(place(at, dateWidth), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_date);
}

void ArticleHeader::paintMeta(QPainter &painter, const Tokens &tokens, QPointF top) const
{
    const QFont font = Fonts::ui(13);
    const QRectF line(top.x(), top.y() + aboveMeta, m_width, metaHeight);
    painter.setPen(tokens.ink3);
    painter.setFont(font);
    painter.drawText(line,
                     Qt::AlignVCenter | Qt::AlignAbsolute | (m_rightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                     QFontMetricsF(font).elidedText(m_meta, Qt::ElideRight, m_width));
    painter.fillRect(QRectF(top.x(), line.bottom() + aboveRule, m_width, 1), tokens.line);
}

} // namespace Lectern
