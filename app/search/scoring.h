#pragma once

#include "search/corpus.h"
#include "search/query.h"

#include <QHash>

namespace Lectern {

/// BM25 (Robertson and Zaragoza 2009, section 3.2; k1 = 1.2, b = 0.75) with words of the title counting more,
/// as BM25F does. All figures are those of the whole corpus, so that a score does not depend on how it is cut
/// into segments.
class Scoring final
{
public:
    Scoring(const Corpus &corpus, const QueryNode &root);

    /// How much a leaf of the query tells by being rare; a phrase as much as all its words.
    float weight(const QueryNode &leaf) const { return m_weights.value(&leaf, 0.0F); }
    /// The score of a leaf that stands so often in an article: in its text `freq`, `titleFreq` of these in
    /// its title.
    float textScore(float weight, quint32 freq, quint32 titleFreq, quint32 words) const;
    /// The score in a short field, whose length says nothing.
    static float fieldScore(float weight, quint32 freq);

private:
    void weigh(const Corpus &corpus, const QueryNode &node);
    float rarity(const Corpus &corpus, QueryField field, const QString &term, bool prefix) const;

    QHash<const QueryNode *, float> m_weights;
    double m_docs = 0;
    float m_averageWords = 1;
};

} // namespace Lectern
