#include "app/passages/drift.h"

#include "app/passages/driftprose.h"

#include <algorithm>

namespace Lectern::Testing {

const char *name(DriftKind kind)
{
    static constexpr const char *list[] = {
        "paragraph before",      "sentence deleted",
        "paragraph deleted",     "passage deleted",
        "sentences swapped",     "paragraphs swapped",
        "sentence duplicated",   "paragraph duplicated",
        "sentences reordered",   "paragraphs reordered",
        "quotes retyped",        "reflowed",
        "no-break spaces",       "edited outside",
        "edited inside",         "look-alike before",
        "look-alike and edited", "look-alike instead",
        "quoted elsewhere",      "twin deleted",
        "other twin deleted",    "mixed",
    };
    static_assert(std::size(list) == driftKindCount);
    return list[int(kind)];
}

/// Replaces, drops or adds one or two words of the passage, or of its sentence outside of it.
void DriftedText::editWords(TextRange original, bool inside, std::mt19937 &random)
{
    const std::optional<Place> place = sentenceOf(int(original.start));
    if (!place)
        return;
    for (int edits = 1 + int(below(2, random)); edits > 0; --edits) {
        Sentence &sentence = at(*place);
        std::vector<std::pair<size_t, size_t>> words;
        for (size_t i = 0; i < sentence.size();) {
            size_t end = i;
            bool fits = true;
            while (end < sentence.size() && sentence[end].c.isLetterOrNumber()) {
                fits = fits && original.contains(sentence[end].origin) == inside && sentence[end].origin >= 0;
                ++end;
            }
            if (end > i && fits)
                words.emplace_back(i, end);
            i = std::max(end, i + 1);
        }
        if (words.size() < 2)
            return;
        const auto [from, to] = words[below(words.size(), random)];
        const Sentence word = made(otherWord(random));
        switch (below(3, random)) {
        case 0:
            sentence.erase(sentence.begin() + qsizetype(from), sentence.begin() + qsizetype(to));
            sentence.insert(sentence.begin() + qsizetype(from), word.begin(), word.end());
            break;
        case 1:
            if (to < sentence.size() && from > 0 && sentence[to].c == u' ')
                sentence.erase(sentence.begin() + qsizetype(from), sentence.begin() + qsizetype(to + 1));
            break;
        default:
            if (from > 0 && sentence[from - 1].c == u' ') {
                sentence.insert(sentence.begin() + qsizetype(from), {u' ', -1});
                sentence.insert(sentence.begin() + qsizetype(from), word.begin(), word.end());
            }
        }
    }
}

/// The sentence with one or two words changed: inside the passage, outside, or either.
DriftedText::Sentence DriftedText::lookAlike(const Sentence &sentence, TextRange original,
                                             std::mt19937 &random) const
{
    DriftedText alone;
    alone.m_paragraphs = {{sentence}};
    const bool inside = below(2, random) == 0;
    const QString was = alone.text();
    alone.editWords(original, inside, random);
    if (alone.text() == was)
        alone.editWords(original, !inside, random);
    Sentence alike = copied(alone.m_paragraphs[0][0]);
    if (alone.text() == was)
        alike.insert(alike.end() - 1, {{u' ', -1}, {u't', -1}, {u'o', -1}, {u'o', -1}});
    return alike;
}

void DriftedText::retype()
{
    for (Paragraph &paragraph : m_paragraphs) {
        for (Sentence &sentence : paragraph) {
            QChar before = u' ';
            for (Unit &unit : sentence) {
                const QChar was = unit.c;
                if (was == u'"')
                    unit.c = before == u' ' ? QChar(0x201c) : QChar(0x201d);
                else if (was == u'\'')
                    unit.c = QChar(0x2019);
                else if (was == u'-')
                    unit.c = QChar(0x2013);
                before = was;
            }
        }
    }
}

void DriftedText::reflow(std::mt19937 &random)
{
    Paragraph all;
    for (Paragraph &paragraph : m_paragraphs)
        all.insert(all.end(), paragraph.begin(), paragraph.end());
    m_paragraphs.clear();
    for (Sentence &sentence : all) {
        if (m_paragraphs.empty() || below(3, random) == 0)
            m_paragraphs.emplace_back();
        m_paragraphs.back().push_back(std::move(sentence));
    }
}

void DriftedText::putNoBreakSpaces(std::mt19937 &random)
{
    for (Paragraph &paragraph : m_paragraphs)
        for (Sentence &sentence : paragraph)
            for (Unit &unit : sentence)
                if (unit.c == u' ' && below(5, random) == 0)
                    unit.c = QChar(0xa0);
}

void DriftedText::drift(DriftKind kind, TextRange original, std::mt19937 &random)
{
    const std::optional<Place> found = sentenceOf(int(original.start));
    if (!found)
        return;
    const Place own = *found;
    const auto words = [this](Place place) {
        QString text;
        for (const Unit &unit : at(place))
            text += unit.c;
        return text;
    };
    const auto otherPlace = [&] {
        for (int tries = 0; tries < 50; ++tries) {
            const Place place = anyPlace(random);
            if (words(place) != words(own))
                return place;
        }
        return own;
    };
    const Place other = otherPlace();
    const Place before{below(own.paragraph + 1, random), 0};
    switch (kind) {
    case DriftKind::ParagraphBefore:
        m_paragraphs.insert(m_paragraphs.begin(),
                            {made(newsSentence(random)), made(QStringLiteral("UPDATED."))});
        break;
    case DriftKind::SentenceDeleted:
        if (other.paragraph != own.paragraph || other.sentence != own.sentence)
            remove(other);
        break;
    case DriftKind::ParagraphDeleted:
        if (other.paragraph != own.paragraph)
            m_paragraphs.erase(m_paragraphs.begin() + qsizetype(other.paragraph));
        break;
    case DriftKind::PassageDeleted:
    case DriftKind::TwinDeleted:
        remove(own);
        break;
    case DriftKind::OtherTwinDeleted:
        for (size_t p = 0; p < m_paragraphs.size(); ++p)
            for (size_t s = 0; s < m_paragraphs[p].size(); ++s)
                if (m_paragraphs[p][s].front().origin < 0)
                    return remove({p, s});
        break;
    case DriftKind::SentencesSwapped:
        std::swap(at(own), at(other));
        break;
    case DriftKind::ParagraphsSwapped:
        std::swap(m_paragraphs[own.paragraph], m_paragraphs[other.paragraph]);
        break;
    case DriftKind::SentenceDuplicated:
        insert(other, copied(at(own)));
        break;
    case DriftKind::ParagraphDuplicated: {
        Paragraph copy = m_paragraphs[own.paragraph];
        for (Sentence &sentence : copy)
            sentence = copied(sentence);
        m_paragraphs.insert(m_paragraphs.begin() + qsizetype(other.paragraph), copy);
        break;
    }
    case DriftKind::SentencesReordered:
        for (Paragraph &paragraph : m_paragraphs)
            std::shuffle(paragraph.begin(), paragraph.end(), random);
        break;
    case DriftKind::ParagraphsReordered:
        std::shuffle(m_paragraphs.begin(), m_paragraphs.end(), random);
        break;
    case DriftKind::QuotesRetyped:
        retype();
        break;
    case DriftKind::Reflowed:
        reflow(random);
        break;
    case DriftKind::NoBreakSpaces:
        putNoBreakSpaces(random);
        break;
    case DriftKind::EditedOutside:
        editWords(original, false, random);
        break;
    case DriftKind::EditedInside:
        editWords(original, true, random);
        break;
    case DriftKind::LookAlikeBefore:
        insert(before, lookAlike(at(own), original, random));
        break;
    case DriftKind::LookAlikeAndEdited: {
        Sentence alike = lookAlike(at(own), original, random);
        editWords(original, true, random);
        insert(before, std::move(alike));
        break;
    }
    case DriftKind::LookAlikeInstead: {
        Sentence alike = lookAlike(at(own), original, random);
        const Place elsewhere = distantPlace(own, random);
        remove(own);
        insert(elsewhere, std::move(alike));
        break;
    }
    case DriftKind::QuotedElsewhere: {
        Sentence quoting = made(QStringLiteral("A year ago somebody wrote of "));
        for (const Unit &unit : at(own))
            if (original.contains(unit.origin))
                quoting.push_back({unit.c, -1});
        for (const QChar c : QStringLiteral(" in this newspaper."))
            quoting.push_back({c, -1});
        insert(before, std::move(quoting));
        break;
    }
    case DriftKind::Mixed:
        // A sentence that is copied and deleted or edited was moved: the three are not mixed.
        for (int i = 0; i < 3;) {
            const auto one = DriftKind(below(size_t(DriftKind::QuotedElsewhere) + 1, random));
            if (one == DriftKind::PassageDeleted || one == DriftKind::LookAlikeInstead ||
                one == DriftKind::SentenceDuplicated || one == DriftKind::ParagraphDuplicated)
                continue;
            drift(one, original, random);
            ++i;
        }
        break;
    }
}

} // namespace Lectern::Testing
