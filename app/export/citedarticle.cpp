#include "export/citedarticle.h"

#include "export/citationwords.h"
#include "export/personname.h"

#include <QHash>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// The ASCII letters and digits of a word in lower case, accents taken off.
QString asciiOf(const QString &text)
{
    QString ascii;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower())
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            ascii += c;
    return ascii;
}

QString titleWord(const QString &title)
{
    static const QStringList small{u"a"_s, u"an"_s, u"the"_s, u"of"_s, u"in"_s, u"on"_s, u"to"_s, u"and"_s};
    for (const QString &word : title.split(u' ', Qt::SkipEmptyParts))
        if (const QString ascii = asciiOf(word); !ascii.isEmpty() && !small.contains(ascii))
            return ascii;
    return {};
}

QString identity(const Passage &passage)
{
    return passage.article.isEmpty() ? passage.source.path + u'\n' + passage.source.part : passage.article;
}

QString keyOf(const Passage &passage)
{
    QString key;
    if (!passage.authors.isEmpty()) {
        const PersonName author = PersonName::read(passage.authors.first());
        key += asciiOf(author.isPerson() ? author.family : author.whole);
    }
    if (!passage.published.isNull())
        key += QString::number(passage.published.firstDay().year());
    key += titleWord(passage.title);
    return key.isEmpty() ? u"article-"_s + passage.article.left(8) : key;
}

} // namespace

QStringList CitedArticle::tags() const
{
    QStringList tags;
    for (const Passage *passage : passages)
        tags += passage->tags;
    tags.removeDuplicates();
    return tags;
}

std::vector<CitedArticle> citedArticles(const std::vector<Passage> &passages)
{
    std::vector<CitedArticle> articles;
    QHash<QString, size_t> places;
    QHash<QString, int> uses;
    for (const Passage &passage : passages) {
        const QString which = identity(passage);
        if (const auto known = places.constFind(which); known != places.cend()) {
            articles[*known].passages.push_back(&passage);
            continue;
        }
        places.insert(which, articles.size());
        articles.push_back({keyOf(passage), {&passage}});
        ++uses[articles.back().key];
    }
    for (CitedArticle &article : articles)
        if (uses.value(article.key) > 1)
            article.key += u'-' + asciiOf(identity(article.first())).right(8);
    return articles;
}

QString guessedNote(const Passage &passage)
{
    return passage.titleDerived && !passage.title.isEmpty()
               ? u"The article has no headline; the title is the beginning of its text."_s
               : QString();
}

QStringList quotedNotes(const CitedArticle &article)
{
    QStringList notes;
    for (const Passage *passage : article.passages) {
        QString note = inQuotationMarks(passage->shownQuote());
        if (passage->paragraph > 0)
            note += u" (¶ %1)"_s.arg(passage->paragraph);
        if (!passage->note.isEmpty())
            note += u"\n"_s + passage->note;
        notes += note;
    }
    return notes;
}

} // namespace Lectern
