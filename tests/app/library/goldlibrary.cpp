#include "goldlibrary.h"

#include "articlefiles.h"

#include <QDir>
#include <QFile>

#include <limits>

namespace Lectern::Testing {

namespace {

QString plain(QString text)
{
    for (QChar &c : text) {
        if (c == u'‘' || c == u'’')
            c = u'\'';
        else if (QStringLiteral("“”„«»").contains(c))
            c = u'"';
        else if (c == QChar::Nbsp || c == QChar(0x202f))
            c = u' ';
    }
    return text;
}

QStringList fields(const QString &line, QLatin1String separator)
{
    QStringList all = line.split(separator);
    for (QString &field : all)
        field = field.trimmed();
    return all;
}

bool isWordAt(const QString &text, qsizetype at, qsizetype length)
{
    const bool begins = at == 0 || !text[at - 1].isLetterOrNumber();
    return begins && (at + length == text.size() || !text[at + length].isLetterOrNumber());
}

qsizetype distance(TextRange a, TextRange b)
{
    return std::max<qsizetype>({0, a.start - b.end, b.start - a.end});
}

} // namespace

GoldLibrary::GoldLibrary()
{
    readArticles();
    readQuotations();
    readStories();
    readPairs();
}

void GoldLibrary::readArticles()
{
    const QDir folder(QStringLiteral(LECTERN_SOURCE_DIR "/resources/library"));
    for (const QString &file : folder.entryList(QDir::Files, QDir::Name)) {
        const ImportOutcome outcome = Testing::readArticles(folder.filePath(file));
        for (const ImportFailure &failure : outcome.failures)
            m_problems += file + QStringLiteral(": ") + failure.error.message;
        for (const ArticlePtr &article : outcome.articles) {
            const QString name = QStringLiteral("%1 %2").arg(file, article->source().part).trimmed();
            m_articles.insert(name, article);
            m_plain.insert(name, plain(article->text()));
        }
    }
}

QStringList GoldLibrary::lines(const QString &file)
{
    QFile source(QStringLiteral(LECTERN_SOURCE_DIR "/tests/data/gold/") + file);
    if (!source.open(QIODevice::ReadOnly))
        m_problems += file + QStringLiteral(": ") + source.errorString();
    QStringList kept;
    for (const QString &line : QString::fromUtf8(source.readAll()).split(u'\n'))
        if (!line.isEmpty() && !line.startsWith(u'#'))
            kept += line;
    return kept;
}

void GoldLibrary::readQuotations()
{
    QString article;
    for (const QString &line : lines(QStringLiteral("quotations.txt"))) {
        if (line.startsWith(u'@')) {
            article = line.mid(1).trimmed();
            continue;
        }
        const QStringList parts = fields(line, QLatin1String("|"));
        if (parts.size() != 6 || !m_articles.contains(article)) {
            m_problems += article + QStringLiteral(": ") + line;
            continue;
        }
        GoldQuotation quotation{parts[0], parts[1], {}, {}, parts[4], {}};
        quotation.pieces =
            placesOf(article, parts[5], quotation.isMarked() || quotation.kind == QLatin1String("scare"));
        quotation.mention = nearest(article, parts[2], quotation.pieces);
        quotation.cue = nearest(article, parts[3], quotation.pieces);
        m_quotations[article].push_back(quotation);
    }
}

void GoldLibrary::readStories()
{
    QString story;
    for (const QString &line : lines(QStringLiteral("stories.txt"))) {
        if (line.startsWith(u'@'))
            story = line.mid(1).trimmed();
        else if (m_articles.contains(line))
            m_stories.insert(line, story);
        else
            m_problems += story + QStringLiteral(": ") + line;
    }
}

void GoldLibrary::readPairs()
{
    for (const QString &line : lines(QStringLiteral("alignment.txt"))) {
        if (line.startsWith(u'@')) {
            const QStringList names = fields(line.mid(1), QLatin1String(","));
            m_pairs.push_back({names.value(0), names.value(1), {}});
            continue;
        }
        const QStringList parts = fields(line, QLatin1String("|"));
        if (parts.size() != 3) {
            m_problems += line;
            continue;
        }
        GoldPair &pair = m_pairs.back();
        pair.passages.push_back(
            {parts[0] == QLatin1String("link"), placesOf(pair.a, parts[1]), placesOf(pair.b, parts[2])});
    }
}

/// Pieces stand one behind the other; what the text has twice means the place before the second piece, else
/// the first one in marks, else the first.
std::vector<TextRange> GoldLibrary::placesOf(const QString &article, const QString &pieces, bool inMarks)
{
    std::vector<TextRange> places;
    const QString text = m_plain.value(article);
    const auto isMarked = [&text](qsizetype at) {
        while (at > 0 && text[at - 1] == u' ')
            --at;
        return at > 0 && (text[at - 1] == u'"' || text[at - 1] == u'\'');
    };
    qsizetype from = 0;
    for (const QString &piece : fields(pieces, QLatin1String("//"))) {
        const qsizetype first = text.indexOf(piece, from);
        qsizetype at = first;
        while (inMarks && at >= 0 && !isMarked(at))
            at = text.indexOf(piece, at + 1);
        if (at < 0)
            at = first;
        if (at < 0 || piece.isEmpty()) {
            m_problems += article + QStringLiteral(" lacks: ") + piece;
            continue;
        }
        from = at + piece.size();
        places.push_back({at, from});
    }
    if (places.size() > 1) {
        const QString first = fields(pieces, QLatin1String("//")).front();
        const qsizetype nearest = text.lastIndexOf(first, places[1].start - first.size());
        places.front() = {nearest, nearest + first.size()};
    }
    return places;
}

TextRange GoldLibrary::nearest(const QString &article, const QString &words,
                               const std::vector<TextRange> &pieces)
{
    TextRange best;
    if (words.isEmpty() || pieces.empty())
        return best;
    const QString text = m_plain.value(article);
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        const TextRange place{at, at + words.size()};
        const auto far = [&](TextRange piece) {
            const bool isInside = place.start < piece.end && piece.start < place.end;
            return isInside ? least : distance(place, piece);
        };
        const qsizetype away = std::min(far(pieces.front()), far(pieces.back()));
        if (away < least && isWordAt(text, at, words.size())) {
            least = away;
            best = place;
        }
    }
    if (best.isEmpty())
        m_problems += article + QStringLiteral(" lacks: ") + words;
    return best;
}

} // namespace Lectern::Testing
