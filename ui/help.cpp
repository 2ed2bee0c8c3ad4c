#include "help.h"

#include "dialogs/aboutdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "import/importer.h"
#include "import/sandbox.h"
#include "mainactions.h"

#include <QCryptographicHash>
#include <QFile>

namespace Lectern {

void showShortcuts(const Theme &theme, const MainActions &actions, QWidget *parent)
{
    std::vector<ShortcutGroup> groups;
    for (const MainActions::Group &group : actions.groups())
        groups.push_back(ShortcutGroup::of(group.title, {group.actions.begin(), group.actions.end()}));
    auto *dialog = new ShortcutsDialog(theme, groups, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void showAbout(const Theme &theme, QWidget *parent)
{
    // The walls are told by the process that stands behind them, so it is asked to read something.
    Sandbox sandbox;
    sandbox.readBytes("Lectern", QStringLiteral("about"), {});
    auto *dialog = new AboutDialog(theme, sandbox.walls(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ArticlePtr guide()
{
    QFile file(QStringLiteral(":/help/help.md"));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT(there);
    RawFile raw;
    raw.path = QStringLiteral("help.md");
    raw.bytes = there ? file.readAll() : QByteArray();
    raw.sha256 = QCryptographicHash::hash(raw.bytes, QCryptographicHash::Sha256).toHex();
    ImportOptions options;
    options.format = QStringLiteral("markdown");
    const ImportOutcome outcome = importBytes(raw, options);
    return outcome.articles.empty() ? nullptr : outcome.articles.front();
}

} // namespace Lectern
