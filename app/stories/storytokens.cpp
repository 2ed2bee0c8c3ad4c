#include "stories/storytokens.h"

#include "stories/frequentwords.h"
#include "text/folding.h"
#include "text/sentences.h"
#include "text/words.h"

#include <xxhash.h>

namespace Lectern {

namespace {

quint64 hashOf(QStringView text)
{
    return XXH3_64bits(text.utf16(), size_t(text.size()) * sizeof(char16_t));
}

bool isDash(QChar c)
{
    return c == u'-' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015) || c.unicode() == 0x2212;
}

/// Cuts one text into tokens.
class Scanner
{
public:
    Scanner(QStringView text, const FrequentWords &frequent, std::vector<StoryToken> *tokens)
        : m_text(text)
        , m_frequent(frequent)
        , m_tokens(*tokens)
    {}

    void run()
    {
        for (qsizetype at = 0; at < m_text.size();) {
            const QChar c = m_text[at];
            if (c.isSpace() || c == QChar::ObjectReplacementCharacter) {
                ++at;
                continue;
            }
            const qsizetype end = tokenEnd(at);
            add({at, end});
            at = end;
        }
    }

private:
    QChar at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : QChar(); }
    bool isLetterAt(qsizetype offset) const
    {
        return offset >= 0 && offset < m_text.size() &&
               (m_text[offset].isLetter() || m_text[offset].isMark() || m_text[offset].isSurrogate());
    }
    bool isDigitAt(qsizetype offset) const
    {
        return offset >= 0 && offset < m_text.size() && m_text[offset].isDigit();
    }
    bool isWordAt(qsizetype offset) const { return isLetterAt(offset) || isDigitAt(offset); }

    qsizetype tokenEnd(qsizetype start) const
    {
        if (m_text[start].category() == QChar::Symbol_Currency && isDigitAt(start + 1))
            return wordEnd(start + 1);
        if (isWordAt(start))
            return wordEnd(start);
        qsizetype end = start + 1;
        const QChar c = m_text[start];
        if (c == u'.' || isDash(c) || c == u'\'' || c == u'`')
            while (end < m_text.size() && m_text[end] == c && end - start < 3)
                ++end;
        return end;
    }

    qsizetype wordEnd(qsizetype start) const
    {
        if (writesWithoutSpaces(m_text[start])) {
            qsizetype end = start + 1;
            while (end < m_text.size() && m_text[end].isMark())
                ++end;
            return end;
        }
        qsizetype end = start;
        while (end < m_text.size()) {
            if (isWordAt(end) && !writesWithoutSpaces(m_text[end]))
                ++end;
            else if (joins(start, end))
                ++end;
            else
                break;
        }
        if (end < m_text.size() && (m_text[end] == u'%' || m_text[end].unicode() == 0x2030) &&
            isDigitAt(end - 1))
            ++end;
        return end;
    }

    /// Whether the character at `offset`, behind a letter or digit of the word that begins at `start`, goes
    /// on with it.
    bool joins(qsizetype start, qsizetype offset) const
    {
        if (!isWordAt(offset + 1) || writesWithoutSpaces(m_text[offset + 1]))
            return false;
        const QChar c = m_text[offset];
        const bool digits = isDigitAt(offset - 1) && isDigitAt(offset + 1);
        const bool letters = isLetterAt(offset - 1) && isLetterAt(offset + 1);
        if (c == u'.')
            return digits || (letters && isAbbreviation(start, offset));
        if (c == u',')
            return digits && isDigitAt(offset + 2) && isDigitAt(offset + 3) && !isDigitAt(offset + 4);
        if (c == u':')
            return digits;
        if (c == u'&')
            return letters && m_text[offset - 1].isUpper() && m_text[offset + 1].isUpper();
        return isApostrophe(c.unicode()) ? letters : isDash(c) && c.unicode() != 0x2014;
    }

    /// "U.S", "e.g": single letters with stops between them.
    bool isAbbreviation(qsizetype start, qsizetype offset) const
    {
        const bool singleBefore = offset - 1 == start || m_text[offset - 2] == u'.';
        return singleBefore && !isLetterAt(offset + 2);
    }

    void add(TextRange range)
    {
        StoryToken token;
        token.range = range;
        const QStringView characters = m_text.sliced(range.start, range.length());
        token.exact = hashOf(characters);
        token.kind = kindOf(characters);
        if (token.isWord()) {
            m_folded.clear();
            foldTo(characters, &m_folded);
            token.fold = hashOf(m_folded);
            token.isCapital = characters.front().isUpper();
            token.isFrequent = m_frequent.contains(m_folded);
        } else {
            token.fold = foldOfSign(token.kind, characters);
        }
        m_tokens.push_back(token);
    }

    StoryToken::Kind kindOf(QStringView characters) const
    {
        const QChar c = characters.front();
        if (c.isDigit() || (c.category() == QChar::Symbol_Currency && characters.size() > 1))
            return StoryToken::Kind::Number;
        if (c.isLetter() || c.isMark() || c.isSurrogate())
            return StoryToken::Kind::Word;
        if (isQuotationMark(c))
            return StoryToken::Kind::Mark;
        if (c.unicode() == 0x2026 || (c == u'.' && characters.size() > 1))
            return StoryToken::Kind::Ellipsis;
        return isDash(c) ? StoryToken::Kind::Dash : StoryToken::Kind::Sign;
    }

    /// All marks read alike, all dashes, all ellipses; other signs as themselves.
    static quint64 foldOfSign(StoryToken::Kind kind, QStringView characters)
    {
        return kind == StoryToken::Kind::Sign ? hashOf(characters) : quint64(kind);
    }

    QStringView m_text;
    const FrequentWords &m_frequent;
    std::vector<StoryToken> &m_tokens;
    QString m_folded;
};

} // namespace

QString withoutPossessive(QString folded)
{
    if (folded.endsWith(QLatin1String("'s")))
        folded.chop(2);
    return folded;
}

StoryTokens::StoryTokens(QStringView text, const QString &language)
    : m_text(text)
    , m_sentences(Lectern::sentences(text))
    , m_spans(markedSpans(text))
    , m_capitalsAreNames(!language.startsWith(QLatin1String("de")))
{
    m_tokens.reserve(size_t(text.size()) / 4);
    Scanner(text, FrequentWords::of(language), &m_tokens).run();
    for (size_t i = 0; i < m_tokens.size(); ++i)
        if (m_tokens[i].isWord())
            m_words.push_back(quint32(i));
    place();
}

void StoryTokens::place()
{
    size_t sentence = 0;
    size_t nextSpan = 0;
    std::vector<size_t> open;
    qint64 lastSentence = -1;
    qint64 lastSpan = -1;
    for (StoryToken &token : m_tokens) {
        while (sentence + 1 < m_sentences.size() && m_sentences[sentence + 1].start <= token.range.start)
            ++sentence;
        token.sentence = quint32(sentence);
        while (nextSpan < m_spans.size() && m_spans[nextSpan].inner.start <= token.range.start)
            open.push_back(nextSpan++);
        while (!open.empty() && m_spans[open.back()].inner.end <= token.range.start)
            open.pop_back();
        token.span = open.empty() ? 0 : quint32(open.back() + 1);
        if (!token.isWord())
            continue;
        token.isOpening = lastSentence != qint64(sentence) || lastSpan != qint64(token.span);
        lastSentence = qint64(sentence);
        lastSpan = qint64(token.span);
    }
}

} // namespace Lectern
