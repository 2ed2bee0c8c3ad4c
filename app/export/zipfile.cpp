#include "export/zipfile.h"

#include "export/documentmodule.h"

namespace Lectern {

QByteArray zipped(const std::vector<ZipMember> &members)
{
    const Result<const DocumentModule *> module = DocumentModule::load();
    return module ? (*module)->zipped(members) : QByteArray();
}

std::optional<QByteArray> memberOfZip(const QByteArray &zip, const QString &name, qsizetype limit)
{
    const Result<const DocumentModule *> module = DocumentModule::load();
    return module ? (*module)->memberOfZip(zip, name, limit) : std::nullopt;
}

} // namespace Lectern
