#include "export/readwiseexporter.h"

#include "export/csvtext.h"

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// Tags are words there: what parts words becomes a hyphen.
QString noteOf(const Passage &passage)
{
    QStringList tags;
    for (const QString &tag : passage.tags)
        tags += u'.' + tag.simplified().replace(u' ', u'-');
    QStringList parts{tags.join(u' '), passage.note};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace

QByteArray ReadwiseExporter::write(const std::vector<Passage> &passages, const ExportOptions &) const
{
    QString csv =
        csvRow({u"Highlight"_s, u"Title"_s, u"Author"_s, u"URL"_s, u"Note"_s, u"Location"_s, u"Date"_s});
    for (const Passage &passage : passages)
        csv += csvRow({passage.shownQuote(), citedTitle(passage), passage.authors.join(u", "_s), passage.url,
                       noteOf(passage), QString::number(passage.codePoints.start),
                       passage.created.toUTC().toString(Qt::ISODate)});
    return csv.toUtf8();
}

} // namespace Lectern
