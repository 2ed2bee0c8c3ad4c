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
        u"rss|screen-reader-text|search|share\\w*|sharing|shoutbox|sidebar|sign-?up|skip|skyscraper|"
        u"social\\w*|sponsor\\w*|sr-only|subscri\\w*|taboola|"
        u"tags?|tag-?list|teasers?|toolbar|tooltip|topbar|trending|visually-hidden|widget\\w*|yarpp)(?:$|["
        u"\\s_-])|"
        u"-ad-|[a-z](?:Sidebar|Footer|Comments|Related|Share|Social|Nav|Newsletter)"_s);
    static const QRegularExpression maybe(
        u"(?:^|[\\s_-])(?:article|body|content|main|story|post|entry|column|text)(?:$|[\\s_-])|articlebody|article-body|maincontent"_s,
        anyCase);
    return holds(classAndId, unlikely) && !holds(classAndId, maybe);
}

bool isClutter(const QString &classAndId)
{
    static const QRegularExpression clutter(
        u"(?:^|[\\s_-])(?:share\\w*|sharing|social\\w*|related\\w*|newsletter\\w*|recommend\\w*|promo\\w*|"
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
