#include "export/templatevalues.h"

#include "export/citationwords.h"
#include "export/citedarticle.h"
#include "export/passagecontext.h"
#include "export/personname.h"

#include <QFileInfo>

#include <kainjow/mustache.hpp>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;
namespace mustache = kainjow::mustache;

using Values = mustache::data;

/// Sets a value; an empty one is false, so that {{#note}} leaves out what is not known.
void set(Values &values, const char *key, const QString &value)
{
    values.set(key, value.isEmpty() ? Values(false) : Values(value.toStdString()));
}

void set(Values &values, const char *key, qint64 value)
{
    values.set(key, Values(QString::number(value).toStdString()));
}

void flag(Values &values, const char *key, bool value)
{
    values.set(key, Values(value));
}

/// Objects of one value each, which know where in the list they stand.
Values listOf(const QStringList &items, const char *key)
{
    Values list(Values::type::list);
    for (qsizetype i = 0; i < items.size(); ++i) {
        Values item;
        item.set(key, Values(items.at(i).toStdString()));
        flag(item, "first", i == 0);
        flag(item, "last", i == items.size() - 1);
        list.push_back(item);
    }
    return list;
}

/// What is known of an article; stands in the article and in each passage of it.
void setArticle(Values &values, const Passage &passage, const QString &key)
{
    set(values, "key", key);
    set(values, "title", passage.title.isEmpty() ? QString() : citedTitleOf(passage).words);
    flag(values, "untitled", passage.titleDerived);
    set(values, "names", namesInOrder(passage.authors));
    values.set("authors", listOf(passage.authors, "name"));
    set(values, "outlet", passage.outlet);
    set(values, "date", passage.published.toIsoAsGiven().left(10));
    set(values, "year", passage.published.toIsoAsGiven().left(4));
    set(values, "url", passage.url);
    set(values, "path", passage.source.path);
    set(values, "file", QFileInfo(passage.source.path).fileName());
    set(values, "language", passage.language);
    set(values, "sha256", QString::fromLatin1(passage.source.sha256));
    set(values, "text_sha256", QString::fromLatin1(passage.textSha256));
}

/// The words before and after those of the passage.
std::pair<QString, QString> around(const Passage &passage, const ExportOptions &options,
                                   ExportArticles &articles)
{
    const std::vector<ContextRun> runs = passageInContext(passage, options.context, articles);
    const bool before = !runs.empty() && runs.front().kind == RunKind::Around;
    const bool after = runs.size() > 1 && runs.back().kind == RunKind::Around;
    return {before ? runs.front().text : QString(), after ? runs.back().text : QString()};
}

Values valuesOf(const Passage &passage, const QString &key, const ExportOptions &options,
                ExportArticles &articles)
{
    Values values;
    setArticle(values, passage, key);
    set(values, "id", passage.id);
    set(values, "quote", passage.shownQuote());
    set(values, "exact", passage.quote);
    values.set("lines", listOf(passage.shownQuote().split(u'\n'), "line"));
    const auto [before, after] = around(passage, options, articles);
    set(values, "before", before);
    set(values, "after", after);
    set(values, "note", passage.note);
    values.set("tags", listOf(passage.tags, "name"));
    set(values, "colour", name(passage.colour));
    flag(values, "starred", passage.starred);
    set(values, "citation", citation(passage, options.style, options.accessed));
    set(values, "paragraph", passage.paragraph > 0 ? QString::number(passage.paragraph) : QString());
    set(values, "start", passage.codePoints.start);
    set(values, "end", passage.codePoints.end);
    set(values, "prefix", passage.prefix);
    set(values, "suffix", passage.suffix);
    set(values, "created", passage.created.toUTC().toString(Qt::ISODate));
    set(values, "modified", passage.modified.toUTC().toString(Qt::ISODate));
    return values;
}

Values placed(Values values, bool isFirst, bool isLast)
{
    flag(values, "first", isFirst);
    flag(values, "last", isLast);
    return values;
}

} // namespace

QString templateMistake(const QString &text)
{
    const mustache::mustache compiled(text.toStdString());
    if (compiled.is_valid())
        return {};
    return QString::fromStdString(compiled.error_message()).trimmed() + u'.';
}

QByteArray filledTemplate(const QString &text, TemplateKind kind, const std::vector<Passage> &passages,
                          const ExportOptions &options)
{
    ExportArticles known(options);
    Values root;
    Values all(Values::type::list);
    Values articles(Values::type::list);
    const std::vector<CitedArticle> cited = citedArticles(passages);
    QHash<const Passage *, QString> keys;
    for (const CitedArticle &article : cited)
        for (const Passage *passage : article.passages)
            keys.insert(passage, article.key);
    for (size_t i = 0; i < passages.size(); ++i)
        all.push_back(placed(valuesOf(passages[i], keys.value(&passages[i]), options, known), i == 0,
                             i + 1 == passages.size()));
    for (size_t i = 0; i < cited.size(); ++i) {
        Values article;
        setArticle(article, cited[i].first(), cited[i].key);
        article.set("tags", listOf(cited[i].tags(), "name"));
        Values inside(Values::type::list);
        const std::vector<const Passage *> &own = cited[i].passages;
        for (size_t j = 0; j < own.size(); ++j)
            inside.push_back(
                placed(valuesOf(*own[j], cited[i].key, options, known), j == 0, j + 1 == own.size()));
        article.set("passages", inside);
        articles.push_back(placed(article, i == 0, i + 1 == cited.size()));
    }
    root.set("passages", all);
    root.set("articles", articles);
    set(root, "count", qint64(passages.size()));
    root.set("json",
             Values(mustache::lambda2([](const std::string &inside, const mustache::renderer &render) {
                 const QString value = QString::fromStdString(render(inside, false));
                 return u"\"%1\""_s.arg(escaped(TemplateKind::Json, value)).toStdString();
             })));

    mustache::mustache compiled(text.toStdString());
    compiled.set_custom_escape([kind](const std::string &value) {
        return escaped(kind, QString::fromStdString(value)).toStdString();
    });
    return QByteArray::fromStdString(compiled.render(root));
}

} // namespace Lectern
