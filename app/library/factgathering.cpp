#include "library/factgathering.h"

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

ReaderFacts gatherFacts(const QString &libraryFolder)
{
    ReaderFacts facts;
    const QDir folder(libraryFolder);
    if (folder.exists(QStringLiteral("reading.db")))
        facts.read = ReadingLog(libraryFolder).read();
    if (folder.exists(QStringLiteral("passages.db")) || folder.exists(QStringLiteral("passages.journal"))) {
        if (const Result<PassageStore> store = PassageStore::open(libraryFolder)) {
            for (const Passage &passage : store->passages())
                addPassage(&facts, passage.article, passage);
        }
    }
    return facts;
}

} // namespace Lectern
