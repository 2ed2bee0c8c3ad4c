#pragma once

#include "export/exportarticles.h"

namespace Lectern {

/// A text that goes into a project, and the passages that point into it.
struct QdaSource
{
    QString guid;
    QString name;
    QString text;
    bool isExcerpt = false; ///< not the article, only what a passage keeps of it
    struct Selection
    {
        const Passage *passage = nullptr;
        std::vector<TextRange> pieces; ///< code points of `text`
    };
    std::vector<Selection> selections;
};

/// The sources of an export; they point into `passages`.
std::vector<QdaSource> qdaSources(const std::vector<Passage> &passages, ExportArticles &articles);

/// project.qde, indented.
QByteArray qdaProject(const std::vector<QdaSource> &sources);

} // namespace Lectern
