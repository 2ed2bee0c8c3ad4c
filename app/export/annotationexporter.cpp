#include "export/annotationexporter.h"

#include "export/annotation.h"

#include <QJsonDocument>

namespace Lectern {

QByteArray AnnotationExporter::write(const std::vector<Passage> &passages) const
{
    return QJsonDocument(annotationPage(passages)).toJson(QJsonDocument::Indented);
}

} // namespace Lectern
