#pragma once

#include <QtGlobal>

#include <concepts>
#include <string_view>

namespace Lectern {

/// What goes over the terms of a dictionary, sorted by their UTF-8 bytes (and so by code points, too):
///  - seek(from) goes to the first term >= from, false when there is none;
///  - next() goes to the term behind, false at the end;
///  - term() is valid until the cursor moves, id() is what the dictionary calls the term by.
template <typename Cursor>
concept TermSequence = requires(Cursor cursor, const Cursor &here, std::string_view from)
{
    {
        cursor.seek(from)
        } -> std::same_as<bool>;
    {
        cursor.next()
        } -> std::same_as<bool>;
    {
        here.term()
        } -> std::convertible_to<std::string_view>;
    {
        here.id()
        } -> std::convertible_to<quint32>;
};

} // namespace Lectern
