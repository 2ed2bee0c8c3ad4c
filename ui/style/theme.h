#pragma once

#include "style/tokens.h"

#include <QObject>

class QPalette;

namespace Lectern {

enum class ThemeChoice : quint8 { System, Light, Sepia, Dark };

QString name(ThemeChoice choice);
ThemeChoice themeChoiceNamed(QStringView name);

/// The colours in force. Made once in main and handed to every widget that paints; a change repaints what
/// listens.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);

    const Tokens &tokens() const { return m_tokens; }
    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    /// What a colour of marks is called: by the user, or "Yellow" and so on where the name is empty.
    QString colourName(MarkColour colour) const;
    static QString standardColourName(MarkColour colour);
    void setColourNames(const std::array<QString, markColourCount> &names);

    /// The application's palette and small style sheet (line edits, menus, tool tips, dialogs).
    QPalette palette() const;
    QString styleSheet() const;
    /// Sets style, palette, font and style sheet of the application, now and at every change.
    void applyToApplication();

Q_SIGNALS:
    void changed();

private:
    void resolve();

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemIsDark = false;
    bool m_applied = false;
    Tokens m_tokens;
    std::array<QString, markColourCount> m_colourNames;
};

} // namespace Lectern
