#include "style/theme.h"

#include "style/fonts.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace Lectern {

QString name(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Sepia:
        return QStringLiteral("sepia");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeChoiceNamed(QStringView name)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Sepia, ThemeChoice::Dark})
        if (name == Lectern::name(choice))
            return choice;
    return ThemeChoice::System;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    // Qt 6.4 has no colour scheme hint: a platform theme in dark mode shows in the palette that it sets.
    const QPalette system = QGuiApplication::palette();
    m_systemIsDark =
        system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    resolve();
}

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    resolve();
    if (m_applied)
        applyToApplication();
    Q_EMIT changed();
}

void Theme::resolve()
{
    switch (m_choice) {
    case ThemeChoice::Light:
        m_tokens = Tokens::light();
        return;
    case ThemeChoice::Sepia:
        m_tokens = Tokens::sepia();
        return;
    case ThemeChoice::Dark:
        m_tokens = Tokens::dark();
        return;
    case ThemeChoice::System:
        m_tokens = m_systemIsDark ? Tokens::dark() : Tokens::light();
        return;
    }
}

QString Theme::colourName(MarkColour colour) const
{
    const QString &chosen = m_colourNames[size_t(colour)];
    return chosen.isEmpty() ? standardColourName(colour) : chosen;
}

QString Theme::standardColourName(MarkColour colour)
{
    switch (colour) {
    case MarkColour::Yellow:
        return tr("Yellow");
    case MarkColour::Green:
        return tr("Green");
    case MarkColour::Blue:
        return tr("Blue");
    case MarkColour::Pink:
        return tr("Pink");
    case MarkColour::Orange:
        return tr("Orange");
    case MarkColour::Violet:
        return tr("Violet");
    }
    return {};
}

void Theme::setColourNames(const std::array<QString, markColourCount> &names)
{
    if (names == m_colourNames)
        return;
    m_colourNames = names;
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    const Tokens &t = m_tokens;
    QPalette p;
    p.setColor(QPalette::Window, t.list);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.paper);
    p.setColor(QPalette::AlternateBase, t.list);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::PlaceholderText, t.ink3);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::BrightText, t.danger);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.ink);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.pill);
    p.setColor(QPalette::ToolTipText, t.pillInk);
    p.setColor(QPalette::Light, t.card);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.isDark ? QColor(Qt::black) : t.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.ink3);
    return p;
}

QString Theme::styleSheet() const
{
    const Tokens &t = m_tokens;
    const QString sheet = QStringLiteral(R"(
QToolTip { background: @pill; color: @pillInk; border: none; padding: 5px 8px; }
QMenu { background: @card; color: @ink; border: 1px solid @line; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @tint; color: @tintInk; }
QMenu::item:disabled { color: @ink3; }
QMenu::separator { height: 1px; background: @line; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: @chrome; color: @ink; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @tint; color: @tintInk; }
QDialog { background: @list; }
QDialog QLineEdit, QDialog QPlainTextEdit, QDialog QTextEdit {
    background: @paper; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 6px 8px;
    selection-background-color: @selection; selection-color: @ink; }
QDialog QLineEdit:focus, QDialog QPlainTextEdit:focus { border: 1px solid @accent; }
QDialog QPushButton { background: @card; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 7px 16px; min-width: 72px; }
QDialog QPushButton:hover { background: @hover; }
QDialog QPushButton:focus { border: 1px solid @accent; }
QDialog QPushButton:default { background: @accent; color: @onAccent; border: 1px solid @accent; }
QDialog QPushButton:disabled { color: @ink3; background: @list; border: 1px solid @line; }
QMessageBox { background: @list; }
QSplitter::handle { background: @line; }
)");
    QString result = sheet;
    const std::pair<const char *, QColor> names[] = {
        {"@pillInk", t.pillInk}, {"@pill", t.pill},         {"@card", t.card},
        {"@ink3", t.ink3},       {"@ink", t.ink},           {"@line", t.line},
        {"@tintInk", t.tintInk}, {"@tint", t.tint},         {"@list", t.list},
        {"@chrome", t.chrome},   {"@paper", t.paper},       {"@selection", t.selection},
        {"@accent", t.accent},   {"@onAccent", t.onAccent}, {"@hover", t.hover},
    };
    for (const auto &[key, colour] : names)
        result.replace(QLatin1String(key), colour.name());
    return result;
}

void Theme::applyToApplication()
{
    if (!m_applied)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_applied = true;
    QApplication::setPalette(palette());
    QApplication::setFont(Fonts::ui(13));
    qApp->setStyleSheet(styleSheet());
}

} // namespace Lectern
