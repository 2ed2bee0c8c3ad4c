#pragma once

#include "text/passage.h"

#include <QJsonObject>

#include <vector>

namespace Lectern {

class ExportArticles;

/// A passage as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) without its @context: the
/// record that every export carries and can be checked by. Positions are code points of the canonical text.
/// A passage of several pieces has several targets, one a piece, because selectors of one target mean the
/// same words. The fragment is RFC 5147's and, where the article is at hand (`md5`, see ExportArticles), says
/// which text it counts in. What the model has no word for stands under `lectern:`: the hashes of the file
/// and of the canonical text, the rules that made it, the paragraph, and what was known of the article.
QJsonObject annotation(const Passage &passage, const QByteArray &md5 = QByteArray());

/// The value of @context that goes with it.
QJsonValue annotationContext();

/// What is known of the article and of where the words stand in it, under `lectern:` names.
QJsonObject annotationProvenance(const Passage &passage);

/// All passages as an AnnotationPage. Its id is made of theirs, so that the same passages make the same page.
QJsonObject annotationPage(const std::vector<Passage> &passages);
QJsonObject annotationPage(const std::vector<Passage> &passages, ExportArticles &articles);

/// "urn:uuid:..." made of the ids of the passages and of what the urn is for.
QString pageUrn(const std::vector<Passage> &passages, const QString &purpose);

} // namespace Lectern
