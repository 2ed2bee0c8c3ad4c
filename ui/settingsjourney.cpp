#include "settingsjourney.h"

#include "appearance.h"
#include "mainactions.h"
#include "settings/keyspage.h"
#include "settings/readingsettingsform.h"
#include "settings/settingswindow.h"

#include <QLineEdit>

namespace Lectern {

namespace {

constexpr int formWidth = 380; ///< sliders that are longer are not easier to set

QString wordsOf(const QAction &action)
{
    return QString(action.text()).remove(QLatin1Char('&'));
}

} // namespace

SettingsJourney::SettingsJourney(const MainActions &actions, Appearance &appearance, WindowState &state,
                                 Theme &theme, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_appearance(appearance)
    , m_theme(theme)
    , m_window(window)
    , m_keymap(actions, state, this)
{
    connect(actions.settings, &QAction::triggered, this, &SettingsJourney::open);
}

void SettingsJourney::open()
{
    if (!m_settings) {
        m_settings = new SettingsWindow(m_theme, m_window);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        addGeneral(*m_settings);
        addReading(*m_settings);
        addKeys(*m_settings);
        addLibrary(*m_settings);
        m_settings->showSection(m_section);
        connect(m_settings, &QDialog::finished, this, [this] { m_section = m_settings->currentSection(); });
    }
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
    m_settings->field()->setFocus();
}

void SettingsJourney::addGeneral(SettingsWindow &settings)
{
    settings.addSection(tr("General"));
    settings.addAction(m_actions.showList, tr("The pane of articles at the left of the article."));
    settings.addAction(m_actions.showTray, tr("The pane of what you kept, at the right of the article."));
    settings.addAction(m_actions.showMarks, tr("What you kept is coloured where it stands in the article."));
    settings.addAction(m_actions.groupByStory,
                       tr("Articles that report the same event stand together in the list."));
    settings.addAction(m_actions.matchSpelling,
                       tr("Searches find words only as they are written: café is not cafe."));
    settings.addAction(m_actions.wordForms, tr("Searches find strikes and striking when you type strike."));
}

void SettingsJourney::addReading(SettingsWindow &settings)
{
    settings.addSection(tr("Reading"));
    auto *form = new ReadingSettingsForm(m_theme);
    form->setMaximumWidth(formWidth);
    form->setReadingStyle(m_appearance.readingStyle());
    connect(form, &ReadingSettingsForm::styleChanged, &m_appearance, &Appearance::setReadingStyle);
    connect(form, &ReadingSettingsForm::themeChosen, &m_theme, &Theme::setChoice);
    connect(&m_appearance, &Appearance::readingStyleChanged, form, &ReadingSettingsForm::setReadingStyle);
    settings.addWidget(form,
                       tr("Theme, light, sepia, dark, system, colours, font, size, width, line spacing, "
                          "paragraph gap, justify"));
    settings.addAction(m_actions.nameColours, tr("What yellow, green and the others mean to you."));
}

void SettingsJourney::addKeys(SettingsWindow &settings)
{
    auto *page = new KeysPage(m_theme, [this](const QString &id, const QKeySequence &keys) {
        const QAction *action = m_actions.named(id);
        const QAction *taken = action ? m_keymap.conflict(*action, keys) : nullptr;
        return taken ? wordsOf(*taken) : QString();
    });
    connect(page, &KeysPage::keysChosen, this, [this](const QString &id, const QKeySequence &keys) {
        if (QAction *action = m_actions.named(id))
            m_keymap.setKeys(*action, keys);
    });
    connect(page, &KeysPage::resetRequested, this, [this](const QString &id) {
        if (QAction *action = m_actions.named(id))
            m_keymap.reset(*action);
    });
    connect(page, &KeysPage::resetAllRequested, &m_keymap, &Keymap::resetAll);
    connect(&m_keymap, &Keymap::changed, page, [this, page] { showKeys(page); });
    showKeys(page);
    settings.addPage(tr("Keys"), page, [page](const QString &text) { return page->setFilter(text); });
}

void SettingsJourney::showKeys(KeysPage *page) const
{
    std::vector<KeyRow> rows;
    for (const MainActions::Group &group : m_actions.groups())
        for (const QAction *action : group.actions)
            rows.push_back({action->objectName(), wordsOf(*action), group.title, action->shortcuts(),
                            m_keymap.isStandard(*action)});
    page->setRows(std::move(rows));
}

void SettingsJourney::addLibrary(SettingsWindow &settings)
{
    settings.addSection(tr("Library"));
    settings.addAction(m_actions.folders, tr("Which folders and files are read."));
    settings.addAction(m_actions.importReport, tr("What could not be read, and why."));
    settings.addAction(m_actions.importHighlights, tr("Take over what you marked in other programs."));
    settings.addAction(m_actions.backups,
                       tr("Dated copies of what you kept, and a copy in plain text in a folder of "
                          "yours."));
    settings.addAction(m_actions.verifyExport, tr("Whether the quotations of an export still stand in their "
                                                  "sources."));
}

} // namespace Lectern
