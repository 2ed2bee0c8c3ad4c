#include "collection/passagesroom.h"

#include "collection/passagelistview.h"
#include "collection/scopelist.h"
#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/noteeditor.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int sideWidth = 248;
constexpr int barHeight = 56;
constexpr int fieldHeight = 36;

} // namespace

PassagesRoom::PassagesRoom(const Theme &theme, PassageListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_messagePlace(new QVBoxLayout)
    , m_reviewPlace(new QVBoxLayout)
    , m_scopes(new ScopeList(theme, this))
    , m_list(new PassageListView(theme, model, this))
    , m_field(new QLineEdit(this))
    , m_groupings(new SegmentedControl(theme, this))
    , m_count(new TextLabel(theme, {}, 13, QFont::Normal, TextTone::Ink3, this))
    , m_hint(new TextLabel(theme, {}, 12, QFont::Normal, TextTone::Ink2, this))
    , m_empty(new TextLabel(theme, {}, 15, QFont::Normal, TextTone::Ink2, this))
{
    m_field->setPlaceholderText(tr("Search passages: words, note: tag: article: outlet: date:"));
    m_field->setAccessibleName(tr("Search passages"));
    m_field->setClearButtonEnabled(true);
    m_field->setFixedHeight(fieldHeight);
    m_field->setMaximumWidth(600);
    m_field->setFont(Fonts::ui(14));
    m_field->installEventFilter(this);
    m_groupings->setSegments({tr("One list"), tr("Article"), tr("Story"), tr("Tag"), tr("Day")});
    m_groupings->setCurrent(int(m_grouping));
    m_groupings->setAccessibleName(tr("Group by"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    layOut();

    connect(m_field, &QLineEdit::textEdited, this, [this] { search(true); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            search(true);
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        search(false);
        enter();
    });
    connect(m_groupings, &SegmentedControl::picked, this, [this](int segment) {
        m_grouping = PassageGrouping(segment);
        if (m_grouping == PassageGrouping::Story)
            Q_EMIT storiesWanted();
        refresh();
    });
    connect(m_scopes, &ScopeList::scopeChosen, this, &PassagesRoom::refresh);
    connect(m_scopes, &ScopeList::leaveRequested, this, &PassagesRoom::leaveRequested);
    connect(m_list, &PassageListView::leaveRequested, this, &PassagesRoom::leaveRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isRefreshing)
            Q_EMIT selectionChanged();
    });
    connect(m_list, &PassageListView::noteRequested, this, &PassagesRoom::writeNote);
    connect(m_list, &PassageListView::searchRequested, this, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    connect(&theme, &Theme::changed, this, &PassagesRoom::applyColours);
    applyColours();
}

void PassagesRoom::layOut()
{
    auto *heading = new TextLabel(m_theme, tr("Passages"), 17, QFont::DemiBold, TextTone::Ink, this);
    auto *add = new IconButton(m_theme, QStringLiteral("plus"), this);
    add->setMetrics(28, 7, 18);
    add->setToolTip(tr("New collection"));
    add->setAccessibleName(add->toolTip());
    connect(add, &QAbstractButton::clicked, this, &PassagesRoom::collectionWanted);
    auto *print = new IconButton(m_theme, QStringLiteral("print"), this);
    print->setToolTip(tr("Print what is shown"));
    print->setAccessibleName(print->toolTip());
    connect(print, &QAbstractButton::clicked, this, &PassagesRoom::printRequested);
    auto *hand = new IconButton(m_theme, QStringLiteral("download"), this);
    hand->setToolTip(tr("Export the selected passages, or all"));
    hand->setAccessibleName(hand->toolTip());
    connect(hand, &QAbstractButton::clicked, this, [this] { Q_EMIT exportRequested(m_list->selectedIds()); });

    auto *sideTop = new QHBoxLayout;
    sideTop->setContentsMargins(20, 0, 12, 0);
    sideTop->addWidget(heading, 1);
    sideTop->addWidget(add);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(24, 0, 16, 0);
    bar->setSpacing(12);
    bar->addWidget(m_field, 1);
    bar->addStretch();
    bar->addWidget(m_groupings);
    bar->addWidget(print);
    bar->addWidget(hand);
    auto *words = new QHBoxLayout;
    words->setContentsMargins(28, 10, 28, 4);
    words->addWidget(m_count);
    words->addSpacing(16);
    words->addWidget(m_hint, 1);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addLayout(sideTop, 0, 0);
    grid->addLayout(bar, 0, 1);
    grid->addWidget(m_scopes, 1, 0, 4, 1);
    grid->addLayout(m_messagePlace, 1, 1);
    grid->addLayout(words, 2, 1);
    grid->addWidget(m_list, 3, 1);
    grid->addWidget(m_empty, 3, 1);
    grid->addLayout(m_reviewPlace, 4, 1);
    grid->setRowMinimumHeight(0, barHeight);
    grid->setColumnMinimumWidth(0, sideWidth);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    m_scopes->setFixedWidth(sideWidth - 1);
    setTabOrder(m_field, m_groupings);
    setTabOrder(m_groupings, m_list);
    setTabOrder(m_list, m_scopes);
}

void PassagesRoom::applyColours()
{
    const Tokens &t = m_theme.tokens();
    m_field->setStyleSheet(QStringLiteral("QLineEdit { background: %1; color: %2; border: 1px solid %3; "
                                          "border-radius: 9px; padding: 0 12px; }"
                                          "QLineEdit:focus { border: 2px solid %4; padding: 0 11px; }")
                               .arg(t.paper.name(), t.ink.name(), t.line.name(), t.accent.name()));
    update();
}

void PassagesRoom::showStore(const PassageStore *store, const WaitingPassages &waiting)
{
    m_store = store;
    m_waiting = waiting;
    if (!isVisible())
        return;
    m_scopes->showStore(store, waiting);
    refresh();
}

void PassagesRoom::takeStandings(const WaitingPassages &waiting)
{
    m_waiting = waiting;
    if (!isVisible())
        return;
    m_scopes->showWaiting(waiting);
    if (m_scopes->scope().isWaiting)
        refresh();
    else
        m_model.takeStandings();
}

void PassagesRoom::takeStories()
{
    if (isVisible() && m_grouping == PassageGrouping::Story)
        refresh();
}

void PassagesRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showStore(m_store, m_waiting);
}

void PassagesRoom::search(bool isTyping)
{
    m_query = isTyping ? PassageQuery::parseTyping(m_field->text()) : PassageQuery::parse(m_field->text());
    m_hint->setText(m_query.hints().join(QLatin1Char(' ')));
    refresh();
}

void PassagesRoom::refresh()
{
    const QStringList selected = m_list->selectedIds();
    const int scroll = m_list->verticalScrollBar()->value();
    const int row = m_list->currentIndex().row();
    const PassageScope before = m_model.scope();
    m_isRefreshing = true;
    m_model.show(m_store, m_query, m_scopes->scope(), m_grouping);
    if (before == m_scopes->scope())
        m_list->verticalScrollBar()->setValue(scroll);
    if (selected.size() == 1)
        m_list->select(m_model.rowOf(selected.front()) < 0 ? idNear(row) : selected.front());
    m_count->setText(m_model.passageCount() == 1
                         ? tr("1 passage")
                         : tr("%1 passages").arg(QLocale().toString(m_model.passageCount())));
    m_empty->setVisible(m_model.passageCount() == 0);
    m_empty->setText(emptySentence());
    m_isRefreshing = false;
    Q_EMIT selectionChanged();
}

QString PassagesRoom::idNear(int row) const
{
    for (int next = row; next < m_model.rowCount(); ++next)
        if (const Passage *passage = m_model.passage(next))
            return passage->id;
    for (int before = qMin(row, m_model.rowCount()) - 1; before >= 0; --before)
        if (const Passage *passage = m_model.passage(before))
            return passage->id;
    return {};
}

QString PassagesRoom::emptySentence() const
{
    if (!m_store || m_store->passages().empty())
        return tr("Nothing is kept yet. Select words in an article and press H.");
    if (!m_query.isEmpty())
        return tr("No passage answers. Take a word away, or look in all passages.");
    if (!m_scopes->scope().isWaiting)
        return tr("Nothing is in here yet. Drag passages onto the name of a collection.");
    return m_waiting.isLooking ? tr("Looking where the words stand today…")
                               : tr("Nothing waits for you: every passage is where it was, or you have said "
                                    "what becomes of it.");
}

void PassagesRoom::enter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    for (int row = 0; !m_list->currentIndex().isValid() && row < qMin(2, m_model.rowCount()); ++row)
        if (const Passage *first = m_model.passage(row))
            m_list->select(first->id);
}

void PassagesRoom::writeNote(const QString &id, const QRect &place)
{
    const Passage *passage = m_model.passage(m_model.rowOf(id));
    if (!passage)
        return;
    auto *editor = new NoteEditor(m_theme, passage->note, m_list->viewport());
    const int height = qMin(editor->wantedHeight(), 180);
    const int y = qBound(4, place.top() + 58, qMax(4, m_list->viewport()->height() - height - 4));
    editor->setGeometry(place.left() + 44, y, qMin(560, place.width() - 88), height);
    const auto finish = [this, editor, id] {
        Q_EMIT noteEdited(id, editor->note());
        editor->disconnect(this);
        editor->hide();
        editor->deleteLater();
        m_list->setFocus();
    };
    connect(editor, &NoteEditor::storeRequested, this,
            [this, editor, id] { Q_EMIT noteEdited(id, editor->note()); });
    connect(editor, &NoteEditor::finishRequested, this, finish);
    connect(editor, &NoteEditor::cancelRequested, this, [this, editor] {
        editor->disconnect(this);
        editor->hide();
        editor->deleteLater();
        m_list->setFocus();
    });
    editor->show();
    editor->setFocus();
}

bool PassagesRoom::eventFilter(QObject *watched, QEvent *event)
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

void PassagesRoom::paintEvent(QPaintEvent *)
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
