#pragma once

#include "text/partialdate.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace Lectern {

/// The header of a mail or of a part of one.
class MailHeaders
{
public:
    MailHeaders() = default;
    /// Reads header lines up to the first empty one, at most 256 KiB of them; folded lines are joined.
    /// `bodyStart` becomes the offset of what follows.
    MailHeaders(QByteArrayView bytes, qsizetype *bodyStart);

    /// The first field of that name, whatever its case, as it stands; "" when there is none.
    QByteArray raw(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return !raw(name).isEmpty(); }
    /// The field as text, encoded words (RFC 2047) decoded.
    QString text(QByteArrayView name) const;
    /// The value of a field before its parameters, in lower case: "text/html".
    QByteArray value(QByteArrayView name) const;
    /// A parameter of a field ("charset", "boundary"), without quotes, RFC 2231 pieces joined.
    QByteArray parameter(QByteArrayView name, QByteArrayView parameter) const;
    bool isEmpty() const { return m_fields.empty(); }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_fields; ///< names in lower case
};

/// The people of an address field: their names, or their addresses where they give none.
QStringList mailNames(const QString &field);

/// A date as mails write it (RFC 5322 and its ancestors): with the old names of American zones, years of two
/// digits, comments. Null when it is none.
PartialDate mailDate(const QString &field);

/// Decodes base64 or quoted-printable; other encodings leave the bytes as they are. What is damaged is read
/// as far as it goes.
QByteArray decodeTransfer(QByteArrayView body, const QByteArray &encoding);

} // namespace Lectern
