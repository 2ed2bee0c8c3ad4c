#include "app/search/randomsearch.h"
#include "app/search/segmentprobe.h"
#include "search/segmentbuilder.h"
#include "search/segmentfile.h"
#include "text/articlecodec.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/mman.h>
#include <unistd.h>

/// Opens bytes as the file of a segment and reads it in every way. The first byte of the input tells what the others
/// are: a whole file, or changes of eight bytes each to one of two files that are sound.

using namespace Lectern;

namespace {

QByteArray fileOfRandom(int articles)
{
    RandomSearch random(11);
    SegmentBuilder builder;
    while (builder.size() < articles) {
        ArticlePtr article = random.article(24);
        if (decodeArticle(encodeArticle(*article)))
            builder.add(std::move(article));
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("segment"));
    if (!SegmentFile::write(*builder.build(), path))
        qFatal("The file cannot be written.");
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The queries in four hands: each input is asked those of one, so that more inputs can be tried.
std::vector<std::vector<Query>> dealtQueries()
{
    std::vector<std::vector<Query>> hands(4);
    const std::vector<Query> all = probeQueries();
    for (size_t i = 0; i < all.size(); ++i)
        hands[i % hands.size()].push_back(all[i]);
    return hands;
}

/// A change: where (four bytes), how (one) and three bytes of a value.
void change(QByteArray *file, const uint8_t *how)
{
    const quint32 at = (quint32(how[0]) | quint32(how[1]) << 8 | quint32(how[2]) << 16 | quint32(how[3]) << 24) %
                       quint32(file->size());
    const auto put = [file, at](qsizetype count, quint64 value) {
        for (qsizetype i = 0; i < count && at + i < file->size(); ++i, value >>= 8)
            (*file)[at + i] = char(value);
    };
    const quint64 value = quint64(how[5]) | quint64(how[6]) << 8 | quint64(how[7]) << 16;
    switch (how[4] % 6) {
    case 0:
        return put(1, value);
    case 1:
        return put(1, quint64(quint8((*file)[at])) + value);
    case 2:
        return put(4, value);
    case 3:
        return put(4, 0xffffffff - value);
    case 4:
        return put(8, ~value);
    default:
        return put(3, value);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::vector<std::vector<Query>> queries = dealtQueries();
    static const QByteArray files[] = {fileOfRandom(24), fileOfRandom(1030)};
    static const int handle = memfd_create("segment", 0);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(handle);
    if (size == 0)
        return 0;
    QByteArray file;
    if (data[0] % 16 == 15) {
        file = QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    } else {
        file = files[data[0] % 8 == 7 ? 1 : 0];
        for (size_t at = 1; at + 8 <= size; at += 8)
            change(&file, data + at);
    }
    file = sealed(file);
    if (ftruncate(handle, 0) != 0 || pwrite(handle, file.constData(), size_t(file.size()), 0) != file.size())
        qFatal("The file cannot be written.");
    if (const Result<SegmentFile> opened = SegmentFile::open(path)) {
        static_cast<void>(opened->verify());
        probe(opened->segment(), queries[data[0] / 16 % queries.size()]);
    }
    return 0;
}
