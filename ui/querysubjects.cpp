#include "querysubjects.h"

#include <algorithm>

namespace Lectern {

namespace {

bool any(const QueryNode &node, bool (*concerns)(const QueryNode &))
{
    return concerns(node) || std::any_of(node.children.begin(), node.children.end(),
                                         [&](const QueryNode &child) { return any(child, concerns); });
}

} // namespace

bool asksForPassages(const QueryNode &query)
{
    return any(query, [](const QueryNode &node) {
        using State = QueryNode::State;
        return node.field == QueryField::Tag || node.field == QueryField::Note ||
               (node.kind == QueryNode::Kind::State &&
                (node.state == State::HasPassage || node.state == State::HasNote ||
                 node.state == State::HasTag));
    });
}

bool asksForArchive(const QueryNode &query)
{
    return any(query, [](const QueryNode &node) {
        return node.kind == QueryNode::Kind::State && node.state == QueryNode::State::Archived;
    });
}

} // namespace Lectern
