#include "export/pdfexporter.h"

#include "export/documentmodule.h"
#include "export/exportdocument.h"

namespace Lectern {

namespace {

QDateTime newestChange(const std::vector<Passage> &passages)
{
    QDateTime newest;
    for (const Passage &passage : passages)
        for (const QDateTime &time : {passage.created, passage.modified})
            if (time.isValid() && (!newest.isValid() || time > newest))
                newest = time;
    return newest;
}

} // namespace

QByteArray PdfExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    const Result<const DocumentModule *> module = DocumentModule::load();
    if (!module)
        return {};
    ExportArticles articles(options);
    return (*module)->pdf(documentOf(passages, options, articles), newestChange(passages));
}

QString PdfExporter::preview(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    return plainTextOf(documentOf(passages, options, articles));
}

} // namespace Lectern
