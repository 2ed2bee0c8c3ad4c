#include "export/documentblock.h"

#include <QStringList>

namespace Lectern {

using namespace Qt::StringLiterals;

QString DocumentBlock::text() const
{
    QString text;
    for (const DocumentRun &run : runs)
        text += run.text;
    return text;
}

std::vector<std::vector<DocumentRun>> DocumentBlock::lines() const
{
    std::vector<std::vector<DocumentRun>> lines(1);
    for (const DocumentRun &run : runs) {
        const QStringList pieces = run.text.split(u'\n');
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            if (i > 0)
                lines.emplace_back();
            if (!pieces.at(i).isEmpty())
                lines.back().push_back({pieces.at(i), run.style, run.colour});
        }
    }
    return lines;
}

QString markFill(MarkColour colour)
{
    static const QStringList fills{u"fff0a8"_s, u"cdeec4"_s, u"cfe4fb"_s,
                                   u"fbd5e5"_s, u"fedcb8"_s, u"e2d8fa"_s};
    return fills.value(int(colour));
}

bool isRightToLeft(const DocumentBlock &block)
{
    return block.text().isRightToLeft();
}

} // namespace Lectern
