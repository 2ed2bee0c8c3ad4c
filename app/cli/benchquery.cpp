#include "cli/benchquery.h"

#include "text/folding.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

struct OpName
{
    const char *name;
    BenchQuery::Op op;
    qsizetype terms; ///< as many are needed at least
};

constexpr std::array<OpName, 9> opNames{{{"term", BenchQuery::Op::Term, 1},
                                         {"and", BenchQuery::Op::And, 1},
                                         {"or", BenchQuery::Op::Or, 1},
                                         {"phrase", BenchQuery::Op::Phrase, 1},
                                         {"prefix", BenchQuery::Op::Prefix, 0},
                                         {"typing", BenchQuery::Op::Typing, 0},
                                         {"near", BenchQuery::Op::Near, 2},
                                         {"fuzzy", BenchQuery::Op::Fuzzy, 1},
                                         {"not", BenchQuery::Op::Not, 2}}};

std::optional<BenchQuery> queryOf(const QJsonObject &object)
{
    const QString name = object.value(QLatin1String("op")).toString();
    const auto *op = std::find_if(opNames.begin(), opNames.end(),
                                  [&name](const OpName &one) { return name == QLatin1String(one.name); });
    if (op == opNames.end())
        return std::nullopt;
    BenchQuery query;
    query.group = object.value(QLatin1String("class")).toString();
    query.op = op->op;
    const QJsonArray terms = object.value(QLatin1String("terms")).toArray();
    for (const QJsonValue &term : terms)
        query.terms += term.toString();
    query.prefix = object.value(QLatin1String("prefix")).toString();
    query.distance = object.value(QLatin1String("distance")).toInt();
    query.sequence = object.value(QLatin1String("sequence")).toInt(-1);
    const bool needsPrefix = op->terms == 0 && query.terms.isEmpty();
    if (query.terms.size() < op->terms || (needsPrefix && query.prefix.isEmpty()))
        return std::nullopt;
    return query;
}

QueryNode leaf(Kind kind, const QStringList &words)
{
    QueryNode node;
    node.kind = kind;
    for (const QString &word : words)
        node.terms += fold(word);
    return node;
}

QueryNode gathered(Kind kind, std::vector<QueryNode> children)
{
    if (children.size() == 1 && kind != Kind::Not)
        return std::move(children.front());
    QueryNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

std::vector<QueryNode> wordsOf(const QStringList &words, bool stems)
{
    std::vector<QueryNode> nodes;
    nodes.reserve(size_t(words.size()) + 1);
    for (const QString &word : words) {
        nodes.push_back(leaf(Kind::Term, {word}));
        nodes.back().stems = stems;
    }
    return nodes;
}

} // namespace

Result<std::vector<BenchQuery>> BenchQuery::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable, file.errorString(), path};
    std::vector<BenchQuery> queries;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        std::optional<BenchQuery> query = queryOf(QJsonDocument::fromJson(line).object());
        if (!query) {
            return Error{ErrorKind::Malformed,
                         QStringLiteral("Line %1 is not a query of a benchmark.").arg(number), path};
        }
        queries.push_back(std::move(*query));
    }
    return queries;
}

QString BenchQuery::text() const
{
    switch (op) {
    case Op::Term:
        break;
    case Op::And:
        return terms.join(QLatin1String(" AND "));
    case Op::Or:
        return terms.join(QLatin1String(" OR "));
    case Op::Phrase:
        return QLatin1Char('"') + terms.join(QLatin1Char(' ')) + QLatin1Char('"');
    case Op::Prefix:
        return prefix + QLatin1Char('*');
    case Op::Typing:
        return QStringList(terms + QStringList(prefix)).join(QLatin1Char(' ')).trimmed();
    case Op::Near:
        return terms.join(QStringLiteral(" NEAR/%1 ").arg(distance));
    case Op::Fuzzy:
        return QStringLiteral("%1~%2").arg(terms[0]).arg(distance);
    case Op::Not:
        return QStringLiteral("%1 NOT %2").arg(terms[0], terms[1]);
    }
    return terms.value(0);
}

QueryNode BenchQuery::node(bool stems) const
{
    switch (op) {
    case Op::Term:
    case Op::And:
        break;
    case Op::Or:
        return gathered(Kind::Or, wordsOf(terms, stems));
    case Op::Phrase:
        return leaf(terms.size() > 1 ? Kind::Phrase : Kind::Term, terms);
    case Op::Prefix:
        return leaf(Kind::Prefix, {prefix});
    case Op::Typing: {
        std::vector<QueryNode> nodes = wordsOf(terms, stems);
        if (!prefix.isEmpty())
            nodes.push_back(leaf(Kind::Prefix, {prefix}));
        return gathered(Kind::And, std::move(nodes));
    }
    case Op::Near: {
        QueryNode near = gathered(Kind::Near, wordsOf(terms, false));
        near.distance = distance;
        return near;
    }
    case Op::Fuzzy: {
        QueryNode word = leaf(Kind::Fuzzy, {terms[0]});
        word.distance = distance;
        return word;
    }
    case Op::Not: {
        std::vector<QueryNode> words = wordsOf(terms.first(2), stems);
        words[1] = gathered(Kind::Not, {words[1]});
        return gathered(Kind::And, std::move(words));
    }
    }
    return gathered(Kind::And, wordsOf(terms, stems));
}

} // namespace Lectern
