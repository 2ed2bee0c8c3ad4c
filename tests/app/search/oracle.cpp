#include "app/search/oracle.h"

#include "text/folding.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace Lectern {

using Kind = QueryNode::Kind;

namespace {

using Letters = QList<uint>;

bool fitsWildcard(const Letters &pattern, qsizetype in, const Letters &word, qsizetype at)
{
    if (in == pattern.size())
        return at == word.size();
    if (pattern[in] == u'*')
        return fitsWildcard(pattern, in + 1, word, at) ||
               (at < word.size() && fitsWildcard(pattern, in, word, at + 1));
    return at < word.size() && (pattern[in] == u'?' || pattern[in] == word[at]) &&
           fitsWildcard(pattern, in + 1, word, at + 1);
}

/// Whether the rest of one word becomes the rest of the other with so many edits.
bool isWithin(const Letters &a, qsizetype i, const Letters &b, qsizetype j, int edits)
{
    const qsizetype restA = a.size() - i;
    const qsizetype restB = b.size() - j;
    if (restA == 0 || restB == 0)
        return restA + restB <= edits;
    if (a[i] == b[j] && isWithin(a, i + 1, b, j + 1, edits))
        return true;
    if (edits == 0)
        return false;
    const bool transposed = restA > 1 && restB > 1 && a[i] == b[j + 1] && a[i + 1] == b[j];
    return isWithin(a, i + 1, b, j + 1, edits - 1) || isWithin(a, i + 1, b, j, edits - 1) ||
           isWithin(a, i, b, j + 1, edits - 1) || (transposed && isWithin(a, i + 2, b, j + 2, edits - 1));
}

QString composed(QString text)
{
    return text.remove(QChar(0xad)).normalized(QString::NormalizationForm_C);
}

bool isWords(const QueryNode &node)
{
    return node.kind == Kind::Term || node.kind == Kind::Prefix || node.kind == Kind::Wildcard ||
           node.kind == Kind::Fuzzy || node.kind == Kind::Phrase;
}

bool looksAtText(const QueryNode &node)
{
    return node.field == QueryField::Text || node.field == QueryField::Title ||
           node.field == QueryField::Lede;
}

} // namespace

Oracle::Oracle(const ArticlePtr &article, WordBreaker &breaker, const ArticleFacts &facts)
    : m_article(article)
    , m_facts(facts)
    , m_stemmer(std::make_shared<const Stemmer>(article->language()))
{
    const QString &text = article->text();
    const Words words = breaker.words(text);
    const auto wordsIn = [&words](TextRange range) {
        Words result;
        std::copy_if(words.begin(), words.end(), std::back_inserter(result),
                     [range](const Word &word) { return range.contains(word.range); });
        return result;
    };
    add(QueryField::Text, text, words);
    add(QueryField::Title, text, wordsIn(article->titleRange()));
    const bool hasTitle = !article->isTitleDerived();
    for (size_t block = hasTitle ? 1 : 0; block < article->blocks().size(); ++block) {
        const Words inBlock = wordsIn(article->blocks()[block].range);
        const BlockKind kind = article->blocks()[block].kind;
        if (inBlock.empty() || kind == BlockKind::Image || kind == BlockKind::Rule)
            continue;
        if (hasTitle)
            m_texts[QueryField::Text].front().starts.push_back(inBlock.front().position);
        add(QueryField::Lede, text, inBlock);
        break;
    }
    const auto addAll = [&](QueryField field, const QStringList &texts) {
        for (const QString &one : texts)
            add(field, one, breaker.words(one));
    };
    const auto addWord = [&](QueryField field, const QString &word) {
        if (!word.isEmpty())
            add(field, word, {Word{fold(word), {0, word.size()}, 0, false}});
    };
    addAll(QueryField::Outlet, {article->outlet()});
    addAll(QueryField::Author, article->authors());
    addAll(QueryField::File, {article->source().path, article->source().part});
    addWord(QueryField::Format, article->source().format);
    addWord(QueryField::Language, article->language().section(QLatin1Char('-'), 0, 0));
    addAll(QueryField::Tag, article->tags() + facts.passageTags + facts.ownTags);
    addAll(QueryField::Note, facts.notes);
}

void Oracle::add(QueryField field, const QString &text, const Words &words)
{
    m_texts[field].push_back({text, words, {}});
    if (!words.empty())
        m_texts[field].back().starts.push_back(words.front().position);
}

const std::vector<Oracle::FieldText> &Oracle::texts(QueryField field) const
{
    static const std::vector<FieldText> none;
    const auto found = m_texts.find(field);
    return found == m_texts.end() ? none : found->second;
}

bool Oracle::matches(const Query &query) const
{
    return query.isEmpty() || matches(query.root());
}

bool Oracle::matches(const QueryNode &node) const
{
    const auto matchesChild = [this](const QueryNode &child) { return matches(child); };
    const PartialDate &date = m_article->published();
    switch (node.kind) {
    case Kind::Nothing:
        return false;
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Phrase:
        return !occurrences(node).empty();
    case Kind::Regex: {
        bool fitsSomewhere = false;
        patternHits(node, &fitsSomewhere);
        return fitsSomewhere;
    }
    case Kind::Near:
        return !combinations(node).empty();
    case Kind::Date:
        return !date.isNull() && (node.to.isNull() || date.firstDay() <= node.to) &&
               (node.from.isNull() || date.lastDay() >= node.from);
    case Kind::State:
        return stateHolds(node.state);
    case Kind::Count:
        return false; // its And answers for it
    case Kind::And: {
        int occurring = 0;
        for (const QueryNode &child : node.children)
            occurring += count(child);
        return std::all_of(node.children.begin(), node.children.end(), [&](const QueryNode &child) {
            return child.kind == Kind::Count ? occurring >= child.count : matches(child);
        });
    }
    case Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), matchesChild);
    case Kind::Not:
        return !matches(node.children.front());
    }
    return false;
}

bool Oracle::stateHolds(QueryNode::State state) const
{
    switch (state) {
    case QueryNode::State::Unread:
    case QueryNode::State::Read:
        return m_facts.isRead == (state == QueryNode::State::Read);
    case QueryNode::State::HasPassage:
        return m_facts.hasPassage;
    case QueryNode::State::HasNote:
        return !m_facts.notes.isEmpty();
    case QueryNode::State::HasTag:
        return !(m_article->tags() + m_facts.passageTags + m_facts.ownTags).isEmpty();
    case QueryNode::State::Starred:
    case QueryNode::State::Archived:
        return state == QueryNode::State::Starred ? m_facts.isStarred : m_facts.isArchived;
    }
    return false;
}

bool Oracle::fits(const QueryNode &leaf, qsizetype at, const Word &word, const QString &text) const
{
    const Letters letters = word.term.toUcs4();
    if (leaf.kind == Kind::Wildcard)
        return fitsWildcard(leaf.pattern.toUcs4(), 0, letters, 0);
    const QString &term = leaf.terms[at];
    if (leaf.kind == Kind::Fuzzy)
        return isWithin(term.toUcs4(), 0, letters, 0, leaf.distance);
    const bool prefix = leaf.kind == Kind::Prefix || (leaf.lastIsPrefix && at + 1 == leaf.terms.size());
    if (!leaf.spellings.isEmpty()) {
        const QString written = composed(text.mid(word.range.start, word.range.length()));
        const QString spelling = composed(leaf.spellings[at]);
        if (prefix ? !written.startsWith(spelling) : written != spelling)
            return false;
    }
    if (prefix)
        return word.term.startsWith(term);
    return word.term == term || (leaf.stems && m_stemmer->stem(word.term) == m_stemmer->stem(term));
}

void Oracle::follow(const QueryNode &leaf, qsizetype at, size_t number, const Word &first, quint32 position,
                    Occurrences *out) const
{
    const FieldText &text = texts(leaf.field)[number];
    for (const Word &word : text.words) {
        if (word.position != position || !fits(leaf, at, word, text.text))
            continue;
        if (at + 1 == leaf.terms.size())
            out->push_back({number, first.position, position, {first.range.start, word.range.end}});
        else
            follow(leaf, at + 1, number, first, position + 1, out);
    }
}

Oracle::Occurrences Oracle::occurrences(const QueryNode &leaf) const
{
    Occurrences result;
    for (size_t number = 0; number < texts(leaf.field).size(); ++number) {
        const FieldText &text = texts(leaf.field)[number];
        for (const Word &word : text.words) {
            const bool isStart =
                std::find(text.starts.begin(), text.starts.end(), word.position) != text.starts.end();
            if ((leaf.atStart && !isStart) || !fits(leaf, 0, word, text.text))
                continue;
            if (leaf.terms.size() > 1)
                follow(leaf, 1, number, word, word.position + 1, &result);
            else
                result.push_back({number, word.position, word.position, word.range});
        }
    }
    return result;
}

/// Every choice of an occurrence of each child that is near.
std::vector<Oracle::Occurrences> Oracle::combinations(const QueryNode &near) const
{
    std::vector<Occurrences> chosen = {{}};
    for (const QueryNode &child : near.children) {
        Occurrences places;
        if (child.kind == Kind::Or) {
            for (const QueryNode &alternative : child.children) {
                const Occurrences more = occurrences(alternative);
                places.insert(places.end(), more.begin(), more.end());
            }
        } else {
            places = occurrences(child);
        }
        std::vector<Occurrences> longer;
        for (const Occurrences &beginning : chosen) {
            for (const Occurrence &place : places) {
                const bool stands =
                    std::all_of(beginning.begin(), beginning.end(), [&](const Occurrence &other) {
                        return other.text == place.text &&
                               (other.last < place.first || (!near.ordered && place.last < other.first));
                    });
                if (stands) {
                    longer.push_back(beginning);
                    longer.back().push_back(place);
                }
            }
        }
        chosen = std::move(longer);
    }
    std::erase_if(chosen, [&near](const Occurrences &one) {
        std::set<quint32> taken;
        for (const Occurrence &place : one) {
            for (quint32 position = place.first; position <= place.last; ++position)
                taken.insert(position);
        }
        return qint64(*taken.rbegin()) - *taken.begin() + 1 - qint64(taken.size()) > near.distance;
    });
    return chosen;
}

std::vector<TextRange> Oracle::patternHits(const QueryNode &node, bool *fitsSomewhere) const
{
    const QRegularExpression pattern(node.pattern, QRegularExpression::CaseInsensitiveOption |
                                                       QRegularExpression::UseUnicodePropertiesOption |
                                                       QRegularExpression::MultilineOption);
    TextRange region{0, m_article->text().size()};
    if (node.field == QueryField::Title)
        region = m_article->titleRange();
    if (node.field == QueryField::Lede) {
        region = {};
        if (!texts(QueryField::Lede).empty()) {
            const int block = m_article->blockAt(texts(QueryField::Lede).front().words.front().range.start);
            region = m_article->blocks()[size_t(block)].range;
        }
    }
    std::vector<TextRange> hits;
    auto matches = pattern.globalMatch(m_article->text().mid(region.start, region.length()));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        *fitsSomewhere = true;
        if (match.capturedLength() > 0)
            hits.push_back(TextRange{match.capturedStart(), match.capturedEnd()}.shifted(region.start));
    }
    return hits;
}

/// How often what is asked for positively occurs.
int Oracle::count(const QueryNode &node) const
{
    if (isWords(node)) {
        std::set<std::pair<size_t, quint32>> beginnings; // a word and its part are one occurrence
        for (const Occurrence &place : occurrences(node))
            beginnings.insert({place.text, place.first});
        return int(beginnings.size());
    }
    if (node.kind == Kind::Regex) {
        bool fitsSomewhere = false;
        return int(patternHits(node, &fitsSomewhere).size());
    }
    if (node.kind == Kind::Near) {
        std::vector<std::array<quint32, 3>> stretches; // text, last, first
        for (const Occurrences &one : combinations(node)) {
            std::array<quint32, 3> stretch = {quint32(one.front().text), one.front().last, one.front().first};
            for (const Occurrence &place : one) {
                stretch[1] = std::max(stretch[1], place.last);
                stretch[2] = std::min(stretch[2], place.first);
            }
            stretches.push_back(stretch);
        }
        std::sort(stretches.begin(), stretches.end());
        int found = 0;
        for (size_t i = 0, last = 0; i < stretches.size(); ++i) {
            const bool isBehind =
                found == 0 || stretches[i][0] != stretches[last][0] || stretches[i][2] > stretches[last][1];
            if (isBehind) {
                ++found;
                last = i;
            }
        }
        return found;
    }
    int sum = 0;
    if (node.kind == Kind::And || node.kind == Kind::Or) {
        for (const QueryNode &child : node.children)
            sum += count(child);
    }
    return sum;
}

void Oracle::collectHits(const QueryNode &node, std::vector<TextRange> *hits) const
{
    if (isWords(node) && looksAtText(node)) {
        for (const Occurrence &place : occurrences(node))
            hits->push_back(place.range);
    } else if (node.kind == Kind::Near && looksAtText(node)) {
        for (const Occurrences &one : combinations(node)) {
            for (const Occurrence &place : one)
                hits->push_back(place.range);
        }
    } else if (node.kind == Kind::Regex) {
        bool fitsSomewhere = false;
        const std::vector<TextRange> found = patternHits(node, &fitsSomewhere);
        hits->insert(hits->end(), found.begin(), found.end());
    } else if (node.kind == Kind::And || node.kind == Kind::Or) {
        for (const QueryNode &child : node.children)
            collectHits(child, hits);
    }
}

std::vector<TextRange> Oracle::hits(const Query &query) const
{
    std::vector<TextRange> all;
    if (!query.isEmpty())
        collectHits(query.root(), &all);
    // Unit by unit: a unit is marked, and whether it goes on from the one before.
    std::vector<bool> marked(size_t(m_article->text().size()), false);
    std::vector<bool> goesOn = marked;
    for (const TextRange range : all) {
        for (qsizetype at = range.start; at < range.end; ++at) {
            marked[size_t(at)] = true;
            if (at > range.start)
                goesOn[size_t(at)] = true;
        }
    }
    std::vector<TextRange> result;
    for (qsizetype at = 0; at < qsizetype(marked.size()); ++at) {
        if (!marked[size_t(at)])
            continue;
        if (goesOn[size_t(at)])
            result.back().end = at + 1;
        else
            result.push_back({at, at + 1});
    }
    return result;
}

} // namespace Lectern
