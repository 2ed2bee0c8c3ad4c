#pragma once

#include "text/passage.h"

#include <QJsonObject>

#include <vector>

namespace Lectern {

/// A passage as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) without its @context: the
/// record that every export carries and can be checked by. Offsets are code points. What the model has no
/// word for stands under `lectern:`: the hashes of the file and of the canonical text, the rules that made
/// it, the paragraph, and what was known of the article.
QJsonObject annotation(const Passage &passage);

/// The value of @context that goes with it.
QJsonValue annotationContext();

/// All passages as an AnnotationPage. Its id is made of theirs, so that the same passages make the same page.
QJsonObject annotationPage(const std::vector<Passage> &passages);

} // namespace Lectern
