#include "import/opmlimporter.h"

#include "import/articlemaking.h"
#include "import/feedreader.h"
#include "import/metadatafields.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxLevel = 32;

/// The outline as nested list items: a name, then its address as a link.
void addOutline(const QXmlStreamAttributes &attributes, int level, CanonicalTextBuilder &builder)
{
    const auto first = [&attributes](std::initializer_list<const char *> names) {
        for (const char *name : names)
            if (const QString value = attributes.value(QLatin1String(name)).toString().simplified();
                !value.isEmpty())
                return value;
        return QString();
    };
    const QString address = webUrl(first({"htmlUrl", "xmlUrl", "url"}));
    const QString name = first({"text", "title"});
    if (name.isEmpty() && address.isEmpty())
        return;
    builder.beginBlock(BlockKind::ListItem, std::min(level, maxLevel));
    if (!address.isEmpty())
        builder.beginSpan(SpanKind::Link, address);
    builder.append(name.isEmpty() ? address : name);
    builder.endBlock();
}

} // namespace

QString OpmlImporter::format() const
{
    return u"opml"_s;
}

int OpmlImporter::sniff(const RawFile &file) const
{
    return xmlRootName(file.bytes) == u"opml" ? 98 : 0;
}

ImportOutcome OpmlImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    ArticleDraft draft = draftFor(file, format());
    CanonicalTextBuilder builder;
    QXmlStreamReader xml(file.bytes);
    xml.setEntityExpansionLimit(4096);
    int level = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const bool isOutline = xml.name() == u"outline";
        if (token == QXmlStreamReader::StartElement && isOutline)
            addOutline(xml.attributes(), ++level, builder);
        else if (token == QXmlStreamReader::EndElement && isOutline)
            --level;
        else if (token == QXmlStreamReader::StartElement && level == 0 && xml.name() == u"title")
            draft.title = xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        else if (token == QXmlStreamReader::StartElement && level == 0 && xml.name() == u"ownerName")
            putField(draft, u"author"_s, {xml.readElementText(QXmlStreamReader::IncludeChildElements)});
    }
    if (xml.hasError())
        draft.warnings +=
            u"The list ends early: %1 (line %2)."_s.arg(xml.errorString()).arg(xml.lineNumber());
    if (draft.title.isEmpty())
        draft.title = u"List of feeds"_s;
    if (builder.isEmpty())
        outcome.failures.push_back(failure(file, ErrorKind::Empty, u"There are no feeds in this list."_s));
    else
        addArticle(outcome, std::move(draft), builder.take(), options);
    return outcome;
}

} // namespace Lectern
