#include "search/concordance.h"

#include "search/highlighter.h"
#include "search/neighbourwords.h"
#include "search/sortkeys.h"
#include "search/termnumbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace Lectern {

namespace {

constexpr std::array<const char *, 13> keyNames{"left1",  "left2",  "left3",  "left4",  "left5",
                                                "hit",    "right1", "right2", "right3", "right4",
                                                "right5", "date",   "title"};

bool isWordKey(LineKey key)
{
    return key <= LineKey::Right5;
}

/// How many words to the left a key looks; 0 when it looks elsewhere.
size_t leftOf(LineKey key)
{
    return key <= LineKey::Left5 ? size_t(key) - size_t(LineKey::Left1) + 1 : 0;
}

size_t rightOf(LineKey key)
{
    return key >= LineKey::Right1 && key <= LineKey::Right5 ? size_t(key) - size_t(LineKey::Right1) + 1 : 0;
}

/// Sorts numbers by what the column has of them and leaves equals as they are: by eleven bits at a time.
void sortStably(const std::vector<quint32> &column, std::vector<quint32> *order)
{
    constexpr int digitBits = 11;
    constexpr quint32 mask = (1U << digitBits) - 1;
    if (column.empty())
        return;
    const auto [least, greatest] = std::minmax_element(column.begin(), column.end());
    const quint32 base = *least;
    const quint32 range = *greatest - base;
    std::vector<quint32> sorted(order->size());
    for (int shift = 0; shift < int(std::bit_width(range)); shift += digitBits) {
        std::array<quint32, mask + 2> starts{};
        for (const quint32 value : column)
            ++starts[((value - base) >> shift & mask) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const quint32 number : *order)
            sorted[starts[(column[number] - base) >> shift & mask]++] = number;
        order->swap(sorted);
    }
}

/// The rank of each item among `count`, equals alike.
template <typename Less>
std::vector<quint32> ranksBy(size_t count, Less less)
{
    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), less);
    std::vector<quint32> ranks(count);
    for (size_t i = 1; i < count; ++i)
        ranks[order[i]] = ranks[order[i - 1]] + (less(order[i - 1], order[i]) ? 1 : 0);
    return ranks;
}

} // namespace

std::optional<LineKey> lineKeyNamed(QStringView name)
{
    const auto found = std::find_if(keyNames.begin(), keyNames.end(),
                                    [name](const char *known) { return name == QLatin1String(known); });
    if (found == keyNames.end())
        return std::nullopt;
    return LineKey(found - keyNames.begin());
}

Concordance::Concordance(CorpusPtr corpus)
    : m_corpus(std::move(corpus))
{}

std::unique_ptr<Concordance> Concordance::make(const Answer &answer, const std::stop_token &stop)
{
    std::unique_ptr<Concordance> made(new Concordance(answer.corpus));
    if (!answer.docs)
        return made;
    Highlighter highlighter(answer.query);
    for (const DocNumber doc : *answer.docs) {
        if (stop.stop_requested())
            return nullptr;
        const ArticlePtr article = answer.corpus->article(doc);
        const std::vector<TextRange> hits = highlighter.hits(*article);
        for (const TextRange hit : hits)
            made->m_places.push_back({quint32(made->m_docs.size()), quint32(hit.start), quint32(hit.end)});
        if (!hits.empty())
            made->m_docs.push_back(doc);
    }
    made->m_order.resize(made->m_places.size());
    std::iota(made->m_order.begin(), made->m_order.end(), 0);
    return made;
}

ConcordanceLine Concordance::line(size_t index, qsizetype width) const
{
    const Place &place = m_places[m_order[index]];
    ConcordanceLine line;
    line.article = m_corpus->article(m_docs[place.article]);
    const QString &text = line.article->text();
    line.hit = {place.start, place.end};
    line.left = {place.start, place.start};
    line.right = {place.end, place.end};
    for (qsizetype i = 0; i < width && line.left.start > 0; ++i) {
        const bool isPair = line.left.start > 1 && text[line.left.start - 1].isLowSurrogate() &&
                            text[line.left.start - 2].isHighSurrogate();
        line.left.start -= isPair ? 2 : 1;
    }
    for (qsizetype i = 0; i < width && line.right.end < text.size(); ++i) {
        const bool isPair = line.right.end + 1 < text.size() && text[line.right.end].isHighSurrogate() &&
                            text[line.right.end + 1].isLowSurrogate();
        line.right.end += isPair ? 2 : 1;
    }
    // No letter is parted from its marks.
    while (line.left.start > 0 && line.left.start < line.left.end && text[line.left.start].isMark())
        ++line.left.start;
    while (line.right.end < text.size() && line.right.end > line.right.start && text[line.right.end].isMark())
        --line.right.end;
    return line;
}

bool Concordance::sort(const std::vector<LineKey> &keys, const std::stop_token &stop)
{
    const std::optional<std::vector<Column>> sorted = columns(keys, stop);
    if (!sorted)
        return false;
    std::iota(m_order.begin(), m_order.end(), 0);
    for (auto column = sorted->rbegin(); column != sorted->rend(); ++column)
        sortStably(*column, &m_order);
    return true;
}

std::optional<std::vector<Concordance::Column>> Concordance::columns(const std::vector<LineKey> &keys,
                                                                     const std::stop_token &stop) const
{
    std::vector<Column> columns(keys.size());
    if (std::any_of(keys.begin(), keys.end(), isWordKey) && !readWords(keys, &columns, stop))
        return std::nullopt;
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == LineKey::Date)
            columns[i] = ofArticles(dateRanks());
        else if (keys[i] == LineKey::Title)
            columns[i] = ofArticles(titleRanks());
    }
    return columns;
}

/// Fills the columns of those keys that look at words; false when asked to stop.
bool Concordance::readWords(const std::vector<LineKey> &keys, std::vector<Column> *columns,
                            const std::stop_token &stop) const
{
    std::vector<std::pair<LineKey, Column *>> wanted;
    size_t left = 0;
    size_t right = 0;
    for (size_t i = 0; i < keys.size(); ++i) {
        if (!isWordKey(keys[i]))
            continue;
        left = std::max(left, leftOf(keys[i]));
        right = std::max(right, rightOf(keys[i]));
        (*columns)[i].reserve(m_places.size());
        wanted.emplace_back(keys[i], &(*columns)[i]);
    }

    TermNumbers terms;
    NeighbourWords words;
    ArticlePtr article;
    quint32 current = std::numeric_limits<quint32>::max();
    for (const Place &place : m_places) {
        if (place.article != current) {
            if (stop.stop_requested())
                return false;
            current = place.article;
            article = m_corpus->article(m_docs[current]);
        }
        words.read(article->text(), {place.start, place.end}, left, right);
        for (const auto &[key, column] : wanted) {
            const NeighbourWords::Term term = key == LineKey::Hit ? words.inside()
                                              : leftOf(key) > 0   ? words.before(leftOf(key))
                                                                  : words.behind(rightOf(key));
            column->push_back(terms.number(term.word, term.hash));
        }
    }
    const std::vector<quint32> ranks = terms.ranks();
    for (const auto &[key, column] : wanted)
        std::transform(column->begin(), column->end(), column->begin(),
                       [&ranks](quint32 number) { return ranks[number]; });
    return true;
}

Concordance::Column Concordance::ofArticles(const std::vector<quint32> &ranks) const
{
    Column column;
    column.reserve(m_places.size());
    for (const Place &place : m_places)
        column.push_back(ranks[place.article]);
    return column;
}

std::vector<quint32> Concordance::dateRanks() const
{
    std::vector<qint64> dates;
    for (const DocNumber doc : m_docs)
        dates.push_back(m_corpus->article(doc)->published().sortKey()); // the smallest without a date
    return ranksBy(dates.size(), [&dates](quint32 a, quint32 b) { return dates[a] > dates[b]; });
}

std::vector<quint32> Concordance::titleRanks() const
{
    Collation collation;
    SortKeysStorage keys;
    for (const DocNumber doc : m_docs)
        keys.append(collation.key(m_corpus->article(doc)->title()));
    const SortKeys titles = keys.keys();
    return ranksBy(m_docs.size(), [&titles](quint32 a, quint32 b) { return titles.at(a) < titles.at(b); });
}

} // namespace Lectern
