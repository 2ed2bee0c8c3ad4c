#include "export/wikipediaexporter.h"

#include "export/wikitext.h"

namespace Lectern {

QByteArray WikipediaExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    QString text;
    for (const Passage &passage : passages)
        text += QStringLiteral("* ") + citeNews(passage, options.accessed, WikiQuote::Included) +
                QLatin1Char('\n');
    return text.toUtf8();
}

} // namespace Lectern
