#include "import/pageauthors.h"

#include "import/bylines.h"
#include "import/datereading.h"
#include "import/pagelines.h"
#include "import/pagemetadata.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxCandidates = 1'000; ///< elements and lines with an author that are looked at

/// Words that stand where a name could and are none.
bool isNoName(const QString &name)
{
    static const QStringView words = u" admin administrator author autor autorin auteur unknown anonymous "
                                     u"name username benutzername follow share "
                                     u"comment comments kommentar kommentare home email website posted guest "
                                     u"gast none null staff more mehr profil "
                                     u"profile about redirect login ";
    return words.contains(u' ' + name.toLower() + u' ') || name.contains(u'*') || name.contains(u'(') ||
           name.contains(u"://") || name.contains(u'@') || name.contains(u'?') || name.size() > 80 ||
           name.size() < 2;
}

QStringList usable(const QStringList &names)
{
    QStringList kept;
    for (const QString &name : names)
        if (!isNoName(name))
            kept << name;
    kept.removeDuplicates();
    return kept;
}

/// The name of a site or a body, not of a person.
class Bodies
{
public:
    explicit Bodies(const PageContext &context)
    {
        for (const QString &name : {context.known.outlet, context.jsonLd.outlet})
            if (const QString words = comparableWords(name); !words.isEmpty())
                m_names << words;
        QStringList host = QUrl(context.known.url).host().split(u'.', Qt::SkipEmptyParts);
        if (host.size() >= 2)
            m_names << comparableWords(host.at(host.size() - 2));
    }

    bool holds(const QString &name) const
    {
        static const QRegularExpression body(
            u"\\b(?:gmbh|e\\. "
            u"?v\\.|ag|inc\\.?|ltd\\.?|llc|redaktion|online|media|verlag|magazine?|staff|team|zeitung|news|"
            u"stiftung|institut|foundation|editors?|newsroom|desk)(?:$|\\b)|\\.(?:de|com|org|net|at|ch|fr|it|es|uk)$"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QString words = comparableWords(name);
        return m_names.contains(words) || body.match(name).hasMatch();
    }
    bool holdsAll(const QStringList &names) const
    {
        return std::all_of(names.begin(), names.end(), [this](const QString &name) { return holds(name); });
    }

private:
    QStringList m_names;
};

QStringList declaredAuthors(const MetaTags &meta, const PageContext &context, const Bodies &bodies)
{
    QStringList bodiesNamed;
    const auto arePeople = [&](const QStringList &names) {
        if (names.isEmpty() || !bodies.holdsAll(names))
            return !names.isEmpty();
        if (bodiesNamed.isEmpty())
            bodiesNamed = names;
        return false;
    };
    if (const QStringList names = usable(context.jsonLd.authors); arePeople(names))
        return names;
    if (const QStringList names = usable(meta.all(u"citation_author"_s)); arePeople(names))
        return names;
    for (const char16_t *name :
         {u"author", u"article:author", u"og:article:author", u"parsely-author", u"sailthru.author",
          u"dc.creator", u"dc:creator", u"dcterms.creator", u"creator", u"byl", u"cxenseparse:author",
          u"bt:author", u"citation_authors"}) {
        QStringList found;
        for (const QString &value : meta.all(QString::fromUtf16(name)))
            found << splitNames(value);
        if (const QStringList names = usable(found); arePeople(names))
            return names;
    }
    // Two pairs of label and value that previews of links show.
    static const QRegularExpression writtenBy(
        u"^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|autor)"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const auto &[label, value] : {std::pair{u"twitter:label1"_s, u"twitter:data1"_s},
                                       std::pair{u"twitter:label2"_s, u"twitter:data2"_s}})
        if (writtenBy.match(meta.all(label).value(0)).hasMatch())
            if (const QStringList names = usable(splitNames(meta.all(value).value(0))); arePeople(names))
                return names;
    return bodiesNamed;
}

/// The names in the text of an element that should hold them. `isSure` allows one word and no capital.
QStringList namesIn(QString text, bool isSure)
{
    if (text.size() > 160)
        return {};
    static const QRegularExpression allPosts(
        u"^(?:(?:view|see|show|zeige|read)?\\s*(?:all|alle|alles|more|weitere|tous)?\\s*(?:les\\s+)?"
        u"(?:posts|beiträge|articles|artikel|stories|alles)?\\s*(?:by|von|vom|de|par|from|about|über)\\s+|"
        u"(?:über den autor|about the author|author|autor(?:in)?)\\s*:?\\s+)(?=\\S)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression clock(u"\\d{1,2}[:.]\\d{2}\\s*(?:[ap]\\.?m\\.?|uhr)?"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression border(u"\\s*[|•·–—»›]\\s*|\\s/\\s|\\s-\\s"_s);
    if (const FoundDate date = findDate(text); !date.date.isNull())
        text.replace(date.start, date.length, u" | "_s);
    text.replace(clock, u" | "_s);
    const QStringList pieces = text.split(border, Qt::SkipEmptyParts);
    for (const QString &piece : pieces) {
        QString rest = piece.simplified();
        rest.remove(allPosts);
        while (!rest.isEmpty() && (rest.back() == u':' || rest.back() == u','))
            rest.chop(1);
        QStringList names = readByline(u"By "_s + rest);
        static const QRegularExpression nick(u"^[\\p{L}\\d][\\p{L}\\d._-]{2,24}$"_s);
        if (names.isEmpty() && isSure && nick.match(rest).hasMatch())
            names << rest;
        names = usable(names);
        const bool isLong =
            std::any_of(names.begin(), names.end(), [](const QString &name) { return name.contains(u' '); });
        if (!names.isEmpty() && (isSure || isLong))
            return names;
    }
    return {};
}

struct ShownAuthors
{
    QStringList names;
    double score = 0;
    int line = -1;
    QString className;
};

void offer(ShownAuthors &best, const ShownAuthors &other)
{
    if (other.names.isEmpty() || other.score <= 0.5)
        return;
    const bool goesOn =
        other.className == best.className && other.score >= best.score - 0.5 && other.line - best.line <= 3;
    if (other.score > best.score) {
        best = other;
    } else if (goesOn && best.names.size() < 12) {
        for (const QString &name : other.names)
            if (!best.names.contains(name))
                best.names << name;
        best.line = other.line;
    }
}

/// The authors that elements are marked to hold.
void findMarked(const HtmlTree &tree, const PageLines &lines, ShownAuthors &best)
{
    static const QRegularExpression authorWord(u"(?:^|[\\s_-])(?:bylines?|authors?|autor(?:en|in)?|auteurs?|"
                                               u"auteur|writers?|contributors?|posted-?by|redakteur|"
                                               u"reporter|username|journalist|autore|verfasser)(?:s|-?name|__"
                                               u"?name|-?link|__?link|-?title)?(?:$|[\\s_-])|"
                                               u"[a-z](?:Author|Byline)(?:Name|Link)?(?:$|[\\s_-])"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    int looked = 0;
    for (int node = 0; node < tree.size() && looked < maxCandidates; ++node) {
        const HtmlNode &at = tree.at(node);
        if (at.tag == HtmlTag::Text || at.tag == HtmlTag::Meta || at.tag == HtmlTag::Input ||
            at.attributes.empty() || at.end - node > 40)
            continue;
        const QString names = tree.attribute(node, "class");
        const QString rel = tree.attribute(node, "rel");
        const QString property = tree.attribute(node, "itemprop");
        const bool isLinked = at.tag == HtmlTag::A && (tree.attribute(node, "href").contains(u"/author/") ||
                                                       tree.attribute(node, "href").contains(u"/autor/"));
        const bool isAuthor = rel == u"author" || property == u"author" || property == u"creator" || isLinked;
        if (!isAuthor && (names.isEmpty() || !authorWord.match(names).hasMatch()))
            continue;
        if (tree.enclosing(node, {HtmlTag::Form, HtmlTag::Label, HtmlTag::Figure, HtmlTag::Figcaption}) >= 0)
            continue;
        ++looked;
        ShownAuthors found;
        found.names = namesIn(tree.text(node), isAuthor || names.contains(u"name"));
        if (found.names.isEmpty())
            continue;
        found.line = lines.lineOf(node + 1 < tree.size() ? at.end - 1 : node);
        found.className = names;
        found.score = isAuthor ? 2.5 : 2;
        found.score += lines.isNearHeadline(found.line) ? 2 : 0;
        found.score -= lines.isElsewhere(node) ? 3 : 0;
        found.score -= tree.enclosing(node, {HtmlTag::Footer, HtmlTag::Aside}) >= 0 ? 1.5 : 0;
        offer(best, found);
    }
}

/// The bylines beside the headline, and lines that say "Author:" elsewhere.
void findBylines(const HtmlTree &tree, const PageLines &lines, ShownAuthors &best)
{
    static const QRegularExpression label(u"^\\s*(?:author|autor(?:in|en)?|auteurs?|autore)\\s*:"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (int i = 0; i < lines.size(); ++i) {
        const PageLine &line = lines.at(i);
        const bool isNear = lines.isNearHeadline(i);
        if (line.text.size() > 120 || line.heading == 1 || i == lines.headline())
            continue;
        const bool isLabelled = label.match(line.text).hasMatch();
        if ((!isNear && !isLabelled) || tree.enclosing(line.node, {HtmlTag::Figure, HtmlTag::Form}) >= 0)
            continue;
        QString text = line.text;
        if (const FoundDate date = findDate(text); !date.date.isNull())
            text.replace(date.start, date.length, u"|"_s);
        static const QRegularExpression border(u"\\s*[|•·–—]\\s*|\\s(?=(?:am|on)\\s*\\|)|,\\s*(?=\\|)"_s);
        ShownAuthors found;
        for (const QString &piece : text.split(border, Qt::SkipEmptyParts))
            if (found.names.isEmpty())
                found.names = usable(readByline(piece));
        found.line = i;
        found.score = (isNear ? 3 : 1.5) - (lines.isElsewhere(line.node) ? 3 : 0);
        offer(best, found);
    }
}

} // namespace

QStringList readPageAuthors(const HtmlTree &tree, const MetaTags &meta, const PageContext &context)
{
    const Bodies bodies(context);
    const QStringList declared = declaredAuthors(meta, context, bodies);
    if (!declared.isEmpty() && !bodies.holdsAll(declared))
        return declared;
    ShownAuthors shown;
    findMarked(tree, context.lines, shown);
    findBylines(tree, context.lines, shown);
    return shown.names.isEmpty() ? declared : shown.names;
}

} // namespace Lectern
