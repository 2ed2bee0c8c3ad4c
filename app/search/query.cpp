#include "search/query.h"

#include "search/queryprinter.h"
#include "search/queryreader.h"

#include <utility>

namespace Lectern {

Query Query::parse(QStringView text, const QueryOptions &options)
{
    return QueryReader(text, options, ReadingMode::Written).read();
}

Query Query::parseTyping(QStringView text, const QueryOptions &options)
{
    return QueryReader(text, options, ReadingMode::Typing).read();
}

Query Query::bagOfWords(QStringView text)
{
    return QueryReader::readBag(text);
}

Query Query::fromNode(QueryNode root)
{
    Query query;
    query.m_root = std::move(root);
    query.m_empty = false;
    return query;
}

QString Query::toString() const
{
    return m_empty ? QString() : QueryPrinter(m_spellings, m_root).print();
}

} // namespace Lectern
