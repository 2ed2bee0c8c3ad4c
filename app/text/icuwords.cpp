#include "text/icuwords.h"

#include "text/folding.h"
#include "text/wordclass.h"

namespace Lectern {

namespace {

/// Longer terms are cut, so that rubbish does not fill an index.
constexpr qsizetype maximumTerm = 255;

std::unique_ptr<icu::BreakIterator> makeBreaker()
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaker(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) || !breaker)
        qFatal("ICU has no word break data: %s", u_errorName(status));
    return breaker;
}

} // namespace

IcuWords::~IcuWords()
{
    utext_close(&m_input);
}

void IcuWords::begin(QStringView text)
{
    m_text = text;
    clear();
}

void IcuWords::clear()
{
    for (Word &word : m_words)
        m_spareTerms.push_back(std::move(word.term));
    m_words.clear();
}

quint32 IcuWords::cut(TextRange stretch, quint32 position)
{
    if (!m_breaker)
        m_breaker = makeBreaker();
    m_position = position;
    m_disguised.clear();
    disguise(m_text.sliced(stretch.start, stretch.length()), &m_disguised);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUChars(&m_input, m_disguised.data(), qsizetype(m_disguised.size()), &status);
    m_breaker->setText(&m_input, status);
    Q_ASSERT(U_SUCCESS(status));
    qsizetype start = 0;
    for (int32_t end = m_breaker->next(); end != icu::BreakIterator::DONE; end = m_breaker->next()) {
        addSegment({stretch.start + start, stretch.start + end});
        start = end;
    }
    return m_position;
}

void IcuWords::addSegment(TextRange stretch)
{
    const WordStretch segment = stretchOf(m_text.sliced(stretch.start, stretch.length()));
    stretch.start += segment.start;
    if (segment.kind == StretchKind::Word)
        addWord(stretch);
    else if (segment.kind == StretchKind::Symbol)
        add(stretch, false);
}

void IcuWords::addWord(TextRange range)
{
    range = withoutJoints(m_text, range);
    if (!add(range, false))
        return;
    partsOf(m_text, range, &m_parts);
    for (const TextRange part : m_parts)
        add(part, true);
}

/// False when nothing is left of the word in its fold, and so there is none.
bool IcuWords::add(TextRange range, bool isPart)
{
    QString term;
    if (!m_spareTerms.empty()) {
        term = std::move(m_spareTerms.back());
        m_spareTerms.pop_back();
        term.resize(0);
    }
    foldTo(m_text.sliced(range.start, range.length()), &term);
    if (term.isEmpty())
        return false;
    if (term.size() > maximumTerm)
        term.truncate(term[maximumTerm].isLowSurrogate() ? maximumTerm - 1 : maximumTerm);
    m_words.push_back({std::move(term), range, isPart ? m_position - 1 : m_position, isPart});
    if (!isPart)
        ++m_position;
    return true;
}

} // namespace Lectern
