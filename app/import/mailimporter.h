#pragma once

#include "import/importer.h"
#include "import/mimemessage.h"

namespace Lectern {

/// Reads a mail (eml): its subject as the title, its sender as the author, its words.
class MailImporter final : public Importer
{
public:
    QString format() const override;
    int sniff(const RawFile &file) const override;
    ImportOutcome read(const RawFile &file, const ImportOptions &options) const override;
};

/// Reads one message into an outcome, as the part of a mailbox when `part` is not empty. A message without
/// words is the failure of that part; so is an encrypted one.
void addMail(ImportOutcome &outcome, const RawFile &file, QByteArrayView bytes, const QString &format,
             const QString &part, const ImportOptions &options);

/// True when the bytes begin with header lines as only mail has them.
bool startsLikeMail(QByteArrayView bytes);

} // namespace Lectern
