#include "quotations/quotationsroom.h"

#include "quotations/quotationlistview.h"
#include "quotations/speakerlist.h"
#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

namespace Lectern {

namespace {

constexpr int sideWidth = 248;
constexpr int barHeight = 56;
constexpr int fieldHeight = 36;
constexpr int emptyWidth = 520;

} // namespace

QuotationsRoom::QuotationsRoom(const Theme &theme, QuotationListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_messagePlace(new QVBoxLayout)
    , m_speakers(new SpeakerList(theme, this))
    , m_list(new QuotationListView(theme, model, this))
    , m_field(new QLineEdit(this))
    , m_orders(new SegmentedControl(theme, this))
    , m_guesses(new SegmentedControl(theme, this))
    , m_count(new TextLabel(theme, {}, 13, QFont::Normal, TextTone::Ink3, this))
    , m_hint(new TextLabel(theme, {}, 12, QFont::Normal, TextTone::Ink2, this))
    , m_looked(new TextLabel(theme, {}, 13, QFont::Normal, TextTone::Ink3, this))
    , m_empty(new TextLabel(theme, {}, 15, QFont::Normal, TextTone::Ink2, this))
{
    m_field->setPlaceholderText(tr("Search quotations: words, speaker: outlet: date:"));
    m_field->setAccessibleName(tr("Search quotations"));
    m_field->setClearButtonEnabled(true);
    m_field->setFixedHeight(fieldHeight);
    m_field->setMaximumWidth(600);
    m_field->setFont(Fonts::ui(14));
    m_field->installEventFilter(this);
    m_orders->setSegments({tr("Newest"), tr("Speaker"), tr("Outlet")});
    m_orders->setCurrent(0);
    m_orders->setAccessibleName(tr("Order"));
    m_guesses->setSegments({tr("With guesses"), tr("Without")});
    m_guesses->setCurrent(1);
    m_guesses->setAccessibleName(tr("Guesses about who speaks"));
    m_guesses->setToolTip(tr("Whether quotations are shown whose speaker is only a guess"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMaximumWidth(emptyWidth);
    layOut();
    connectRoom();
    applyColours();
}

void QuotationsRoom::connectRoom()
{
    connect(m_field, &QLineEdit::textChanged, this, &QuotationsRoom::refresh);
    connect(m_field, &QLineEdit::returnPressed, this, &QuotationsRoom::enter);
    connect(m_orders, &SegmentedControl::picked, this, &QuotationsRoom::refresh);
    connect(m_guesses, &SegmentedControl::picked, this, [this] { showQuotations(m_quotations); });
    connect(m_speakers, &SpeakerList::speakerChosen, this, &QuotationsRoom::refresh);
    connect(m_speakers, &SpeakerList::activated, this, &QuotationsRoom::enter);
    connect(m_speakers, &SpeakerList::leaveRequested, this, &QuotationsRoom::leaveRequested);
    connect(m_list, &QuotationListView::leaveRequested, this, &QuotationsRoom::leaveRequested);
    connect(m_list, &QuotationListView::searchRequested, this, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    connect(&m_theme, &Theme::changed, this, &QuotationsRoom::applyColours);
}

void QuotationsRoom::layOut()
{
    auto *heading = new TextLabel(m_theme, tr("Quotations"), 17, QFont::DemiBold, TextTone::Ink, this);
    auto *hand = new IconButton(m_theme, QStringLiteral("download"), this);
    hand->setToolTip(tr("Save my corrections as test cases"));
    hand->setAccessibleName(hand->toolTip());
    connect(hand, &QAbstractButton::clicked, this, &QuotationsRoom::exportRequested);

    auto *sideTop = new QHBoxLayout;
    sideTop->setContentsMargins(20, 0, 12, 0);
    sideTop->addWidget(heading, 1);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(24, 0, 16, 0);
    bar->setSpacing(12);
    bar->addWidget(m_field, 1);
    bar->addStretch();
    bar->addWidget(m_guesses);
    bar->addWidget(m_orders);
    bar->addWidget(hand);
    auto *words = new QHBoxLayout;
    words->setContentsMargins(28, 10, 28, 6);
    words->addWidget(m_count);
    words->addSpacing(16);
    words->addWidget(m_hint, 1);
    words->addWidget(m_looked);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addLayout(sideTop, 0, 0);
    grid->addLayout(bar, 0, 1);
    grid->addWidget(m_speakers, 1, 0, 3, 1);
    grid->addLayout(m_messagePlace, 1, 1);
    grid->addLayout(words, 2, 1);
    grid->addWidget(m_list, 3, 1);
    grid->addWidget(m_empty, 3, 1, Qt::AlignHCenter);
    grid->setRowMinimumHeight(0, barHeight);
    grid->setColumnMinimumWidth(0, sideWidth);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    m_speakers->setFixedWidth(sideWidth - 1);
    setTabOrder(m_field, m_guesses);
    setTabOrder(m_guesses, m_orders);
    setTabOrder(m_orders, hand);
    setTabOrder(hand, m_list);
    setTabOrder(m_list, m_speakers);
}

void QuotationsRoom::applyColours()
{
    const Tokens &t = m_theme.tokens();
    m_field->setStyleSheet(QStringLiteral("QLineEdit { background: %1; color: %2; border: 1px solid %3; "
                                          "border-radius: 9px; padding: 0 12px; }"
                                          "QLineEdit:focus { border: 2px solid %4; padding: 0 11px; }")
                               .arg(t.paper.name(), t.ink.name(), t.line.name(), t.accent.name()));
    update();
}

void QuotationsRoom::showQuotations(const QuotationIndexPtr &quotations)
{
    m_quotations = quotations;
    m_isBehind = !isVisible();
    if (m_isBehind)
        return;
    m_speakers->showIndex(quotations, showsGuesses());
    refresh();
}

void QuotationsRoom::showProgress(AnalysisProgress progress, bool isReading)
{
    m_progress = progress;
    m_isReading = isReading;
    if (isVisible())
        tellCounts();
}

void QuotationsRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isBehind)
        showQuotations(m_quotations);
    tellCounts();
}

bool QuotationsRoom::showsGuesses() const
{
    return m_guesses->current() == 0;
}

void QuotationsRoom::refresh()
{
    // What is looked at stays where it is, whatever comes above it.
    const int current = m_list->currentIndex().row();
    const int anchor = current >= 0 ? current : m_list->topRow();
    ArticleId article;
    TextRange range;
    int y = 0;
    if (anchor >= 0) {
        article = m_model.article(anchor).id;
        range = m_model.utterance(anchor).range();
        y = m_list->visualRect(m_model.index(anchor, 0)).top();
    }
    m_model.show(m_quotations, {QuotationQuery::parse(m_field->text()), m_speakers->speaker(), showsGuesses(),
                                QuotationOrder(m_orders->current())});
    const int row = anchor >= 0 ? m_model.rowOf(article, range) : -1;
    const bool isInSight = y > -200 && y < m_list->viewport()->height();
    if (row < 0)
        m_list->verticalScrollBar()->setValue(0);
    else if (isInSight && (current >= 0 || anchor > 0))
        m_list->scrollRowTo(row, y);
    if (row >= 0 && current >= 0) {
        const QSignalBlocker blocker(m_list->verticalScrollBar());
        m_list->selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::ClearAndSelect);
    } else if (current >= 0 && m_model.rowCount() > 0) {
        m_list->setCurrentIndex(m_model.index(qMin(current, m_model.rowCount() - 1), 0));
    }
    tellCounts();
}

QString QuotationsRoom::progressText() const
{
    if (m_progress.isDone())
        return {};
    return tr("Lectern has looked at %1 of %2 articles.")
        .arg(QLocale().toString(m_progress.looked), QLocale().toString(m_progress.articles));
}

QString QuotationsRoom::emptyText() const
{
    if (m_model.rowCount() > 0)
        return {};
    if (!m_quotations->entries().empty())
        return tr("No quotation answers. Take a word away, or look at all speakers.");
    if (!m_progress.isDone())
        return tr("Lectern is finding out who said what. Quotations appear here while it reads, the newest "
                  "articles first.\n\n%1")
            .arg(progressText());
    if (m_isReading)
        return tr("Lectern is reading the articles. Who said what in them appears here as they come.");
    if (m_progress.articles == 0)
        return tr("Who said what, and in which article: here it stands as soon as there are articles. Open a "
                  "folder, and Lectern reads what people say in it.");
    return tr("Nobody is quoted in the articles of this library.");
}

void QuotationsRoom::tellCounts()
{
    const int count = m_model.quotationCount();
    m_count->setText(count == 1 ? tr("1 quotation") : tr("%1 quotations").arg(QLocale().toString(count)));
    m_count->setVisible(!m_quotations->entries().empty());
    m_hint->setText(QuotationQuery::parse(m_field->text()).hints.join(QLatin1Char(' ')));
    const QString empty = emptyText();
    m_empty->setVisible(!empty.isEmpty());
    m_empty->setText(empty);
    m_looked->setText(m_quotations->entries().empty() ? QString() : progressText());
}

void QuotationsRoom::enter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0, 0));
}

bool QuotationsRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool leaves = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down;
        if (leaves && event->type() == QEvent::ShortcutOverride)
            event->accept();
        if (leaves && event->type() == QEvent::KeyPress) {
            if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty())
                m_field->clear();
            else
                enter();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QuotationsRoom::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.tokens();
    painter.fillRect(rect(), t.paper);
    painter.fillRect(0, 0, sideWidth, height(), t.list);
    painter.fillRect(sideWidth - 1, 0, 1, height(), t.line);
    painter.fillRect(sideWidth, 0, width() - sideWidth, barHeight - 1, t.chrome);
    painter.fillRect(sideWidth, barHeight - 1, width() - sideWidth, 1, t.line);
}

} // namespace Lectern
