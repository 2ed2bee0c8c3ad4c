#pragma once

#include <QByteArrayView>

namespace Lectern {

/// What a zip archive is, by the names inside.
enum class ZipKind : quint8 {
    None, ///< not a zip archive
    Docx,
    Odt,
    Epub,
    OtherOpenDocument, ///< a sheet, slides, a drawing
    Xlsx,
    Pptx,
    Other
};

/// Looks at the first bytes and at the directory at the end, at most 8 MiB of it; a damaged archive is still
/// told by what is left of it.
ZipKind zipKind(QByteArrayView bytes);

} // namespace Lectern
