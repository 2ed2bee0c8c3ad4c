#include "fuzz/importprobe.h"

/// Reads bytes as a Word document, a zip archive.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Lectern::probeImport(QStringLiteral("docx"),
                         QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
