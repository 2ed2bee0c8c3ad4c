#include "import/docxbody.h"
#include "import/docxstyles.h"
#include "import/odtbody.h"

/// Reads bytes as the XML inside a Word document and inside an OpenDocument text: without the zip archive
/// around it, which changes hardly get past.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Lectern;
    const QByteArray xml(reinterpret_cast<const char *>(data), qsizetype(size));
    DocxContext context;
    context.styles = DocxStyles(xml);
    OdtStyles styles;
    styles.add(xml);
    if (const auto paragraphs = readDocxBody(xml, context))
        for (const RichParagraph &paragraph : *paragraphs)
            if (paragraph.level < 0 || paragraph.level > 9)
                qFatal("A paragraph has no such level.");
    ArticleDraft draft;
    if (Result<RichText> text = readOdtBody(xml, styles))
        writeRichText(std::move(*text), {}, draft);
    return 0;
}
