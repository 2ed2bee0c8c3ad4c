#pragma once

#include <QMetaObject>
#include <QObject>

#include <mutex>
#include <utility>
#include <vector>

namespace Lectern {

/// Where a worker thread leaves values for an object of the GUI thread. The worker puts a value in and, when
/// the box was empty, wakes the receiver by the name of an invokable without arguments; the receiver then
/// takes. By name, because functors sent across threads cannot be checked with the thread sanitizer. The
/// receiver must outlive every thread that puts.
template <typename T>
class Mailbox
{
public:
    Mailbox(QObject *receiver, const char *drain)
        : m_receiver(receiver)
        , m_drain(drain)
    {}
    Q_DISABLE_COPY_MOVE(Mailbox)

    /// Adds a value behind those not yet taken.
    void put(T value)
    {
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = m_values.empty();
            m_values.push_back(std::move(value));
        }
        if (wasEmpty)
            wake();
    }

    /// Replaces whatever was not yet taken: newest wins.
    void replace(T value)
    {
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = m_values.empty();
            m_values.clear();
            m_values.push_back(std::move(value));
        }
        if (wasEmpty)
            wake();
    }

    /// Everything that has come, oldest first.
    std::vector<T> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    void wake() { QMetaObject::invokeMethod(m_receiver, m_drain, Qt::QueuedConnection); }

    QObject *m_receiver;
    const char *m_drain;
    std::mutex m_mutex;
    std::vector<T> m_values;
};

} // namespace Lectern
