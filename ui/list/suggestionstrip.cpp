#include "list/suggestionstrip.h"

#include "style/fonts.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int pauseMilliseconds = 350;
constexpr int mostLinks = 3;
constexpr int margin = 20;
constexpr int linkHeight = 26;
constexpr int linkPadding = 8; ///< of a quiet TextButton, left and right of its words

QFont questionFont()
{
    return Fonts::ui(12);
}

} // namespace

SuggestionStrip::SuggestionStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(height);
    setVisible(false);
    for (int i = 0; i < mostLinks; ++i) {
        auto *link = new TextButton(theme, ButtonKind::Quiet, {}, this);
        link->setMetrics(linkHeight, 7);
        connect(link, &QAbstractButton::clicked, this, [this, i] { Q_EMIT picked(m_queries.value(i)); });
        m_links += link;
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &QWidget::show);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SuggestionStrip::setQueries(const QStringList &queries)
{
    m_queries = queries;
    for (qsizetype i = 0; i < m_links.size(); ++i)
        m_links[i]->setAccessibleName(tr("Did you mean %1?").arg(queries.value(i)));
    placeLinks();
    if (queries.isEmpty()) {
        m_pause.stop();
        hide();
    } else if (!isVisible()) {
        m_pause.start();
    }
}

void SuggestionStrip::resizeEvent(QResizeEvent *)
{
    placeLinks();
}

void SuggestionStrip::placeLinks()
{
    int left = margin + QFontMetrics(questionFont()).horizontalAdvance(tr("Did you mean"));
    for (qsizetype i = 0; i < m_links.size(); ++i) {
        TextButton *link = m_links[i];
        const QString query = m_queries.value(i);
        const QFontMetrics metrics = link->fontMetrics();
        const int room = width() - margin - left - linkPadding;
        // The first is shown in any case; another one only when all of it can be read.
        const bool isShown = !query.isEmpty() && (i == 0 || metrics.horizontalAdvance(query) <= room);
        link->setVisible(isShown);
        if (!isShown)
            continue;
        const QString words = metrics.elidedText(query, Qt::ElideRight, room);
        link->setText(QString(words).replace(u'&', QStringLiteral("&&")));
        link->setToolTip(words == query ? QString() : query.toHtmlEscaped());
        const int linkWidth = metrics.horizontalAdvance(words) + 2 * linkPadding;
        link->setGeometry(left, (height - linkHeight) / 2, linkWidth, linkHeight);
        left += linkWidth;
    }
}

void SuggestionStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.list);
    painter.setFont(questionFont());
    painter.setPen(t.ink2);
    painter.drawText(rect().adjusted(margin, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, tr("Did you mean"));
}

} // namespace Lectern
