#include "import/pdfimporter.h"

#include "import/articlemaking.h"
#include "import/bylines.h"
#include "import/pdfparagraphs.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype headBytes = 1024;
constexpr size_t titlePlaces = 10; ///< paragraphs
constexpr int firstYear = 1993;    ///< of PDF

bool isSane(const QDate &created)
{
    return created.isValid() && created.year() >= firstYear && created <= QDate::currentDate().addDays(1);
}

/// The first of the largest headings near the top.
QString titleOf(const std::vector<RichParagraph> &paragraphs)
{
    const RichParagraph *best = nullptr;
    for (size_t i = 0; i < std::min(titlePlaces, paragraphs.size()); ++i)
        if (const RichParagraph &one = paragraphs[i];
            one.kind == BlockKind::Heading && (best == nullptr || one.level < best->level))
            best = &one;
    return best == nullptr ? QString() : best->text();
}

DocumentProperties propertiesOf(const PdfText &pdf, const std::vector<RichParagraph> &paragraphs)
{
    DocumentProperties properties;
    properties.title = isOwnTitle(pdf.title) ? pdf.title : titleOf(paragraphs);
    properties.creators = splitNames(pdf.author);
    properties.description = pdf.subject;
    return properties;
}

} // namespace

bool isPdf(QByteArrayView bytes)
{
    return bytes.first(std::min(bytes.size(), headBytes)).indexOf("%PDF-") >= 0;
}

QString PdfImporter::format() const
{
    return u"pdf"_s;
}

int PdfImporter::sniff(const RawFile &file) const
{
    if (file.bytes.startsWith("%PDF-"))
        return 100;
    return isPdf(file.bytes) && file.path.endsWith(u".pdf", Qt::CaseInsensitive) ? 96 : 0;
}

ImportOutcome PdfImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const Result<PdfText> pdf = readPdfText(file.bytes);
    if (!pdf) {
        outcome.failures.push_back(failure(file, pdf.error().kind, pdf.error().message));
        return outcome;
    }
    const std::vector<PdfLine> lines = pdfLines(pdf->pages);
    const auto silent = std::count_if(pdf->pages.begin(), pdf->pages.end(),
                                      [](const PdfPage &page) { return page.words.empty(); });
    if (lines.empty()) {
        outcome.failures.push_back(failure(
            file, ErrorKind::Empty,
            u"Its pages hold no text (%L1 in all); they may be pictures, as a scanner makes them. Run text "
            u"recognition (OCR) over it and open the result."_s.arg(pdf->pages.size())));
        return outcome;
    }
    ArticleDraft draft = draftFor(file, format());
    if (isSane(pdf->created))
        draft.published = PartialDate::day(pdf->created);
    if (size_t(silent) * 2 > pdf->pages.size())
        draft.warnings << u"%L1 of its %L2 pages hold no text; they may be pictures."_s.arg(silent).arg(
            pdf->pages.size());
    RichText document;
    document.paragraphs = pdfParagraphs(lines);
    const DocumentProperties properties = propertiesOf(*pdf, document.paragraphs);
    CanonicalText text = writeRichText(std::move(document), properties, draft);
    addArticle(outcome, std::move(draft), std::move(text), options);
    return outcome;
}

} // namespace Lectern
