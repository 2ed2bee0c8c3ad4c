#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace Lectern {

/// One window a user and library: a second start hands what it was called with to the first and ends. A crash
/// leaves nothing locked.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    /// What a start was called with.
    struct Request
    {
        QStringList paths; ///< absolute
        QString query;
    };

    /// `library` names what must not be opened twice (its folder).
    explicit SingleInstance(const QString &library, QObject *parent = nullptr);

    /// True when another instance took the request; this one should end.
    bool handOver(const Request &request);
    /// Takes requests from now on.
    void listen();

Q_SIGNALS:
    void requested(const QStringList &paths, const QString &query);

private:
    void receive();

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace Lectern
