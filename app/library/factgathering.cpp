#include "library/factgathering.h"

#include "library/articleshelf.h"
#include "library/readinglog.h"
#include "passages/passagestore.h"

#include <QDir>

namespace Lectern {

void addPassage(ReaderFacts *facts, const ArticleId &article, const Passage &passage)
{
    ReaderFacts::Kept &kept = facts->kept[article];
    kept.tags += passage.tags;
    if (!passage.note.isEmpty())
        kept.notes += passage.note;
}

void addShelf(ReaderFacts *facts, const ArticleShelf &shelf)
{
    facts->starred = shelf.starred();
    facts->archived = shelf.archived();
    facts->tags.clear();
    for (auto shelved = shelf.all().begin(); shelved != shelf.all().end(); ++shelved)
        if (!shelved->tags.isEmpty())
            facts->tags.insert(shelved.key(), shelved->tags);
}

ReaderFacts gatherFacts(const QString &libraryFolder)
{
    ReaderFacts facts;
    const QDir folder(libraryFolder);
    if (folder.exists(QStringLiteral("reading.db")))
        facts.read = ReadingLog(libraryFolder).read();
    if (folder.exists(QStringLiteral("shelf.db")))
        addShelf(&facts, ArticleShelf(libraryFolder));
    if (folder.exists(QStringLiteral("passages.db")) || folder.exists(QStringLiteral("passages.journal"))) {
        if (const Result<PassageStore> store = PassageStore::open(libraryFolder)) {
            for (const Passage &passage : store->passages())
                addPassage(&facts, passage.article, passage);
        }
    }
    return facts;
}

} // namespace Lectern
