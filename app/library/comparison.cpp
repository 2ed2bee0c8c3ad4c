#include "library/comparison.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace Lectern {

namespace {

constexpr size_t mostAccounts = 4;
constexpr double sameShare =
    0.6; ///< of the shorter: two passages of one account that overlap so much are one

bool overlapEnough(TextRange a, TextRange b)
{
    const qsizetype common = std::min(a.end, b.end) - std::max(a.start, b.start);
    return common > 0 && double(common) >= sameShare * double(std::min(a.length(), b.length()));
}

/// A passage that two of the accounts share.
struct Shared
{
    int a;
    int b;
    SharedPassage passage;

    TextRange placeIn(int account) const
    {
        return account == a ? passage.a : account == b ? passage.b : TextRange();
    }
};

class Comparing
{
public:
    explicit Comparing(std::vector<ArticlePtr> articles)
    {
        if (articles.size() > mostAccounts)
            articles.resize(mostAccounts);
        for (ArticlePtr &article : articles) {
            m_tokens.push_back(std::make_unique<StoryTokens>(article->text(), article->language()));
            m_comparison->accounts.push_back({std::move(article), {}, {}});
        }
    }

    std::shared_ptr<const Comparison> run()
    {
        const int count = int(m_tokens.size());
        for (int a = 0; a < count; ++a)
            for (int b = a + 1; b < count; ++b)
                for (SharedPassage &passage : align(*m_tokens[size_t(a)], *m_tokens[size_t(b)]))
                    m_shared.push_back({a, b, std::move(passage)});
        group();
        for (int account = 0; account < count; ++account)
            finish(account);
        std::stable_sort(m_comparison->differences.begin(), m_comparison->differences.end(),
                         [](const PairDifference &x, const PairDifference &y) {
                             return std::tie(x.passage, x.a, x.b) < std::tie(y.passage, y.a, y.b);
                         });
        return m_comparison;
    }

private:
    size_t root(size_t item)
    {
        while (m_parents[item] != item)
            item = m_parents[item] = m_parents[m_parents[item]];
        return item;
    }

    /// Passages of different pairs that are one in an account that they have in common.
    void group()
    {
        m_parents.resize(m_shared.size());
        std::iota(m_parents.begin(), m_parents.end(), size_t(0));
        for (size_t i = 0; i < m_shared.size(); ++i)
            for (size_t j = 0; j < i; ++j)
                for (size_t account = 0; account < m_tokens.size(); ++account)
                    if (overlapEnough(m_shared[i].placeIn(int(account)), m_shared[j].placeIn(int(account))))
                        m_parents[std::max(root(i), root(j))] = std::min(root(i), root(j));

        std::vector<ComparedPassage> passages(m_shared.size());
        for (size_t i = 0; i < m_shared.size(); ++i) {
            ComparedPassage &passage = passages[root(i)];
            passage.places.resize(m_tokens.size());
            for (const auto &[account, place] : {std::pair(m_shared[i].a, m_shared[i].passage.a),
                                                 std::pair(m_shared[i].b, m_shared[i].passage.b)}) {
                TextRange &known = passage.places[size_t(account)];
                known = known.isEmpty()
                            ? place
                            : TextRange{std::min(known.start, place.start), std::max(known.end, place.end)};
            }
            passage.isQuotation |= m_shared[i].passage.isQuotation;
            passage.differs |= m_shared[i].passage.kind == SharedKind::Reworded;
        }
        std::vector<size_t> order;
        for (size_t i = 0; i < passages.size(); ++i)
            if (root(i) == i)
                order.push_back(i);
        const auto key = [&](size_t i) {
            const auto &places = passages[i].places;
            const auto first =
                std::find_if_not(places.begin(), places.end(), std::mem_fn(&TextRange::isEmpty));
            return std::pair(first - places.begin(), *first);
        };
        std::sort(order.begin(), order.end(), [&](size_t x, size_t y) { return key(x) < key(y); });
        std::vector<int> numbers(passages.size());
        for (const size_t i : order) {
            numbers[i] = int(m_comparison->passages.size());
            m_comparison->passages.push_back(passages[i]);
        }
        for (size_t i = 0; i < m_shared.size(); ++i)
            addDifferences(m_shared[i], numbers[root(i)]);
    }

    void addDifferences(const Shared &shared, int passage)
    {
        for (const AccountDifference &difference : shared.passage.differences) {
            m_comparison->differences.push_back(
                {passage, shared.a, shared.b, difference.a, difference.b, difference.kind});
            m_comparison->accounts[size_t(shared.a)].differences.push_back(
                {difference.a, difference.kind, passage});
            m_comparison->accounts[size_t(shared.b)].differences.push_back(
                {difference.b, difference.kind, passage});
        }
    }

    void finish(int account)
    {
        Comparison::Account &of = m_comparison->accounts[size_t(account)];
        std::sort(of.differences.begin(), of.differences.end(),
                  [](const ComparedDifference &x, const ComparedDifference &y) { return x.range < y.range; });
        of.differences.erase(std::unique(of.differences.begin(), of.differences.end(),
                                         [](const ComparedDifference &x, const ComparedDifference &y) {
                                             return x.range == y.range;
                                         }),
                             of.differences.end());
        std::vector<TextRange> shared;
        for (const ComparedPassage &passage : m_comparison->passages)
            if (!passage.places[size_t(account)].isEmpty())
                shared.push_back(passage.places[size_t(account)]);
        of.only = onlyHere(*m_tokens[size_t(account)], shared);
    }

    std::shared_ptr<Comparison> m_comparison = std::make_shared<Comparison>();
    std::vector<std::unique_ptr<StoryTokens>> m_tokens;
    std::vector<Shared> m_shared;
    std::vector<size_t> m_parents;
};

} // namespace

int Comparison::quotationCount() const
{
    return int(std::count_if(passages.begin(), passages.end(),
                             [](const ComparedPassage &passage) { return passage.isQuotation; }));
}

int Comparison::differenceCount() const
{
    return int(std::count_if(passages.begin(), passages.end(),
                             [](const ComparedPassage &passage) { return passage.differs; }));
}

std::shared_ptr<const Comparison> compareAccounts(std::vector<ArticlePtr> articles)
{
    return Comparing(std::move(articles)).run();
}

} // namespace Lectern
