#pragma once

#include "import/sandbox.h"
#include "text/passage.h"

#include <QHash>

namespace Lectern {

/// The articles that passages were cut from, as their files are today: each file is read once. For one thread.
class SourceArticles final
{
public:
    /// Null when the file is not there or holds no such article any more.
    ArticlePtr find(const Passage &passage);

private:
    const ImportOutcome &read(const QString &path);

    Sandbox m_sandbox;
    QHash<QString, ImportOutcome> m_read; ///< by path
};

} // namespace Lectern
