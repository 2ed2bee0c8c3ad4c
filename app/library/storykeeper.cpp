#include "library/storykeeper.h"

#include "library/comparison.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <tuple>

namespace Lectern {

namespace {

constexpr size_t atOnce = 4000;    ///< articles
constexpr size_t mostCompared = 4; ///< accounts of which it is told what only they have
constexpr size_t mostRead = 24;    ///< accounts of which the quotations are read

/// The number of the first article from which on two corpora may differ.
DocNumber firstChange(const Corpus &one, const Corpus &other)
{
    DocNumber from = 0;
    for (size_t i = 0; i < std::min(one.parts().size(), other.parts().size()); ++i) {
        const Corpus::Part &a = one.parts()[i];
        const Corpus::Part &b = other.parts()[i];
        if (a.segment != b.segment || a.deleted != b.deleted)
            return a.base;
        from = i + 1 < one.parts().size() ? one.parts()[i + 1].base : one.docLimit();
    }
    return from;
}

} // namespace

void StoryKeeper::setCorpus(const CorpusPtr &corpus)
{
    if (corpus == m_corpus)
        return;
    const DocNumber from = m_corpus ? firstChange(*m_corpus, *corpus) : 0;
    m_corpus = corpus;
    m_waiting.erase(
        std::remove_if(m_waiting.begin(), m_waiting.end(), [from](DocNumber doc) { return doc >= from; }),
        m_waiting.end());
    std::vector<bool> isThere(size_t(m_index.pairs().limit()));
    for (DocNumber doc = from; doc < corpus->docLimit() && !m_stop.stop_requested(); ++doc) {
        if (!corpus->isLive(doc))
            continue;
        const int number = m_index.number(corpus->articleId(doc));
        if (number < 0) {
            m_waiting.push_back(doc);
            continue;
        }
        // Another copy of the same file may have been there before it.
        if (m_facts[size_t(number)].doc >= from)
            m_facts[size_t(number)].doc = doc;
        isThere[size_t(number)] = true;
    }
    QStringList gone;
    QSet<int> touched;
    for (int number = 0; number < m_index.pairs().limit(); ++number) {
        if (!m_index.pairs().isThere(number) || isThere[size_t(number)] || m_facts[size_t(number)].doc < from)
            continue;
        gone += m_index.id(number);
        m_copies.remove(gone.last());
        for (const StoryCopy &copy : m_index.pairs().copies(number))
            touched.insert(copy.article);
    }
    if (gone.isEmpty() || m_stop.stop_requested())
        return;
    m_index.change(gone, {}, m_stop);
    findCopies(touched);
}

void StoryKeeper::setLocks(const std::vector<StoryLock> &locks)
{
    m_locks = locks;
    m_index.setLocks(locks);
}

void StoryKeeper::read(DocNumber doc, StoryArticle *article, Facts *facts) const
{
    const ArticlePtr read = m_corpus->article(doc);
    *article = {read->id(), storyKey(read->text()), StoryTerms::of(*read)};
    *facts = {doc, read->title(), read->outlet(), article->terms.day};
}

void StoryKeeper::readSome(const std::function<void(qsizetype)> &progress)
{
    const size_t count = std::min(atOnce, m_waiting.size());
    std::vector<StoryArticle> articles(count);
    std::vector<Facts> facts(count);
    std::atomic<size_t> next = 0;
    const auto readAll = [&] {
        for (size_t i = next++; i < count && !m_stop.stop_requested(); i = next++) {
            read(m_waiting[i], &articles[i], &facts[i]);
            if (progress && i % 64 == 0)
                progress(qsizetype(i / 2));
        }
    };
    {
        std::jthread second;
        if (count > 16 && std::thread::hardware_concurrency() > 1)
            second = std::jthread(readAll);
        readAll();
    }
    if (m_stop.stop_requested())
        return;
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(count));
    QStringList ids;
    for (const StoryArticle &article : articles)
        ids += article.id;
    m_index.change({}, std::move(articles), m_stop, [&](qsizetype done) {
        if (progress)
            progress((qsizetype(count) + done) / 2);
    });
    if (m_stop.stop_requested())
        return;
    m_facts.resize(size_t(m_index.pairs().limit()));
    QSet<int> fresh;
    for (size_t i = 0; i < count; ++i) {
        const int number = m_index.number(ids.at(qsizetype(i)));
        m_facts[size_t(number)] = std::move(facts[i]);
        fresh.insert(number);
    }
    findCopies(fresh);
}

void StoryKeeper::findCopies(const QSet<int> &of)
{
    QSet<int> touched = of;
    for (const int article : of)
        for (const StoryCopy &copy : m_index.pairs().copies(article))
            touched.insert(copy.article);
    for (const int article : std::as_const(touched)) {
        if (!m_index.pairs().isThere(article))
            continue;
        const StoryMap::Copy copy = copyOf(article);
        if (copy.contained > 0)
            m_copies.insert(m_index.id(article), copy);
        else
            m_copies.remove(m_index.id(article));
    }
}

/// Of two articles that share most of the shorter one, the shorter is the copy; of equal ones the later, and
/// of those of one day the one with the greater key.
StoryMap::Copy StoryKeeper::copyOf(int article) const
{
    const auto rank = [this](int number) {
        const QDate day = m_index.pairs().day(number);
        return std::tuple(-qsizetype(m_index.pairs().vectors(number).shingles.size()),
                          day.isValid() ? day : QDate(9999, 1, 1), m_index.key(number), m_index.id(number));
    };
    StoryMap::Copy found;
    int best = -1;
    for (const StoryCopy &copy : m_index.pairs().copies(article)) {
        const bool isEarlier = rank(copy.article) < rank(article);
        const bool isMore = best < 0 || copy.contained > found.contained ||
                            (copy.contained == found.contained && rank(copy.article) < rank(best));
        if (!isEarlier || !isMore)
            continue;
        best = copy.article;
        const Facts &facts = m_facts[size_t(best)];
        found = {m_index.id(best), facts.title, facts.outlet.isEmpty() ? facts.title : facts.outlet,
                 copy.contained};
    }
    return found;
}

StoryMap::Story StoryKeeper::summaryOf(const Story &members) const
{
    Story order = members;
    std::sort(order.begin(), order.end(), [this](int a, int b) {
        const QDate x = m_facts[size_t(a)].day;
        const QDate y = m_facts[size_t(b)].day;
        if (x.isValid() != y.isValid())
            return x.isValid();
        return std::tie(x, m_index.key(a), m_index.id(a)) < std::tie(y, m_index.key(b), m_index.id(b));
    });
    StoryMap::Story story;
    for (const int member : order) {
        const Facts &facts = m_facts[size_t(member)];
        story.accounts.push_back(m_index.id(member));
        if (!facts.outlet.isEmpty() && !story.outlets.contains(facts.outlet))
            story.outlets += facts.outlet;
        if (!facts.day.isValid())
            continue;
        story.first = story.first.isValid() ? std::min(story.first, facts.day) : facts.day;
        story.last = story.last.isValid() ? std::max(story.last, facts.day) : facts.day;
    }
    const int centre = m_index.centre(members);
    story.centre = m_index.id(centre);
    story.title = m_facts[size_t(centre)].title;
    return story;
}

StoryMapPtr StoryKeeper::map()
{
    std::unordered_map<int, StoryMap::Story> summaries;
    auto map = std::make_shared<StoryMap>();
    for (const auto &[number, members] : m_index.stories()) {
        if (members.size() < 2)
            continue;
        const auto known = m_summaries.find(number);
        const StoryMap::Story &story =
            summaries.emplace(number, known == m_summaries.end() ? summaryOf(members) : known->second)
                .first->second;
        for (const ArticleId &account : story.accounts)
            map->storyOf.insert(StoryMap::keyOf(account), int(map->stories.size()));
        map->stories.push_back(story);
    }
    m_summaries = std::move(summaries);
    map->copies = m_copies;
    return map;
}

StoryDetails StoryKeeper::describe(const ArticleId &id)
{
    StoryDetails details;
    const int number = m_index.number(id);
    if (number < 0 || !m_corpus || m_index.story(number).size() < 2)
        return details;
    const Story &members = m_index.story(number);
    details.story = summaryOf(members);
    std::vector<ArticlePtr> compared;
    for (const ArticleId &account : details.story.accounts) {
        const StoryMap::Copy copy = m_copies.value(account);
        details.accounts.push_back({article(m_index.number(account)), copy.outlet, copy.contained, -1, {}});
        if (compared.size() < mostCompared)
            compared.push_back(details.accounts.back().article);
    }
    const std::shared_ptr<const Comparison> comparison = compareAccounts(std::move(compared));
    for (size_t i = 0; i < comparison->accounts.size(); ++i) {
        const std::vector<TextRange> &only = comparison->accounts[i].only;
        details.accounts[i].onlyHere = int(only.size());
        details.accounts[i].firstOnly = only.empty() ? TextRange() : only.front();
    }

    Story read = members;
    read.resize(std::min(read.size(), mostRead));
    std::vector<ArticlePtr> articles;
    for (const int member : read)
        articles.push_back(article(member));
    details.reasons = storyReasons(m_index.pairs(), read, articles);
    QSet<QString> keys;
    for (const int member : members)
        keys.insert(m_index.key(member));
    details.isSaid = std::any_of(m_locks.begin(), m_locks.end(), [&keys](const StoryLock &lock) {
        return keys.contains(lock.a) || keys.contains(lock.b);
    });
    if (std::any_of(m_locks.begin(), m_locks.end(), [&keys](const StoryLock &lock) {
            return lock.isSame && keys.contains(lock.a) && keys.contains(lock.b);
        }))
        details.reasons.push_back({StoryReason::Kind::Reader, {}, 1, 0});
    return details;
}

} // namespace Lectern
