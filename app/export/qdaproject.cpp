#include "export/qdaproject.h"

#include "base/codepoints.h"
#include "export/exportdocument.h"
#include "export/xmltext.h"

#include <QFileInfo>
#include <QUuid>
#include <QXmlStreamWriter>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// A GUID that depends on nothing but the words.
QString guidOf(const QString &words)
{
    static const QUuid space = QUuid::createUuidV5(QUuid(), u"urn:lectern:qdpx"_s);
    return QUuid::createUuidV5(space, words).toString(QUuid::WithoutBraces);
}

/// The passage's own when it has one.
QString guidOf(const Passage &passage)
{
    const QUuid own = QUuid::fromString(QString(passage.id).remove(u"urn:uuid:"_s));
    return own.isNull() ? guidOf(u"passage "_s + passage.id + passage.quote)
                        : own.toString(QUuid::WithoutBraces);
}

const QString &userGuid()
{
    static const QString guid = guidOf(u"user"_s);
    return guid;
}

QString colourCode(MarkColour colour)
{
    return u"Marked "_s + name(colour);
}

QString time(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

/// A name of some words, not longer than the lists of other programs show.
QString shortened(const QString &words)
{
    const QString line = words.simplified();
    return line.size() <= 60 ? line : line.left(line.lastIndexOf(u' ', 60)).left(60) + u'…';
}

QString sourceName(const Passage &passage)
{
    const QString title = citedTitle(passage).simplified();
    const QString file = QFileInfo(passage.source.path).fileName();
    return !title.isEmpty() ? title : !file.isEmpty() ? file : u"Passage"_s;
}

/// The pieces of a passage as code points of a text that holds its quote from an offset on.
std::vector<TextRange> piecesIn(const QString &text, const Passage &passage, qsizetype quoteStart)
{
    const CodePoints codePoints(text);
    std::vector<TextRange> pieces;
    for (const TextRange &piece : passage.pieces())
        pieces.push_back(codePoints.fromUtf16(piece.shifted(quoteStart - passage.range.start)));
    return pieces;
}

class Project
{
public:
    Project()
        : m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"Project"_s);
        m_xml.writeAttribute(u"xmlns"_s, u"urn:QDA-XML:project:1.0"_s);
        m_xml.writeAttribute(u"name"_s, u"Passages"_s);
        m_xml.writeAttribute(u"origin"_s, u"Lectern"_s);
        m_xml.writeAttribute(u"creatingUserGUID"_s, userGuid());
        m_xml.writeStartElement(u"Users"_s);
        m_xml.writeEmptyElement(u"User"_s);
        m_xml.writeAttribute(u"guid"_s, userGuid());
        m_xml.writeAttribute(u"name"_s, u"Lectern"_s);
        m_xml.writeEndElement();
    }

    void writeCodes(const std::vector<QdaSource> &sources)
    {
        QStringList names;
        QStringList colours;
        const auto add = [&](const QString &name, const QString &colour) {
            if (!names.contains(name)) {
                names += name;
                colours += colour;
            }
        };
        for (const QdaSource &source : sources)
            for (const QdaSource::Selection &selection : source.selections) {
                for (const QString &tag : selection.passage->tags)
                    add(tag, {});
                add(colourCode(selection.passage->colour), u'#' + markFill(selection.passage->colour));
            }
        if (names.isEmpty())
            return;
        m_xml.writeStartElement(u"CodeBook"_s);
        m_xml.writeStartElement(u"Codes"_s);
        for (qsizetype i = 0; i < names.size(); ++i) {
            m_xml.writeEmptyElement(u"Code"_s);
            m_xml.writeAttribute(u"guid"_s, guidOf(u"code "_s + names.at(i)));
            m_xml.writeAttribute(u"name"_s, xmlSafe(names.at(i)));
            m_xml.writeAttribute(u"isCodable"_s, u"true"_s);
            if (!colours.at(i).isEmpty())
                m_xml.writeAttribute(u"color"_s, colours.at(i));
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeSources(const std::vector<QdaSource> &sources)
    {
        if (sources.empty())
            return;
        m_xml.writeStartElement(u"Sources"_s);
        for (const QdaSource &source : sources) {
            m_xml.writeStartElement(u"TextSource"_s);
            m_xml.writeAttribute(u"guid"_s, source.guid);
            m_xml.writeAttribute(u"name"_s, xmlSafe(source.name));
            m_xml.writeAttribute(u"plainTextPath"_s, u"internal://"_s + source.guid + u".txt"_s);
            m_xml.writeAttribute(u"creatingUser"_s, userGuid());
            if (const QString cited = citation(*source.selections.front().passage); !cited.isEmpty())
                m_xml.writeTextElement(u"Description"_s, xmlSafe(cited));
            for (const QdaSource::Selection &selection : source.selections)
                writeSelection(selection);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void writeNotes(const std::vector<QdaSource> &sources)
    {
        bool hasBegun = false;
        for (const QdaSource &source : sources)
            for (const QdaSource::Selection &selection : source.selections) {
                const Passage &passage = *selection.passage;
                if (passage.note.isEmpty())
                    continue;
                if (!std::exchange(hasBegun, true))
                    m_xml.writeStartElement(u"Notes"_s);
                m_xml.writeStartElement(u"Note"_s);
                m_xml.writeAttribute(u"guid"_s, guidOf(u"note "_s + guidOf(passage)));
                m_xml.writeAttribute(u"name"_s, xmlSafe(shortened(passage.note)));
                writeMaker(passage);
                m_xml.writeTextElement(u"PlainTextContent"_s, xmlSafe(passage.note));
                m_xml.writeEndElement();
            }
        if (hasBegun)
            m_xml.writeEndElement();
    }

    QByteArray finished()
    {
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void writeMaker(const Passage &passage)
    {
        m_xml.writeAttribute(u"creatingUser"_s, userGuid());
        if (passage.created.isValid())
            m_xml.writeAttribute(u"creationDateTime"_s, time(passage.created));
    }

    void writeSelection(const QdaSource::Selection &selection)
    {
        const Passage &passage = *selection.passage;
        const QString own = guidOf(passage);
        for (size_t i = 0; i < selection.pieces.size(); ++i) {
            const QString guid = i == 0 ? own : guidOf(u"piece %1 "_s.arg(i + 1) + own);
            m_xml.writeStartElement(u"PlainTextSelection"_s);
            m_xml.writeAttribute(u"guid"_s, guid);
            m_xml.writeAttribute(u"name"_s, xmlSafe(shortened(passage.shownQuote())));
            m_xml.writeAttribute(u"startPosition"_s, QString::number(selection.pieces[i].start));
            m_xml.writeAttribute(u"endPosition"_s, QString::number(selection.pieces[i].end));
            writeMaker(passage);
            for (const QString &code : passage.tags + QStringList{colourCode(passage.colour)})
                writeCoding(passage, guid, code);
            if (!passage.note.isEmpty()) {
                m_xml.writeEmptyElement(u"NoteRef"_s);
                m_xml.writeAttribute(u"targetGUID"_s, guidOf(u"note "_s + own));
            }
            m_xml.writeEndElement();
        }
    }

    void writeCoding(const Passage &passage, const QString &selection, const QString &code)
    {
        m_xml.writeStartElement(u"Coding"_s);
        m_xml.writeAttribute(u"guid"_s, guidOf(u"coding "_s + selection + code));
        writeMaker(passage);
        m_xml.writeEmptyElement(u"CodeRef"_s);
        m_xml.writeAttribute(u"targetGUID"_s, guidOf(u"code "_s + code));
        m_xml.writeEndElement();
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

std::vector<QdaSource> qdaSources(const std::vector<Passage> &passages, ExportArticles &articles)
{
    std::vector<QdaSource> sources;
    QHash<const Article *, size_t> places;
    for (const Passage &passage : passages) {
        const ArticlePtr article = articles.find(passage);
        if (!article) {
            QdaSource excerpt;
            excerpt.guid = guidOf(u"excerpt "_s + guidOf(passage));
            excerpt.name = sourceName(passage) + u" (excerpt)"_s;
            excerpt.text = passage.prefix + passage.quote + passage.suffix;
            excerpt.isExcerpt = true;
            excerpt.selections.push_back({&passage, piecesIn(excerpt.text, passage, passage.prefix.size())});
            sources.push_back(std::move(excerpt));
            continue;
        }
        if (!places.contains(article.get())) {
            places.insert(article.get(), sources.size());
            sources.push_back(
                {guidOf(u"article "_s + passage.article), sourceName(passage), article->text(), false, {}});
        }
        sources[places.value(article.get())].selections.push_back(
            {&passage, piecesIn(article->text(), passage, passage.range.start)});
    }
    return sources;
}

QByteArray qdaProject(const std::vector<QdaSource> &sources)
{
    Project project;
    project.writeCodes(sources);
    project.writeSources(sources);
    project.writeNotes(sources);
    return project.finished();
}

} // namespace Lectern
