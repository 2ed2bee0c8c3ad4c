#include "text/words.h"

#include "text/icuwords.h"
#include "text/wordstream.h"

#include <QStringDecoder>

namespace Lectern {

struct WordBreaker::Impl
{
    WordStream stream;
    IcuWords icu;
    std::vector<Word> words;
    std::vector<QString> spareTerms; ///< of words before, for their memory
    QStringDecoder decoder{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};

    void clear();
    void add(const StreamedWord &word);
};

void WordBreaker::Impl::clear()
{
    for (Word &word : words)
        spareTerms.push_back(std::move(word.term));
    words.clear();
}

void WordBreaker::Impl::add(const StreamedWord &word)
{
    QString term;
    if (!spareTerms.empty()) {
        term = std::move(spareTerms.back());
        spareTerms.pop_back();
    }
    const QByteArrayView utf8(word.term, qsizetype(word.length));
    term.resize(decoder.requiredSpace(utf8.size()));
    term.truncate(decoder.appendToBuffer(term.data(), utf8) - term.constData());
    words.push_back({std::move(term), word.range, word.position, word.isPart});
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
    if (breaking == WordBreaking::IcuOnly) {
        m_impl->icu.begin(text);
        m_impl->icu.cut({0, text.size()}, 0);
        return m_impl->icu.words();
    }
    m_impl->clear();
    m_impl->stream.run(text, [this](const StreamedWord &word) { m_impl->add(word); });
    return m_impl->words;
}

} // namespace Lectern
