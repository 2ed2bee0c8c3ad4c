#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Lectern {

/// Whether a member is packed; the first of some formats must lie in the file as it is.
enum class ZipPacking { Deflated, Stored };

struct ZipMember
{
    QString name; ///< with `/` between folders
    QByteArray bytes;
    ZipPacking packing = ZipPacking::Deflated;
};

/// Both need the document module (documentmodule.h): without it there is no zip, and nothing in any.

/// The bytes of a zip with these members in this order. Nothing in it depends on the clock: every member
/// dates from 1 January 1980.
QByteArray zipped(const std::vector<ZipMember> &members);

/// The bytes of one member; nothing when the zip cannot be read, has no such member or one of more than
/// `limit` bytes.
std::optional<QByteArray> memberOfZip(const QByteArray &zip, const QString &name, qsizetype limit);

} // namespace Lectern
