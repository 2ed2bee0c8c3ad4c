#include "app/passages/drift.h"
#include "app/passages/driftprose.h"

#include <algorithm>

namespace Lectern::Testing {

DriftedText DriftedText::generate(std::mt19937 &random)
{
    DriftedText text;
    for (size_t i = 4 + below(8, random); i > 0; --i) {
        Paragraph paragraph;
        for (size_t j = 1 + below(6, random); j > 0; --j)
            paragraph.push_back(made(newsSentence(random)));
        text.m_paragraphs.push_back(std::move(paragraph));
    }
    text.number();
    return text;
}

DriftedText::Sentence DriftedText::made(const QString &text)
{
    Sentence sentence;
    for (const QChar c : text)
        sentence.push_back({c, -1});
    return sentence;
}

DriftedText::Sentence DriftedText::copied(Sentence sentence)
{
    for (Unit &unit : sentence)
        unit.origin = -1;
    return sentence;
}

void DriftedText::number()
{
    int origin = 0;
    for (Paragraph &paragraph : m_paragraphs) {
        for (Sentence &sentence : paragraph) {
            for (Unit &unit : sentence)
                unit.origin = origin++;
            ++origin; // the space or line break behind it
        }
    }
}

std::vector<DriftedText::Unit> DriftedText::units() const
{
    std::vector<Unit> units;
    for (const Paragraph &paragraph : m_paragraphs) {
        bool isFirst = true;
        for (const Sentence &sentence : paragraph) {
            if (sentence.empty())
                continue;
            if (!units.empty()) {
                // What stood between two that still stand side by side is still the same.
                const int last = units.back().origin;
                const bool isSame = last >= 0 && sentence.front().origin == last + 2;
                units.push_back({isFirst ? u'\n' : u' ', isSame ? last + 1 : -1});
            }
            isFirst = false;
            units.insert(units.end(), sentence.begin(), sentence.end());
        }
    }
    return units;
}

QString DriftedText::text() const
{
    QString text;
    for (const Unit &unit : units())
        text += unit.c;
    return text;
}

TextRange DriftedText::pick(std::mt19937 &random) const
{
    const QString all = text();
    const auto offset = [this](Place place) {
        return qsizetype(m_paragraphs[place.paragraph][place.sentence].front().origin);
    };
    const Place place = anyPlace(random);
    const auto size = qsizetype(m_paragraphs[place.paragraph][place.sentence].size());
    const qsizetype start = offset(place);
    const qsizetype end = start + size;
    const auto wordStart = [&all](qsizetype at, qsizetype from) {
        while (at > from && all[at - 1].isLetterOrNumber())
            --at;
        return at;
    };
    const auto wordEnd = [&all](qsizetype at) {
        while (at < all.size() && all[at].isLetterOrNumber())
            ++at;
        return at;
    };
    switch (below(6, random)) {
    case 0: // a part of a sentence, from its beginning
        return {start, wordEnd(start + size / 2)};
    case 1: { // a part from its middle
        const qsizetype from = wordStart(start + size / 4, start);
        return {from, std::max(from + 1, wordEnd(start + size * 3 / 4))};
    }
    case 2: { // a word or a few
        const qsizetype from = wordStart(start + qsizetype(below(size_t(size), random)), start);
        return {from, std::max(from + 1, wordEnd(std::min(end - 1, from + qsizetype(below(18, random)))))};
    }
    case 3: // several sentences, perhaps over paragraphs
        return {start, std::min(all.size(), wordEnd(std::min(all.size() - 1, end + 60)))};
    default:
        return {start, end};
    }
}

std::optional<DriftedText::Place> DriftedText::sentenceOf(int origin) const
{
    for (size_t p = 0; p < m_paragraphs.size(); ++p)
        for (size_t s = 0; s < m_paragraphs[p].size(); ++s)
            for (const Unit &unit : m_paragraphs[p][s])
                if (unit.origin == origin)
                    return Place{p, s};
    return std::nullopt;
}

DriftedText::Place DriftedText::anyPlace(std::mt19937 &random) const
{
    for (;;) {
        const size_t p = below(m_paragraphs.size(), random);
        if (!m_paragraphs[p].empty())
            return {p, below(m_paragraphs[p].size(), random)};
    }
}

DriftedText::Place DriftedText::distantPlace(Place own, std::mt19937 &random) const
{
    for (int tries = 0; tries < 100; ++tries) {
        const Place place = anyPlace(random);
        if (place.paragraph > own.paragraph + 1 || place.paragraph + 1 < own.paragraph)
            return place;
    }
    return {own.paragraph == 0 ? m_paragraphs.size() - 1 : 0, 0};
}

void DriftedText::remove(Place place)
{
    Paragraph &paragraph = m_paragraphs[place.paragraph];
    paragraph.erase(paragraph.begin() + qsizetype(place.sentence));
}

void DriftedText::insert(Place place, Sentence sentence)
{
    Paragraph &paragraph = m_paragraphs[place.paragraph];
    paragraph.insert(paragraph.begin() + qsizetype(place.sentence), std::move(sentence));
}

void DriftedText::doubleSentence(TextRange original, std::mt19937 &random)
{
    if (const std::optional<Place> own = sentenceOf(int(original.start)))
        insert(distantPlace(*own, random), copied(at(*own)));
}

std::optional<TextRange> DriftedText::placeOf(TextRange original) const
{
    const std::vector<Unit> all = units();
    const auto first = std::find_if(
        all.begin(), all.end(), [original](const Unit &unit) { return unit.origin == int(original.start); });
    if (all.end() - first < original.length())
        return std::nullopt;
    for (qsizetype i = 0; i < original.length(); ++i)
        if ((first + i)->origin != int(original.start + i))
            return std::nullopt;
    const qsizetype start = first - all.begin();
    return TextRange{start, start + original.length()};
}

qsizetype DriftedText::unitsLeft(TextRange original) const
{
    return unitsOf(original, {0, qsizetype(units().size())});
}

qsizetype DriftedText::unitsOf(TextRange original, TextRange found) const
{
    const std::vector<Unit> all = units();
    return std::count_if(all.begin() + found.start, all.begin() + found.end,
                         [original](const Unit &unit) { return original.contains(unit.origin); });
}

bool DriftedText::isTwin(TextRange place, qsizetype unitsBefore, qsizetype unitsAfter) const
{
    const QString all = text();
    const QString words = all.mid(place.start, place.length());
    for (qsizetype at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
        if (at == place.start)
            continue;
        qsizetype before = 0;
        while (before < std::min(at, place.start) && all[at - 1 - before] == all[place.start - 1 - before])
            ++before;
        qsizetype after = 0;
        while (std::max(at, place.start) + words.size() + after < all.size() &&
               all[at + words.size() + after] == all[place.end + after])
            ++after;
        const bool isBeside = before + words.size() + after + 2 >= std::abs(at - place.start);
        const bool isAlikeBefore = before >= unitsBefore || before == std::min(at, place.start);
        const bool isAlikeAfter =
            after >= unitsAfter || std::max(at, place.start) + words.size() + after == all.size();
        if (isBeside || (isAlikeBefore && isAlikeAfter))
            return true;
    }
    return false;
}

} // namespace Lectern::Testing
