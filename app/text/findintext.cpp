#include "text/findintext.h"

#include <QRegularExpression>

namespace Lectern {

namespace {

/// Steps of one match; more than any sensible expression takes, and done in a moment.
const QString stepLimit = QStringLiteral("(*LIMIT_MATCH=2000000)");

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == QLatin1Char('_');
}

} // namespace

FoundInText TextFinder::find(const QString &wanted, const FindOptions &options, const std::stop_token &stop)
{
    if (wanted.isEmpty())
        return {};
    return options.regularExpression ? findExpression(wanted, options, stop)
                                     : findWords(wanted, options, stop);
}

bool TextFinder::isWhole(TextRange range) const
{
    return (range.start == 0 || !isOfWord(m_text[range.start - 1]) || !isOfWord(m_text[range.start])) &&
           (range.end == m_text.size() || !isOfWord(m_text[range.end]) || !isOfWord(m_text[range.end - 1]));
}

FoundInText TextFinder::findWords(const QString &wanted, const FindOptions &options,
                                  const std::stop_token &stop)
{
    if (!options.matchCase && !m_folded)
        m_folded = std::make_unique<FoldedText>(m_text);
    const QString &text = options.matchCase ? m_text : m_folded->text();
    const QString words = options.matchCase ? wanted : fold(wanted);
    FoundInText found;
    if (words.isEmpty())
        return found;
    qsizetype at = 0;
    while (!stop.stop_requested() && (at = text.indexOf(words, at)) >= 0) {
        TextRange range{at, at + words.size()};
        if (!options.matchCase)
            range = m_folded->toOriginal(range);
        at += words.size();
        const bool overlaps = !found.ranges.empty() && range.start < found.ranges.back().end;
        if (overlaps || (options.wholeWords && !isWhole(range)))
            continue;
        if ((found.isCutOff = found.ranges.size() == most))
            break;
        found.ranges.push_back(range);
    }
    return found;
}

FoundInText TextFinder::findExpression(const QString &pattern, const FindOptions &options,
                                       const std::stop_token &stop) const
{
    QRegularExpression::PatternOptions how =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!options.matchCase)
        how |= QRegularExpression::CaseInsensitiveOption;
    FoundInText found;
    const QRegularExpression plain(pattern, how);
    if (!plain.isValid()) {
        found.problem = QStringLiteral("This is no regular expression: %1 (at character %2).")
                            .arg(plain.errorString())
                            .arg(plain.patternErrorOffset() + 1);
        return found;
    }
    const QRegularExpression expression(stepLimit + pattern, how);
    // Once is enough: each match would look through all of the text for halves of letters.
    const QRegularExpression::MatchOptions checked =
        m_text.isValidUtf16() ? QRegularExpression::DontCheckSubjectStringMatchOption
                              : QRegularExpression::NoMatchOption;
    qsizetype at = 0;
    while (!stop.stop_requested() && at <= m_text.size()) {
        const QRegularExpressionMatch match =
            expression.match(m_text, at, QRegularExpression::NormalMatch, checked);
        if (!match.isValid())
            found.problem = QStringLiteral("This regular expression takes too long in this article.");
        if (!match.hasMatch())
            break;
        const TextRange range{match.capturedStart(), match.capturedEnd()};
        at = range.isEmpty() ? range.end + 1 : range.end;
        // Between the two halves of a letter there is no place to go on.
        if (range.isEmpty() && at < m_text.size() && m_text[at].isLowSurrogate())
            ++at;
        if (range.isEmpty() || (options.wholeWords && !isWhole(range)))
            continue;
        if ((found.isCutOff = found.ranges.size() == most))
            break;
        found.ranges.push_back(range);
    }
    return found;
}

} // namespace Lectern
