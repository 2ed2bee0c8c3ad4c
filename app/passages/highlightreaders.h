#pragma once

#include "base/result.h"
#include "passages/foreignhighlight.h"

#include <QByteArray>
#include <QJsonDocument>

namespace Lectern {

/// Reads the highlights of another program: Readwise CSV, Kindle's “My Clippings.txt”, the JSON that
/// Hypothesis' API gives, or a Readium AnnotationSet. The format is told by the content; `path` is named in
/// errors. Unsupported when it is none of these, Malformed when it is damaged.
Result<ForeignHighlights> readHighlights(const QByteArray &bytes, const QString &path);

/// The readers behind it, one a format.
Result<ForeignHighlights> readReadwise(const QString &csv, const QString &path);
Result<ForeignHighlights> readClippings(const QString &text, const QString &path);
Result<ForeignHighlights> readHypothesis(const QJsonDocument &document, const QString &path);
Result<ForeignHighlights> readAnnotationSet(const QJsonDocument &document, const QString &path);

/// An id that is always the same for the same program and words: UUID version 5 (RFC 4122).
QString foreignId(const QString &program, const QStringList &names);

/// The colour nearest to a name that other programs use; Yellow when it is unknown.
MarkColour foreignColour(const QString &name);

} // namespace Lectern
