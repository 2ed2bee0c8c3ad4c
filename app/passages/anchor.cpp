#include "passages/anchor.h"

#include "text/words.h"

#include <QStringView>

#include <vector>

namespace Lectern {

namespace {

/// A shorter quotation (UTF-16 units) may stand in a text by chance.
constexpr qsizetype tellingLength = 20;

bool isInsideWord(QChar before, QChar after)
{
    if (writesWithoutSpaces(before) || writesWithoutSpaces(after))
        return false;
    return before.isLetterOrNumber() && (after.isLetterOrNumber() || after.isMark());
}

bool cutsWord(QStringView before, QStringView after)
{
    return !before.isEmpty() && !after.isEmpty() && isInsideWord(before.back(), after.front());
}

/// Compares a passage with one place of a text where its words stand.
class Candidate
{
public:
    Candidate(const Passage &passage, QStringView text, qsizetype start)
        : m_passage(passage)
        , m_before(text.first(start))
        , m_after(text.sliced(start + passage.quote.size()))
    {}

    /// True unless this place is a part of longer words ("man" in "manor") and the passage was not.
    bool keepsWords() const
    {
        const QStringView quote(m_passage.quote);
        return (!cutsWord(m_before, quote) || cutsWord(m_passage.prefix, quote)) &&
               (!cutsWord(quote, m_after) || cutsWord(quote, m_passage.suffix));
    }

    /// White space beside the quotation does not count; with no context the place must be the end of the
    /// text, too.
    bool prefixAgrees() const
    {
        const QStringView prefix = QStringView(m_passage.prefix).trimmed();
        return prefix.isEmpty() ? m_before.trimmed().isEmpty() : trimmedEnd(m_before).endsWith(prefix);
    }
    bool suffixAgrees() const
    {
        const QStringView suffix = QStringView(m_passage.suffix).trimmed();
        return suffix.isEmpty() ? m_after.trimmed().isEmpty() : trimmedStart(m_after).startsWith(suffix);
    }

private:
    static QStringView trimmedEnd(QStringView text)
    {
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        return text;
    }
    static QStringView trimmedStart(QStringView text)
    {
        while (!text.isEmpty() && text.front().isSpace())
            text = text.sliced(1);
        return text;
    }

    const Passage &m_passage;
    QStringView m_before;
    QStringView m_after;
};

/// The one place that the passage clearly means, or -1.
qsizetype clearPlace(const Passage &passage, QStringView text)
{
    std::vector<qsizetype> places;
    for (qsizetype at = text.indexOf(passage.quote); at >= 0; at = text.indexOf(passage.quote, at + 1))
        if (Candidate(passage, text, at).keepsWords())
            places.push_back(at);
    if (places.empty())
        return -1;
    if (places.size() == 1) {
        const Candidate only(passage, text, places.front());
        const bool clear =
            passage.quote.size() >= tellingLength || only.prefixAgrees() || only.suffixAgrees();
        return clear ? places.front() : -1;
    }
    if (passage.quote.size() < tellingLength)
        return -1;
    qsizetype clear = -1;
    for (const qsizetype at : places) {
        const Candidate candidate(passage, text, at);
        if (!candidate.prefixAgrees() || !candidate.suffixAgrees())
            continue;
        if (clear >= 0)
            return -1;
        clear = at;
    }
    return clear;
}

} // namespace

QString name(AnchorState state)
{
    switch (state) {
    case AnchorState::Exact:
        return QStringLiteral("exact");
    case AnchorState::Moved:
        return QStringLiteral("moved");
    case AnchorState::Changed:
        return QStringLiteral("changed");
    case AnchorState::Orphan:
        return QStringLiteral("orphan");
    }
    return {};
}

Anchor anchorIn(const Passage &passage, const Article *article)
{
    if (!article)
        return {AnchorState::Orphan, {}};
    const QString &text = article->text();
    const TextRange whole{0, text.size()};
    const bool fits = passage.range.start <= passage.range.end && whole.contains(passage.range);
    if (fits && passage.article == article->id() &&
        QStringView(text).sliced(passage.range.start, passage.range.length()) == passage.quote)
        return {AnchorState::Exact, passage.range};
    if (passage.quote.isEmpty())
        return {AnchorState::Changed, {}};
    const qsizetype at = clearPlace(passage, text);
    if (at < 0)
        return {AnchorState::Changed, {}};
    return {AnchorState::Moved, {at, at + passage.quote.size()}};
}

} // namespace Lectern
