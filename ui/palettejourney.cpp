#include "palettejourney.h"

#include "library/library.h"
#include "mainactions.h"
#include "mainviews.h"
#include "palette/commandpalette.h"
#include "searchjourney.h"
#include "windowstate.h"

#include <QLocale>

namespace Lectern {

namespace {

constexpr int remembered = 30; ///< entries used last that are kept between sessions

/// A query for a field that holds exactly these words.
QString fieldQuery(QLatin1String field, QString words)
{
    return field + QStringLiteral(":\"%1\"").arg(words.remove(QLatin1Char('"')));
}

} // namespace

PaletteJourney::PaletteJourney(Rooms rooms, std::function<QStringList()> tags, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_tags(std::move(tags))
    , m_window(window)
{
    connect(rooms.actions.palette, &QAction::triggered, this, &PaletteJourney::open);
    connect(&m_names, &NameSession::answered, this, &PaletteJourney::showFound);
}

void PaletteJourney::open()
{
    if (!m_palette) {
        m_palette = new CommandPalette(m_rooms.theme, m_window);
        connect(m_palette, &CommandPalette::wanted, this,
                [this](const QString &typed) { m_names.ask(m_rooms.library.corpus(), typed); });
        connect(m_palette, &CommandPalette::picked, this, &PaletteJourney::carryOut);
    }
    m_palette->open(entries(), m_rooms.state.recentCommands());
}

std::vector<PaletteEntry> PaletteJourney::entries() const
{
    std::vector<PaletteEntry> all;
    for (const MainActions::Group &group : m_rooms.actions.groups()) {
        for (const QAction *action : group.actions) {
            if (action == m_rooms.actions.palette || !action->isEnabled())
                continue;
            PaletteEntry entry{PaletteEntry::Kind::Action,
                               action->objectName(),
                               QString(action->text()).remove(QLatin1Char('&')),
                               group.title,
                               QStringLiteral("chevron-right"),
                               {},
                               action->isCheckable() && action->isChecked()};
            if (!action->shortcut().isEmpty())
                entry.keys += action->shortcut().toString(QKeySequence::NativeText);
            all.push_back(std::move(entry));
        }
    }
    for (const QString &tag : m_tags())
        all.push_back({PaletteEntry::Kind::Tag, tag, tag, tr("Tag"), QStringLiteral("tag"), {}, false});
    return all;
}

void PaletteJourney::showFound(const QString &typed, const NamesFound &found)
{
    std::vector<PaletteEntry> entries;
    for (const NamesFound::Titled &article : found.articles) {
        const QString date = PartialDate::fromIso(article.date).toDisplay(QLocale());
        QStringList detail{article.outlet, date};
        detail.removeAll(QString());
        entries.push_back({PaletteEntry::Kind::Article,
                           article.id,
                           article.title,
                           detail.join(QStringLiteral(" · ")),
                           QStringLiteral("file"),
                           {},
                           false});
    }
    for (const QString &outlet : found.outlets)
        entries.push_back(
            {PaletteEntry::Kind::Outlet, outlet, outlet, tr("Outlet"), QStringLiteral("library"), {}, false});
    if (m_palette)
        m_palette->setFound(typed, std::move(entries));
}

void PaletteJourney::carryOut(const PaletteEntry &entry)
{
    remember(entry);
    if (entry.kind == PaletteEntry::Kind::Action) {
        if (QAction *action = m_rooms.actions.named(entry.id))
            action->trigger();
        return;
    }
    m_rooms.views.show(QStringLiteral("read"));
    switch (entry.kind) {
    case PaletteEntry::Kind::Article:
        m_rooms.search.show(m_rooms.library.find(entry.id), {});
        break;
    case PaletteEntry::Kind::Tag:
        m_rooms.search.setQuery(fieldQuery(QLatin1String("tag"), entry.id));
        break;
    case PaletteEntry::Kind::Outlet:
        m_rooms.search.setQuery(fieldQuery(QLatin1String("outlet"), entry.id));
        break;
    case PaletteEntry::Kind::Action:
        break;
    }
}

void PaletteJourney::remember(const PaletteEntry &entry)
{
    QStringList recent = m_rooms.state.recentCommands();
    recent.removeAll(entry.key());
    recent.prepend(entry.key());
    m_rooms.state.setRecentCommands(recent.mid(0, remembered));
}

} // namespace Lectern
