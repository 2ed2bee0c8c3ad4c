#include "fuzz/importprobe.h"

/// Reads bytes as a page saved as MHTML.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Lectern::probeImport(QStringLiteral("mhtml"),
                         QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
