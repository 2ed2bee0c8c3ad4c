#include "export/textexporter.h"

#include "export/provenance.h"

namespace Lectern {

using namespace Qt::StringLiterals;

QByteArray TextExporter::write(const std::vector<Passage> &passages) const
{
    QStringList entries;
    for (const Passage &passage : passages) {
        QString entry = passage.quote + u"\n\n"_s;
        if (const QString cited = citation(passage); !cited.isEmpty())
            entry += u"— "_s + cited + u'\n';
        if (!passage.note.isEmpty())
            entry += u"Note: "_s + passage.note + u'\n';
        if (!passage.tags.isEmpty())
            entry += u"Tags: "_s + passage.tags.join(u", "_s) + u'\n';
        entry += u'\n';
        for (const auto &[label, value] : provenanceLines(passage))
            entry += label + u": "_s + value + u'\n';
        entries += entry;
    }
    return entries.join(u'\n' + QString(72, u'-') + u"\n\n"_s).toUtf8();
}

} // namespace Lectern
