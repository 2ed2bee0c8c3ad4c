#include "export/exportdocument.h"

#include "export/passagecontext.h"
#include "export/provenance.h"

#include <algorithm>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

DocumentBlock plainBlock(DocumentRole role, const QString &label, const QString &text)
{
    return {role, label, {{text}}, 0};
}

DocumentBlock quoteBlock(const Passage &passage, ExportContext context, ExportArticles &articles)
{
    DocumentBlock block{DocumentRole::Quote, {}, {}, 0};
    // Without anything around them the words of the passage need no mark.
    const DocumentStyle kept = context == ExportContext::None ? DocumentStyle::Plain : DocumentStyle::Kept;
    for (const ContextRun &run : passageInContext(passage, context, articles)) {
        const DocumentStyle style = run.kind == RunKind::Kept      ? kept
                                    : run.kind == RunKind::LeftOut ? DocumentStyle::LeftOut
                                                                   : DocumentStyle::Plain;
        block.runs.push_back({run.text, style, passage.colour});
    }
    return block;
}

DocumentBlock citationBlock(const Passage &passage, const ExportOptions &options)
{
    DocumentBlock block{DocumentRole::Citation, {}, {}, 0};
    for (const CitationPart &part : citationParts(passage, options.style, options.accessed)) {
        const DocumentStyle style = part.isAddress  ? DocumentStyle::Address
                                    : part.isItalic ? DocumentStyle::Italic
                                                    : DocumentStyle::Plain;
        block.runs.push_back({part.text, style, MarkColour::Yellow});
    }
    return block;
}

DocumentEntry passageEntry(const Passage &passage, int number, ExportContext context,
                           const ExportOptions &options, ExportArticles &articles)
{
    DocumentEntry entry{&passage, number, passage.language, {}};
    entry.blocks.push_back(quoteBlock(passage, context, articles));
    if (DocumentBlock cited = citationBlock(passage, options); !cited.runs.empty())
        entry.blocks.push_back(std::move(cited));
    if (!passage.note.isEmpty())
        entry.blocks.push_back(plainBlock(DocumentRole::Note, u"Note"_s, passage.note));
    if (!passage.tags.isEmpty())
        entry.blocks.push_back(plainBlock(DocumentRole::Tags, u"Tags"_s, passage.tags.join(u", "_s)));
    if (options.withRecord)
        for (const auto &[label, value] : provenanceLines(passage))
            entry.blocks.push_back(plainBlock(DocumentRole::Record, label, value));
    return entry;
}

/// The role that a block of an article plays in the document.
DocumentRole roleOf(const Block &block, bool isTitle)
{
    if (isTitle)
        return DocumentRole::Title;
    return block.kind == BlockKind::Heading ? DocumentRole::Heading : DocumentRole::Paragraph;
}

DocumentEntry articleEntry(const MarkedArticle &marked, const std::vector<Passage> &passages)
{
    DocumentEntry entry{nullptr, 0, marked.article->language(), {}};
    const QChar object(u'\ufffc'); // of an image or a rule, which have no words
    for (size_t i = 0; i < marked.blocks.size(); ++i) {
        const MarkedBlock &source = marked.blocks[i];
        const bool isTitle = i == 0 && !marked.article->isTitleDerived() &&
                             source.block.kind == BlockKind::Heading && source.block.level == 1;
        DocumentBlock block{roleOf(source.block, isTitle), {}, {}, source.block.level};
        qsizetype at = source.block.range.start;
        for (const MarkedRun &run : source.runs) {
            at += run.text.size();
            const bool isKept = !run.passages.empty();
            if (run.text != QString(object))
                block.runs.push_back({run.text, isKept ? DocumentStyle::Kept : DocumentStyle::Plain,
                                      isKept ? passages[run.passages.front()].colour : MarkColour::Yellow});
            for (const size_t index : run.passages)
                if (passages[index].range.end == at) {
                    const auto place = std::find(marked.passages.begin(), marked.passages.end(), index);
                    block.runs.push_back({u"[%1]"_s.arg(place - marked.passages.begin() + 1),
                                          DocumentStyle::Number, MarkColour::Yellow});
                }
        }
        if (!block.runs.empty())
            entry.blocks.push_back(std::move(block));
    }
    return entry;
}

} // namespace

std::vector<DocumentEntry> documentOf(const std::vector<Passage> &passages, const ExportOptions &options,
                                      ExportArticles &articles)
{
    std::vector<DocumentEntry> document;
    if (options.context != ExportContext::Article) {
        for (const Passage &passage : passages)
            document.push_back(passageEntry(passage, 0, options.context, options, articles));
        return document;
    }
    for (const MarkedArticle &marked : markedArticles(passages, articles)) {
        if (marked.article)
            document.push_back(articleEntry(marked, passages));
        int number = 0;
        for (const size_t index : marked.passages)
            document.push_back(passageEntry(passages[index], marked.article ? ++number : 0,
                                            marked.article ? ExportContext::None : ExportContext::Sentence,
                                            options, articles));
    }
    return document;
}

QString plainTextOf(const std::vector<DocumentEntry> &document)
{
    QStringList entries;
    for (const DocumentEntry &entry : document) {
        QString words;
        DocumentRole before = DocumentRole::Quote;
        for (const DocumentBlock &block : entry.blocks) {
            const bool isNear = block.role == before && block.role == DocumentRole::Record;
            words += words.isEmpty() ? QString() : isNear ? u"\n"_s : u"\n\n"_s;
            if (block.role == DocumentRole::Quote && entry.number > 0)
                words += u"[%1] "_s.arg(entry.number);
            if (block.role == DocumentRole::Citation)
                words += u"— "_s;
            words += (block.label.isEmpty() ? QString() : block.label + u": "_s) + block.text();
            before = block.role;
        }
        entries += words + u'\n';
    }
    return entries.join(u"\n\n"_s);
}

} // namespace Lectern
