#include "rail.h"

#include "mainactions.h"
#include "style/iconbutton.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int logoSide = 28;

/// The logo, which is the button of the main menu.
class Logo final : public QAbstractButton
{
public:
    Logo(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setFixedSize(40, 40);
        setFocusPolicy(Qt::TabFocus);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = m_theme.tokens();
        const QRectF box((width() - logoSide) / 2.0, (height() - logoSide) / 2.0, logoSide, logoSide);
        if (hasFocus()) {
            painter.setPen(QPen(t.accent, 1.5));
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 10, 10);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawRoundedRect(box, 8, 8);
        Icons::paint(painter, box, QStringLiteral("logo"), logoSide, t.onAccent);
    }

private:
    const Theme &m_theme;
};

} // namespace

Rail::Rail(const Theme &theme, const MainActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_menu(new QMenu(this))
    , m_layout(new QVBoxLayout(this))
{
    setFixedWidth(railWidth);
    m_layout->setContentsMargins(8, 7, 8, 8);
    m_layout->setSpacing(6);

    auto *logo = new Logo(theme, this);
    logo->setAccessibleName(tr("Main menu"));
    logo->setToolTip(tr("Menu  (F10)"));
    connect(logo, &QAbstractButton::clicked, this, &Rail::openMenu);
    m_logo = logo;
    m_layout->addWidget(logo, 0, Qt::AlignHCenter);
    m_layout->addSpacing(12);
    for (const MainActions::Group &group : actions.groups()) {
        QMenu *menu = m_menu->addMenu(group.title);
        for (QAction *action : group.actions)
            menu->addAction(action);
    }

    add(QStringLiteral("book-open"), actions.readView);
    add(QStringLiteral("compare"), actions.compareView);
    add(QStringLiteral("quotations"), actions.quotationsView);
    add(QStringLiteral("highlighter"), actions.passagesView);
    m_layout->addSpacing(12);
    m_library = add(QStringLiteral("library"), actions.clearSearch);
    m_search = add(QStringLiteral("search"), actions.search);
    add(QStringLiteral("folder"), actions.openFolder);
    m_layout->addStretch();
    m_themeButton = add(QStringLiteral("moon"), actions.switchTheme);
    add(QStringLiteral("keyboard"), actions.shortcuts);
    add(QStringLiteral("sliders"), actions.settings);
    for (IconButton *button : {m_library, m_search})
        button->setCheckable(true);
    connect(actions.readView, &QAction::toggled, this, [this] { setSearching(m_isSearching); });
    connect(&theme, &Theme::changed, this, &Rail::updateThemeIcon);
    updateThemeIcon();
    setSearching(false);
}

IconButton *Rail::add(const QString &icon, QAction *action)
{
    auto *button = new IconButton(m_theme, icon, this);
    button->setMetrics(40, 10, 20);
    button->setAction(action);
    m_layout->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void Rail::setSearching(bool searching)
{
    m_isSearching = searching;
    for (IconButton *button : {m_library, m_search})
        button->setCheckable(true);
    const bool isReading = m_actions.readView->isChecked();
    m_library->setChecked(isReading && !searching);
    m_search->setChecked(isReading && searching);
}

void Rail::openMenu()
{
    m_menu->popup(m_logo->mapToGlobal(QPoint(0, m_logo->height())));
}

void Rail::updateThemeIcon()
{
    m_themeButton->setIconName(m_theme.tokens().isDark ? QStringLiteral("sun") : QStringLiteral("moon"));
    update();
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().chrome);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme.tokens().line);
}

} // namespace Lectern
