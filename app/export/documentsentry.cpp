#include "export/documentmodule.h"
#include "export/pdfpages.h"
#include "export/zipwriting.h"

namespace {

QByteArray pdf(const std::vector<Lectern::DocumentEntry> &document, const QDateTime &date)
{
    Lectern::PdfPages pages(date);
    for (const Lectern::DocumentEntry &entry : document)
        pages.add(entry);
    return pages.finished();
}

} // namespace

/// The one door of the module.
extern "C" Q_DECL_EXPORT const Lectern::DocumentModule *lecternDocuments()
{
    static const Lectern::DocumentModule module{Lectern::writtenZip, Lectern::memberInZip, pdf};
    return &module;
}
