#include "import/htmlimporter.h"

#include "import/articlemaking.h"
#include "import/htmlblocks.h"
#include "import/htmlguard.h"
#include "import/maincontent.h"
#include "import/metadatafields.h"
#include "import/pagemetadata.h"
#include "import/plaintextimporter.h"
#include "import/textdecoding.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype shortText = 200; ///< below it the text that JSON-LD repeats is looked at

/// Where the page says it was saved from: the comments of browsers and of SingleFile.
QString savedFrom(const QString &html)
{
    static const QRegularExpression comment(
        u"<!--\\s*(?:saved from url=\\(\\d+\\)|Page saved with SingleFile\\s+url:\\s*)(https?://\\S+)"_s);
    const auto match = comment.match(html.left(4096));
    return match.hasMatch() ? webUrl(match.captured(1)) : QString();
}

QUrl baseOf(const HtmlTree &tree, const QString &baseUrl)
{
    for (int node = 0; node < tree.size(); ++node)
        if (tree.tag(node) == HtmlTag::Other && tree.hasAttribute(node, "href") &&
            tree.enclosing(node, {HtmlTag::Head}) >= 0) {
            const QUrl declared = QUrl(baseUrl).resolved(QUrl(tree.attribute(node, "href").trimmed()));
            if (!webUrl(declared.toString()).isEmpty())
                return declared;
        }
    return QUrl(baseUrl);
}

template <typename T>
void fill(T &place, const T &value)
{
    if (place == T())
        place = value;
}

void takeMetadata(const PageMetadata &page, ArticleDraft &draft)
{
    fill(draft.title, page.title);
    fill(draft.authors, page.authors);
    fill(draft.outlet, page.outlet);
    fill(draft.published, page.published);
    fill(draft.modified, page.modified);
    fill(draft.url, page.url);
    fill(draft.tags, page.tags);
    if (draft.language.isEmpty() && !page.language.isEmpty())
        putField(draft, u"language"_s, {page.language});
    if (!page.description.isEmpty())
        draft.extra.insert(u"description"_s, page.description.left(10'000));
}

CanonicalText readSimplified(const QByteArray &utf8, ArticleDraft &draft)
{
    draft.warnings
        << u"The page is nested too deeply or has too many tags; it was read simplified, by its words alone."_s;
    draft.confidence = 0.2;
    CanonicalTextBuilder builder;
    stripTags(utf8, builder);
    return builder.take();
}

bool startsLikeHtml(QByteArrayView head)
{
    qsizetype at = 0;
    while (at < head.size()) {
        const QByteArrayView rest = head.sliced(at);
        if (rest.front() <= ' ' && uchar(rest.front()) < 0x80)
            ++at;
        else if (rest.startsWith("<!--")) {
            const qsizetype end = rest.indexOf("-->");
            if (end < 0)
                return false;
            at += end + 3;
        } else if (rest.startsWith("<?xml") && rest.contains('>')) {
            at += rest.indexOf('>') + 1;
        } else {
            break;
        }
    }
    static const QRegularExpression opening(
        u"^<(?:!doctype\\s+html|(?:html|head|body|title|meta|base|link|script|style|article|main|section|div|"
        u"p|h[1-6]|table|ul|ol|span|a|b|i|em|strong|font|center|"
        u"header|nav|blockquote|pre|img|br|hr|form|iframe)(?=[\\s>/]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return opening
        .match(QString::fromLatin1(head.sliced(at).first(std::min<qsizetype>(40, head.size() - at))))
        .hasMatch();
}

} // namespace

CanonicalText readHtml(const QString &html, const QString &baseUrl, ArticleDraft &draft)
{
    const QByteArray utf8 = mendedHtml(html.toUtf8());
    if (!isTreeSafe(utf8))
        return readSimplified(utf8, draft);
    const HtmlTree tree = HtmlTree::parse(leanHtml(utf8));
    const QString source = baseUrl.isEmpty() ? savedFrom(html) : baseUrl;
    const QUrl base = baseOf(tree, source);
    const PageMetadata page = readPageMetadata(tree, QUrl(source));
    takeMetadata(page, draft);
    const MainContent content = findMainContent(tree, page.description);
    draft.confidence = content.confidence;
    const QUrl linkBase = base.isEmpty() ? QUrl(page.url) : base;
    CanonicalText text = htmlBlocks(tree, content, draft.title, linkBase);
    if (text.text.size() < shortText && page.articleBody.size() > 2 * text.text.size() + shortText) {
        ArticleDraft unused;
        unused.title = draft.title;
        text = readPlainText(page.articleBody, unused);
        draft.confidence = 0.6;
    }
    return text;
}

QString HtmlImporter::format() const
{
    return u"html"_s;
}

int HtmlImporter::sniff(const RawFile &file) const
{
    if (isBinary(file.bytes))
        return 0;
    QByteArray head = file.bytes.first(std::min<qsizetype>(file.bytes.size(), 8192));
    head.replace('\0', "");
    for (const QByteArrayView mark :
         {QByteArrayView("\xEF\xBB\xBF"), QByteArrayView("\xFF\xFE"), QByteArrayView("\xFE\xFF")})
        if (head.startsWith(mark))
            head = head.sliced(mark.size());
    const bool named = file.path.endsWith(u".html", Qt::CaseInsensitive) ||
                       file.path.endsWith(u".htm", Qt::CaseInsensitive) ||
                       file.path.endsWith(u".xhtml", Qt::CaseInsensitive);
    if (startsLikeHtml(head))
        return 90;
    const bool hasRoot = head.toLower().contains("<html") || head.toLower().contains("<!doctype html");
    if (hasRoot || (named && head.contains('<')))
        return 80;
    return named ? 60 : 0;
}

ImportOutcome HtmlImporter::read(const RawFile &file, const ImportOptions &options) const
{
    const DecodedText decoded = decodeText(file.bytes, declaredEncoding(file.bytes));
    ArticleDraft draft = draftFor(file, format());
    draft.source.encoding = decoded.encoding;
    draft.source.encodingGuessed = decoded.guessed;
    draft.warnings = decoded.warnings;
    CanonicalText text = readHtml(decoded.text, options.baseUrl, draft);
    ImportOutcome outcome;
    addArticle(outcome, std::move(draft), std::move(text), options);
    if (outcome.articles.empty() && outcome.failures.front().error.kind == ErrorKind::Empty)
        outcome.failures.front().error.message =
            u"There are no words in the page. It may be made by scripts when a browser shows it; save it from there."_s;
    return outcome;
}

} // namespace Lectern
