#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QRectF>
#include <QString>

#include <vector>

namespace Lectern {

/// A word of a page. Its box is in points from the upper left corner of the page, turned so that most of the
/// page's words run to the right.
struct PdfWord
{
    QString text;
    QRectF box;
    double size = 0; ///< of the font, points
    bool isBold = false;
    bool spaceAfter = false;
};

/// A page: its words in the order of reading.
struct PdfPage
{
    double height = 0; ///< points
    std::vector<PdfWord> words;
};

/// What a PDF file holds. The one place that knows the PDF library.
struct PdfText
{
    std::vector<PdfPage> pages;
    QString title;
    QString author;
    QString subject;
    QDate created; ///< null when it is not given
};

/// Reads the text of all pages. Malformed when it is no PDF file, Encrypted when it asks for a password. A
/// page that is damaged has no words. Nothing is run, followed or opened.
Result<PdfText> readPdfText(const QByteArray &bytes);

/// Reads a small file, so that the tables of the PDF library are there before the jail closes.
void warmUpPdf();

} // namespace Lectern
