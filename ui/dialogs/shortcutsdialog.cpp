#include "dialogs/shortcutsdialog.h"

#include "style/keycaps.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QAction>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Lectern {

namespace {

/// More than two ways to do one thing only crowd the page.
constexpr int mostKeys = 2;

/// Of the dialog; between them it is as high as its content needs.
constexpr int smallestHeight = 320;
constexpr int largestHeight = 680;

/// After how many groups the second column starts, so that both are about equally high.
size_t firstOfSecondColumn(const std::vector<ShortcutGroup> &groups)
{
    // A heading is about as high as two rows.
    const auto heightOf = [](const ShortcutGroup &group) { return group.rows.size() + 2; };
    size_t total = 0;
    for (const ShortcutGroup &group : groups)
        total += heightOf(group);
    size_t height = 0;
    for (size_t i = 0; i < groups.size(); ++i) {
        height += heightOf(groups[i]);
        if (2 * height >= total)
            return i + 1;
    }
    return groups.size();
}

} // namespace

ShortcutGroup ShortcutGroup::of(const QString &title, const QList<QAction *> &actions)
{
    ShortcutGroup group{title, {}};
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts().mid(0, mostKeys))
            keys += sequence.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            group.rows.push_back({QString(action->text()).remove(QLatin1Char('&')), keys});
    }
    return group;
}

ShortcutsDialog::ShortcutsDialog(const Theme &theme, const std::vector<ShortcutGroup> &groups,
                                 QWidget *parent)
    : Dialog(theme, tr("Keyboard shortcuts"), parent)
{
    auto *sheet = new QWidget;
    auto *halves = new QHBoxLayout(sheet);
    halves->setContentsMargins(0, 0, 12, 0);
    halves->setSpacing(48);
    const size_t middle = firstOfSecondColumn(groups);
    for (const auto &[first, last] : {std::pair<size_t, size_t>(0, middle), {middle, groups.size()}}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(24);
        for (size_t i = first; i < last; ++i)
            if (!groups[i].rows.empty())
                column->addWidget(newGroup(groups[i]));
        column->addStretch();
        halves->addLayout(column, 1);
    }

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("Keyboard shortcuts"));
    body()->addWidget(scroll, 1);

    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));
    close->setDefault(true);
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    resize(860, qBound(smallestHeight, sheet->sizeHint().height() + 150, largestHeight));
}

QWidget *ShortcutsDialog::newGroup(const ShortcutGroup &group)
{
    auto *block = new QWidget;
    auto *grid = new QGridLayout(block);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(new TextLabel(theme(), group.title, 12, QFont::DemiBold, TextTone::Ink3), 0, 0, 1, 2);
    int row = 1;
    for (const ShortcutRow &shortcut : group.rows) {
        auto *text = new TextLabel(theme(), shortcut.text, 14);
        text->setWordWrap(true);
        auto *caps = new KeyCaps(theme(), shortcut.keys);
        text->setAccessibleName(shortcut.text + QStringLiteral(": ") + caps->accessibleName());
        grid->addWidget(text, row, 0);
        grid->addWidget(caps, row, 1, Qt::AlignRight | Qt::AlignTop);
        ++row;
    }
    return block;
}

} // namespace Lectern
