#include "story/storycard.h"

#include "library/storysections.h"
#include "story/accountrow.h"
#include "style/floatingcard.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int cardWidth = 420;
constexpr int padding = 18;
constexpr int mostQuotations = 3;
constexpr qsizetype longestQuotation = 220; ///< UTF-16 units

QString shortened(const QString &text)
{
    QString line = text.simplified();
    if (line.endsWith(u','))
        line.chop(1);
    return line.size() <= longestQuotation ? line : line.left(longestQuotation).trimmed() + u'…';
}

} // namespace

StoryCard::StoryCard(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_title(new TextLabel(theme, QString(), 17, QFont::DemiBold, TextTone::Ink, this))
    , m_line(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2, this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget)
    , m_rows(new QVBoxLayout(m_body))
    , m_takeBack(new TextButton(theme, ButtonKind::Plain, tr("Undo"), this))
    , m_leave(new TextButton(theme, ButtonKind::Plain, tr("Not this story"), this))
    , m_compare(new TextButton(theme, ButtonKind::Primary, tr("Compare"), this))
{
    setAccessibleName(tr("Story"));
    m_title->setWordWrap(true);
    m_line->setWordWrap(true);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    m_leave->setToolTip(tr("The article that you read reports something else"));
    m_takeBack->setIconName(QStringLiteral("undo"));
    m_takeBack->setToolTip(tr("Take back what you said last about these articles"));
    m_takeBack->setAccessibleName(m_takeBack->toolTip());
    m_compare->setIconName(QStringLiteral("compare"));

    auto *column = new QVBoxLayout(this);
    const int margin = FloatingCard::shadow + padding;
    column->setContentsMargins(margin, margin - 2, margin, margin - 2);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_line);
    column->addWidget(m_scroll, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_leave);
    buttons->addWidget(m_takeBack);
    buttons->addStretch();
    buttons->addWidget(m_compare);
    column->addLayout(buttons);
    setFixedWidth(cardWidth + 2 * FloatingCard::shadow);

    connect(m_compare, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT compareRequested(m_story.accounts);
    });
    connect(m_takeBack, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT takeBackRequested(m_story.accounts);
    });
    connect(m_leave, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT leaveRequested(m_read);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void StoryCard::open(const StoryMap::Story &story, const QPoint &at)
{
    m_story = story;
    m_corner = parentWidget()->mapFromGlobal(at);
    m_title->setText(story.title);
    m_line->setText(storyLine(story));
    m_leave->hide();
    m_takeBack->hide();
    clearBody();
    addWords(tr("The accounts are being read…"));
    place();
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    qApp->installEventFilter(this);
    show();
    raise();
    m_compare->setFocus(Qt::PopupFocusReason);
}

void StoryCard::setDetails(const StoryDetails &details, const ArticleId &read)
{
    if (!isVisible() || details.story.accounts != m_story.accounts)
        return;
    m_read = read;
    const auto &ids = m_story.accounts;
    m_takeBack->setVisible(details.isSaid);
    m_leave->setVisible(std::find(ids.begin(), ids.end(), read) != ids.end());
    clearBody();
    addHeading(tr("Why they belong together"));
    const QString why = inWords(details.reasons);
    addWords(why.isEmpty() ? QString() : why.left(1).toUpper() + why.mid(1) + u'.', "why");
    int quotations = 0;
    for (const StoryReason &reason : details.reasons)
        quotations += reason.kind == StoryReason::Kind::Quotation;
    if (quotations > 0)
        addHeading(quotations == 1 ? tr("Shared quotation") : tr("Shared quotations"));
    int shown = 0;
    for (const StoryReason &reason : details.reasons) {
        if (reason.kind != StoryReason::Kind::Quotation || shown++ >= mostQuotations)
            continue;
        addWords(
            tr("“%1” — in %2 accounts").arg(shortened(reason.text), QLocale().toString(reason.articles)));
    }
    if (quotations > mostQuotations)
        addWords(tr("and %1 more").arg(QLocale().toString(quotations - mostQuotations)));
    addHeading(tr("Accounts"));
    for (const StoryDetails::Account &account : details.accounts) {
        auto *row = new AccountRow(m_theme, account, account.article->id() == read, m_body);
        connect(row, &QAbstractButton::clicked, this, [this, account] {
            hide();
            Q_EMIT articleRequested(account.article, account.firstOnly);
        });
        m_rows->addWidget(row);
        row->show();
    }
    m_rows->addStretch();
    place();
}

QString StoryCard::why() const
{
    const auto *label = m_body->findChild<TextLabel *>(QStringLiteral("why"));
    return label ? label->text() : QString();
}

void StoryCard::addHeading(const QString &text)
{
    m_rows->addSpacing(6);
    auto *label = new TextLabel(m_theme, text, 12, QFont::DemiBold, TextTone::Ink3, m_body);
    m_rows->addWidget(label);
    label->show(); // or it would take no room yet
}

void StoryCard::addWords(const QString &text, const char *name)
{
    auto *label = new TextLabel(m_theme, text, 14, QFont::Normal, TextTone::Ink, m_body);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    m_rows->addWidget(label);
    label->show();
}

void StoryCard::clearBody()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Below the corner as far as there is room in the window.
void StoryCard::place()
{
    constexpr int gap = 8;
    const int inner = cardWidth - 2 * padding;
    const QRect room = parentWidget()->rect().adjusted(gap, gap, -gap, -gap);
    const int fixed = layout()->contentsMargins().top() + layout()->contentsMargins().bottom() +
                      m_title->heightForWidth(inner) + m_line->heightForWidth(inner) +
                      m_compare->sizeHint().height() + 3 * layout()->spacing();
    m_body->setFixedWidth(inner);
    m_rows->activate();
    const int body =
        m_rows->hasHeightForWidth() ? m_rows->totalHeightForWidth(inner) : m_rows->totalSizeHint().height();
    const int height = std::min(fixed + body + 2, room.height());
    resize(width(), height);
    const int x = std::clamp(m_corner.x() - FloatingCard::shadow, room.left(),
                             std::max(room.left(), room.right() - width()));
    const int y = std::clamp(m_corner.y() - FloatingCard::shadow, room.top(),
                             std::max(room.top(), room.bottom() - height));
    move(x, y);
}

bool StoryCard::eventFilter(QObject *watched, QEvent *event)
{
    const auto *pressed = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::MouseButtonPress && pressed && pressed != this && !isAncestorOf(pressed))
        hide();
    return false;
}

/// A press on the card goes no further, or it would look like one beside it.
void StoryCard::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void StoryCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    if (m_focusBefore && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
}

void StoryCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    // Nothing that is pressed here may reach the window behind.
    event->accept();
}

void StoryCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    FloatingCard::paint(painter, rect(), m_theme.tokens());
}

} // namespace Lectern
