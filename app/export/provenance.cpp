#include "export/provenance.h"

namespace Lectern {

using namespace Qt::StringLiterals;

std::vector<std::pair<QString, QString>> provenanceLines(const Passage &passage)
{
    std::vector<std::pair<QString, QString>> lines;
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines.emplace_back(label, value);
    };
    const auto span = [](TextRange range) { return u"%1 to %2"_s.arg(range.start).arg(range.end); };

    add(passage.titleDerived ? u"Title (derived)"_s : u"Title"_s, passage.title);
    add(u"Author"_s, passage.authors.join(u"; "_s));
    add(u"Outlet"_s, passage.outlet);
    add(u"Published"_s, passage.published.toIso());
    add(u"Address"_s, passage.url);
    add(u"File"_s, passage.source.path);
    add(u"Part"_s, passage.source.part);
    add(u"SHA-256 of the file"_s, QString::fromLatin1(passage.source.sha256));
    add(u"SHA-256 of the text"_s, QString::fromLatin1(passage.textSha256));
    add(passage.source.encodingGuessed ? u"Encoding (guessed)"_s : u"Encoding"_s, passage.source.encoding);
    const QString paragraph =
        passage.paragraph > 0 ? u"paragraph %1, %2; "_s.arg(passage.paragraph).arg(span(passage.inParagraph))
                              : QString();
    add(u"Place"_s,
        paragraph + u"in the whole text %1 (code points, canonical rules %2)"_s.arg(span(passage.codePoints))
                        .arg(passage.canonVersion));
    add(u"Kept"_s, passage.created.toUTC().toString(Qt::ISODate));
    return lines;
}

} // namespace Lectern
