#include "import/metadatalines.h"

#include "import/bylines.h"
#include "import/datereading.h"
#include "import/metadatafields.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype metadataLineUnits = 100;

} // namespace

bool readMetadataLine(const QString &line, ArticleDraft &draft)
{
    if (line.size() >= metadataLineUnits)
        return false;
    if (const QStringList authors = readByline(line); !authors.isEmpty()) {
        if (draft.authors.isEmpty())
            draft.authors = authors;
        return true;
    }
    if (const DateLine date = readDateLine(line); !date.date.isNull()) {
        PartialDate &place = date.isUpdate ? draft.modified : draft.published;
        if (place.isNull())
            place = date.date;
        return true;
    }
    if (const QString url = webUrl(line); !url.isEmpty() && !line.trimmed().contains(u' ')) {
        if (draft.url.isEmpty())
            draft.url = url;
        return true;
    }
    static const QRegularExpression source(u"^(?:Source|Quelle|Fuente|URL|Link):\\s+(.{2,80})$"_s);
    if (const auto match = source.match(line); match.hasMatch()) {
        const QString url = webUrl(match.captured(1));
        QString &place = url.isEmpty() ? draft.outlet : draft.url;
        if (place.isEmpty())
            place = match.captured(1).simplified();
        return true;
    }
    return false;
}

} // namespace Lectern
