#include "dialogs/verdict.h"

namespace Lectern {

namespace {

constexpr qsizetype longestStretch = 220; ///< of words without a difference, UTF-16 units
constexpr qsizetype keptBeside = 90;      ///< of a shortened stretch, beside each difference

QString shortenedSame(const QString &text, bool isFirst, bool isLast)
{
    if (text.size() <= longestStretch)
        return text;
    const QString gap = QStringLiteral(" […] ");
    // At a space, so that no word and no surrogate pair is cut through.
    const qsizetype head = text.indexOf(u' ', isLast && isFirst ? longestStretch : keptBeside);
    const qsizetype tail = text.lastIndexOf(u' ', text.size() - keptBeside);
    if (isFirst && isLast)
        return head < 0 ? text : text.first(head) + QStringLiteral(" […]");
    if (isFirst)
        return tail < 0 ? text : QStringLiteral("[…] ") + text.sliced(tail + 1);
    if (isLast)
        return head < 0 ? text : text.first(head) + QStringLiteral(" […]");
    return head < 0 || tail <= head ? text : text.first(head) + gap + text.sliced(tail + 1);
}

} // namespace

QString Verdict::text() const
{
    QString words;
    for (const VerdictRun &run : quote) {
        switch (run.kind) {
        case VerdictRun::Kind::Same:
            words += run.text;
            break;
        case VerdictRun::Kind::Gone:
            words += QStringLiteral("[-%1-]").arg(run.text);
            break;
        case VerdictRun::Kind::New:
            words += QStringLiteral("{+%1+}").arg(run.text);
            break;
        }
    }
    QStringList lines{word};
    for (const QString &line : {words, reason, source})
        if (!line.isEmpty())
            lines += line;
    return lines.join(QLatin1Char('\n'));
}

std::vector<VerdictRun> verdictRuns(const QString &before, const QString &after,
                                    const std::vector<WordDifference> &differences)
{
    std::vector<VerdictRun> runs;
    const auto add = [&runs](const QString &text, VerdictRun::Kind kind) {
        if (!text.isEmpty())
            runs.push_back({text, kind});
    };
    qsizetype from = 0;
    for (const WordDifference &difference : differences) {
        add(before.mid(from, difference.before.start - from), VerdictRun::Kind::Same);
        add(before.mid(difference.before.start, difference.before.length()), VerdictRun::Kind::Gone);
        add(after.mid(difference.after.start, difference.after.length()), VerdictRun::Kind::New);
        from = difference.before.end;
    }
    add(before.mid(from), VerdictRun::Kind::Same);
    return runs;
}

std::vector<VerdictRun> shortened(const std::vector<VerdictRun> &runs)
{
    std::vector<VerdictRun> result = runs;
    for (size_t i = 0; i < result.size(); ++i)
        if (result[i].kind == VerdictRun::Kind::Same)
            result[i].text = shortenedSame(result[i].text, i == 0, i + 1 == result.size());
    return result;
}

} // namespace Lectern
