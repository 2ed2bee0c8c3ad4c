#include "export/zipwriting.h"

#include <zip.h>

namespace Lectern {

namespace {

/// 1 January 1980, 00:00: the first moment that a zip can name.
constexpr zip_uint16_t firstDosDate = (1 << 5) | 1;

QByteArray contentOf(zip_source_t *source)
{
    QByteArray bytes;
    if (zip_source_open(source) != 0)
        return bytes;
    zip_source_seek(source, 0, SEEK_END);
    const zip_int64_t size = zip_source_tell(source);
    zip_source_seek(source, 0, SEEK_SET);
    if (size > 0) {
        bytes.resize(qsizetype(size));
        const zip_int64_t read = zip_source_read(source, bytes.data(), zip_uint64_t(size));
        bytes.resize(qsizetype(std::max<zip_int64_t>(read, 0)));
    }
    zip_source_close(source);
    return bytes;
}

} // namespace

QByteArray writtenZip(const std::vector<ZipMember> &members)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const ZipMember &member : members) {
        zip_source_t *source =
            zip_source_buffer(archive, member.bytes.constData(), zip_uint64_t(member.bytes.size()), 0);
        const zip_int64_t at =
            zip_file_add(archive, member.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        const bool isStored = member.packing == ZipPacking::Stored;
        zip_set_file_compression(archive, zip_uint64_t(at), isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
        zip_file_set_dostime(archive, zip_uint64_t(at), 0, firstDosDate, 0);
    }
    zip_close(archive);
    const QByteArray bytes = contentOf(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

std::optional<QByteArray> memberInZip(const QByteArray &zip, const QString &name, qsizetype limit)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(zip.constData(), zip_uint64_t(zip.size()), 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        return std::nullopt;
    }
    std::optional<QByteArray> bytes;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive, name.toUtf8().constData(), 0, &stat) == 0 && stat.size <= zip_uint64_t(limit)) {
        QByteArray content(qsizetype(stat.size), Qt::Uninitialized);
        zip_file_t *file = zip_fopen_index(archive, stat.index, 0);
        if (file && zip_fread(file, content.data(), stat.size) == zip_int64_t(stat.size))
            bytes = content;
        if (file)
            zip_fclose(file);
    }
    zip_discard(archive);
    return bytes;
}

} // namespace Lectern
