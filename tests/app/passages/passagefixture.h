#pragma once

#include "text/passage.h"

#include <QDir>

namespace Lectern {

/// Where a test makes its QTemporaryDir: in memory where there is such a place, so that it does not wait for
/// the disk.
inline QString temporaryFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString parent = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return parent + QStringLiteral("/lectern-test-XXXXXX");
}

/// A passage that has something in every field, as it is before it is kept.
inline Passage passageOf(const QString &quote)
{
    Passage passage;
    passage.article = QStringLiteral("0123456789abcdef0123456789abcdef");
    passage.source.path = QStringLiteral("/library/north shore/ferry.txt");
    passage.source.sha256 = QByteArray(64, 'a');
    passage.source.bytes = 4321;
    passage.source.format = QStringLiteral("text");
    passage.source.encoding = QStringLiteral("UTF-8");
    passage.source.modifiedMs = 1632800000123;
    passage.textSha256 = QByteArray(64, 'b');
    passage.canonVersion = 1;
    passage.range = {100, 100 + quote.size()};
    passage.codePoints = {98, 98 + qsizetype(quote.toUcs4().size())};
    passage.paragraph = 7;
    passage.inParagraph = {12, 12 + qsizetype(quote.toUcs4().size())};
    passage.quote = quote;
    passage.prefix = QStringLiteral("The harbour master said: ");
    passage.suffix = QStringLiteral(" Nobody was hurt.");
    passage.title = QStringLiteral("Ferry runs aground");
    passage.authors = {QStringLiteral("Ada Lund"), QStringLiteral("Bo Ek")};
    passage.outlet = QStringLiteral("North Shore Courier");
    passage.published = PartialDate::fromIso(u"2021-09-28");
    passage.url = QStringLiteral("https://courier.example/ferry_1");
    passage.language = QStringLiteral("en");
    passage.note = QStringLiteral("Compare with the second account.");
    passage.tags = {QStringLiteral("ferry"), QStringLiteral("harbour")};
    passage.colour = MarkColour::Green;
    passage.starred = true;
    if (quote.size() > 4)
        passage.omitted = {{1, 2}, {3, 4}};
    return passage;
}

/// The same, as it is once it is kept, with an id and times that are always the same.
inline Passage keptPassageOf(const QString &quote)
{
    Passage passage = passageOf(quote);
    passage.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000001");
    passage.created = QDateTime(QDate(2024, 2, 29), QTime(12, 30, 15, 250), Qt::UTC);
    passage.modified = passage.created.addSecs(60);
    return passage;
}

} // namespace Lectern
