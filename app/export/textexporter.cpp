#include "export/textexporter.h"

#include "export/exportdocument.h"

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QString written(const DocumentBlock &block)
{
    QString words;
    for (const DocumentRun &run : block.runs)
        words += run.style == DocumentStyle::Kept ? u'⟦' + run.text + u'⟧' : run.text;
    return words;
}

QString written(const DocumentEntry &entry)
{
    QString text;
    bool recordBegun = false;
    for (const DocumentBlock &block : entry.blocks) {
        switch (block.role) {
        case DocumentRole::Quote:
            text +=
                (entry.number > 0 ? u"[%1] "_s.arg(entry.number) : QString()) + written(block) + u"\n\n"_s;
            break;
        case DocumentRole::Citation:
            text += u"— "_s + written(block) + u'\n';
            break;
        case DocumentRole::Note:
        case DocumentRole::Tags:
            text += block.label + u": "_s + written(block) + u'\n';
            break;
        case DocumentRole::Record:
            text += std::exchange(recordBegun, true) ? QString() : u"\n"_s;
            text += block.label + u": "_s + written(block) + u'\n';
            break;
        default:
            text += written(block) + u"\n\n"_s;
        }
    }
    return text;
}

} // namespace

QByteArray TextExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    QStringList entries;
    for (const DocumentEntry &entry : documentOf(passages, options, articles))
        entries += written(entry);
    return entries.join(u'\n' + QString(72, u'-') + u"\n\n"_s).toUtf8();
}

} // namespace Lectern
