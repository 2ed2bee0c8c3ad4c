#include "text/words.h"

#include "text/folding.h"
#include "text/wordclass.h"

#include <unicode/brkiter.h>

#include <memory>

namespace Lectern {

namespace {

/// Longer terms are cut, so that rubbish does not fill an index.
constexpr qsizetype maximumTerm = 255;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t';
}

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

struct WordBreaker::Impl
{
    std::unique_ptr<icu::BreakIterator> breaker = makeBreaker();
    UText input = UTEXT_INITIALIZER;
    QStringView text;
    std::vector<char16_t> disguised; ///< the stretch before ICU, see disguise()
    std::vector<Word> words;
    std::vector<QString> spareTerms; ///< of words() before, for their memory
    quint32 position = 0;

    Impl() = default;
    ~Impl() { utext_close(&input); }
    Q_DISABLE_COPY_MOVE(Impl)

    void reset(QStringView newText);
    void cut(WordBreaking breaking);
    void cutSimply(TextRange stretch);
    void cutByIcu(TextRange stretch);
    void addSegment(TextRange stretch);
    void addWord(TextRange range);
    void addParts(TextRange range);
    bool add(TextRange range, bool isPart);
};

void WordBreaker::Impl::reset(QStringView newText)
{
    text = newText;
    position = 0;
    for (Word &word : words)
        spareTerms.push_back(std::move(word.term));
    words.clear();
}

/// Stretches between blanks are cut by themselves: no rule of UAX #29 reaches across a blank. Those that need
/// nothing but its plainest rules are cut here, neighbouring others go to ICU together.
void WordBreaker::Impl::cut(WordBreaking breaking)
{
    TextRange hard;
    qsizetype i = 0;
    while (i < text.size()) {
        if (isBlank(text[i])) {
            ++i;
            continue;
        }
        TextRange stretch{i, i};
        bool simple = breaking == WordBreaking::Fast;
        while (stretch.end < text.size() && !isBlank(text[stretch.end])) {
            simple = simple && simpleClass(text[stretch.end].unicode()) != SimpleClass::NotSimple;
            ++stretch.end;
        }
        i = stretch.end;
        if (!simple) {
            hard = {hard.isEmpty() ? stretch.start : hard.start, stretch.end};
            continue;
        }
        if (!hard.isEmpty())
            cutByIcu(std::exchange(hard, {}));
        cutSimply(stretch);
    }
    if (!hard.isEmpty())
        cutByIcu(hard);
}

/// Words by the rules WB5 to WB13b, which are all that characters of the simple classes need.
void WordBreaker::Impl::cutSimply(TextRange stretch)
{
    const auto classAt = [this, stretch](qsizetype at) {
        return at < stretch.end ? simpleClass(text[at].unicode()) : SimpleClass::Other;
    };
    qsizetype i = stretch.start;
    while (i < stretch.end) {
        const SimpleClass first = classAt(i);
        if (!joins(first)) {
            if (first == SimpleClass::Symbol)
                add({i, i + 1}, false);
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        SimpleClass last = first;
        for (;;) {
            const SimpleClass next = classAt(end);
            if (joins(next)) {
                last = next;
                ++end;
                continue;
            }
            const SimpleClass beyond = classAt(end + 1);
            const bool inWord = (next == SimpleClass::MidLetter || next == SimpleClass::MidBoth) &&
                                last == SimpleClass::Letter && beyond == SimpleClass::Letter;
            const bool inNumber = (next == SimpleClass::MidNumber || next == SimpleClass::MidBoth) &&
                                  last == SimpleClass::Digit && beyond == SimpleClass::Digit;
            if (!inWord && !inNumber)
                break;
            last = beyond;
            end += 2;
        }
        addWord({i, end});
        i = end;
    }
}

void WordBreaker::Impl::cutByIcu(TextRange stretch)
{
    disguised.clear();
    disguise(text.sliced(stretch.start, stretch.length()), &disguised);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUChars(&input, disguised.data(), qsizetype(disguised.size()), &status);
    breaker->setText(&input, status);
    Q_ASSERT(U_SUCCESS(status));
    qsizetype start = 0;
    for (int32_t end = breaker->next(); end != icu::BreakIterator::DONE; end = breaker->next()) {
        addSegment({stretch.start + start, stretch.start + end});
        start = end;
    }
}

void WordBreaker::Impl::addSegment(TextRange stretch)
{
    const WordStretch segment = stretchOf(text.sliced(stretch.start, stretch.length()));
    stretch.start += segment.start;
    if (segment.kind == StretchKind::Word)
        addWord(stretch);
    else if (segment.kind == StretchKind::Symbol)
        add(stretch, false);
}

void WordBreaker::Impl::addWord(TextRange range)
{
    while (!range.isEmpty() && isJoint(text[range.start].unicode()))
        ++range.start;
    while (!range.isEmpty() && isJoint(text[range.end - 1].unicode()))
        --range.end;
    if (add(range, false))
        addParts(range);
}

/// Adds the parts of a word between apostrophes, full stops and underscores; between digits only the last one
/// parts.
void WordBreaker::Impl::addParts(TextRange range)
{
    qsizetype start = range.start;
    for (qsizetype i = range.start; i < range.end; ++i) {
        const char16_t c = text[i].unicode();
        if (!isJoint(c))
            continue;
        if (!isUnderscore(c) && i + 1 < range.end && text[i - 1].isDigit() && text[i + 1].isDigit())
            continue;
        if (i > start)
            add({start, i}, true);
        start = i + 1;
    }
    if (start > range.start && start < range.end)
        add({start, range.end}, true);
}

/// False when nothing is left of the word in its fold, and so there is none.
bool WordBreaker::Impl::add(TextRange range, bool isPart)
{
    QString term;
    if (!spareTerms.empty()) {
        term = std::move(spareTerms.back());
        spareTerms.pop_back();
        term.resize(0);
    }
    foldTo(text.sliced(range.start, range.length()), &term);
    if (term.isEmpty())
        return false;
    if (term.size() > maximumTerm)
        term.truncate(term[maximumTerm].isLowSurrogate() ? maximumTerm - 1 : maximumTerm);
    words.push_back({std::move(term), range, isPart ? position - 1 : position, isPart});
    if (!isPart)
        ++position;
    return true;
}

bool writesWithoutSpaces(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

WordBreaker::WordBreaker()
    : m_impl(std::make_unique<Impl>())
{}

WordBreaker::~WordBreaker() = default;

const std::vector<Word> &WordBreaker::words(QStringView text, WordBreaking breaking)
{
    m_impl->reset(text);
    m_impl->cut(breaking);
    return m_impl->words;
}

} // namespace Lectern
