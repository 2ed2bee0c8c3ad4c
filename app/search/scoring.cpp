#include "search/scoring.h"

#include "search/segment.h"

#include <algorithm>
#include <cmath>

namespace Lectern {

namespace {

constexpr float k1 = 1.2F;
constexpr float b = 0.75F;
/// A word in the title counts as so many more in the text.
constexpr float titleBoost = 4.0F;

} // namespace

Scoring::Scoring(const Corpus &corpus, const QueryNode &root)
{
    qint64 words = 0;
    for (const Corpus::Part &part : corpus.parts()) {
        m_docs += part.segment->size();
        words += part.segment->wordCount();
    }
    if (words > 0)
        m_averageWords = float(double(words) / m_docs);
    weigh(corpus, root);
}

void Scoring::weigh(const Corpus &corpus, const QueryNode &node)
{
    using Kind = QueryNode::Kind;
    if (node.kind == Kind::Term || node.kind == Kind::Prefix || node.kind == Kind::Phrase) {
        float weight = 0;
        for (qsizetype i = 0; i < node.terms.size(); ++i) {
            const bool prefix =
                node.kind == Kind::Prefix || (node.lastIsPrefix && i + 1 == node.terms.size());
            weight += rarity(corpus, node.field, node.terms[i], prefix);
        }
        m_weights.insert(&node, weight);
    }
    if (node.kind == Kind::Not)
        return;
    for (const QueryNode &child : node.children)
        weigh(corpus, child);
}

/// The inverse document frequency. For a prefix the documents of all its words are added up, which is at most
/// too many.
float Scoring::rarity(const Corpus &corpus, QueryField field, const QString &term, bool prefix) const
{
    double docs = 0;
    for (const Corpus::Part &part : corpus.parts()) {
        const FieldIndex &index = part.segment->field(field);
        if (prefix) {
            const TermSpan span = index.startingWith(term);
            for (TermId id = span.first; id < span.end; ++id)
                docs += index.docCount(id);
        } else if (const std::optional<TermId> id = index.find(term)) {
            docs += index.docCount(*id);
        }
    }
    docs = std::min(docs, m_docs);
    return float(std::log(1.0 + (m_docs - docs + 0.5) / (docs + 0.5)));
}

float Scoring::textScore(float weight, quint32 freq, quint32 titleFreq, quint32 words) const
{
    const float tf = float(freq) + titleBoost * float(titleFreq);
    return weight * tf * (k1 + 1) / (tf + k1 * (1 - b + b * float(words) / m_averageWords));
}

float Scoring::fieldScore(float weight, quint32 freq)
{
    const auto tf = float(freq);
    return weight * tf * (k1 + 1) / (tf + k1);
}

} // namespace Lectern
