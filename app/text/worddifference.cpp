#include "text/worddifference.h"

#include "text/folding.h"
#include "text/words.h"

#include <QHash>

#include <algorithm>

namespace Lectern {

namespace {

/// Tokens that may differ before two wordings are taken for two texts; bounds time and memory.
constexpr int mostEdits = 1000;

bool isDash(QChar c)
{
    return c.category() == QChar::Punctuation_Dash || c == QChar(0x2212);
}

bool isFormat(QChar c)
{
    return c.category() == QChar::Other_Format;
}

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || isFormat(c);
}

/// Whether a mark between two units of a word joins them: "don't", "1,000".
bool isJoint(QChar before, QChar mark, QChar after)
{
    if (isApostrophe(mark.unicode()))
        return before.isLetterOrNumber() && after.isLetterOrNumber();
    return (mark == u'.' || mark == u',') && before.isDigit() && after.isDigit();
}

/// The end of the word or mark that starts at `start`.
qsizetype tokenEnd(QStringView text, qsizetype start)
{
    qsizetype end = start + 1;
    const QChar first = text[start];
    if (!isWordUnit(first)) {
        while (end < text.size() && (text[end] == first || (isDash(first) && isDash(text[end]))) &&
               (first == u'.' || isDash(first)))
            ++end;
        return end;
    }
    while (end < text.size()) {
        const QChar next = text[end];
        if (isWordUnit(next)) {
            if (!next.isMark() && !next.isLowSurrogate() &&
                (writesWithoutSpaces(text[end - 1]) || writesWithoutSpaces(next)))
                break;
            ++end;
        } else if (end + 1 < text.size() && isJoint(text[end - 1], next, text[end + 1])) {
            ++end;
        } else {
            break;
        }
    }
    return end;
}

} // namespace

QString name(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added:
        return QStringLiteral("added");
    case DifferenceKind::Dropped:
        return QStringLiteral("dropped");
    case DifferenceKind::Replaced:
        return QStringLiteral("replaced");
    case DifferenceKind::Typographic:
        return QStringLiteral("typographic");
    }
    return {};
}

/// Cuts texts into words and marks and numbers what folds alike.
class WordAlignment::Tokens
{
public:
    std::vector<Token> cut(const QString &text)
    {
        std::vector<Token> tokens;
        for (qsizetype at = 0; at < text.size();) {
            if (text[at].isSpace()) {
                ++at;
                continue;
            }
            const TextRange range{at, tokenEnd(text, at)};
            at = range.end;
            const QStringView words = QStringView(text).sliced(range.start, range.length());
            const QString folded = isDash(words.front()) ? QStringLiteral("-") : fold(words);
            if (folded.trimmed().isEmpty())
                continue;
            const auto known = m_keys.constFind(folded);
            const int key = known == m_keys.constEnd() ? int(m_keys.size()) : *known;
            if (known == m_keys.constEnd())
                m_keys.insert(folded, key);
            tokens.push_back({range, key});
        }
        return tokens;
    }

private:
    QHash<QString, int> m_keys;
};

WordAlignment::WordAlignment(QStringView before, QStringView after)
    : m_before(before.toString())
    , m_after(after.toString())
{
    Tokens tokens;
    m_old = tokens.cut(m_before);
    m_new = tokens.cut(m_after);
    compare();
    tell();
}

void WordAlignment::compare()
{
    Block middle{0, m_old.size(), 0, m_new.size()};
    while (middle.beforeStart < middle.beforeEnd && middle.afterStart < middle.afterEnd &&
           m_old[middle.beforeStart].key == m_new[middle.afterStart].key)
        m_same.emplace_back(middle.beforeStart++, middle.afterStart++);
    std::vector<std::pair<size_t, size_t>> tail;
    while (middle.beforeStart < middle.beforeEnd && middle.afterStart < middle.afterEnd &&
           m_old[middle.beforeEnd - 1].key == m_new[middle.afterEnd - 1].key)
        tail.emplace_back(--middle.beforeEnd, --middle.afterEnd);
    compareMiddle(middle);
    m_same.insert(m_same.end(), tail.rbegin(), tail.rend());
}

/// Myers' greedy algorithm: the furthest x on each diagonal for 0, 1, 2... edits, then the way back.
void WordAlignment::compareMiddle(Block middle)
{
    const int n = int(middle.beforeEnd - middle.beforeStart);
    const int m = int(middle.afterEnd - middle.afterStart);
    if (n == 0 || m == 0)
        return;
    const int limit = std::min(n + m, mostEdits);
    const auto isSame = [&](int x, int y) {
        return m_old[middle.beforeStart + size_t(x)].key == m_new[middle.afterStart + size_t(y)].key;
    };
    std::vector<int> furthest(size_t(2 * limit) + 3, 0);
    const auto at = [limit](int diagonal) { return size_t(diagonal + limit + 1); };
    std::vector<std::vector<int>> trace;
    int edits = 0;
    bool isThrough = false;
    for (; edits <= limit && !isThrough; ++edits) {
        trace.emplace_back(furthest.begin() + qsizetype(at(-edits - 1)),
                           furthest.begin() + qsizetype(at(edits + 1)) + 1);
        for (int k = -edits; k <= edits && !isThrough; k += 2) {
            const bool isDown = k == -edits || (k != edits && furthest[at(k - 1)] < furthest[at(k + 1)]);
            int x = isDown ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            while (x < n && x - k < m && isSame(x, x - k))
                ++x;
            furthest[at(k)] = x;
            isThrough = x >= n && x - k >= m;
        }
    }
    if (!isThrough)
        return;
    std::vector<std::pair<size_t, size_t>> back;
    int x = n;
    int y = m;
    for (int d = edits - 1; d >= 0; --d) {
        const std::vector<int> &reached = trace[size_t(d)]; // diagonals -d - 1 to d + 1
        const auto before = [&reached, d](int diagonal) { return reached[size_t(diagonal + d + 1)]; };
        const int k = x - y;
        const bool isDown = k == -d || (k != d && before(k - 1) < before(k + 1));
        const int fromX = d == 0 ? 0 : isDown ? before(k + 1) : before(k - 1) + 1;
        while (x > fromX && y > 0 && x > 0) {
            --x;
            --y;
            back.emplace_back(middle.beforeStart + size_t(x), middle.afterStart + size_t(y));
        }
        if (d > 0)
            (isDown ? y : x) -= 1;
    }
    m_same.insert(m_same.end(), back.rbegin(), back.rend());
}

void WordAlignment::add(DifferenceKind kind, TextRange before, TextRange after)
{
    if (kind == DifferenceKind::Typographic && !m_differences.empty() && m_differences.back().kind == kind &&
        m_differences.back().before.end == before.start && m_differences.back().after.end == after.start) {
        m_differences.back().before.end = before.end;
        m_differences.back().after.end = after.end;
        return;
    }
    m_differences.push_back({kind, before, after});
}

void WordAlignment::tellSpaces(TextRange before, TextRange after)
{
    if (QStringView(m_before).sliced(before.start, before.length()) !=
        QStringView(m_after).sliced(after.start, after.length()))
        add(DifferenceKind::Typographic, before, after);
}

void WordAlignment::tell()
{
    size_t i = 0;
    size_t j = 0;
    for (size_t pair = 0; pair <= m_same.size(); ++pair) {
        const bool isEnd = pair == m_same.size();
        const size_t nextOld = isEnd ? m_old.size() : m_same[pair].first;
        const size_t nextNew = isEnd ? m_new.size() : m_same[pair].second;
        const qsizetype oldFrom = i == 0 ? 0 : m_old[i - 1].range.end;
        const qsizetype newFrom = j == 0 ? 0 : m_new[j - 1].range.end;
        const TextRange oldWords =
            i < nextOld ? TextRange{m_old[i].range.start, m_old[nextOld - 1].range.end} : TextRange();
        const TextRange newWords =
            j < nextNew ? TextRange{m_new[j].range.start, m_new[nextNew - 1].range.end} : TextRange();
        if (i < nextOld && j < nextNew)
            add(DifferenceKind::Replaced, oldWords, newWords);
        else if (i < nextOld)
            add(DifferenceKind::Dropped, oldWords, {newFrom, newFrom});
        else if (j < nextNew)
            add(DifferenceKind::Added, {oldFrom, oldFrom}, newWords);
        else
            tellSpaces({oldFrom, isEnd ? m_before.size() : m_old[nextOld].range.start},
                       {newFrom, isEnd ? m_after.size() : m_new[nextNew].range.start});
        if (isEnd)
            break;
        tellSpaces(m_old[nextOld].range, m_new[nextNew].range);
        i = nextOld + 1;
        j = nextNew + 1;
    }
}

/// The tokens of both sides that stand between the same two as this one; itself alone when it is one of
/// these.
WordAlignment::Block WordAlignment::blockOf(size_t token) const
{
    const auto next = std::lower_bound(
        m_same.begin(), m_same.end(), token,
        [](const std::pair<size_t, size_t> &pair, size_t wanted) { return pair.first < wanted; });
    if (next != m_same.end() && next->first == token)
        return {token, token + 1, next->second, next->second + 1};
    Block block{0, m_old.size(), 0, m_new.size()};
    if (next != m_same.begin()) {
        block.beforeStart = (next - 1)->first + 1;
        block.afterStart = (next - 1)->second + 1;
    }
    if (next != m_same.end()) {
        block.beforeEnd = next->first;
        block.afterEnd = next->second;
    }
    return block;
}

qsizetype WordAlignment::mappedStart(size_t token, qsizetype start) const
{
    const Block block = blockOf(token);
    const size_t size = block.beforeEnd - block.beforeStart;
    const size_t index =
        block.afterStart + (token - block.beforeStart) * (block.afterEnd - block.afterStart) / size;
    if (index >= m_new.size())
        return m_after.size();
    const TextRange to = m_new[index].range;
    const qsizetype inside = std::max<qsizetype>(0, start - m_old[token].range.start);
    return to.length() == m_old[token].range.length() ? to.start + inside : to.start;
}

qsizetype WordAlignment::mappedEnd(size_t token, qsizetype end) const
{
    const Block block = blockOf(token);
    const size_t size = block.beforeEnd - block.beforeStart;
    const size_t count = block.afterEnd - block.afterStart;
    const size_t index = block.afterStart + ((token + 1 - block.beforeStart) * count + size - 1) / size;
    if (index == 0)
        return 0;
    const TextRange to = m_new[index - 1].range;
    const qsizetype beyond = std::max<qsizetype>(0, m_old[token].range.end - end);
    return count > 0 && to.length() == m_old[token].range.length() ? to.end - beyond : to.end;
}

TextRange WordAlignment::mapped(TextRange before) const
{
    const auto first = std::partition_point(
        m_old.begin(), m_old.end(), [before](const Token &token) { return token.range.end <= before.start; });
    const auto behind = std::partition_point(
        first, m_old.end(), [before](const Token &token) { return token.range.start < before.end; });
    if (first == behind) {
        const qsizetype at =
            first == m_old.end() ? m_after.size() : mappedStart(size_t(first - m_old.begin()), before.start);
        return {at, at};
    }
    const qsizetype start = mappedStart(size_t(first - m_old.begin()), before.start);
    const qsizetype end = mappedEnd(size_t(behind - m_old.begin()) - 1, before.end);
    return {start, std::max(start, end)};
}

std::vector<WordDifference> wordDifferences(QStringView before, QStringView after)
{
    return WordAlignment(before, after).differences();
}

} // namespace Lectern
