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

/// The same with something in what is seldom filled, too.
inline Passage fullPassageOf(const QString &quote)
{
    Passage passage = keptPassageOf(quote);
    passage.titleDerived = true;
    passage.source.part = QStringLiteral("record 7");
    passage.source.encodingGuessed = true;
    passage.source.bytes = Q_INT64_C(9007199254740993); // no double holds it
    passage.range = {Q_INT64_C(5000000000), Q_INT64_C(5000000000) + quote.size()};
    passage.sentenceBefore = QStringLiteral("It was early. ");
    passage.sentenceAfter = QStringLiteral(" The sea was calm.");
    passage.occurrences = 2;
    for (const QString &words : {quote, QStringLiteral("Nobody was hurt at all.")}) {
        EarlierWords earlier;
        earlier.quote = words;
        if (words.size() > 10)
            earlier.omitted = {{6, 10}};
        earlier.article = QStringLiteral("fedcba9876543210fedcba9876543210");
        earlier.path = QStringLiteral("/library/ferry.txt");
        earlier.sha256 = QByteArray(64, 'c');
        earlier.textSha256 = QByteArray(64, 'd');
        earlier.canonVersion = 1;
        earlier.range = {7, 7 + words.size()};
        earlier.until = QDateTime(QDate(2024, 3, 1), QTime(8, 0, 0, 1), Qt::UTC);
        passage.earlier.push_back(earlier);
    }
    passage.declined = QStringLiteral("00112233445566778899aabbccddeeff");
    return passage;
}

} // namespace Lectern
