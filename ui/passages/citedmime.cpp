#include "passages/citedmime.h"

#include "export/exporter.h"

#include <QMimeData>

namespace Lectern {

std::unique_ptr<QMimeData> citedMime(const std::vector<Passage> &passages, CitationStyle style)
{
    QStringList texts;
    QStringList htmls;
    for (const Passage &passage : passages) {
        const CitedQuote cited = citedQuote(passage, style);
        texts += cited.text;
        htmls += cited.html;
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(texts.join(QStringLiteral("\n\n")));
    data->setHtml(htmls.join(QLatin1Char('\n')));
    return data;
}

} // namespace Lectern
