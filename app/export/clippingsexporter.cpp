#include "export/clippingsexporter.h"

#include "export/citationwords.h"

#include <QLocale>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String separator("==========");

/// A line of the words that looks like the end of the entry gets a blank in front.
QString safe(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        if (line.startsWith(separator))
            line.prepend(u' ');
    return lines.join(u"\r\n"_s);
}

QString titleLine(const Passage &passage)
{
    const QString names = namesInOrder(passage.authors);
    QStringList parts{citedTitle(passage).simplified(),
                      names.isEmpty() ? QString() : u'(' + names.simplified() + u')'};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString entry(const Passage &passage, const QString &kind, const QString &place, const QDateTime &time,
              const QString &words)
{
    QString line = u"- Your %1 on Location %2"_s.arg(kind, place);
    if (time.isValid())
        line += u" | Added on "_s + QLocale::c().toString(time.toUTC(), u"dddd, d MMMM yyyy HH:mm:ss"_s);
    return titleLine(passage) + u"\r\n"_s + line + u"\r\n\r\n"_s + safe(words) + u"\r\n"_s + separator +
           u"\r\n"_s;
}

} // namespace

QByteArray ClippingsExporter::write(const std::vector<Passage> &passages, const ExportOptions &) const
{
    QString text;
    for (const Passage &passage : passages) {
        const TextRange place = passage.codePoints;
        text += entry(passage, u"Highlight"_s, u"%1-%2"_s.arg(place.start).arg(place.end), passage.created,
                      passage.shownQuote());
        if (!passage.note.isEmpty())
            text += entry(passage, u"Note"_s, QString::number(place.end), passage.modified, passage.note);
    }
    return text.toUtf8();
}

} // namespace Lectern
