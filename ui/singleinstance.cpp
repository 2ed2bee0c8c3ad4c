#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace Lectern {

namespace {

constexpr int connectMs = 500;
constexpr int retryMs = 20;
constexpr int answerMs = 3000;
constexpr qint64 largestRequest = qint64(16) << 20;

QString socketFolder()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

QString socketName(const QString &library)
{
    const QByteArray hash =
        QCryptographicHash::hash(library.toUtf8() + QDir::homePath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("%1/lectern-%2").arg(socketFolder(), QString::fromLatin1(hash.toHex().left(16)));
}

} // namespace

SingleInstance::SingleInstance(const QString &library, QObject *parent)
    : QObject(parent)
    , m_name(socketName(library))
    , m_lock(m_name + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::handOver(const Request &request)
{
    // A lock whose process has died counts as free, so a crash never locks anybody out.
    if (m_lock.tryLock(0))
        return false;
    QLocalSocket socket;
    // The other one may be so young that it does not listen yet.
    for (QDeadlineTimer patience(answerMs); socket.state() != QLocalSocket::ConnectedState;) {
        if (patience.hasExpired())
            return false;
        socket.connectToServer(m_name);
        if (!socket.waitForConnected(connectMs))
            QThread::msleep(retryMs);
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << request.paths << request.query;
    socket.write(bytes);
    socket.flush();
    socket.waitForBytesWritten(answerMs);
    // The first instance closes the connection when it has everything.
    socket.disconnectFromServer();
    if (socket.state() != QLocalSocket::UnconnectedState)
        socket.waitForDisconnected(answerMs);
    return true;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readChannelFinished, this, [this, socket] {
            QDataStream stream(socket->read(largestRequest));
            stream.setVersion(QDataStream::Qt_6_4);
            Request request;
            stream >> request.paths >> request.query;
            socket->deleteLater();
            if (stream.status() == QDataStream::Ok)
                Q_EMIT requested(request.paths, request.query);
        });
    }
}

} // namespace Lectern
