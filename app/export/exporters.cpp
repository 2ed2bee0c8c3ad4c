#include "export/exporter.h"

#include "export/annotationexporter.h"
#include "export/bibtexexporter.h"
#include "export/clippingsexporter.h"
#include "export/csljsonexporter.h"
#include "export/csvexporter.h"
#include "export/documentmodule.h"
#include "export/docxexporter.h"
#include "export/evidenceexporter.h"
#include "export/exportarticles.h"
#include "export/htmlexporter.h"
#include "export/markdownexporter.h"
#include "export/odtexporter.h"
#include "export/pdfexporter.h"
#include "export/qdpxexporter.h"
#include "export/readiumexporter.h"
#include "export/readwiseexporter.h"
#include "export/risexporter.h"
#include "export/textexporter.h"
#include "export/wikipediaexporter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Lectern {

Result<void> Exporter::ready() const
{
    if (isText())
        return {};
    const Result<const DocumentModule *> module = DocumentModule::load();
    return module ? Result<void>() : Result<void>(module.error());
}

QString Exporter::preview(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    return isText() ? QString::fromUtf8(write(passages, options)) : QString();
}

QStringList Exporter::warnings(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    const bool needsArticles = abilities().showsContext && (options.context == ExportContext::Paragraph ||
                                                            options.context == ExportContext::Article);
    if (!needsArticles)
        return {};
    ExportArticles articles(options);
    qsizetype missing = 0;
    for (const Passage &passage : passages)
        missing += articles.find(passage) ? 0 : 1;
    if (missing == 0)
        return {};
    return {missing == 1
                ? QStringLiteral("The article of one passage has changed or is not there: it goes out "
                                 "with the sentences that were kept with it.")
                : QStringLiteral("The articles of %1 passages have changed or are not there: they go "
                                 "out with the sentences that were kept with them.")
                      .arg(missing)};
}

const std::vector<std::unique_ptr<Exporter>> &exporters()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Exporter>> list;
        list.push_back(std::make_unique<MarkdownExporter>());
        list.push_back(std::make_unique<HtmlExporter>());
        list.push_back(std::make_unique<TextExporter>());
        list.push_back(std::make_unique<CsvExporter>());
        list.push_back(std::make_unique<AnnotationExporter>());
        list.push_back(std::make_unique<ReadiumExporter>());
        list.push_back(std::make_unique<OdtExporter>());
        list.push_back(std::make_unique<DocxExporter>());
        list.push_back(std::make_unique<PdfExporter>());
        list.push_back(std::make_unique<BibtexExporter>(BibDialect::Bibtex));
        list.push_back(std::make_unique<BibtexExporter>(BibDialect::Biblatex));
        list.push_back(std::make_unique<RisExporter>());
        list.push_back(std::make_unique<CslJsonExporter>());
        list.push_back(std::make_unique<ReadwiseExporter>());
        list.push_back(std::make_unique<QdpxExporter>());
        list.push_back(std::make_unique<EvidenceExporter>());
        list.push_back(std::make_unique<ClippingsExporter>());
        list.push_back(std::make_unique<WikipediaExporter>());
        return list;
    }();
    return all;
}

const Exporter *exporterNamed(QStringView format)
{
    for (const std::unique_ptr<Exporter> &exporter : exporters())
        if (exporter->format() == format)
            return exporter.get();
    return nullptr;
}

Result<void> exportToFile(const Exporter &exporter, const std::vector<Passage> &passages, const QString &path,
                          const ExportOptions &options)
{
    if (const Result<void> ready = exporter.ready(); !ready)
        return ready;
    const QFileInfo target(path);
    if (target.isDir())
        return Error{ErrorKind::Usage, QStringLiteral("This is a folder. Name a file in it."), path};
    if (!target.absoluteDir().exists())
        return Error{ErrorKind::NotFound, QStringLiteral("The folder to export to is not there."),
                     target.absolutePath()};
    QSaveFile file(path);
    const QByteArray bytes = exporter.write(passages, options);
    // commit() of Qt 6.4 does not notice that the last bytes found no room; flush() does.
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
        !file.commit()) {
        Error error{ErrorKind::Disk,
                    QStringLiteral("The export could not be written, nothing was changed: %1.")
                        .arg(file.errorString()),
                    path};
        file.cancelWriting();
        return error;
    }
    return {};
}

} // namespace Lectern
