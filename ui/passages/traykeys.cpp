#include "passages/traykeys.h"

#include <QKeyEvent>

namespace Lectern {

namespace {

struct Key
{
    int key;
    TrayCommand command;
};

constexpr Key plainKeys[] = {
    {Qt::Key_Return, TrayCommand::Activate}, {Qt::Key_Enter, TrayCommand::Activate},
    {Qt::Key_N, TrayCommand::EditNote},      {Qt::Key_T, TrayCommand::EditTags},
    {Qt::Key_1, TrayCommand::Yellow},        {Qt::Key_2, TrayCommand::Green},
    {Qt::Key_3, TrayCommand::Blue},          {Qt::Key_4, TrayCommand::Pink},
    {Qt::Key_5, TrayCommand::Orange},        {Qt::Key_6, TrayCommand::Violet},
    {Qt::Key_S, TrayCommand::Star},          {Qt::Key_Delete, TrayCommand::Remove},
    {Qt::Key_Y, TrayCommand::Take},          {Qt::Key_K, TrayCommand::Keep},
    {Qt::Key_Escape, TrayCommand::Deselect},
};

/// Those that extend the selection with Shift.
constexpr Key walkingKeys[] = {
    {Qt::Key_Up, TrayCommand::Up},         {Qt::Key_Down, TrayCommand::Down},
    {Qt::Key_Home, TrayCommand::First},    {Qt::Key_End, TrayCommand::Last},
    {Qt::Key_PageUp, TrayCommand::PageUp}, {Qt::Key_PageDown, TrayCommand::PageDown},
};

constexpr Key altKeys[] = {{Qt::Key_Up, TrayCommand::MoveUp}, {Qt::Key_Down, TrayCommand::MoveDown}};

constexpr Key controlKeys[] = {
    {Qt::Key_C, TrayCommand::Copy}, {Qt::Key_Insert, TrayCommand::Copy}, {Qt::Key_A, TrayCommand::SelectAll}};

template <size_t N>
TrayCommand found(const Key (&keys)[N], int key)
{
    for (const Key &candidate : keys)
        if (candidate.key == key)
            return candidate.command;
    return TrayCommand::None;
}

} // namespace

TrayCommand trayCommand(const QKeyEvent &event)
{
    switch (int(event.modifiers() & ~Qt::KeypadModifier)) {
    case Qt::NoModifier: {
        const TrayCommand plain = found(plainKeys, event.key());
        return plain != TrayCommand::None ? plain : found(walkingKeys, event.key());
    }
    case Qt::ShiftModifier:
        return found(walkingKeys, event.key());
    case Qt::AltModifier:
        return found(altKeys, event.key());
    case Qt::ControlModifier:
        return found(controlKeys, event.key());
    case int(Qt::ControlModifier) | int(Qt::ShiftModifier):
        return event.key() == Qt::Key_C ? TrayCommand::Copy : TrayCommand::None;
    default:
        return TrayCommand::None;
    }
}

} // namespace Lectern
