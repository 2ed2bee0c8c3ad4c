#pragma once

#include "export/zipfile.h"

namespace Lectern {

/// What zipped() and memberOfZip() do, by libzip; part of the document module.
QByteArray writtenZip(const std::vector<ZipMember> &members);
std::optional<QByteArray> memberInZip(const QByteArray &zip, const QString &name, qsizetype limit);

} // namespace Lectern
