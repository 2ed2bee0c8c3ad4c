#pragma once

#include "base/error.h"

#include <utility>
#include <variant>

namespace Lectern {

/// A value, or the Error that kept it from being made. Ask before you take: value() of a failure is a bug.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT: implicit so that functions can return plain values
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error) // NOLINT
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The Result of something done for its effect.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT
        : m_failed(true)
        , m_error(std::move(error))
    {}

    bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return m_error; }

private:
    bool m_failed = false;
    Error m_error;
};

} // namespace Lectern
