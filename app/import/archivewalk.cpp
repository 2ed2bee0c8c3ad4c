#include "import/archivewalk.h"

#include "import/importing.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxMembers = 100'000;
constexpr qint64 maxUnpacked = qint64(4) << 30;
constexpr qint64 freeBytes = qint64(16) << 20; ///< that may come out of whatever size
constexpr qint64 maxRatio = 200;

struct Kind
{
    qsizetype offset;
    QByteArrayView bytes;
    const char16_t *name;
};

constexpr std::array<Kind, 7> kinds{{
    {0, QByteArrayView("\x1F\x8B", 2), u"a gzip archive"},
    {0, QByteArrayView("BZh", 3), u"a bzip2 archive"},
    {0,
     QByteArrayView("\xFD"
                    "7zXZ\0",
                    6),
     u"an xz archive"},
    {0, QByteArrayView("\x28\xB5\x2F\xFD", 4), u"a Zstandard archive"},
    {0, QByteArrayView("7z\xBC\xAF\x27\x1C", 6), u"a 7-Zip archive"},
    {257, QByteArrayView("ustar", 5), u"a tar archive"},
    {0, QByteArrayView("\x1F\x9D", 2), u"a compressed file (.Z)"},
}};

} // namespace

QString packedKind(QByteArrayView bytes)
{
    for (const Kind &kind : kinds)
        if (bytes.size() >= kind.offset + kind.bytes.size() &&
            bytes.sliced(kind.offset).startsWith(kind.bytes))
            return QString::fromUtf16(kind.name);
    return {};
}

void ArchiveWalk::Close::operator()(archive *walked) const
{
    archive_read_free(walked);
}

ArchiveWalk::ArchiveWalk(const QByteArray &bytes, const ImportLimits &limits)
    : m_archive(archive_read_new())
    , m_packed(bytes.size())
    , m_memberLimit(limits.fileBytes)
{
    archive *walked = m_archive.get();
    // No filter and no format that would call another program, and none that is seldom and old.
    archive_read_support_filter_gzip(walked);
    archive_read_support_filter_bzip2(walked);
    archive_read_support_filter_xz(walked);
    archive_read_support_filter_lzma(walked);
    archive_read_support_filter_zstd(walked);
    archive_read_support_filter_compress(walked);
    archive_read_support_format_zip(walked);
    archive_read_support_format_tar(walked);
    archive_read_support_format_7zip(walked);
    archive_read_support_format_cpio(walked);
    archive_read_support_format_raw(walked);
    m_isOpen = archive_read_open_memory(walked, bytes.constData(), size_t(bytes.size())) == ARCHIVE_OK;
}

ArchiveWalk::~ArchiveWalk() = default;

Error ArchiveWalk::error(const QString &message) const
{
    const char *words = archive_error_string(m_archive.get());
    const QString reason = words ? QString::fromUtf8(words).simplified() : QString();
    return {ErrorKind::Malformed,
            reason.isEmpty() ? message : u"%1 (%2)"_s.arg(message.chopped(1), reason) + u'.',
            {}};
}

Result<bool> ArchiveWalk::next(Member *member)
{
    if (!m_isOpen)
        return error(u"The archive cannot be read."_s);
    archive_entry *entry = nullptr;
    const int code = archive_read_next_header(m_archive.get(), &entry);
    if (code == ARCHIVE_EOF)
        return false;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        return error(u"The archive is damaged."_s);
    if (++m_members > maxMembers && m_memberLimit > 0)
        return Error{ErrorKind::Limit, u"The archive has more than 100,000 members."_s, {}};
    const bool isRaw = archive_format(m_archive.get()) == ARCHIVE_FORMAT_RAW;
    if (isRaw && archive_filter_code(m_archive.get(), 0) == ARCHIVE_FILTER_NONE)
        return Error{ErrorKind::Malformed, u"The archive is damaged: it does not go on as it begins."_s, {}};
    const char *utf8 = archive_entry_pathname_utf8(entry);
    const char *bytes = utf8 ? utf8 : archive_entry_pathname(entry);
    member->name = isRaw || !bytes ? QString() : QString::fromUtf8(bytes);
    member->isFile = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr &&
                     (isRaw || !member->name.isEmpty());
    member->isEncrypted = m_isEncrypted = archive_entry_is_data_encrypted(entry) != 0;
    return true;
}

Result<QByteArray> ArchiveWalk::read()
{
    if (m_isEncrypted)
        return Error{ErrorKind::Encrypted,
                     u"It is encrypted. Unpack it with its password, and open what comes out."_s,
                     {}};
    const qint64 ofArchive =
        m_memberLimit > 0 ? std::min(maxUnpacked, std::max(freeBytes, m_packed * maxRatio)) : maxUnpacked;
    QByteArray content;
    std::array<char, 64 * 1024> piece;
    for (;;) {
        const la_ssize_t size = archive_read_data(m_archive.get(), piece.data(), piece.size());
        if (size == 0)
            return content;
        if (size < 0)
            return error(u"It is damaged inside the archive."_s);
        content.append(piece.data(), qsizetype(size));
        m_unpacked += size;
        if (m_memberLimit > 0 && content.size() > m_memberLimit)
            return Error{
                ErrorKind::Limit, u"Unpacked it is larger than %L1 MiB."_s.arg(m_memberLimit >> 20), {}};
        if (m_unpacked > ofArchive)
            return Error{ErrorKind::Limit,
                         u"The archive becomes %L1 times as large as it is, or more."_s.arg(maxRatio),
                         {}};
    }
}

} // namespace Lectern
