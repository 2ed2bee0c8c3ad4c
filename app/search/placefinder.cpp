#include "search/placefinder.h"

#include "search/wordmatch.h"
#include "text/article.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

} // namespace

size_t PlaceFinder::add(const QueryNode &leaf)
{
    const size_t number = m_leaves.size();
    const qsizetype count = leaf.kind == Kind::Wildcard ? 1 : leaf.terms.size();
    for (qsizetype i = 0; i < count; ++i) {
        Step step;
        step.leaf = number;
        step.word = i;
        step.last = i + 1 == count;
        step.prefix = leaf.kind == Kind::Prefix || (step.last && leaf.lastIsPrefix);
        if (leaf.kind != Kind::Wildcard)
            step.wanted = leaf.terms[i].toStdString();
        if (!leaf.spellings.isEmpty())
            step.spelling = writtenForm(leaf.spellings[i]);
        m_steps.push_back(std::move(step));
    }
    m_leaves.push_back(leaf);
    m_places.emplace_back();
    m_before.assign(m_steps.size(), none);
    m_here.assign(m_steps.size(), none);
    m_hasPhrases = m_hasPhrases || count > 1;
    m_needsRegions = m_needsRegions || leaf.atStart || leaf.field == QueryField::Lede;
    m_stemmer.reset();
    return number;
}

void PlaceFinder::setLanguage(const QString &language)
{
    if (m_stemmer && m_language == language)
        return;
    m_language = language;
    m_stemmer.emplace(language);
    for (Step &step : m_steps) {
        if (m_leaves[step.leaf].stems)
            step.stem = m_stemmer->stem(std::string_view(step.wanted));
    }
    fillSieve();
}

/// Names the words that stepsFitting() need be asked of.
void PlaceFinder::fillSieve()
{
    m_sieve.clear();
    m_scan.clear();
    for (const Step &step : m_steps) {
        const QueryNode &leaf = m_leaves[step.leaf];
        if (leaf.kind == Kind::Wildcard) {
            seekBeginning(wildcardBeginning(leaf.pattern).toUtf8().toStdString());
            continue;
        }
        if (leaf.kind == Kind::Fuzzy) {
            seekBeginning({});
        } else if (step.prefix) {
            seekBeginning(step.wanted);
        } else {
            seekWord(step.wanted);
            if (leaf.stems && !m_stemmer->isNull())
                seekBeginning(m_stemmer->beginning(step.stem));
        }
    }
}

void PlaceFinder::seekWord(std::string_view word)
{
    m_sieve.addWord(word);
    m_scan.addWord(word);
}

void PlaceFinder::seekBeginning(std::string_view beginning)
{
    m_sieve.addBeginning(beginning);
    m_scan.addBeginning(beginning);
}

WordSieve::Steps PlaceFinder::stepsFitting(std::string_view word) const
{
    const QString term = QString::fromUtf8(word.data(), qsizetype(word.size()));
    std::optional<std::string> stem;
    const auto hasStem = [this, word, &stem](const std::string &wanted) {
        if (!word.starts_with(m_stemmer->beginning(wanted)))
            return false;
        if (!stem)
            stem = m_stemmer->stem(word);
        return *stem == wanted;
    };
    const auto fits = [&](const Step &step) {
        const QueryNode &leaf = m_leaves[step.leaf];
        if (leaf.kind == Kind::Wildcard)
            return wildcardFits(leaf.pattern, term);
        if (leaf.kind == Kind::Fuzzy)
            return isWithinEdits(leaf.terms[step.word], term, leaf.distance);
        if (step.prefix)
            return word.starts_with(step.wanted);
        return word == step.wanted || (leaf.stems && !m_stemmer->isNull() && hasStem(step.stem));
    };
    WordSieve::Steps fitting;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        if (fits(m_steps[i]))
            fitting.push_back(i);
    }
    return fitting;
}

/// Makes what was reached at this position what the next may follow.
void PlaceFinder::moveOn()
{
    for (const size_t step : m_left)
        m_before[step] = none;
    for (const size_t step : m_reached)
        m_before[step] = std::exchange(m_here[step], none);
    m_left.swap(m_reached);
    m_reached.clear();
}

void PlaceFinder::moveTo(quint32 position)
{
    if (position == m_position)
        return;
    moveOn();
    if (position != m_position + 1)
        moveOn(); // words between them fit nothing
    m_position = position;
}

bool PlaceFinder::mayBegin(const QueryNode &leaf, quint32 position) const
{
    if (!leaf.atStart)
        return true;
    switch (leaf.field) {
    case QueryField::Title:
        return position == m_regions.titleStart;
    case QueryField::Lede:
        return position == m_regions.ledeStart;
    default:
        return position == 0 || position == m_regions.bodyStart;
    }
}

void PlaceFinder::reach(size_t number, const StreamedWord &word)
{
    const Step &step = m_steps[number];
    const QueryNode &leaf = m_leaves[step.leaf];
    if ((leaf.field == QueryField::Title && !m_regions.title.contains(word.range)) ||
        (leaf.field == QueryField::Lede && !m_regions.lede.contains(word.range)))
        return;
    const auto first = word.position - quint32(step.word);
    const qsizetype start = step.word == 0 ? word.range.start : m_before[number - 1];
    if (start == none || !mayBegin(leaf, first))
        return;
    if (!step.spelling.isEmpty()) {
        const QString written =
            writtenForm(QStringView(m_text).sliced(word.range.start, word.range.length()));
        if (step.prefix ? !written.startsWith(step.spelling) : written != step.spelling)
            return;
    }
    if (step.last) {
        m_places[step.leaf].push_back({{first, word.position}, {start, word.range.end}});
    } else if (m_here[number] == none) {
        m_here[number] = start;
        m_reached.push_back(number);
    } else {
        m_here[number] = std::min(m_here[number], start); // a word and its part alike
    }
}

void PlaceFinder::take(const StreamedWord &word)
{
    if (!m_sieve.mayMatter(word))
        return;
    const WordSieve::Steps &steps =
        m_sieve.steps(word, [this](std::string_view term) { return stepsFitting(term); });
    if (steps.empty())
        return;
    StreamedWord placed = word;
    placed.range = word.range.shifted(m_offset);
    placed.position += m_first;
    moveTo(placed.position);
    for (const size_t step : steps)
        reach(step, placed);
}

void PlaceFinder::find(const Article &article)
{
    for (std::vector<Place> &places : m_places)
        places.clear();
    moveOn();
    moveOn();
    m_offset = 0;
    m_first = 0;
    m_position = 0;
    setLanguage(article.language());
    m_text = article.text();
    m_regions = ArticleRegionFinder(article).regions();
    if (m_scan.isUseful() && !m_needsRegions && !m_needsPositions)
        findByScan();
    else
        findAll(article);
}

/// Cuts all of the text.
void PlaceFinder::findAll(const Article &article)
{
    ArticleRegionFinder regions(article);
    m_stream.run(m_text, [this, &regions](const StreamedWord &word) {
        if (m_needsRegions) {
            regions.take(word);
            m_regions = regions.regions();
        }
        take(word);
    });
}

/// Cuts the stretches that may hold words of the leaves. Only one position is counted for what is left out
/// between two, if it holds any words.
void PlaceFinder::findByScan()
{
    const QStringView text(m_text);
    TextRange stretch = m_scan.next(text, 0);
    while (!stretch.isEmpty()) {
        m_offset = stretch.start;
        quint32 words = 0;
        m_stream.run(text.sliced(stretch.start, stretch.length()), [this, &words](const StreamedWord &word) {
            words = word.position + 1;
            take(word);
        });
        const TextRange following = m_scan.next(text, stretch.end);
        m_first += words + (m_hasPhrases && holdsWords({stretch.end, following.start}) ? 1 : 0);
        stretch = following;
    }
}

bool PlaceFinder::holdsWords(TextRange gap)
{
    const QStringView text = QStringView(m_text).sliced(gap.start, gap.length());
    // A word nearly always shows at once.
    const auto isLetter = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
    if (std::any_of(text.begin(), text.begin() + std::min<qsizetype>(text.size(), 16), isLetter))
        return true;
    bool holds = false;
    m_stream.run(text, [&holds](const StreamedWord &) { holds = true; });
    return holds;
}

} // namespace Lectern
