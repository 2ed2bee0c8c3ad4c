#pragma once

#include "export/exportoptions.h"
#include "export/templatekind.h"

#include <QByteArray>

#include <vector>

namespace Lectern {

/// What is wrong with a Mustache template, as a sentence; empty when nothing is.
QString templateMistake(const QString &text);

/// The template filled with passages (see TemplateExporter for the names), in UTF-8. It must be one without
/// mistakes, partials and other delimiters.
QByteArray filledTemplate(const QString &text, TemplateKind kind, const std::vector<Passage> &passages,
                          const ExportOptions &options);

} // namespace Lectern
