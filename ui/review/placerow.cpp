#include "review/placerow.h"

#include "review/reviewwords.h"
#include "review/wordingview.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int linesOfWords = 3;

} // namespace

PlaceRow::PlaceRow(const Theme &theme, const ReviewPlace &place, const PassageReview &review, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_take(new TextButton(theme, ButtonKind::Plain, tr("This is the place"), this))
    , m_show(new TextButton(theme, ButtonKind::Quiet, tr("Show"), this))
{
    const QString where = ReviewWords::place(place, review).join(QStringLiteral(" · "));
    auto *words = new WordingView(theme, this);
    words->setWording(place.words, partsAfter(place.differences));
    words->setMostLines(linesOfWords);
    auto *told = new TextLabel(theme, where, 12, QFont::Medium, TextTone::Ink2, this);
    told->setWordWrap(true);
    m_take->setMetrics(30, 8);
    m_take->setAccessibleName(tr("This is the place: %1. %2").arg(where, place.words));
    m_take->setAccessibleDescription(
        ReviewWords::differences(review.passage.quote, place.words, place.differences));
    m_show->setAccessibleName(tr("Show the place: %1").arg(where));

    auto *left = new QVBoxLayout;
    left->setSpacing(2);
    left->addWidget(words);
    left->addWidget(told);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 10, 10);
    row->setSpacing(6);
    row->addLayout(left, 1);
    row->addSpacing(8);
    row->addWidget(m_show, 0, Qt::AlignVCenter);
    row->addWidget(m_take, 0, Qt::AlignVCenter);
    connect(m_take, &QAbstractButton::clicked, this, &PlaceRow::taken);
    connect(m_show, &QAbstractButton::clicked, this, &PlaceRow::showRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PlaceRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace Lectern
