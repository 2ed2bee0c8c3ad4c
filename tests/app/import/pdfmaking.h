#pragma once

#include <QByteArray>
#include <QList>

namespace Lectern {

/// A PDF file whose pages draw these streams in one font, Helvetica as it is; `trailer` goes into its
/// trailer.
inline QByteArray pdf(const QList<QByteArray> &pages, const QByteArray &info = {},
                      const QByteArray &trailer = {},
                      const QByteArray &font =
                          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
{
    QByteArray kids;
    for (qsizetype i = 0; i < pages.size(); ++i)
        kids += QByteArray::number(5 + 2 * i) + " 0 R ";
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>",
                              "<< /Type /Pages /Count " + QByteArray::number(pages.size()) + " /Kids [" +
                                  kids + "] >>",
                              font, "<< " + info + " >>"};
    for (qsizetype i = 0; i < pages.size(); ++i)
        objects << "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents " +
                       QByteArray::number(6 + 2 * i) + " 0 R /Resources << /Font << /F 3 0 R >> >> >>"
                << "<< /Length " + QByteArray::number(pages.at(i).size()) + " >>\nstream\n" + pages.at(i) +
                       "\nendstream";
    QByteArray bytes = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(bytes.size());
    return bytes + "xref\n0 " + count + "\n" + table + "trailer << /Size " + count +
           " /Root 1 0 R /Info 4 0 R " + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace Lectern
