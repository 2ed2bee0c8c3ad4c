#pragma once

#include "import/mailheaders.h"

namespace Lectern {

/// A part of a mail (RFC 2045, 2046); the whole mail is one, too. The bytes that it was made of must outlive
/// it.
struct MimePart
{
    MailHeaders headers;
    QByteArray type;     ///< "text/plain" where none is given
    QByteArrayView body; ///< still in its transfer encoding
    std::vector<MimePart> children;

    /// The body, decoded.
    QByteArray content() const;
    bool isAttachment() const;
};

/// A mail, cut into its parts.
struct MimeMessage
{
    MimePart root;
    bool isCut = false; ///< there were more than 32 levels or 1,000 parts; the rest is not there
};

/// Cuts a mail into its parts. Any bytes give a message.
MimeMessage parseMime(QByteArrayView bytes);

} // namespace Lectern
