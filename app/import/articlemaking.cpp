#include "import/articlemaking.h"

#include "text/language.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype titleUnits = 1000;
constexpr qsizetype maxAuthors = 50;
constexpr qsizetype authorUnits = 300;
constexpr qsizetype maxTags = 200;

/// A file's name as words; empty when it has none, like the names that are sums ("004_d7c1afa3").
QString nameWords(const QString &path)
{
    const QString base = QFileInfo(path).completeBaseName();
    static const QRegularExpression separators(u"[\\s_.+-]+"_s);
    static const QRegularExpression word(u"^\\p{L}{2,}$"_s);
    static const QRegularExpression sum(u"^[0-9a-f]{8,}$"_s, QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = base.split(separators, Qt::SkipEmptyParts);
    const bool hasSum = std::any_of(parts.begin(), parts.end(),
                                    [](const QString &part) { return sum.match(part).hasMatch(); });
    const bool named = std::any_of(parts.begin(), parts.end(),
                                   [](const QString &part) { return word.match(part).hasMatch(); });
    return named && !hasSum ? parts.join(u' ') : QString();
}

void boundFields(ArticleDraft &draft)
{
    draft.authors = draft.authors.mid(0, maxAuthors);
    for (QString &author : draft.authors)
        author.truncate(authorUnits);
    draft.outlet.truncate(titleUnits);
    draft.tags = draft.tags.mid(0, maxTags);
    for (QString &tag : draft.tags)
        tag.truncate(authorUnits);
}

/// The part of the outermost file: a part of a part is told by `!`.
QString wholePart(const RawFile &file, const QString &part)
{
    if (!file.container || file.container->part.isEmpty())
        return part;
    return part.isEmpty() ? file.container->part : file.container->part + u'!' + part;
}

} // namespace

RawFile contained(const RawFile &file, const QString &part, const QString &name, QByteArray bytes)
{
    Container around;
    around.path = file.container ? file.container->path : file.path;
    around.part = wholePart(file, part);
    around.bytes = file.container ? file.container->bytes : file.bytes.size();
    around.depth = file.container ? file.container->depth + 1 : 1;
    return {name, std::move(bytes), file.sha256, file.modifiedMs, std::move(around)};
}

ArticleDraft draftFor(const RawFile &file, const QString &format, const QString &part)
{
    ArticleDraft draft;
    draft.source.path = file.container ? file.container->path : file.path;
    draft.source.part = wholePart(file, part);
    draft.source.sha256 = file.sha256;
    draft.source.bytes = file.container ? file.container->bytes : file.bytes.size();
    draft.source.format = format;
    draft.source.modifiedMs = file.modifiedMs;
    return draft;
}

bool hasWords(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSymbol() || c.isSurrogate(); });
}

Result<ArticlePtr> makeArticle(ArticleDraft draft, CanonicalText text, const ImportOptions &options)
{
    if (!hasWords(text.text))
        return Error{ErrorKind::Empty, u"There are no words in it."_s, draft.source.path};
    if (options.limits.textUnits > 0 && text.text.size() > options.limits.textUnits)
        return Error{
            ErrorKind::Limit,
            u"Its text is longer than %L1 characters. Split the file, or import it without limits."_s.arg(
                options.limits.textUnits),
            draft.source.path};
    draft.text = std::move(text.text);
    draft.blocks = std::move(text.blocks);
    draft.spans = std::move(text.spans);
    boundFields(draft);
    const Language language = detectLanguage(draft.text);
    // What a page declares is often its template's; the text itself wins where it is clear.
    const bool disagrees =
        !draft.language.isEmpty() &&
        draft.language.section(u'-', 0, 0).compare(language.code.section(u'-', 0, 0), Qt::CaseInsensitive) !=
            0;
    if (draft.language.isEmpty() ||
        (disagrees && language.reliable && !language.code.isEmpty() && draft.text.size() >= 300))
        draft.language = language.code;

    const QString title = std::exchange(draft.title, {}).simplified().left(titleUnits);
    if (hasWords(title)) {
        draft.titleDerived = false;
        placeTitle(draft, title);
    } else {
        draft.titleDerived = true;
        const QString name = nameWords(draft.source.path);
        deriveTitle(draft, name.isEmpty() ? QFileInfo(draft.source.path).fileName() : name);
    }
    return Article::make(std::move(draft));
}

void addArticle(ImportOutcome &outcome, ArticleDraft draft, CanonicalText text, const ImportOptions &options)
{
    const QString part = draft.source.part;
    Result<ArticlePtr> article = makeArticle(std::move(draft), std::move(text), options);
    if (article)
        outcome.articles.push_back(std::move(*article));
    else
        outcome.failures.push_back({part, article.error()});
}

ImportFailure failure(const RawFile &file, ErrorKind kind, const QString &message, const QString &part)
{
    return {wholePart(file, part), Error{kind, message, file.container ? file.container->path : file.path}};
}

} // namespace Lectern
