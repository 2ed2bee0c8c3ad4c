#pragma once

#include "import/mimemessage.h"
#include "text/article.h"
#include "text/canonicaltext.h"

namespace Lectern {

/// Reads a mail: subject, sender and date into the draft, the words of its parts as text. Of alternatives the
/// page is taken, or the plain text when the page has no words. Quoted replies are quotations. Messages
/// inside stand at the end under their subjects; attachments are named in ArticleDraft::extra and left out.
CanonicalText readMailText(const MimeMessage &message, ArticleDraft &draft);

/// True when the words of a mail are encrypted (PGP/MIME, S/MIME).
bool isEncryptedMail(const MimePart &part);

/// The body of a text part as text: its charset, or what the bytes tell.
QString decodedBody(const MimePart &part);

} // namespace Lectern
