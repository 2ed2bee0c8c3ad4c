#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace Lectern {

/// A bounded queue between worker threads. push() waits while it is full, pop() while it is empty;
/// after close() pushes are refused and pops drain what is left.
template <typename T>
class Channel
{
public:
    explicit Channel(size_t capacity)
        : m_capacity(capacity)
    {}
    Q_DISABLE_COPY_MOVE(Channel)

    /// False when the channel was closed and the value dropped.
    bool push(T value)
    {
        std::unique_lock lock(m_mutex);
        m_space.wait(lock, [this] { return m_closed || m_values.size() < m_capacity; });
        if (m_closed)
            return false;
        m_values.push_back(std::move(value));
        m_filled.notify_one();
        return true;
    }

    /// Nothing when the channel is closed and empty.
    std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return m_closed || !m_values.empty(); });
        return takeFront();
    }

    /// Nothing when it stayed empty for that long, too.
    template <typename Duration>
    std::optional<T> popFor(Duration timeout)
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait_for(lock, timeout, [this] { return m_closed || !m_values.empty(); });
        return takeFront();
    }

    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_filled.notify_all();
        m_space.notify_all();
    }

    /// Closed and nothing left to pop.
    bool isDrained() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_closed && m_values.empty();
    }

private:
    std::optional<T> takeFront()
    {
        if (m_values.empty())
            return std::nullopt;
        std::optional<T> value(std::move(m_values.front()));
        m_values.pop_front();
        m_space.notify_one();
        return value;
    }

    const size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_space;
    std::deque<T> m_values;
    bool m_closed = false;
};

} // namespace Lectern
