#pragma once

#include "search/termnode.h"

#include <vector>

namespace Lectern {

/// A word that counts as another, and how much.
struct Synonym
{
    TermInfo term;
    float share = 1; ///< of its frequency
};

/// Several words that count as one: the forms of a stem. Scored by how often they stand in a document
/// together.
class SynonymsNode final : public MatchNode
{
public:
    SynonymsNode(const FieldIndex &index, const std::vector<Synonym> &terms, const SegmentScoring &scoring,
                 float weight, quint32 zones);

    quint32 nextFrom(quint32 doc) override;
    void addTo(const DocWindow &window, WindowBits *bits) override;
    float score(quint32 doc) override;
    float bound(quint32 doc, quint32 *upTo) override;
    float best() const override { return m_scoring.boundOf(m_weight, 1); }
    bool scoresApart() const override { return m_zones == 0; }
    void addScores(const DocWindow &window, const WindowBits &wanted, WindowScores *scores) override;
    quint64 cost() const override { return m_cost; }
    /// Without zones: unites the documents of all forms, but for those of the commonest.
    std::optional<quint32> exactCount() const override;
    /// Offers the documents that may be among the best, until it is asked to stop; nothing else is asked of
    /// the node then.
    void offerBest(TopDocs *top, const Corpus::Part &part, const std::stop_token &stop);

private:
    struct Form
    {
        Form(const FieldIndex &index, const TermInfo &term, float part)
            : cursor(index.arrays(), term, PostingCursor::Start::Before)
            , share(part)
        {}

        PostingCursor cursor;
        float share;
    };
    using Forms = std::vector<Form>;
    /// What the rare forms count in a document.
    struct FewPosting
    {
        quint32 doc;
        float frequency;
    };

    Forms openedForms(bool isCommon) const;
    float boundOf(Forms &forms, quint32 doc, float frequency, quint32 *upTo) const;
    void offerFew(const std::vector<FewPosting> &few, TopDocs *top, const Corpus::Part &part,
                  const std::stop_token &stop);
    void offerBlocks(Form &form, const std::vector<FewPosting> &few, const std::vector<quint64> &apart,
                     TopDocs *top, const Corpus::Part &part, const std::stop_token &stop);
    void offerWindows(Forms &forms, const std::vector<quint64> &apart, TopDocs *top, const Corpus::Part &part,
                      const std::stop_token &stop) const;
    std::vector<FewPosting> fewPostings() const;
    static void addFrequencies(Forms &forms, const DocWindow &window, WindowScores *sums);

    const FieldIndex &m_index;
    SegmentScoring m_scoring;
    float m_weight;
    quint32 m_zones;
    quint64 m_cost = 0;
    /// Match and score as one word each; the sum of their parts of the score bounds that of all.
    std::vector<std::unique_ptr<TermNode>> m_matching;
    Forms m_forms; ///< for scores
    std::unique_ptr<WindowScores> m_frequencies;
};

} // namespace Lectern
