#include "export/bibtexexporter.h"

#include "export/citationwords.h"
#include "export/citedarticle.h"
#include "export/latextext.h"
#include "export/personname.h"

#include <array>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

using Precision = PartialDate::Precision;

/// Text in a field, on one line.
QString escaped(const QString &text)
{
    return escapedLatex(text.simplified());
}

/// An address is read letter for letter; only what would end the field is written otherwise.
QString escapedAddress(QString url)
{
    return url.replace(u'{', u"%7B"_s)
        .replace(u'}', u"%7D"_s)
        .replace(u'\\', u"%5C"_s)
        .replace(u' ', u"%20"_s)
        .remove(u'\n');
}

QString names(const QStringList &authors)
{
    QStringList names;
    for (const QString &author : authors) {
        const PersonName name = PersonName::read(author);
        if (!name.isPerson())
            names += u'{' + escaped(author) + u'}';
        else if (name.suffix.isEmpty())
            names += escaped(name.family) + u", "_s + escaped(name.given);
        else
            names += escaped(name.family) + u", "_s + name.suffix + u", "_s + escaped(name.given);
    }
    return names.join(u" and "_s);
}

QString month(const PartialDate &date)
{
    static constexpr std::array<const char *, 12> macros{"jan", "feb", "mar", "apr", "may", "jun",
                                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    return QString::fromLatin1(macros.at(size_t(date.firstDay().month() - 1)));
}

/// The lines of one entry.
class Entry
{
public:
    Entry(const QString &type, const QString &key)
        : m_text(u"@%1{%2"_s.arg(type, key))
    {}

    /// A value that is written in braces; none when it is empty.
    void add(const QString &field, const QString &value)
    {
        if (!value.isEmpty())
            addBare(field, u'{' + value + u'}');
    }
    void addBare(const QString &field, const QString &value)
    {
        m_text += u",\n  "_s + field + u" = "_s + value;
    }
    QString text() const { return m_text + u"\n}\n"_s; }

private:
    QString m_text;
};

QString notes(const Passage &passage)
{
    QStringList notes{guessedNote(passage)};
    const CitedPlace place = citedPlaceOf(passage);
    if (!place.isAddress && !place.words.isEmpty())
        notes += u"File: "_s + place.words;
    return escaped(joined(notes, u" "_s));
}

void addDate(Entry &entry, const PartialDate &date, BibDialect dialect)
{
    if (date.isNull())
        return;
    if (dialect == BibDialect::Biblatex) {
        entry.add(u"date"_s, date.toIsoAsGiven().left(10));
        return;
    }
    entry.add(u"year"_s, QString::number(date.firstDay().year()));
    if (date.precision() >= Precision::Month)
        entry.addBare(u"month"_s, month(date));
    if (date.precision() >= Precision::Day)
        entry.add(u"day"_s, QString::number(date.firstDay().day()));
}

QString entryOf(const CitedArticle &article, BibDialect dialect, const QDate &accessed)
{
    const Passage &passage = article.first();
    const bool isBiblatex = dialect == BibDialect::Biblatex;
    const CitedPlace place = citedPlaceOf(passage);
    const QString type = !passage.outlet.isEmpty()       ? u"article"_s
                         : isBiblatex && place.isAddress ? u"online"_s
                                                         : u"misc"_s;
    Entry entry(type, article.key);
    entry.add(u"author"_s, names(passage.authors));
    if (const QString title = citedTitle(passage); !title.isEmpty())
        entry.add(u"title"_s, u'{' + escaped(title) + u'}');
    entry.add(isBiblatex ? u"journaltitle"_s : u"journal"_s, escaped(passage.outlet));
    if (isBiblatex && !passage.outlet.isEmpty())
        entry.add(u"entrysubtype"_s, u"newspaper"_s);
    addDate(entry, passage.published, dialect);
    if (place.isAddress) {
        entry.add(u"url"_s, escapedAddress(place.words));
        if (accessed.isValid())
            entry.add(u"urldate"_s, accessed.toString(Qt::ISODate));
    }
    entry.add(u"note"_s, notes(passage));
    entry.add(u"keywords"_s, escaped(article.tags().join(u", "_s)));
    QStringList quotes;
    for (const QString &note : quotedNotes(article))
        quotes += escaped(note);
    entry.add(isBiblatex ? u"annotation"_s : u"annote"_s, quotes.join(u"\\par "_s));
    return entry.text();
}

} // namespace

QString BibtexExporter::format() const
{
    return m_dialect == BibDialect::Biblatex ? u"biblatex"_s : u"bibtex"_s;
}

QString BibtexExporter::label() const
{
    return m_dialect == BibDialect::Biblatex ? u"BibLaTeX"_s : u"BibTeX"_s;
}

QByteArray BibtexExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    QStringList entries;
    for (const CitedArticle &article : citedArticles(passages))
        entries += entryOf(article, m_dialect, options.accessed);
    return entries.join(u'\n').toUtf8();
}

} // namespace Lectern
