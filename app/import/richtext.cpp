#include "import/richtext.h"

#include "import/articlemaking.h"
#include "import/datereading.h"
#include "import/headlinerule.h"
#include "import/metadatafields.h"
#include "import/metadatalines.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr size_t topParagraphs = 5;
constexpr size_t titlePlaces = 10; ///< paragraphs that may be the title
constexpr qsizetype titleUnits = 300;

using Role = RichParagraph::Role;

QString comparable(const QString &text)
{
    QString result;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            result += c.toLower();
    return result;
}

/// The paragraph of the first few for which `matches` holds; null when there is none.
template <typename Matches>
std::optional<size_t> amongFirst(const RichText &document, size_t count, const Matches &matches)
{
    for (size_t i = 0; i < std::min(count, document.paragraphs.size()); ++i)
        if (matches(document.paragraphs[i]))
            return i;
    return std::nullopt;
}

/// Makes the paragraph the title, which stands in front of the text.
void takeTitle(RichText &document, size_t paragraph, ArticleDraft &draft)
{
    const auto place = document.paragraphs.begin() + std::ptrdiff_t(paragraph);
    draft.title = place->text().simplified();
    if (paragraph > 0) {
        document.paragraphs.erase(place);
    } else {
        place->kind = BlockKind::Heading;
        place->level = 1;
    }
}

/// What the rule for plain texts says of the first paragraph.
bool startsWithHeadline(const RichText &document)
{
    if (document.paragraphs.size() < 2 || document.paragraphs.front().kind != BlockKind::Paragraph)
        return false;
    const QString first = document.paragraphs.front().text().simplified();
    HeadlineQuestion question{first, true, {}};
    for (size_t i = 1; i < document.paragraphs.size() && question.following.size() < 4; ++i)
        question.following << document.paragraphs[i].text().simplified();
    return headlineScore(question) >= headlineThreshold;
}

void findTitle(RichText &document, const QString &named, ArticleDraft &draft)
{
    const auto isTitle = [](const RichParagraph &paragraph) {
        return paragraph.role == Role::Title && paragraph.text().size() <= titleUnits;
    };
    if (const auto place = amongFirst(document, titlePlaces, isTitle))
        return takeTitle(document, *place, draft);
    if (isOwnTitle(named)) {
        const QString wanted = comparable(named);
        const auto isSame = [&](const RichParagraph &paragraph) {
            return comparable(paragraph.text()) == wanted;
        };
        if (const auto place = amongFirst(document, titlePlaces, isSame))
            return takeTitle(document, *place, draft);
        draft.title = named.simplified();
        return;
    }
    const bool isHeading = !document.paragraphs.empty() &&
                           document.paragraphs.front().kind == BlockKind::Heading &&
                           document.paragraphs.front().text().size() <= titleUnits;
    if (isHeading || startsWithHeadline(document))
        takeTitle(document, 0, draft);
}

void takeHeadLines(RichText &document, ArticleDraft &draft)
{
    for (size_t i = 0; i < std::min(topParagraphs, document.paragraphs.size()); ++i) {
        RichParagraph &paragraph = document.paragraphs[i];
        const QString text = paragraph.text().simplified();
        if (i == 0 && text == draft.title)
            continue;
        if (paragraph.kind != BlockKind::Paragraph && paragraph.kind != BlockKind::Heading)
            continue;
        if (paragraph.role == Role::Author && text.size() <= titleUnits)
            putField(draft, u"author"_s, {text});
        else if (paragraph.role == Role::Date && !readDate(text).isNull())
            putField(draft, u"date"_s, {text});
        else if (!readMetadataLine(text, draft))
            continue;
        paragraph.kind = BlockKind::Byline;
        paragraph.level = 0;
    }
}

void beginSpans(CanonicalTextBuilder &builder, const RunStyle &style)
{
    if (!style.link.isEmpty())
        builder.beginSpan(SpanKind::Link, style.link);
    if (style.strong)
        builder.beginSpan(SpanKind::Strong);
    if (style.emphasis)
        builder.beginSpan(SpanKind::Emphasis);
    if (style.code)
        builder.beginSpan(SpanKind::Code);
    if (style.strike)
        builder.beginSpan(SpanKind::Strike);
    if (style.superscript)
        builder.beginSpan(SpanKind::Superscript);
    if (style.subscript)
        builder.beginSpan(SpanKind::Subscript);
}

void endSpans(CanonicalTextBuilder &builder, const RunStyle &style)
{
    if (style.subscript)
        builder.endSpan(SpanKind::Subscript);
    if (style.superscript)
        builder.endSpan(SpanKind::Superscript);
    if (style.strike)
        builder.endSpan(SpanKind::Strike);
    if (style.code)
        builder.endSpan(SpanKind::Code);
    if (style.emphasis)
        builder.endSpan(SpanKind::Emphasis);
    if (style.strong)
        builder.endSpan(SpanKind::Strong);
    if (!style.link.isEmpty())
        builder.endSpan(SpanKind::Link);
}

void writeRuns(CanonicalTextBuilder &builder, const RichParagraph &paragraph)
{
    for (const StyledRun &run : paragraph.runs) {
        beginSpans(builder, run.style);
        builder.append(run.text);
        endSpans(builder, run.style);
    }
}

void writeParagraphs(CanonicalTextBuilder &builder, const std::vector<RichParagraph> &paragraphs)
{
    bool inPre = false;
    for (const RichParagraph &paragraph : paragraphs) {
        // Programs write a paragraph for each line of a listing.
        const bool isPre = paragraph.kind == BlockKind::Pre;
        if (isPre && inPre)
            builder.lineBreak();
        else if (paragraph.kind == BlockKind::Rule)
            builder.addObject(BlockKind::Rule);
        else
            builder.beginBlock(paragraph.kind, paragraph.level);
        inPre = isPre;
        if (paragraph.kind != BlockKind::Rule)
            writeRuns(builder, paragraph);
    }
    builder.endBlock();
}

} // namespace

void RichParagraph::append(const QString &text, const RunStyle &style)
{
    if (text.isEmpty())
        return;
    if (!runs.empty() && runs.back().style == style)
        runs.back().text += text;
    else
        runs.push_back({text, style});
}

QString RichParagraph::text() const
{
    QString result;
    for (const StyledRun &run : runs)
        result += run.text;
    return result;
}

bool isOwnTitle(const QString &title)
{
    static const QRegularExpression byProgram(
        u"^(?:microsoft (?:word|powerpoint|excel)\\b.*|untitled.*|unbenannt.*|(?:document|dokument|title|"
        u"template|normal|slide|print|pdf|scan)\\s*\\d*|.*\\.(?:docx?|dotx?|odt|ott|rtf|pdf|wpd|indd|qxd|qxp|"
        u"tex|"
        u"dvi|ps|html?|txt|pub|pages|pptx?|xlsx?|p65|pmd|cdr)|[a-z]:[\\\\/].*|file:.*|\\(?(?:anonymous|"
        u"unknown|none|null)\\)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString plain = title.simplified();
    return plain.size() <= titleUnits &&
           std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isLetter(); }) &&
           !byProgram.match(plain).hasMatch();
}

bool isPersonName(const QString &name)
{
    static const QRegularExpression shape(u"^[\\p{L}\\p{M}.,'’\\- ]{4,60}$"_s);
    static const QRegularExpression program(
        u"\\b(?:user|utilisateur|benutzer|admin\\w*|microsoft|apache|openoffice|libreoffice|office|word|"
        u"python|"
        u"docx|poi|acrobat|adobe|author|owner|scanner|template|unknown|anonymous|company|customer|preferred)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString plain = name.simplified();
    return plain.contains(u' ') && shape.match(plain).hasMatch() && !program.match(plain).hasMatch();
}

CanonicalText writeRichText(RichText document, const DocumentProperties &properties, ArticleDraft &draft)
{
    std::erase_if(document.paragraphs, [](const RichParagraph &paragraph) {
        return paragraph.kind != BlockKind::Rule && paragraph.kind != BlockKind::Pre &&
               paragraph.text().trimmed().isEmpty();
    });
    findTitle(document, properties.title, draft);
    takeHeadLines(document, draft);
    QStringList persons;
    for (const QString &creator : properties.creators)
        if (isPersonName(creator))
            persons << creator.simplified();
        else
            putField(draft, u"file creator"_s, {creator});
    putField(draft, u"author"_s, persons);
    if (draft.modified.isNull())
        draft.modified = properties.modified;
    putField(draft, u"language"_s, {properties.language});
    putField(draft, u"tags"_s, properties.keywords);
    if (!properties.description.isEmpty())
        draft.extra.insert(u"description"_s, properties.description.left(10'000));

    CanonicalTextBuilder builder;
    writeParagraphs(builder, document.paragraphs);
    writeParagraphs(builder, document.notes);
    return builder.take();
}

} // namespace Lectern
