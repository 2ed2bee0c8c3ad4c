#include "passages/highlightreaders.h"

#include <QLocale>
#include <QRegularExpression>

namespace Lectern {

namespace {

enum class ClippingKind { Highlight, Note, Bookmark };

/// One entry between two rows of equals signs.
struct Clipping
{
    QString title;
    QString author;
    ClippingKind kind = ClippingKind::Highlight;
    int location = -1; ///< the last number of "location 12-13" or "page 3"; -1: none
    QDateTime created;
    QString text;
};

/// Kindles write in the language of their owner; what is no note and no bookmark in these is a highlight.
ClippingKind kindOf(const QString &meta)
{
    static const QRegularExpression note(QStringLiteral("^\\W*(your |ihre |votre |la |su |tu )?"
                                                        "(note|notiz|nota|notitie|notering)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bookmark(
        QStringLiteral("^\\W*(your |ihr |ihre |votre |su |tu |il tuo )?"
                       "(bookmark|lesezeichen|signet|marcador|segnalibro|"
                       "bladwijzer)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (bookmark.match(meta).hasMatch())
        return ClippingKind::Bookmark;
    return note.match(meta).hasMatch() ? ClippingKind::Note : ClippingKind::Highlight;
}

int locationOf(const QString &meta)
{
    static const QRegularExpression numbers(QStringLiteral("(\\d+)(?:\\s*-\\s*(\\d+))?"));
    int location = -1;
    const QStringList fields = meta.split(u'|');
    // The last field is the date; a location is more exact than the page before it.
    for (qsizetype i = 0; i < std::max<qsizetype>(1, fields.size() - 1); ++i) {
        const QRegularExpressionMatch match = numbers.match(fields[i]);
        if (match.hasMatch())
            location = (match.captured(2).isEmpty() ? match.captured(1) : match.captured(2)).toInt();
    }
    return location;
}

/// Invalid when the date is in another language than English.
QDateTime timeOf(const QString &meta)
{
    static const QRegularExpression added(QStringLiteral("Added on \\w+, (.+)$"));
    const QString text = added.match(meta).captured(1).trimmed();
    const QLocale english(QLocale::English);
    for (const char *format : {"d MMMM yyyy HH:mm:ss", "MMMM d, yyyy h:mm:ss AP", "d MMMM yyyy h:mm:ss AP",
                               "MMMM d, yyyy HH:mm:ss"}) {
        const QDateTime time = english.toDateTime(text, QLatin1String(format));
        if (time.isValid())
            return QDateTime(time.date(), time.time(), Qt::UTC);
    }
    return {};
}

Clipping clippingOf(const QString &entry)
{
    const qsizetype titleEnd = entry.indexOf(u'\n');
    const qsizetype metaEnd = entry.indexOf(u'\n', titleEnd + 1);
    QString title = entry.left(titleEnd).trimmed();
    const QString meta = entry.mid(titleEnd + 1, metaEnd < 0 ? -1 : metaEnd - titleEnd - 1).trimmed();
    Clipping clipping;
    static const QRegularExpression author(QStringLiteral("^(.*\\S)\\s*\\(([^()]*)\\)$"));
    if (const QRegularExpressionMatch match = author.match(title); match.hasMatch()) {
        clipping.author = match.captured(2);
        title = match.captured(1);
    }
    clipping.title = title;
    clipping.kind = kindOf(meta);
    clipping.location = locationOf(meta);
    clipping.created = timeOf(meta);
    clipping.text = metaEnd < 0 ? QString() : entry.mid(metaEnd + 1).trimmed();
    return clipping;
}

/// Gives a note to the highlight of the same article that ends where it stands; false when there is none.
bool attach(const Clipping &note, std::vector<ForeignHighlight> *highlights,
            const std::vector<int> &locations)
{
    for (size_t i = highlights->size(); i > 0; --i) {
        ForeignHighlight &highlight = (*highlights)[i - 1];
        if (highlight.title != note.title || locations[i - 1] != note.location)
            continue;
        highlight.note = highlight.note.isEmpty() ? note.text : highlight.note + u'\n' + note.text;
        return true;
    }
    return false;
}

} // namespace

Result<ForeignHighlights> readClippings(const QString &text, const QString &path)
{
    QString clean = text;
    clean.remove(QChar(0xfeff)).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    ForeignHighlights read;
    read.format = QStringLiteral("kindle");
    std::vector<int> locations; // of the highlights
    std::vector<std::pair<int, Clipping>> notes;
    int number = 0;
    for (const QString &part : clean.split(QStringLiteral("=========="))) {
        const QString entry = part.trimmed();
        if (entry.isEmpty())
            continue;
        ++number;
        if (!entry.contains(u'\n'))
            return Error{ErrorKind::Malformed,
                         QStringLiteral("Entry %1 is no clipping: it has no second line.").arg(number), path};
        const Clipping clipping = clippingOf(entry);
        if (clipping.kind == ClippingKind::Note) {
            notes.emplace_back(number, clipping);
        } else if (clipping.kind == ClippingKind::Bookmark) {
            read.refused.push_back({number, QStringLiteral("It is a bookmark and holds no words.")});
        } else if (clipping.text.isEmpty()) {
            read.refused.push_back({number, QStringLiteral("It holds no words.")});
        } else if (clipping.text.startsWith(u'<') && clipping.text.endsWith(u'>')) {
            read.refused.push_back(
                {number, QStringLiteral("The Kindle has left out the words: %1").arg(clipping.text)});
        } else {
            ForeignHighlight one;
            one.number = number;
            one.quote = clipping.text;
            one.title = clipping.title;
            one.author = clipping.author;
            one.created = one.modified = clipping.created;
            one.id = foreignId(read.format, {one.title, QString::number(clipping.location), one.quote});
            read.highlights.push_back(std::move(one));
            locations.push_back(clipping.location);
        }
    }
    for (const auto &[noteNumber, note] : notes)
        if (!attach(note, &read.highlights, locations))
            read.refused.push_back({noteNumber, QStringLiteral("It is a note without a highlight.")});
    return read;
}

} // namespace Lectern
