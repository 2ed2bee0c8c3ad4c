#include "review/reviewpane.h"

#include "review/placerow.h"
#include "review/reviewwords.h"
#include "review/wordingview.h"
#include "style/iconbutton.h"
#include "style/icons.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

namespace Lectern {

namespace {

constexpr int sideMargin = 24;
constexpr int iconSide = 16;
constexpr int fitsBeside = 640; ///< from this width on both wordings stand beside each other
constexpr int leastBody = 52;
constexpr int patienceMs = 300; ///< after which it is told that the words are being looked for

} // namespace

ReviewPane::ReviewPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, {}, 14, QFont::DemiBold, TextTone::Ink, this))
    , m_question(new TextLabel(theme, {}, 13, QFont::Normal, TextTone::Ink2, this))
    , m_take(new TextButton(theme, ButtonKind::Primary, tr("Take the new words"), this))
    , m_keep(new TextButton(theme, ButtonKind::Plain, {}, this))
    , m_show(new TextButton(theme, ButtonKind::Quiet, tr("Show in the article"), this))
    , m_close(new IconButton(theme, QStringLiteral("close"), this))
    , m_scroll(new QScrollArea(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_question->setWordWrap(true);
    m_take->setToolTip(tr("Y"));
    m_keep->setToolTip(tr("K"));
    m_close->setMetrics(28, 8, 16);
    m_close->setToolTip(tr("Answer later (Esc)"));
    m_close->setAccessibleName(tr("Answer later"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or the words would break anew for it
    m_scroll->viewport()->setAutoFillBackground(false);

    auto *head = new QHBoxLayout;
    m_title->setMinimumHeight(28);
    head->setContentsMargins(sideMargin + iconSide + 8, 10, 12, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *answers = new QHBoxLayout;
    answers->setContentsMargins(sideMargin, 8, sideMargin, 14);
    answers->setSpacing(8);
    answers->addWidget(m_take);
    answers->addWidget(m_keep);
    answers->addWidget(m_show);
    answers->addStretch();
    auto *question = new QHBoxLayout;
    question->setContentsMargins(sideMargin, 2, sideMargin, 8);
    question->addWidget(m_question);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(question);
    column->addWidget(m_scroll, 1);
    column->addLayout(answers);

    connect(m_take, &QAbstractButton::clicked, this, [this] { take(0); });
    connect(m_keep, &QAbstractButton::clicked, this, [this] { keep(); });
    connect(m_show, &QAbstractButton::clicked, this, [this] { showPlace(0); });
    connect(m_close, &QAbstractButton::clicked, this, &ReviewPane::leaveRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_review = nullptr;
        showReview();
    });
    connect(&m_session, &ReviewSession::reviewed, this, [this](const PassageReviewPtr &review) {
        m_review = review;
        showReview();
    });
    hide();
}

void ReviewPane::setClosable(bool isClosable)
{
    m_close->setVisible(isClosable);
}

void ReviewPane::ask(const Passage &passage, const CorpusPtr &corpus)
{
    if (passage == m_passage && m_corpus.lock() == corpus)
        return;
    const bool isOther = passage.id != m_passage.id;
    m_passage = passage;
    m_corpus = corpus;
    m_session.ask(passage, corpus);
    if (isOther)
        m_patience.start();
}

void ReviewPane::setReview(const PassageReviewPtr &review)
{
    m_session.cancel();
    m_passage = review->passage;
    m_corpus.reset();
    m_review = review;
    showReview();
}

void ReviewPane::clear()
{
    m_session.cancel();
    m_patience.stop();
    m_passage = {};
    m_corpus.reset();
    m_review = nullptr;
    m_isEntered = false;
    hide();
}

void ReviewPane::showReview()
{
    m_patience.stop();
    const PassageReviewPtr &review = m_review;
    const bool isChanged = review && review->state == AnchorState::Changed;
    m_title->setText(review ? ReviewWords::title(*review) : tr("Looking for the words…"));
    m_question->setText(review ? ReviewWords::question(*review) : QString());
    m_question->setVisible(review != nullptr);
    m_take->setVisible(isChanged);
    m_show->setVisible(isChanged);
    m_keep->setVisible(review && review->isWaiting);
    m_keep->setText(isChanged ? tr("Keep as it was") : tr("Leave it"));
    m_keep->setAccessibleDescription(tr("The passage keeps its own words."));
    fill();
    fit();
    setVisible(true);
    if (review) {
        setAccessibleName(m_title->text() + QStringLiteral(". ") + m_question->text());
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    if (m_isEntered)
        enter();
}

void ReviewPane::fill()
{
    // One of its buttons may just be telling of a click.
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_body = new QWidget;
    m_body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(sideMargin, 0, sideMargin - ThinScrollBar::thickness, 4);
    column->setSpacing(8);
    if (m_review && m_review->state == AnchorState::Changed)
        addChange(column);
    else if (m_review)
        addPlaces(column);
    column->addStretch();
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false); // the area turns it on
}

QWidget *ReviewPane::wording(const QString &heading, const QString &text,
                             const std::vector<WordingPart> &parts)
{
    auto *block = new QWidget(m_body);
    auto *words = new WordingView(m_theme, block);
    words->setWording(text, parts);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *label = new TextLabel(m_theme, heading, 12, QFont::DemiBold, TextTone::Ink3, block);
    label->setWordWrap(true);
    column->addWidget(label);
    column->addWidget(words, 1);
    return block;
}

void ReviewPane::addChange(QBoxLayout *column)
{
    const ReviewPlace &place = m_review->places.front();
    const QString where = ReviewWords::place(place, *m_review).join(QStringLiteral(" · "));
    m_isBeside = width() >= fitsBeside;
    auto *both = new QBoxLayout(m_isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    both->setSpacing(m_isBeside ? 32 : 8);
    both->addWidget(wording(tr("You kept"), m_review->passage.quote, partsBefore(place.differences)), 1);
    both->addWidget(wording(tr("Now · %1").arg(where), place.words, partsAfter(place.differences)), 1);
    column->addLayout(both);
    m_take->setAccessibleDescription(
        ReviewWords::differences(m_review->passage.quote, place.words, place.differences));
    if (m_review->places.size() < 2)
        return;
    column->addWidget(
        new TextLabel(m_theme, tr("Or it is here"), 12, QFont::DemiBold, TextTone::Ink3, m_body));
    for (size_t i = 1; i < m_review->places.size(); ++i)
        addPlace(column, int(i));
}

void ReviewPane::addPlaces(QBoxLayout *column)
{
    column->addWidget(wording(tr("You kept"), m_review->passage.shownQuote(), {}));
    for (size_t i = 0; i < m_review->places.size(); ++i)
        addPlace(column, int(i));
}

void ReviewPane::addPlace(QBoxLayout *column, int place)
{
    auto *row = new PlaceRow(m_theme, m_review->places[size_t(place)], *m_review, m_body);
    connect(row, &PlaceRow::taken, this, [this, place] { take(place); });
    connect(row, &PlaceRow::showRequested, this, [this, place] { showPlace(place); });
    for (TextButton *button : {row->takeButton(), row->showButton()})
        button->installEventFilter(this);
    column->addWidget(row);
}

// Who hears of an answer may ask the next question at once: the review is held here.

void ReviewPane::take(int place)
{
    if (const PassageReviewPtr review = m_review)
        Q_EMIT taken(review, place);
}

void ReviewPane::keep()
{
    if (const PassageReviewPtr review = m_review)
        Q_EMIT kept(review);
}

void ReviewPane::showPlace(int place)
{
    if (const PassageReviewPtr review = m_review)
        Q_EMIT showRequested(review, place);
}

void ReviewPane::enter()
{
    m_isEntered = !m_review || m_review->passage.id != m_passage.id;
    if (m_isEntered)
        return;
    auto *row = m_body->findChild<PlaceRow *>();
    if (m_take->isVisibleTo(this))
        m_take->setFocus(Qt::OtherFocusReason);
    else if (row)
        row->takeButton()->setFocus(Qt::OtherFocusReason);
    else
        m_keep->setFocus(Qt::OtherFocusReason);
}

void ReviewPane::fit()
{
    if (!m_body || !parentWidget() || width() < 1)
        return;
    const int bodyHeight = m_body->layout()->hasHeightForWidth()
                               ? m_body->layout()->totalHeightForWidth(width() - ThinScrollBar::thickness)
                               : m_body->sizeHint().height();
    const int question = m_review ? m_question->heightForWidth(width() - 2 * sideMargin) + 10 : 0;
    const bool hasAnswers = m_review && (m_review->state == AnchorState::Changed || m_review->isWaiting);
    const int frame = 40 + question + (hasAnswers ? 56 : 14);
    const int most = qMax(frame + leastBody, parentWidget()->height() / 2);
    m_leastHeight = frame + qMin(bodyHeight, leastBody);
    m_wantedHeight = qMin(frame + bodyHeight, most);
    updateGeometry();
}

QSize ReviewPane::sizeHint() const
{
    return {QWidget::sizeHint().width(), m_wantedHeight};
}

QSize ReviewPane::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), qMin(m_leastHeight, m_wantedHeight)};
}

bool ReviewPane::event(QEvent *event)
{
    if (event->type() == QEvent::ParentChange && parentWidget())
        parentWidget()->installEventFilter(this);
    return QWidget::event(event);
}

bool ReviewPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        fit();
    // What has the keyboard is in sight.
    if (event->type() == QEvent::FocusIn && m_body && watched->isWidgetType() &&
        m_body->isAncestorOf(static_cast<QWidget *>(watched)))
        m_scroll->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, 40);
    return QWidget::eventFilter(watched, event);
}

void ReviewPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_review && m_review->state == AnchorState::Changed && m_isBeside != (width() >= fitsBeside))
        fill();
    fit();
}

void ReviewPane::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    enter();
}

void ReviewPane::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else if (isPlain && event->key() == Qt::Key_Y && m_take->isVisible())
        take(0);
    else if (isPlain && event->key() == Qt::Key_K && m_keep->isVisible())
        keep();
    else if (isPlain && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up))
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QWidget::keyPressEvent(event);
}

void ReviewPane::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.list);
    painter.fillRect(0, 0, width(), 1, t.line);
    const bool isWaiting = m_review && m_review->isWaiting;
    Icons::paint(painter, QRectF(sideMargin, m_title->y(), iconSide, m_title->height()),
                 isWaiting ? QStringLiteral("warning") : QStringLiteral("info"), iconSide,
                 isWaiting ? t.danger : t.ink2);
}

} // namespace Lectern
