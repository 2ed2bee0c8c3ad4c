#include "passages/passageindex.h"

#include "text/folding.h"
#include "text/words.h"
#include "text/wordstream.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace Lectern {

namespace {

using Field = PassageQuery::Field;
using Condition = PassageQuery::Condition;

constexpr quint32 partBit = 0x80000000;
constexpr quint32 numberBits = ~partBit;
/// Stands between two tags or two authors, and is the number of no word.
constexpr quint32 boundary = 0;

/// Whether these words stand side by side in the text.
bool holdsWords(const QString &text, const QStringList &words, bool isBeginning)
{
    WordBreaker breaker;
    QStringList terms;
    for (const Word &word : breaker.words(text))
        if (!word.isPart)
            terms += word.term;
    for (qsizetype start = 0; start + words.size() <= terms.size(); ++start) {
        bool holds = true;
        for (qsizetype i = 0; i < words.size() && holds; ++i) {
            const bool mayGoOn = isBeginning && i == words.size() - 1;
            holds = mayGoOn ? terms[start + i].startsWith(words[i]) : terms[start + i] == words[i];
        }
        if (holds)
            return true;
    }
    return false;
}

bool overlaps(const PartialDate &date, const DateInterval &dates)
{
    return !date.isNull() && (dates.from.isNull() || date.lastDay() >= dates.from) &&
           (dates.to.isNull() || date.firstDay() <= dates.to);
}

} // namespace

/// The words that occur, each with its number.
struct PassageIndex::Terms
{
    QHash<QByteArray, quint32> numbers;
    std::vector<QByteArray> terms{QByteArray()}; ///< by number; the first is no word
    WordStream stream;

    quint32 numberOf(const StreamedWord &word)
    {
        const auto known = numbers.constFind(QByteArray::fromRawData(word.term, qsizetype(word.length)));
        if (known != numbers.constEnd())
            return *known;
        const auto number = quint32(terms.size());
        terms.emplace_back(word.term, qsizetype(word.length));
        numbers.insert(terms.back(), number);
        return number;
    }
};

/// A condition with its words looked up among those that occur.
struct PassageIndex::Asked
{
    const Condition *condition = nullptr;
    std::vector<quint32> words; ///< numbers; `boundary` for a word that never occurs
    std::vector<quint8>
        beginnings;        ///< by number, whether it begins as the last word does; empty unless asked
    QSet<QString> members; ///< of the collections meant
    quint32 colours = 0;   ///< bits of MarkColour

    bool isWord(size_t which, quint32 number) const
    {
        if (which + 1 == words.size() && !beginnings.empty())
            return beginnings[number] != 0;
        return words[which] == number && number != boundary;
    }
};

PassageIndex::PassageIndex()
    : m_terms(std::make_unique<Terms>())
{}

PassageIndex::~PassageIndex() = default;

qint64 PassageIndex::memory() const
{
    qint64 bytes = qint64(m_numbers.capacity() * sizeof(quint32) + m_entries.capacity() * sizeof(Entry));
    for (const QByteArray &term : m_terms->terms)
        bytes += term.size() + qint64(2 * sizeof(QByteArray) + 2 * sizeof(quint32)) + 24;
    return bytes;
}

void PassageIndex::update(const PassageStore &store)
{
    if (m_change == store.changeNumber())
        return;
    m_change = store.changeNumber();
    m_collections = store.collections();
    for (int i = 0; i < markColourCount; ++i)
        m_colourNames.at(size_t(i)) = store.colourName(MarkColour(i));

    // What stands before and behind the change is as it was.
    const PassageSequence &passages = store.passages();
    const size_t common = std::min(passages.size(), m_entries.size());
    size_t before = 0;
    while (before < common && m_entries[before].passage == passages.shared(before))
        ++before;
    size_t behind = 0;
    while (behind < common - before &&
           m_entries[m_entries.size() - 1 - behind].passage == passages.shared(passages.size() - 1 - behind))
        ++behind;

    QHash<const Passage *, Run> known;
    for (size_t i = before; i < m_entries.size() - behind; ++i)
        known.insert(m_entries[i].passage.get(), m_entries[i].run);
    std::vector<Entry> fresh;
    for (size_t i = before; i < passages.size() - behind; ++i) {
        const PassageSequence::Kept &passage = passages.shared(i);
        const auto run = known.constFind(passage.get());
        fresh.push_back({passage, run == known.constEnd() ? read(*passage) : *run});
        known.remove(passage.get());
    }
    for (const Run &gone : std::as_const(known))
        m_used -= gone.ends.back();
    const auto first = m_entries.begin() + qsizetype(before);
    const auto last = m_entries.end() - qsizetype(behind);
    const auto reused = qsizetype(std::min(fresh.size(), size_t(last - first)));
    std::move(fresh.begin(), fresh.begin() + reused, first);
    if (reused < last - first)
        m_entries.erase(first + reused, last);
    else
        m_entries.insert(first + reused, std::make_move_iterator(fresh.begin() + reused),
                         std::make_move_iterator(fresh.end()));
    if (m_numbers.size() > 2 * m_used + 100'000)
        compact();
}

PassageIndex::Run PassageIndex::read(const Passage &passage)
{
    Run run;
    run.begin = quint32(m_numbers.size());
    const auto take = [&](const QString &text) {
        m_terms->stream.run(text, [&](const StreamedWord &word) {
            m_numbers.push_back(m_terms->numberOf(word) | (word.isPart ? partBit : 0));
        });
    };
    const auto takeAll = [&](const QStringList &texts) {
        for (const QString &text : texts) {
            m_numbers.push_back(boundary);
            take(text);
        }
    };
    const auto end = [&](Field field) { run.ends.at(size_t(field)) = quint32(m_numbers.size()) - run.begin; };
    take(passage.quote);
    end(Field::Quote);
    take(passage.note);
    end(Field::Note);
    takeAll(passage.tags);
    end(Field::Tag);
    take(passage.title);
    end(Field::Title);
    take(QFileInfo(passage.source.path).fileName());
    end(Field::File);
    take(passage.outlet);
    end(Field::Outlet);
    takeAll(passage.authors);
    end(Field::Author);
    m_used += run.ends.back();
    return run;
}

/// Drops the numbers of passages that have gone or changed.
void PassageIndex::compact()
{
    std::vector<quint32> numbers;
    numbers.reserve(m_used);
    for (Entry &entry : m_entries) {
        const auto begin = m_numbers.begin() + entry.run.begin;
        entry.run.begin = quint32(numbers.size());
        numbers.insert(numbers.end(), begin, begin + entry.run.ends.back());
    }
    m_numbers.swap(numbers);
}

std::vector<PassageIndex::Asked> PassageIndex::ask(const PassageQuery &query) const
{
    std::vector<Asked> all;
    for (const Condition &condition : query.conditions()) {
        Asked asked;
        asked.condition = &condition;
        if (condition.kind == Condition::Kind::Words) {
            for (const QString &word : condition.words)
                asked.words.push_back(m_terms->numbers.value(word.toUtf8(), boundary));
            if (condition.isBeginning) {
                const QByteArray beginning = condition.words.back().toUtf8();
                for (const QByteArray &term : m_terms->terms)
                    asked.beginnings.push_back(term.startsWith(beginning));
            }
        } else if (condition.kind == Condition::Kind::Collection) {
            for (const Collection &collection : m_collections)
                if (holdsWords(collection.name, condition.words, condition.isBeginning))
                    asked.members.unite(
                        QSet<QString>(collection.passages.begin(), collection.passages.end()));
        } else if (condition.kind == Condition::Kind::Colour) {
            for (int i = 0; i < markColourCount; ++i)
                if (holdsWords(name(MarkColour(i)), condition.words, condition.isBeginning) ||
                    holdsWords(m_colourNames.at(size_t(i)), condition.words, condition.isBeginning))
                    asked.colours |= 1U << i;
        }
        all.push_back(std::move(asked));
    }
    return all;
}

std::vector<int> PassageIndex::search(const PassageQuery &query) const
{
    std::vector<int> found(m_entries.size());
    for (size_t i = 0; i < found.size(); ++i)
        found[i] = int(i);
    for (const Asked &asked : ask(query))
        std::erase_if(found, [&](int index) {
            return answers(m_entries[size_t(index)], asked) == asked.condition->isExcluded;
        });
    return found;
}

bool PassageIndex::answers(const Entry &entry, const Asked &asked) const
{
    const Passage &passage = *entry.passage;
    switch (asked.condition->kind) {
    case Condition::Kind::Words:
        return hasWords(entry.run, asked);
    case Condition::Kind::Collection:
        return asked.members.contains(passage.id);
    case Condition::Kind::Colour:
        return (asked.colours >> int(passage.colour)) & 1;
    case Condition::Kind::Date:
        return overlaps(passage.published, asked.condition->dates);
    case Condition::Kind::Starred:
        return passage.starred;
    case Condition::Kind::HasNote:
        return !passage.note.isEmpty();
    case Condition::Kind::HasTag:
        return !passage.tags.isEmpty();
    }
    return false;
}

bool PassageIndex::hasWords(const Run &run, const Asked &asked) const
{
    quint32 begin = run.begin;
    for (int field = 0; field < PassageQuery::fieldCount; ++field) {
        const quint32 end = run.begin + run.ends.at(size_t(field));
        if (asked.condition->has(Field(field)) && standsSideBySide(begin, end, asked))
            return true;
        begin = end;
    }
    return false;
}

bool PassageIndex::standsSideBySide(quint32 begin, quint32 end, const Asked &asked) const
{
    const quint32 *const last = m_numbers.data() + end;
    for (const quint32 *first = m_numbers.data() + begin; first != last; ++first) {
        if (!asked.isWord(0, *first & numberBits))
            continue;
        size_t matched = 1;
        const quint32 *at = first;
        while (matched < asked.words.size()) {
            do // the parts of a word stand where it does
                ++at;
            while (at != last && (*at & partBit));
            bool isNext = false;
            for (const quint32 *form = at; form != last && (form == at || (*form & partBit)); ++form)
                isNext = isNext || asked.isWord(matched, *form & numberBits);
            if (!isNext)
                break;
            ++matched;
        }
        if (matched == asked.words.size())
            return true;
    }
    return false;
}

} // namespace Lectern
