#include "import/plaintextimporter.h"

#include "import/articlemaking.h"
#include "import/bylines.h"
#include "import/headerblock.h"
#include "import/headlinerule.h"
#include "import/metadatafields.h"
#include "import/metadatalines.h"
#include "import/paragraphs.h"
#include "import/textdecoding.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr size_t topBlocks = 5;
constexpr size_t endBlocks = 3;

QString withPlainBreaks(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'\r') {
            result += u'\n';
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
        } else if (c == u'\f' || c == 0x2029) {
            result += u"\n\n";
        } else {
            result += c == u'\v' || c == 0x0085 || c == 0x2028 ? QChar(u'\n') : QChar(c);
        }
    }
    return result;
}

/// What stands between the start and the end marker of Project Gutenberg; all of the text when it has none.
QStringView withoutGutenbergFrame(QStringView text)
{
    static const QRegularExpression start(u"^\\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG .*$"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression end(u"^\\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG "_s,
                                        QRegularExpression::MultilineOption);
    const auto first = start.match(text);
    if (!first.hasMatch())
        return text;
    const auto last = end.match(text, first.capturedEnd());
    const qsizetype stop = last.hasMatch() ? last.capturedStart() : text.size();
    return text.sliced(first.capturedEnd(), stop - first.capturedEnd());
}

/// Title, author and language as the frame of Project Gutenberg names them.
void readGutenbergFields(QStringView frame, ArticleDraft &draft)
{
    static const QRegularExpression field(u"^(Title|Author): (.+)$"_s, QRegularExpression::MultilineOption);
    for (auto matches = field.globalMatch(frame); matches.hasNext();) {
        const auto match = matches.next();
        putField(draft, match.captured(1), {match.captured(2)});
    }
}

/// Makes the first block the title when it is a headline, or repeats the title that a header names.
void takeHeadline(std::vector<TextBlock> &blocks, ArticleDraft &draft)
{
    if (blocks.empty())
        return;
    TextBlock &first = blocks.front();
    const auto becomesTitle = [&first, &draft] {
        draft.title = first.text;
        first = {BlockKind::Heading, 1, first.text, first.blankAfter};
    };
    if (!draft.title.isEmpty()) {
        if (first.text.simplified() == draft.title)
            becomesTitle();
        return;
    }
    if (first.kind == BlockKind::Heading)
        becomesTitle();
    if (first.kind != BlockKind::Paragraph)
        return;
    HeadlineQuestion question{first.text, first.blankAfter, {}};
    // The lines under a headline that name author and day are not what it is measured by.
    ArticleDraft ignored;
    for (size_t i = 1; i < blocks.size() && question.following.size() < 4; ++i)
        if (!blocks[i].text.isEmpty() && (i > 3 || !readMetadataLine(blocks[i].text, ignored)))
            question.following << blocks[i].text;
    if (headlineScore(question) >= headlineThreshold)
        becomesTitle();
}

void takeMetadataLines(std::vector<TextBlock> &blocks, ArticleDraft &draft)
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        TextBlock &block = blocks[i];
        const bool outside = i < topBlocks || i + endBlocks >= blocks.size();
        const bool isTitle = i == 0 && block.text == draft.title;
        const bool isLine = block.kind == BlockKind::Paragraph || block.kind == BlockKind::Heading;
        if (outside && !isTitle && isLine && readMetadataLine(block.text, draft))
            block = {BlockKind::Byline, 0, block.text, block.blankAfter};
    }
    for (size_t i = 0; i < std::min(blocks.size(), topBlocks) && draft.outlet.isEmpty(); ++i)
        draft.outlet = datelineAgency(blocks[i].text);
}

} // namespace

CanonicalText readPlainText(const QString &text, ArticleDraft &draft)
{
    const QString plain = withPlainBreaks(text);
    QStringView body = withoutGutenbergFrame(plain);
    if (body.size() < plain.size())
        readGutenbergFields(QStringView(plain).first(body.data() - plain.constData()), draft);
    body = body.sliced(takeHeader(body, draft));

    std::vector<TextBlock> blocks = textBlocks(body);
    takeHeadline(blocks, draft);
    takeMetadataLines(blocks, draft);

    CanonicalTextBuilder builder;
    for (const TextBlock &block : blocks) {
        if (block.kind == BlockKind::Rule)
            builder.addObject(BlockKind::Rule);
        else
            builder.addBlock(block.kind, block.text, block.level);
    }
    return builder.take();
}

QString PlainTextImporter::format() const
{
    return u"text"_s;
}

int PlainTextImporter::sniff(const RawFile &file) const
{
    if (isBinary(file.bytes))
        return 0;
    return file.path.endsWith(u".txt", Qt::CaseInsensitive) ||
                   file.path.endsWith(u".text", Qt::CaseInsensitive)
               ? 70
               : 50;
}

ImportOutcome PlainTextImporter::read(const RawFile &file, const ImportOptions &options) const
{
    const DecodedText decoded = decodeText(file.bytes);
    ArticleDraft draft = draftFor(file, format());
    draft.source.encoding = decoded.encoding;
    draft.source.encodingGuessed = decoded.guessed;
    draft.warnings = decoded.warnings;
    CanonicalText text = readPlainText(decoded.text, draft);
    ImportOutcome outcome;
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
