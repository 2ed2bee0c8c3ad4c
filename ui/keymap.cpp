#include "keymap.h"

#include "mainactions.h"
#include "windowstate.h"

#include <algorithm>

namespace Lectern {

namespace {

QStringList namesOf(const QList<QKeySequence> &keys)
{
    QStringList names;
    for (const QKeySequence &sequence : keys)
        names += sequence.toString(QKeySequence::PortableText);
    return names;
}

} // namespace

Keymap::Keymap(const MainActions &actions, WindowState &state, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_state(state)
{
    for (QAction *action : all()) {
        m_standard.insert(action, action->shortcuts());
        if (const std::optional<QStringList> chosen = state.keys(action->objectName())) {
            QList<QKeySequence> keys;
            for (const QString &text : *chosen)
                keys += QKeySequence::fromString(text, QKeySequence::PortableText);
            keys.removeAll(QKeySequence()); // what is none in this version
            action->setShortcuts(keys);
        }
    }
}

QList<QAction *> Keymap::all() const
{
    QList<QAction *> actions;
    for (const MainActions::Group &group : m_actions.groups())
        actions += QList<QAction *>(group.actions.begin(), group.actions.end());
    return actions;
}

bool Keymap::meet(const QAction &a, const QAction &b) const
{
    enum Place { Article = 1, List = 2 };
    const QList<QAction *> article = m_actions.ofArticle();
    const auto places = [&](const QAction &action) {
        auto *const known = const_cast<QAction *>(&action);
        if (article.contains(known))
            return int(Article);
        return known == m_actions.nextUnread ? int(List) : Article | List;
    };
    return (places(a) & places(b)) != 0;
}

QAction *Keymap::conflict(const QAction &action, const QKeySequence &keys) const
{
    if (keys.isEmpty())
        return nullptr;
    const auto clashes = [&](const QKeySequence &other) {
        return !other.isEmpty() &&
               (other.matches(keys) != QKeySequence::NoMatch || keys.matches(other) != QKeySequence::NoMatch);
    };
    for (QAction *other : all()) {
        const QList<QKeySequence> shortcuts = other->shortcuts();
        if (other != &action && meet(action, *other) &&
            std::any_of(shortcuts.begin(), shortcuts.end(), clashes))
            return other;
    }
    return nullptr;
}

bool Keymap::isStandard(const QAction &action) const
{
    return action.shortcuts() == m_standard.value(&action);
}

void Keymap::put(QAction &action, const QList<QKeySequence> &keys)
{
    action.setShortcuts(keys);
    if (isStandard(action))
        m_state.setKeys(action.objectName(), std::nullopt);
    else
        m_state.setKeys(action.objectName(), namesOf(keys));
}

void Keymap::take(const QAction &from, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &sequence : keys) {
        while (QAction *other = conflict(from, sequence)) {
            QList<QKeySequence> left = other->shortcuts();
            left.removeIf([&](const QKeySequence &own) {
                return own.matches(sequence) != QKeySequence::NoMatch ||
                       sequence.matches(own) != QKeySequence::NoMatch;
            });
            put(*other, left);
        }
    }
}

void Keymap::setKeys(QAction &action, const QKeySequence &keys)
{
    take(action, {keys});
    put(action, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    Q_EMIT changed();
}

void Keymap::reset(QAction &action)
{
    take(action, m_standard.value(&action));
    put(action, m_standard.value(&action));
    Q_EMIT changed();
}

void Keymap::resetAll()
{
    for (QAction *action : all())
        put(*action, m_standard.value(action));
    Q_EMIT changed();
}

} // namespace Lectern
