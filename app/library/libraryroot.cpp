#include "library/libraryroot.h"

#include <QFileInfo>
#include <QHash>

namespace Lectern {

namespace {

/// Finds the root at or above a path; null when there is none.
LibraryRoot *rootAbove(QString path, std::vector<LibraryRoot> &roots, const QHash<QString, size_t> &places)
{
    for (;;) {
        if (const auto place = places.constFind(path); place != places.constEnd())
            return &roots[*place];
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        if (slash < 0 || path.size() == 1)
            return nullptr;
        path.truncate(std::max<qsizetype>(slash, 1));
    }
}

} // namespace

std::vector<LibraryRoot> rootsOf(const QStringList &paths, const Corpus &corpus,
                                 const std::vector<ImportFailure> &failures)
{
    std::vector<LibraryRoot> roots;
    QHash<QString, size_t> places;
    for (const QString &path : paths) {
        const QFileInfo there(path);
        places.insert(path, roots.size());
        roots.push_back({path, !there.isFile(), there.exists(), 0, 0});
    }
    for (DocNumber doc = 0; doc < corpus.docLimit(); ++doc) {
        if (!corpus.isLive(doc))
            continue;
        const QString path = corpus.place(doc).path;
        LibraryRoot *root = rootAbove(path, roots, places);
        if (!root)
            continue;
        ++root->articles;
        if (path == root->path) // the only thing that tells when it cannot be reached
            root->isFolder = false;
    }
    for (const ImportFailure &failure : failures)
        if (LibraryRoot *root = rootAbove(failure.error.path, roots, places))
            ++root->failures;
    return roots;
}

} // namespace Lectern
