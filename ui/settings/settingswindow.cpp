#include "settings/settingswindow.h"

#include "settings/settingrow.h"
#include "style/fonts.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"
#include "text/folding.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int sideWidth = 216;
constexpr int sideMargin = 14;
constexpr int pageMargin = 28;
constexpr int sectionHeight = 36;
constexpr int fieldHeight = 34;

class SectionDelegate final : public QStyledItemDelegate
{
public:
    SectionDelegate(const Theme &theme, QListWidget *list)
        : QStyledItemDelegate(list)
        , m_theme(theme)
        , m_list(list)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, sectionHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isCurrent = index == m_list->currentIndex();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(isCurrent && m_list->hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(isCurrent ? t.tint : t.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 8, 8);
        }
        painter->setFont(Fonts::ui(14, isCurrent ? QFont::DemiBold : QFont::Normal));
        painter->setPen(isCurrent ? t.tintInk : t.ink);
        painter->drawText(option.rect.adjusted(12, 0, -12, 0),
                          Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                          index.data().toString());
        painter->restore();
    }

private:
    const Theme &m_theme;
    QListWidget *m_list;
};

} // namespace

SettingsWindow::SettingsWindow(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(
          new TextLabel(theme, tr("No setting is called that."), 14, QFont::Normal, TextTone::Ink3, this))
{
    setWindowTitle(tr("Settings"));
    m_field->setPlaceholderText(tr("Search settings"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->setFixedHeight(fieldHeight);
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new SectionDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    auto *side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(sideMargin, 18, sideMargin, sideMargin);
    column->setSpacing(12);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    row->addWidget(side);
    row->addWidget(m_pages, 1);
    setTabOrder(m_field, m_list);

    connect(m_field, &QLineEdit::textChanged, this, &SettingsWindow::applyFilter);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&theme, &Theme::changed, this, &SettingsWindow::applyColours);
    applyColours();
    resize(860, 600);
    setMinimumSize(640, 420);
}

void SettingsWindow::applyColours()
{
    m_field->setFont(Fonts::ui(14));
    update();
}

QWidget *SettingsWindow::newPage(const QString &title, QVBoxLayout **body)
{
    auto *page = new QWidget;
    *body = new QVBoxLayout(page);
    (*body)->setContentsMargins(pageMargin, 20, pageMargin, 20);
    (*body)->setSpacing(0);
    (*body)->addWidget(new TextLabel(m_theme, title, 17, QFont::DemiBold));
    (*body)->addSpacing(10);
    m_list->addItem(title);
    return page;
}

void SettingsWindow::addSection(const QString &title)
{
    Section section;
    section.title = fold(title);
    QWidget *page = newPage(title, &section.column);
    section.column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBar(new ThinScrollBar(m_theme, Qt::Vertical));
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    m_sections.push_back(std::move(section));
    if (m_sections.size() == 1)
        showSection(0);
}

void SettingsWindow::addAction(QAction *action, const QString &description)
{
    Section &section = m_sections.back();
    auto *row = new SettingRow(m_theme, action, description);
    connect(row, &SettingRow::commanded, this, [this](QAction *asked) {
        accept();
        asked->trigger();
    });
    section.column->insertWidget(section.column->count() - 1, row);
    section.rows.push_back(row);
}

void SettingsWindow::addWidget(QWidget *widget, const QString &words)
{
    Section &section = m_sections.back();
    section.column->insertWidget(section.column->count() - 1, widget);
    section.column->insertSpacing(section.column->count() - 1, 12);
    section.widgets.emplace_back(widget, fold(words));
}

void SettingsWindow::addPage(const QString &title, QWidget *page,
                             std::function<bool(const QString &)> setFilter)
{
    Section section;
    section.title = fold(title);
    section.setFilter = std::move(setFilter);
    QVBoxLayout *body = nullptr;
    QWidget *frame = newPage(title, &body);
    body->addWidget(page, 1);
    m_pages->addWidget(frame);
    m_sections.push_back(std::move(section));
}

void SettingsWindow::showSection(int section)
{
    m_list->setCurrentRow(section);
}

int SettingsWindow::currentSection() const
{
    return m_list->currentRow();
}

bool SettingsWindow::filter(Section &section, const QString &text)
{
    const QStringList words = fold(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto fits = [&words](const QString &told) {
        return std::all_of(words.begin(), words.end(),
                           [&](const QString &word) { return told.contains(word); });
    };
    // Who names the section wants all of it.
    const bool isNamed = fits(section.title);
    if (section.setFilter)
        return section.setFilter(isNamed ? QString() : text);
    bool any = false;
    for (SettingRow *row : section.rows) {
        const bool isShown = isNamed || row->fits(words);
        row->setVisible(isShown);
        any = any || isShown;
    }
    for (const auto &[widget, told] : section.widgets) {
        const bool isShown = isNamed || fits(told);
        widget->setVisible(isShown);
        any = any || isShown;
    }
    return any;
}

void SettingsWindow::applyFilter(const QString &text)
{
    int first = -1;
    for (int i = 0; i < int(m_sections.size()); ++i) {
        const bool any = filter(m_sections[size_t(i)], text);
        m_list->item(i)->setHidden(!any);
        if (any && first < 0)
            first = i;
    }
    const bool isCurrentShown = m_list->currentItem() && !m_list->currentItem()->isHidden();
    m_list->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
    m_pages->setVisible(first >= 0);
    if (first >= 0 && !isCurrentShown)
        showSection(first);
}

bool SettingsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void SettingsWindow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.paper);
    const QRect side = QStyle::visualRect(layoutDirection(), rect(), {0, 0, sideWidth, height()});
    painter.fillRect(side, t.list);
    painter.fillRect(layoutDirection() == Qt::RightToLeft ? side.left() : side.right(), 0, 1, height(),
                     t.line);
}

} // namespace Lectern
