#include "export/qdpxexporter.h"

#include "export/annotation.h"
#include "export/qdaproject.h"
#include "export/zipfile.h"

#include <QJsonDocument>

#include <algorithm>

namespace Lectern {

using namespace Qt::StringLiterals;

QByteArray QdpxExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    const std::vector<QdaSource> sources = qdaSources(passages, articles);
    std::vector<ZipMember> members{{u"project.qde"_s, qdaProject(sources)}};
    for (const QdaSource &source : sources)
        members.push_back({u"Sources/"_s + source.guid + u".txt"_s, source.text.toUtf8()});
    members.push_back({u"lectern.json"_s, QJsonDocument(annotationPage(passages, articles)).toJson()});
    return zipped(members);
}

QString QdpxExporter::preview(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    return QString::fromUtf8(qdaProject(qdaSources(passages, articles)));
}

QStringList QdpxExporter::warnings(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    const auto excerpts =
        std::count_if(passages.begin(), passages.end(),
                      [&articles](const Passage &passage) { return articles.find(passage) == nullptr; });
    if (excerpts == 0)
        return {};
    if (excerpts == 1)
        return {
            u"The article of one passage has changed or is not there: only the words around it are packed."_s};
    return {
        u"The articles of %1 passages have changed or are not there: only the words around them are packed."_s
            .arg(excerpts)};
}

} // namespace Lectern
