#pragma once

#include <QtGlobal>

class QKeyEvent;

namespace Lectern {

/// What the keys of the tray do.
enum class TrayCommand : quint8 {
    None,
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
    MoveUp,
    MoveDown,
    Activate,
    EditNote,
    EditTags,
    Yellow,
    Green,
    Blue,
    Pink,
    Orange,
    Violet,
    Star,
    Take, ///< the new words of a passage that waits for an answer
    Keep, ///< it as it was
    Remove,
    Copy,
    SelectAll,
    Deselect
};

/// The command of a key: Up, Down, Home, End, Page Up/Down (also with Shift), Alt+Up/Down (move), Enter, N,
/// T, S (star), Y (take the new words), K (keep the old), 1-6, Del, Ctrl+C and Ctrl+Shift+C, Ctrl+A, Esc.
TrayCommand trayCommand(const QKeyEvent &event);

} // namespace Lectern
