#include "export/documentmodule.h"

#include <QCoreApplication>
#include <QLibrary>

namespace Lectern {

namespace {

using Entry = const DocumentModule *(*)();

Result<const DocumentModule *> loaded()
{
    QString reason;
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString &folder : {beside, beside + QStringLiteral("/../" LECTERN_LIBRARY_FOLDER)}) {
        QLibrary library(folder + QStringLiteral("/lectern-documents.so"));
        if (const auto entry = reinterpret_cast<Entry>(library.resolve("lecternDocuments")))
            return entry();
        if (reason.isEmpty())
            reason = library.errorString();
    }
    return Error{
        ErrorKind::Unsupported,
        QStringLiteral("The part of Lectern that makes documents could not be loaded. Installing Lectern "
                       "again may help. (%1)")
            .arg(reason),
        {}};
}

} // namespace

Result<const DocumentModule *> DocumentModule::load()
{
    static const Result<const DocumentModule *> module = loaded();
    return module;
}

} // namespace Lectern
