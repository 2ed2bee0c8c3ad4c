#include "import/pdftext.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype longestField = 2000; ///< UTF-16 units

QString textOf(const poppler::ustring &text)
{
    QString result;
    result.reserve(qsizetype(text.size()));
    for (const auto unit : text)
        result += QChar(char16_t(unit));
    return result;
}

/// With the ligatures of type (U+FB00 to U+FB06) as letters.
QString withoutLigatures(QString text)
{
    static const std::array<QString, 7> letters{u"ff"_s,  u"fi"_s, u"fl"_s, u"ffi"_s,
                                                u"ffl"_s, u"st"_s, u"st"_s};
    for (qsizetype i = text.size() - 1; i >= 0; --i)
        if (const char16_t c = text.at(i).unicode(); c >= 0xFB00 && c <= 0xFB06)
            text.replace(i, 1, letters[c - 0xFB00]);
    return text;
}

bool isBoldFont(const std::string &name)
{
    const QString font = QString::fromLatin1(name.data(), qsizetype(name.size())).toLower();
    return font.contains(u"bold") || font.contains(u"black") || font.contains(u"heavy") ||
           font.contains(u"cmbx");
}

/// The box as it stands when the page is turned by `quarters` against the clock, so that text which runs that
/// way runs to the right.
QRectF turned(const poppler::rectf &box, int quarters, double width, double height)
{
    const QRectF plain(box.left(), box.top(), box.width(), box.height());
    switch (quarters) {
    case 1:
        return {plain.top(), width - plain.right(), plain.height(), plain.width()};
    case 2:
        return {width - plain.right(), height - plain.bottom(), plain.width(), plain.height()};
    case 3:
        return {height - plain.bottom(), plain.left(), plain.height(), plain.width()};
    default:
        return plain;
    }
}

PdfPage readPage(poppler::page &source)
{
    const std::vector<poppler::text_box> boxes = source.text_list(poppler::page::text_list_include_font);
    std::array<size_t, 4> ways{};
    for (const poppler::text_box &box : boxes)
        ++ways[size_t(box.rotation() & 3)];
    const int way = int(std::max_element(ways.begin(), ways.end()) - ways.begin());
    const poppler::rectf sheet = source.page_rect();
    PdfPage page;
    page.height = way % 2 == 0 ? sheet.height() : sheet.width();
    for (const poppler::text_box &box : boxes) {
        // Words that run across the others are stamped on the margin.
        if ((box.rotation() & 3) != way)
            continue;
        PdfWord word;
        word.text = withoutLigatures(textOf(box.text()));
        word.box = turned(box.bbox(), way, sheet.width(), sheet.height());
        word.spaceAfter = box.has_space_after();
        word.size = box.has_font_info() ? box.get_font_size() : word.box.height();
        word.isBold = box.has_font_info() && isBoldFont(box.get_font_name());
        if (!word.text.trimmed().isEmpty())
            page.words.push_back(std::move(word));
    }
    return page;
}

void ignoreComplaint(const std::string &, void *) {}

} // namespace

Result<PdfText> readPdfText(const QByteArray &bytes)
{
    poppler::set_debug_error_function(&ignoreComplaint, nullptr);
    if (bytes.size() > std::numeric_limits<int>::max())
        return Error{ErrorKind::Limit, u"It is larger than 2 GiB. Split it."_s, {}};
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.constData(), int(bytes.size())));
    if (document == nullptr)
        return Error{ErrorKind::Malformed,
                     u"It is damaged or cut short: no page of it can be found. Download it again."_s,
                     {}};
    if (document->is_locked())
        return Error{
            ErrorKind::Encrypted,
            u"It is protected by a password. Open it in a PDF viewer and save or print it to a new PDF file "
            u"without one."_s,
            {}};
    PdfText result;
    result.title = textOf(document->info_key("Title")).simplified().left(longestField);
    result.author = textOf(document->info_key("Author")).simplified().left(longestField);
    result.subject = textOf(document->info_key("Subject")).simplified().left(longestField);
    if (const qint64 created = document->info_date_t("CreationDate"); created > 0)
        result.created = QDateTime::fromSecsSinceEpoch(created, Qt::UTC).date();
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        result.pages.push_back(page == nullptr ? PdfPage() : readPage(*page));
    }
    return result;
}

void warmUpPdf()
{
    const QByteArray stream = "BT /F 12 Tf 72 700 Td (Some words.) Tj ET";
    const QByteArray sample = "%PDF-1.4\n"
                              "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                              "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
                              "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                              "/Resources << /Font << /F 5 0 R >> >> >>\nendobj\n"
                              "4 0 obj\n<< /Length " +
                              QByteArray::number(stream.size()) + " >>\nstream\n" + stream +
                              "\nendstream\nendobj\n"
                              "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
                              "trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n";
    [[maybe_unused]] const Result<PdfText> read = readPdfText(sample);
}

} // namespace Lectern
