#pragma once

#include "export/documentblock.h"

#include <QDateTime>

#include <memory>

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutLine PangoLayoutLine;

namespace Lectern {

struct DocumentLook;
struct SetText;

/// Sets the entries of a document on pages of a PDF, one below the other.
class PdfPages final
{
public:
    /// `date` is written as the document's; none when it is not valid.
    explicit PdfPages(const QDateTime &date);
    ~PdfPages();
    PdfPages(const PdfPages &) = delete;
    PdfPages &operator=(const PdfPages &) = delete;

    void add(const DocumentEntry &entry);
    /// Ends the document; nothing may be added afterwards.
    QByteArray finished();

private:
    void add(const DocumentBlock &block, const DocumentEntry &entry);
    void addParagraph(const SetText &text, const DocumentLook &look);
    void drawLine(PangoLayoutLine *line, double x, double top, double baseline, double height,
                  const SetText &text);
    void breakPage();
    void writePageNumber();

    QByteArray m_bytes;
    cairo_surface_t *m_surface = nullptr;
    cairo_t *m_cairo = nullptr;
    PangoLayout *m_layout = nullptr;
    double m_y = 0;
    int m_page = 1;
    bool m_isEmpty = true; ///< the page
};

} // namespace Lectern
