#include "search/regexplan.h"

#include "search/regexreader.h"
#include "text/folding.h"

#include <QStringList>

#include <optional>

namespace Lectern {

namespace {

using Kind = RegexPlan::Kind;

/// Stands in a run for characters that part words wherever they are.
constexpr QChar parting = u' ';
/// Stands in a run for a character of which nothing is known.
constexpr QChar obscure = u'\x01';

/// Shorter pieces are in too many words to be worth their search.
constexpr qsizetype shortestPiece = 3;
/// So that a piece is never longer than terms are.
constexpr qsizetype longestPiece = 100;
/// Of that many texts a run is followed at once, each of at most so many units.
constexpr qsizetype mostRuns = 16;
constexpr qsizetype longestRun = 1000;
constexpr int mostRepeats = 4;

/// Letters that fold by themselves whatever stands around them, to letters that no word is ever parted at,
/// and the same for all that they match when capitals do not count. Greek iota is none: a combining mark
/// counts as its capital.
bool isPlainLetter(char32_t c)
{
    if (c < 0x80)
        return QChar::isLetterOrNumber(c);
    if (c == 0x399 || c == 0x3b9 || !QChar::isLetter(c))
        return false;
    const bool isLatin = c >= 0xc0 && c < 0x180 && c != 0x13f && c != 0x140 && c != 0x149;
    const bool isGreek = c >= 0x386 && c < 0x3cf;
    const bool isCyrillic = c >= 0x400 && c < 0x460;
    const bool isHebrew = c >= 0x5d0 && c < 0x5eb;
    const bool isArabic = c >= 0x621 && c < 0x64b && c != 0x640;
    return isLatin || isGreek || isCyrillic || isHebrew || isArabic;
}

QString textOf(char32_t c)
{
    if (c < 0x80 && QStringView(u" \n\t-()!?/").contains(QChar(char16_t(c))))
        return parting;
    if (!isPlainLetter(c))
        return obscure;
    const char16_t unit = char16_t(c);
    return fold(QStringView(&unit, 1));
}

/// A plan of which all parts must hold, or one of them must: flat, without repetitions, and as plain as can
/// be.
RegexPlan combined(Kind kind, std::vector<RegexPlan> parts)
{
    RegexPlan plan{kind, {}, {}};
    const auto add = [&plan](RegexPlan part) {
        if (std::find(plan.children.begin(), plan.children.end(), part) == plan.children.end())
            plan.children.push_back(std::move(part));
    };
    for (RegexPlan &part : parts) {
        if (part.kind == Kind::Anything && kind == Kind::Or)
            return {};
        if (part.kind == kind)
            std::for_each(part.children.begin(), part.children.end(), add);
        else if (part.kind != Kind::Anything)
            add(std::move(part));
    }
    if (plan.children.empty())
        return {};
    return plan.children.size() == 1 ? RegexPlan(plan.children.front()) : plan;
}

/// What a text must hold that holds this run.
RegexPlan planOfRun(const QString &run)
{
    std::vector<RegexPlan> pieces;
    for (qsizetype start = 0; start < run.size();) {
        qsizetype end = start;
        while (end < run.size() && run[end] != parting && run[end] != obscure)
            ++end;
        WordPiece piece{run.sliced(start, end - start), start > 0 && run[start - 1] == parting,
                        end < run.size() && run[end] == parting};
        if (piece.letters.size() > longestPiece) {
            piece.letters.truncate(longestPiece);
            piece.endsWord = false;
        }
        const bool isWhole = piece.beginsWord && piece.endsWord && !piece.letters.isEmpty();
        if (isWhole || piece.letters.size() >= shortestPiece)
            pieces.push_back({Kind::Piece, piece, {}});
        start = end + 1;
    }
    return combined(Kind::And, std::move(pieces));
}

/// Every first text with every second behind it; nothing when these are too many.
std::optional<QStringList> joined(const QStringList &first, const QStringList &second)
{
    if (first.size() * second.size() > mostRuns)
        return std::nullopt;
    QStringList all;
    for (const QString &a : first) {
        for (const QString &b : second) {
            if (a.size() + b.size() > longestRun)
                return std::nullopt;
            all += a + b;
        }
    }
    return all;
}

/// All the runs that a node matches, when they are few.
std::optional<QStringList> runsOf(const RegexNode &node)
{
    std::optional<QStringList> runs = QStringList(QString());
    const auto join = [&runs](const std::optional<QStringList> &more) {
        runs = runs && more ? joined(*runs, *more) : std::nullopt;
    };
    switch (node.kind) {
    case RegexNode::Kind::Empty:
        return runs;
    case RegexNode::Kind::Unknown:
        return std::nullopt;
    case RegexNode::Kind::Letter:
        return QStringList(textOf(node.letters.front()));
    case RegexNode::Kind::OneOf:
        runs->clear();
        for (const char32_t c : node.letters)
            *runs += textOf(c);
        break;
    case RegexNode::Kind::Sequence:
        for (const RegexNode &child : node.children)
            join(runs ? runsOf(child) : std::nullopt);
        return runs;
    case RegexNode::Kind::Choice:
        runs->clear();
        for (const RegexNode &child : node.children) {
            const std::optional<QStringList> more = runsOf(child);
            if (!more || more->size() + runs->size() > mostRuns)
                return std::nullopt;
            *runs += *more;
        }
        break;
    case RegexNode::Kind::Repeat:
        if (node.maximum > mostRepeats || (node.minimum != node.maximum && node.maximum != 1))
            return std::nullopt;
        if (const std::optional<QStringList> once = runsOf(node.children.front()))
            for (int i = 0; i < node.maximum; ++i)
                join(once);
        else
            return std::nullopt;
        if (runs && node.minimum < node.maximum)
            runs->append(QString());
        break;
    }
    if (runs)
        runs->removeDuplicates();
    return runs;
}

/// Goes over a pattern from left to right, collecting what must be there.
class Planner
{
public:
    RegexPlan plan(const RegexNode &node)
    {
        add(node);
        part();
        return combined(Kind::And, std::move(m_required));
    }

private:
    void add(const RegexNode &node)
    {
        if (const std::optional<QStringList> runs = runsOf(node)) {
            std::optional<QStringList> longer = joined(m_runs, *runs);
            if (!longer)
                part();
            m_runs = longer ? *longer : *runs;
            return;
        }
        if (node.kind == RegexNode::Kind::Sequence) {
            for (const RegexNode &child : node.children)
                add(child);
            return;
        }
        if (node.kind == RegexNode::Kind::Repeat && node.minimum > 0) {
            add(node.children.front());
            part();
            // What comes behind stands beside the last time.
            m_runs = runsOf(node.children.front()).value_or(QStringList(QString()));
            return;
        }
        part();
        if (node.kind == RegexNode::Kind::Choice) {
            std::vector<RegexPlan> plans;
            for (const RegexNode &child : node.children)
                plans.push_back(Planner().plan(child));
            m_required.push_back(combined(Kind::Or, std::move(plans)));
        }
    }

    /// Whatever comes next may be apart from what was before.
    void part()
    {
        std::vector<RegexPlan> plans;
        for (const QString &run : std::as_const(m_runs))
            plans.push_back(planOfRun(run));
        m_required.push_back(combined(Kind::Or, std::move(plans)));
        m_runs = QStringList(QString());
    }

    std::vector<RegexPlan> m_required;
    QStringList m_runs{QString()}; ///< the texts of which one stands just before
};

} // namespace

RegexPlan RegexPlan::of(const QString &pattern)
{
    const std::optional<RegexNode> node = RegexReader(pattern).read();
    return node ? Planner().plan(*node) : RegexPlan();
}

} // namespace Lectern
