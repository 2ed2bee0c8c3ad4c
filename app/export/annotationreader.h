#pragma once

#include "base/result.h"
#include "text/passage.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace Lectern {

/// Reads the passages of a JSON export of ours (annotationPage(), or the AnnotationSet of ReadiumExporter),
/// whole: what was written comes back equal. `path` is named in errors. An annotation of somebody else,
/// without our provenance, is malformed: it would be a guess where its words stand.
Result<std::vector<Passage>> readAnnotations(const QByteArray &bytes, const QString &path);

/// One annotation of ours; nothing when it does not say where its words stand, or when its words and offsets
/// disagree.
std::optional<Passage> passageOfAnnotation(const QJsonObject &annotation);

} // namespace Lectern
