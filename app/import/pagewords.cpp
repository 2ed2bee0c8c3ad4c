#include "import/pagewords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Lectern::PageWords {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

bool holds(const QString &text, const QRegularExpression &words)
{
    return !text.isEmpty() && words.match(text).hasMatch();
}

} // namespace

bool isUnlikely(const QString &classAndId)
{
    static const QRegularExpression unlikely(
        u"(?:^|[\\s_-])(?:ad|ads|advert\\w*|adslot|banner|breadcrumbs?|combx|comments?(?:area|list|s)?|"
        u"commentlist|community|consent|cookies?|copyright|disqus|"
        u"disclaimer|footer|gdpr|hidden|latest|legal|login|masthead|menu|mod-(?:share|related)|modal|most-?(?"
        u":read|popular|viewed)|nav\\w*|newsletter|outbrain|"
        u"pager|pagination|paging|paywall|pop-?up|popular|prev|next|print-only|promo\\w*|recirc\\w*|"
        u"recommend\\w*|related\\w*|remark|replies|reply|respond|"
        u"rss|screen-reader-text|search|share(?:s|r|d-?(?:links|posts))?|share-?(?:this|bar|box|button|link|"
        u"tool|widget|icon)\\w*|shar(?:ing|edaddy)|shoutbox|sidebar|sign-?up|skip|skyscraper|"
        u"social\\w*|sponsor\\w*|sr-only|subscri\\w*|taboola|"
        u"tags?|tag-?list|teasers?|toolbar|tooltip|topbar|trending|visually-hidden|widget\\w*|yarpp)(?:$|["
        u"\\s_-])|"
        u"-ad-|[a-z](?:Sidebar|Footer|Comments|Related|Share|Social|Nav|Newsletter)"_s);
    static const QRegularExpression maybe(
        u"(?:^|[\\s_-])(?:article|body|content|main|story|post|entry|column|text)(?:$|[\\s_-])|articlebody|article-body|maincontent"_s,
        anyCase);
    return holds(classAndId, unlikely) && !holds(classAndId, maybe);
}

bool isDiscussion(const QString &classAndId)
{
    static const QRegularExpression discussion(
        u"comment|kommentar|disqus|respon[ds]|repl(?:y|ies)|discussion|sidebar|footer|related|teaser|widget|"
        u"consent|cookie|"
        u"modal|hidden|disclaimer|legal|copyright|sponsor|advert|promo|banner|newsletter|subscri"_s,
        anyCase);
    return holds(classAndId, discussion);
}

bool isClutter(const QString &classAndId)
{
    static const QRegularExpression clutter(
        u"(?:^|[\\s_-])(?:share(?:s|r)?|share-?(?:this|bar|box|button|link|tool|widget|icon)\\w*|sharing|"
        u"social\\w*|related\\w*|newsletter\\w*|recommend\\w*|promo\\w*|"
        u"advert\\w*|ads?|ad-\\w+|outbrain|taboola|most-read|"
        u"tags?|tag-?list|tagcloud|author-?bio|about-?author|comments?|subscribe\\w*|sign-?up|read-?more|see-"
        u"?also|also-?read|toc|breadcrumbs?|paginat\\w*|post-?nav\\w*|"
        u"jp-relatedposts|sharedaddy|print-?only|noprint|navbox|editsection|mw-editsection|rating\\w*|vote|follow\\w*|copyright|disclaimer)(?:$|[\\s_-])"_s,
        anyCase);
    return holds(classAndId, clutter);
}

int weight(const QString &classAndId)
{
    static const QRegularExpression good(
        u"article|body|content|entry|hentry|main|page|post|text|blog|story|prose|copy"_s, anyCase);
    static const QRegularExpression bad(
        u"hidden|banner|combx|comment|com-|contact|foot|footer|footnote|masthead|media|meta|outbrain|promo|"
        u"related|scroll|share|shoutbox|sidebar|"
        u"skyscraper|sponsor|shopping|tags|tool|widget|nav|menu|teaser"_s,
        anyCase);
    return (holds(classAndId, good) ? 25 : 0) - (holds(classAndId, bad) ? 25 : 0);
}

bool isArticleBody(const QString &classAndId)
{
    static const QRegularExpression body(
        u"(?:^|\\s)(?:[\\w-]+[-_])?(?:article[-_]*body|article[-_]*content|article[-_]*text|articletext|"
        u"entry[-_]*content|post[-_]*content|post[-_]*body|story[-_]*body|"
        u"story[-_]*content|story[-_]*text|body[-_]*copy|content[-_]*body|news[-_]*body|news[-_]*content|"
        u"rich[-_]*text|field-name-body|articlebody|storytext)"
        u"(?:[-_]{1,2}(?:text|content|container|inner|wrapper|main))?(?:$|\\s)"_s,
        anyCase);
    return holds(classAndId, body);
}

bool isByline(const QString &classAndId)
{
    static const QRegularExpression byline(
        u"(?:^|[\\s_-])(?:byline\\w*|author\\w*|dateline|date|datetime|timestamp|time|published\\w*|pubdate|"
        u"updated|posted-?on|posted-?by|entry-meta|post-meta|article-?meta|meta|metadata|"
        u"entry-date|kicker|eyebrow|vcard|reading-?time|read-?time)(?:$|[\\s_-])"_s,
        anyCase);
    return holds(classAndId, byline);
}

bool isCaption(const QString &classAndId)
{
    static const QRegularExpression caption(
        u"(?:^|[\\s_-])(?:\\w*captions?\\w*|photo-?credit|image-?credit|credits?|wp-caption-text|legend|cutline|copyright-holder)(?:$|[\\s_-])"_s,
        anyCase);
    return holds(classAndId, caption);
}

bool isLead(const QString &classAndId)
{
    static const QRegularExpression lead(u"(?:^|[\\s_-])(?:lead|lede|lead-?(?:text|in|paragraph)|intro\\w*|"
                                         u"excerpt|teaser(?:-?text)?|stand-?first|"
                                         u"vorspann|chapo|chapeau|bajada|copete|entradilla|"
                                         u"sommario|sumario|ingress|preamble)(?:$|[\\s_-])"_s,
                                         anyCase);
    return holds(classAndId, lead);
}

bool endsArticle(QStringView line)
{
    static const QRegularExpression end(
        u"^\\W*(?:about the authors?|über (?:den|die) autor(?:in|en)?|à propos de l['’]auteur|sobre "
        u"(?:el|la|o|a) autora?|"
        u"related(?: (?:articles?|stories|posts|content|topics|news|reading|links))?|you may also like|you "
        u"might also like|"
        u"more (?:stories|articles|news)|recommended(?: (?:for you|reading|stories|articles))?|read "
        u"(?:next|also)|"
        u"what to read next|recommended stories|"
        u"auch interessant.{0,20}|das könnte (?:sie|dich|euch|ihnen) (?:auch )?(?:interessieren|gefallen)|"
        u"weitere (?:artikel|beiträge|nachrichten|meldungen|themen)|ähnliche (?:artikel|beiträge|themen)|"
        u"mehr zum thema|lesen sie (?:auch|mehr)|schon gelesen|verwandte (?:artikel|beiträge|themen)|"
        u"à lire (?:aussi|également)|lire aussi|sur le même sujet|articles (?:liés|similaires)|"
        u"te puede interesar|le puede interesar|también te puede interesar|artículos relacionados|noticias "
        u"relacionadas|"
        u"leggi anche|articoli correlati|potrebbe interessarti(?: anche)?|leia (?:também|mais)|veja também|"
        u"lees (?:ook|meer)|czytaj (?:też|także|również)|zobacz (?:też|także|również)|"
        u"(?:\\d+\\s+|keine\\s+|no\\s+)?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|"
        u"reacties|komentarze)"
        u"(?:\\s*\\(\\d+\\))?|leave a (?:comment|reply)|schreibe einen kommentar|(?:join the )?discussion|"
        u"laisser un commentaire|deja (?:un|tu) comentario)\\W*$"_s,
        anyCase | QRegularExpression::UseUnicodePropertiesOption);
    return line.size() <= 80 && end.match(line.trimmed().toString()).hasMatch();
}

bool isPromotion(QStringView line, bool isLinked)
{
    // What it is called when another article is offered, and the words of buttons and banners.
    static const QRegularExpression offered(
        u"^\\W*(?:related(?: (?:post|story|article|coverage|video)s?)?|also see|see also|see more|read "
        u"more|read also|"
        u"read next|also read|more(?: on this| to read)?|watch(?: (?:now|more|also))?|recommended|must "
        u"read|further reading|"
        u"mehr dazu|mehr zum thema|lesen sie (?:auch|mehr|hier)|siehe auch|auch interessant|passend dazu|zum "
        u"thema|"
        u"à lire(?: aussi| également)?|lire (?:aussi|également|plus)|voir aussi|puedes ver|ver también|lee "
        u"también|"
        u"lea también|leer más|(?:te|le) puede interesar|leggi anche|guarda anche|vedi anche|leia "
        u"(?:também|mais)|"
        u"veja (?:também|mais)|lees (?:ook|meer)|bekijk ook|czytaj (?:też|także|również|więcej)|zobacz "
        u"(?:też|także|również)|"
        u"läs (?:också|mer|även)|baca juga|lihat juga|bacaan terkait)\\s*(?<mark>[:：|»>–—-])?"_s,
        anyCase | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression asked(
        u"^\\W*(?:(?:get|sign up|subscribe|register|join)\\b.{0,100}\\b(?:newsletters?|inbox|app|by clicking "
        u"here)\\W*$|"
        u"(?:follow|like|join|find) (?:us|\\w+|@\\w+) (?:and \\w+ )?on "
        u"(?:facebook|twitter|instagram|youtube|telegram|whatsapp|google)|"
        u".{0,60}by clicking here\\W*$|like this (?:story|article|post)\\W|sharing is caring|filed "
        u"under\\b|posted in\\b|"
        u"(?:advert|iklan|reklama?|pubblicità|annonce|publicidade|annons|advertentie)\\W*$|(?:copyright\\b|©).{0,80}$)"_s,
        anyCase | QRegularExpression::UseUnicodePropertiesOption);
    if (line.size() > 200)
        return false;
    const QString text = line.trimmed().toString();
    if (const auto match = offered.match(text); match.hasMatch())
        return isLinked ||
               (!match.capturedView(u"mark"_s).isEmpty() && match.capturedView(u"mark"_s) != u"-" &&
                !text.endsWith(u'.') && text.size() <= 140);
    return asked.match(text).hasMatch();
}

bool isCredit(QStringView line)
{
    static const QRegularExpression credit(
        u"^\\W*(?:(?:additional )?(?:reporting|writing|editing)\\b.{0,20} by \\p{Lu}|"
        u"(?:first |originally )?(?:published|updated|posted)(?: (?:on|at))?\\s*:?\\s.{0,60}\\d|"
        u"(?:last )?updated at \\d)"_s,
        anyCase | QRegularExpression::UseUnicodePropertiesOption);
    return line.size() <= 250 && credit.match(line.trimmed().toString()).hasMatch();
}

bool isJunkLine(QStringView line)
{
    static const QRegularExpression junk(
        u"^\\W*(?:advertisement|advertising|sponsored( content)?|promoted|read (?:more|next|also|full "
        u"story)|(?:see|read) also|more (?:from|on) .{0,40}|related(?: "
        u"(?:articles?|stories|posts|content|topics))?|"
        u"story continues below(?: advertisement)?|article continues (?:below|after) .{0,30}|continue "
        u"reading(?: below)?|share(?: this)?(?: "
        u"(?:article|story|post|page))?|(?:share|tweet|pin|email|print|save|facebook|twitter|"
        u"whatsapp|linkedin|reddit|pinterest|telegram|copy link|comments?|leave a "
        u"(?:comment|reply)|loading\\.*|close|menu|search|skip to .{0,20}|back to "
        u"top|anzeige|werbung|publicité|publicidad|"
        u"mehr zum thema|lesen sie auch|lire aussi|à lire aussi|leia também|lea también|sign up(?: "
        u".{0,60})?|subscribe(?: .{0,60})?|follow us(?: .{0,40})?|click here(?: .{0,60})?|"
        u"view (?:all )?comments|\\d+ comments?|\\d+ shares?|image (?:source|caption|copyright).{0,40}|photo gallery|getty images|media caption.{0,60}|all rights reserved))\\W*$"_s,
        anyCase);
    return line.size() <= 90 && junk.match(line.trimmed().toString()).hasMatch();
}

} // namespace Lectern::PageWords
