#include "fuzz/importprobe.h"

/// Reads bytes as an e-book, a zip archive.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Lectern::probeImport(QStringLiteral("epub"),
                         QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
