#include "import/pdfparagraphs.h"

/// Lays out words that stand anywhere on a page, six bytes a word: place, size, and how long it is. The PDF
/// library is not tried here; what is made of its words is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Lectern;
    std::vector<PdfPage> pages(1);
    qsizetype letters = 0;
    for (size_t at = 0; at + 6 <= size; at += 6) {
        const uint8_t *word = data + at;
        if ((word[5] & 0xF0) == 0xF0)
            pages.push_back({});
        const double height = 1 + word[3] % 32;
        const QString text(1 + word[4] % 12, QChar(char16_t(word[4] % 5 == 0 ? u'-' : u'a' + word[4] % 26)));
        pages.back().height = 800;
        pages.back().words.push_back({text,
                                      QRectF(word[0] * 3.0, word[1] * 3.0, height * text.size() / 2, height),
                                      height, word[2] % 2 == 1, word[2] % 3 == 0});
        letters += text.size();
    }
    const std::vector<PdfLine> lines = pdfLines(pages);
    qsizetype written = 0;
    for (const RichParagraph &paragraph : pdfParagraphs(lines))
        written += paragraph.text().remove(QLatin1Char(' ')).size();
    if (written > letters)
        qFatal("There are more letters than the pages have.");
    return 0;
}
