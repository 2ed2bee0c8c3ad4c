#include "export/annotationexporter.h"

#include "export/annotation.h"
#include "export/exportarticles.h"

#include <QJsonDocument>

namespace Lectern {

QByteArray AnnotationExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    return QJsonDocument(annotationPage(passages, articles)).toJson(QJsonDocument::Indented);
}

} // namespace Lectern
