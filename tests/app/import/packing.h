#pragma once

#include <QByteArray>
#include <QList>

#include <cstdlib>

#include <zip.h>

namespace Lectern {

struct PackedMember
{
    QByteArray name;
    QByteArray content;
};

/// A zip archive of these members, in memory; empty when it cannot be made.
inline QByteArray packed(const QList<PackedMember> &members)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t *archive = target == nullptr ? nullptr : zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr)
        return {};
    zip_source_keep(target);
    for (const PackedMember &member : members)
        zip_file_add(
            archive, member.name.constData(),
            zip_source_buffer(archive, member.content.constData(), zip_uint64_t(member.content.size()), 0),
            ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0)
        return {};
    QByteArray bytes;
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    bytes.resize(qsizetype(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), zip_uint64_t(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

} // namespace Lectern
