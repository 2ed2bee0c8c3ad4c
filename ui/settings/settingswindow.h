#pragma once

#include <QDialog>

#include <functional>
#include <vector>

class QAction;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace Lectern {

class SettingRow;
class TextLabel;
class Theme;

/// All settings in one window: sections at the left, what belongs to the chosen one at the right, and a field
/// that leaves what fits its words. What it shows are actions and widgets of others; it decides nothing.
class SettingsWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsWindow)

public:
    SettingsWindow(const Theme &theme, QWidget *parent);

    /// What is added next belongs to this section.
    void addSection(const QString &title);
    /// A switch or a button for an action. The window closes before a button's action is triggered.
    void addAction(QAction *action, const QString &description);
    /// A widget that is found by these words.
    void addWidget(QWidget *widget, const QString &words);
    /// A section of its own that scrolls by itself and takes what is looked for; false: nothing in it fits.
    void addPage(const QString &title, QWidget *page, std::function<bool(const QString &)> setFilter);
    void showSection(int section);
    int currentSection() const;

    QLineEdit *field() const { return m_field; }
    QListWidget *sections() const { return m_list; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Section
    {
        QVBoxLayout *column = nullptr; ///< null for a page that looks by itself
        std::vector<SettingRow *> rows;
        std::vector<std::pair<QWidget *, QString>> widgets; ///< with their folded words
        std::function<bool(const QString &)> setFilter;
        QString title; ///< folded
    };
    QWidget *newPage(const QString &title, QVBoxLayout **body);
    bool filter(Section &section, const QString &text);
    void applyFilter(const QString &text);
    void applyColours();

    const Theme &m_theme;
    QLineEdit *m_field;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    TextLabel *m_nothing;
    std::vector<Section> m_sections;
};

} // namespace Lectern
