#include "export/exporter.h"

#include "export/annotationexporter.h"
#include "export/csvexporter.h"
#include "export/htmlexporter.h"
#include "export/markdownexporter.h"
#include "export/textexporter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Lectern {

const std::vector<std::unique_ptr<Exporter>> &exporters()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Exporter>> list;
        list.push_back(std::make_unique<MarkdownExporter>());
        list.push_back(std::make_unique<HtmlExporter>());
        list.push_back(std::make_unique<TextExporter>());
        list.push_back(std::make_unique<CsvExporter>());
        list.push_back(std::make_unique<AnnotationExporter>());
        return list;
    }();
    return all;
}

const Exporter *exporterNamed(QStringView format)
{
    for (const std::unique_ptr<Exporter> &exporter : exporters())
        if (exporter->format() == format)
            return exporter.get();
    return nullptr;
}

Result<void> exportToFile(const Exporter &exporter, const std::vector<Passage> &passages, const QString &path)
{
    const QFileInfo target(path);
    if (target.isDir())
        return Error{ErrorKind::Usage, QStringLiteral("This is a folder. Name a file in it."), path};
    if (!target.absoluteDir().exists())
        return Error{ErrorKind::NotFound, QStringLiteral("The folder to export to is not there."),
                     target.absolutePath()};
    QSaveFile file(path);
    const QByteArray bytes = exporter.write(passages);
    // commit() of Qt 6.4 does not notice that the last bytes found no room; flush() does.
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
        !file.commit()) {
        Error error{ErrorKind::Disk,
                    QStringLiteral("The export could not be written, nothing was changed: %1.")
                        .arg(file.errorString()),
                    path};
        file.cancelWriting();
        return error;
    }
    return {};
}

} // namespace Lectern
