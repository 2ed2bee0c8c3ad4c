#include "export/pdfpages.h"

#include "export/xmltext.h"

#include <QUrl>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace Lectern {

/// How a role is set; lengths in points.
struct DocumentLook
{
    double size = 11;
    double before = 0;
    double after = 6;
    double indent = 0; ///< on both sides
    double grey = 0.13;
    bool isBold = false;
    bool hasBar = false;    ///< along the side where reading begins
    bool keepsNext = false; ///< does not stand alone at the end of a page
};

/// A paragraph in UTF-8, ready to be set.
struct SetText
{
    QByteArray utf8;
    bool isRtl = false;
    struct Stretch
    {
        int start = 0; ///< bytes
        int end = 0;
        DocumentRun run;
    };
    std::vector<Stretch> stretches;
    QByteArray language;
};

namespace {

using namespace Qt::StringLiterals;

constexpr double pageWidth = 595.276;
constexpr double pageHeight = 841.89;
constexpr double sideMargin = 71;
constexpr double topMargin = 64;
constexpr double bottomMargin = 71;
constexpr double leading = 1.12; ///< of what the fonts ask for

const char *const families =
    "Charis SIL,Noto Serif,Noto Naskh Arabic,Noto Serif CJK SC,Noto Sans CJK SC,serif";

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

DocumentLook lookOf(const DocumentBlock &block)
{
    switch (block.role) {
    case DocumentRole::Title:
        return {17, 14, 8, 0, 0.07, true, false, true};
    case DocumentRole::Heading:
        return {13, 10, 5, 0, 0.07, true, false, true};
    case DocumentRole::Paragraph:
        return {};
    case DocumentRole::Quote:
        return {11, 0, 3, 22, 0.07, false, true, false};
    case DocumentRole::Citation:
        return {9.5, 4, 6, 22, 0.3, false, false, false};
    case DocumentRole::Note:
    case DocumentRole::Tags:
        return {10, 0, 4, 0, 0.13, false, false, false};
    case DocumentRole::Record:
        return {7, 0, 1, 0, 0.42, false, false, false};
    }
    return {};
}

/// One line of a block, with what its role puts in front of the first.
SetText setText(const DocumentBlock &block, const std::vector<DocumentRun> &line, const QString &front,
                const QString &language)
{
    SetText text;
    text.isRtl = isRightToLeft(block);
    text.language = language.toUtf8();
    text.utf8 = front.toUtf8();
    for (const DocumentRun &run : line) {
        const int start = int(text.utf8.size());
        text.utf8 += xmlSafe(run.text).toUtf8();
        text.stretches.push_back({start, int(text.utf8.size()), run});
    }
    return text;
}

guint16 channel(const QString &fill, int at)
{
    return guint16(fill.mid(at, 2).toUInt(nullptr, 16) * 257);
}

PangoAttrList *attributes(const SetText &text)
{
    PangoAttrList *list = pango_attr_list_new();
    const auto add = [list](PangoAttribute *attribute, const SetText::Stretch &stretch) {
        attribute->start_index = guint(stretch.start);
        attribute->end_index = guint(stretch.end);
        pango_attr_list_insert(list, attribute);
    };
    if (!text.language.isEmpty())
        pango_attr_list_insert(
            list, pango_attr_language_new(pango_language_from_string(text.language.constData())));
    for (const SetText::Stretch &stretch : text.stretches) {
        switch (stretch.run.style) {
        case DocumentStyle::Plain:
        case DocumentStyle::LeftOut:
            break;
        case DocumentStyle::Italic:
            add(pango_attr_style_new(PANGO_STYLE_ITALIC), stretch);
            break;
        case DocumentStyle::Address:
            add(pango_attr_foreground_new(0x2a2a, 0x5d5d, 0xb0b0), stretch);
            break;
        case DocumentStyle::Kept: {
            const QString fill = markFill(stretch.run.colour);
            add(pango_attr_background_new(channel(fill, 0), channel(fill, 2), channel(fill, 4)), stretch);
            break;
        }
        case DocumentStyle::Number:
            add(pango_attr_scale_new(0.65), stretch);
            add(pango_attr_rise_new(4 * PANGO_SCALE), stretch);
            break;
        }
    }
    return list;
}

/// The attributes of a link over a rectangle, as cairo reads them.
QByteArray linkAttributes(const QString &url, double x, double y, double width, double height)
{
    const QByteArray uri = QUrl(url).toEncoded().replace('\\', "%5C").replace('\'', "%27");
    const auto number = [](double value) { return QByteArray::number(value, 'f', 3); };
    return "rect=[" + number(x) + ' ' + number(y) + ' ' + number(width) + ' ' + number(height) + "] uri='" +
           uri + '\'';
}

} // namespace

PdfPages::PdfPages(const QDateTime &date)
    : m_y(topMargin)
{
    m_surface = cairo_pdf_surface_create_for_stream(append, &m_bytes, pageWidth, pageHeight);
    const QByteArray iso = date.isValid() ? date.toUTC().toString(Qt::ISODate).toUtf8() : QByteArray();
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATE_DATE, iso.constData());
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_TITLE, "Passages");
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATOR, "Lectern");
    m_cairo = cairo_create(m_surface);
    m_layout = pango_cairo_create_layout(m_cairo);
    pango_cairo_context_set_resolution(pango_layout_get_context(m_layout), 72);
    pango_layout_context_changed(m_layout);
    pango_layout_set_wrap(m_layout, PANGO_WRAP_WORD_CHAR);
}

PdfPages::~PdfPages()
{
    g_object_unref(m_layout);
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

void PdfPages::add(const DocumentEntry &entry)
{
    for (const DocumentBlock &block : entry.blocks)
        add(block, entry);
    m_y += 20;
}

void PdfPages::add(const DocumentBlock &block, const DocumentEntry &entry)
{
    QString front = block.label.isEmpty() ? QString() : block.label + u": "_s;
    if (block.role == DocumentRole::Quote && entry.number > 0)
        front = u"[%1] "_s.arg(entry.number);
    if (block.role == DocumentRole::Citation)
        front = u"— "_s;
    const DocumentLook look = lookOf(block);
    m_y += m_isEmpty ? 0 : look.before;
    for (const std::vector<DocumentRun> &line : block.lines()) {
        addParagraph(setText(block, line, std::exchange(front, {}), entry.language), look);
        m_y += look.after;
    }
}

void PdfPages::addParagraph(const SetText &text, const DocumentLook &look)
{
    const double width = pageWidth - 2 * (sideMargin + look.indent);
    PangoFontDescription *font = pango_font_description_from_string(families);
    pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
    pango_font_description_set_weight(font, look.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(m_layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(m_layout, int(width * PANGO_SCALE));
    PangoAttrList *attributeList = attributes(text);
    pango_layout_set_attributes(m_layout, attributeList);
    pango_attr_list_unref(attributeList);
    pango_layout_set_text(m_layout, text.utf8.constData(), int(text.utf8.size()));

    PangoLayoutIter *lines = pango_layout_get_iter(m_layout);
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(lines, nullptr, &logical);
        const double natural = double(logical.height) / PANGO_SCALE;
        const double height = natural * leading;
        const double needed = look.keepsNext ? height + 40 : height;
        if (!m_isEmpty && m_y + needed > pageHeight - bottomMargin)
            breakPage();
        const double ascent = double(pango_layout_iter_get_baseline(lines) - logical.y) / PANGO_SCALE;
        const double left = sideMargin + look.indent;
        if (look.hasBar) {
            cairo_set_source_rgb(m_cairo, 0.8, 0.8, 0.8);
            cairo_rectangle(m_cairo, text.isRtl ? left + width + 8 : left - 10, m_y, 2, height + look.after);
            cairo_fill(m_cairo);
        }
        cairo_set_source_rgb(m_cairo, look.grey, look.grey, look.grey);
        drawLine(pango_layout_iter_get_line_readonly(lines), left + double(logical.x) / PANGO_SCALE, m_y,
                 m_y + ascent + (height - natural) / 2, height, text);
        m_y += height;
        m_isEmpty = false;
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
}

void PdfPages::drawLine(PangoLayoutLine *line, double x, double top, double baseline, double height,
                        const SetText &text)
{
    cairo_move_to(m_cairo, x, baseline);
    pango_cairo_show_layout_line(m_cairo, line);
    const double layoutLeft = (pageWidth - double(pango_layout_get_width(m_layout)) / PANGO_SCALE) / 2;
    for (const SetText::Stretch &stretch : text.stretches) {
        const int start = std::max(stretch.start, line->start_index);
        const int end = std::min(stretch.end, line->start_index + line->length);
        if (stretch.run.style != DocumentStyle::Address || start >= end)
            continue;
        int *ranges = nullptr;
        int count = 0;
        pango_layout_line_get_x_ranges(line, start, end, &ranges, &count);
        for (int i = 0; i < count; ++i) {
            const double from = double(ranges[2 * i]) / PANGO_SCALE;
            const double to = double(ranges[2 * i + 1]) / PANGO_SCALE;
            const QByteArray link =
                linkAttributes(stretch.run.text, layoutLeft + from, top, to - from, height);
            cairo_tag_begin(m_cairo, CAIRO_TAG_LINK, link.constData());
            cairo_tag_end(m_cairo, CAIRO_TAG_LINK);
        }
        g_free(ranges);
    }
}

void PdfPages::breakPage()
{
    writePageNumber();
    cairo_show_page(m_cairo);
    ++m_page;
    m_y = topMargin;
    m_isEmpty = true;
}

void PdfPages::writePageNumber()
{
    PangoLayout *number = pango_layout_new(pango_layout_get_context(m_layout));
    PangoFontDescription *font = pango_font_description_from_string(families);
    pango_font_description_set_absolute_size(font, 8.5 * PANGO_SCALE);
    pango_layout_set_font_description(number, font);
    pango_font_description_free(font);
    const QByteArray text = QByteArray::number(m_page);
    pango_layout_set_text(number, text.constData(), int(text.size()));
    int width = 0;
    pango_layout_get_size(number, &width, nullptr);
    cairo_set_source_rgb(m_cairo, 0.4, 0.4, 0.4);
    cairo_move_to(m_cairo, (pageWidth - double(width) / PANGO_SCALE) / 2, pageHeight - bottomMargin + 28);
    pango_cairo_show_layout(m_cairo, number);
    g_object_unref(number);
}

QByteArray PdfPages::finished()
{
    writePageNumber();
    cairo_show_page(m_cairo);
    cairo_surface_finish(m_surface);
    return m_bytes;
}

} // namespace Lectern
