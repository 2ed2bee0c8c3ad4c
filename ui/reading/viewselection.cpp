#include "reading/viewselection.h"

#include "text/article.h"

#include <QTextBoundaryFinder>

namespace Lectern {

namespace {

constexpr qsizetype longestWord = 256; ///< units around an offset that are searched for the word's ends

TextRange around(const Article &article, qsizetype offset, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Word:
        return wordAround(article, offset);
    case Granularity::Block:
        return blockAround(article, offset);
    case Granularity::Character:
        break;
    }
    return {offset, offset};
}

} // namespace

TextRange ViewSelection::range() const
{
    return {std::min(m_anchor.start, m_caret), std::max(m_anchor.end, m_caret)};
}

void ViewSelection::clear(qsizetype caret)
{
    m_anchor = {caret, caret};
    m_caret = caret;
    m_granularity = Granularity::Character;
}

void ViewSelection::select(TextRange range)
{
    m_anchor = {range.start, range.start};
    m_caret = range.end;
    m_granularity = Granularity::Character;
}

void ViewSelection::begin(const Article &article, qsizetype offset, Granularity granularity)
{
    m_granularity = granularity;
    m_anchor = around(article, offset, granularity);
    m_caret = m_anchor.end;
}

void ViewSelection::extend(const Article &article, qsizetype offset)
{
    const TextRange reached = around(article, offset, m_granularity);
    m_caret = offset < m_anchor.start ? reached.start : std::max(reached.end, m_anchor.end);
    if (m_granularity == Granularity::Character)
        m_caret = offset;
}

void ViewSelection::moveCaret(qsizetype offset)
{
    if (m_granularity != Granularity::Character) {
        const TextRange whole = range();
        m_anchor.start = m_anchor.end = m_caret == whole.start ? whole.end : whole.start;
        m_granularity = Granularity::Character;
    }
    m_caret = offset;
}

TextRange wordAround(const Article &article, qsizetype offset)
{
    const TextRange block = blockAround(article, offset);
    const qsizetype start = std::max(block.start, offset - longestWord);
    const qsizetype end = std::min(block.end, offset + longestWord);
    if (end <= start)
        return {offset, offset};
    const QStringView text = QStringView(article.text()).mid(start, end - start);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    finder.setPosition(std::min(offset - start, text.size() - 1));
    const qsizetype from = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    const qsizetype to = finder.toNextBoundary();
    return {start + std::max(qsizetype(0), from), to < 0 ? end : start + to};
}

TextRange blockAround(const Article &article, qsizetype offset)
{
    const int block = article.blockAt(offset);
    return block < 0 ? TextRange{offset, offset} : article.blocks()[size_t(block)].range;
}

} // namespace Lectern
