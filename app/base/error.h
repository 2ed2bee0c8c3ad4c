#pragma once

#include <QString>

namespace Lectern {

/// What kind of thing went wrong, for programs; the words for people are in Error::message.
enum class ErrorKind {
    Unreadable,  ///< the file system refused
    Unsupported, ///< a format that is known but not read, or not known at all
    Malformed,   ///< the bytes are not what their format promises
    Encrypted,
    Limit,   ///< larger, deeper or more than is allowed
    Timeout, ///< took longer than is allowed
    Crashed, ///< the reading process died
    Empty,   ///< read without error, but there are no words in it
    NotFound,
    Damaged, ///< a file of our own that can no longer be trusted
    Disk,    ///< writing failed
    Usage,   ///< the caller asked for something that makes no sense
    Cancelled
};

/// The stable name of a kind as the command line prints it: "unreadable", "unsupported", ...
QString name(ErrorKind kind);

/// The kind with this name; Malformed when there is none.
ErrorKind errorKindNamed(QStringView name);

/// A failure that the world caused: what happened and what can be done, in words, and where.
struct Error
{
    ErrorKind kind = ErrorKind::Malformed;
    QString message; ///< a sentence for the user, without the path
    QString path;    ///< the file concerned, empty when there is none

    /// "path: message", or the message alone.
    QString toString() const;
};

} // namespace Lectern
