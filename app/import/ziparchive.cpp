#include "import/ziparchive.h"

#include <algorithm>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr zip_int64_t maxMembers = 100'000;
constexpr qint64 maxMemberBytes = qint64(256) << 20;
constexpr qint64 maxArchiveBytes = qint64(4) << 30;
constexpr qint64 ratioFrom = qint64(16) << 20;
constexpr qint64 maxRatio = 200;
constexpr qsizetype chunkBytes = 256 * 1024;
constexpr zip_uint32_t unixTypeMask = 0170000;
constexpr zip_uint32_t unixLink = 0120000;

Error damaged()
{
    return {ErrorKind::Malformed,
            u"The archive that it is made of is damaged or cut short. Copy or download it again."_s,
            {}};
}

/// libzip's own check refuses overlaps and doubles, but also much that is harmless.
zip *opened(const QByteArray &bytes)
{
    for (const int flags : {ZIP_RDONLY | ZIP_CHECKCONS, ZIP_RDONLY + 0}) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t *source =
            zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
        zip *archive = source == nullptr ? nullptr : zip_open_from_source(source, flags, &error);
        if (archive == nullptr)
            zip_source_free(source);
        zip_error_fini(&error);
        if (archive != nullptr)
            return archive;
    }
    return nullptr;
}

bool isLink(zip *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 &&
           system == ZIP_OPSYS_UNIX && ((attributes >> 16) & unixTypeMask) == unixLink;
}

} // namespace

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const QByteArray &bytes, const ImportLimits &limits)
{
    zip *raw = opened(bytes);
    if (raw == nullptr)
        return damaged();
    std::shared_ptr<ZipArchive> archive(new ZipArchive(raw));
    archive->m_limited = limits.fileBytes > 0;
    if (const Result<void> read = archive->readDirectory(bytes.size()); !read)
        return read.error();
    return archive;
}

ZipArchive::ZipArchive(zip *archive)
    : m_archive(archive)
{}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

Result<void> ZipArchive::readDirectory(qint64 bytes)
{
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    if (count > maxMembers)
        return Error{ErrorKind::Limit, u"It is an archive of more than 100,000 files."_s, {}};
    qint64 packed = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_archive, zip_uint64_t(i), 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
            continue;
        const qint64 size = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? qint64(stat.comp_size) : 0;
        if (size < 0 || size > bytes)
            return damaged();
        packed += size;
        const QString name = QString::fromUtf8(stat.name).replace(u'\\', u'/');
        if (m_members.contains(name) || isLink(m_archive, zip_uint64_t(i)))
            continue;
        m_names << name;
        m_members.insert(name, {zip_uint64_t(i), size, stat.encryption_method != ZIP_EM_NONE});
    }
    // Members that share their bytes unpack to more than any archive should.
    return packed > bytes + bytes / 20 ? Result<void>(damaged()) : Result<void>();
}

Result<QByteArray> ZipArchive::read(const QString &name)
{
    const auto member = m_members.constFind(name);
    if (member == m_members.constEnd())
        return Error{ErrorKind::Malformed,
                     u"Its part \"%1\" is missing. Copy or download it again."_s.arg(name.left(200)),
                     {}};
    if (member->encrypted)
        return Error{ErrorKind::Encrypted,
                     u"It is encrypted. Open it in its program and save it without a password."_s,
                     {}};
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(
        zip_fopen_index(m_archive, member->index, 0), &zip_fclose);
    if (file == nullptr)
        return damaged();
    QByteArray content;
    for (;;) {
        const qsizetype before = content.size();
        content.resize(before + chunkBytes);
        const zip_int64_t count = zip_fread(file.get(), content.data() + before, chunkBytes);
        if (count < 0)
            return damaged();
        content.truncate(before + qsizetype(count));
        m_unpacked += count;
        if (count == 0)
            return content;
        const qint64 out = content.size();
        if (m_limited && (out > maxMemberBytes || m_unpacked > maxArchiveBytes ||
                          (out > ratioFrom && out / maxRatio > member->packed)))
            return Error{
                ErrorKind::Limit,
                u"It unpacks to far more than its size, as only a file that is made to do harm does."_s,
                {}};
    }
}

} // namespace Lectern
