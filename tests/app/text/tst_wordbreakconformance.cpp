#include "text/folding.h"
#include "text/wordclass.h"
#include "text/words.h"

#include <QFile>
#include <QMap>
#include <QTest>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

using namespace Lectern;

/// Unicode's own table of word boundaries (WordBreakTest.txt, UAX #29), which is not ours to ship:
/// LECTERN_CONFORMANCE names the folder where `unicode/WordBreakTest.txt` lies.
///
/// The breaker that WordBreaker stands on must find every boundary of it. WordBreaker itself differs by the
/// rules that text/words.h lists, and by nothing else.
class TestWordBreakConformance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void breaker_findsEveryBoundary();
    void words_areThoseOfTheTable();
    void words_differByOurRulesOnly();

private:
    struct Row
    {
        QString line;
        QString text;
        std::vector<qsizetype> boundaries; ///< UTF-16 units, the first and the last included
    };

    static Row readRow(const QString &line);

    std::vector<Row> m_rows;
};

namespace {

/// The rules that WordBreaker has on top of UAX #29, each with the characters that bring it about.
enum class Rule {
    ApostrophesJoinAlike,
    ColonsAndAtSignsPart,
    LettersWithoutSpacesAreWords,
    JointsAreNoEnds,
    NarrowSpaceParts,
    SymbolsBeginThemselves
};

const char *nameOf(Rule rule)
{
    switch (rule) {
    case Rule::ApostrophesJoinAlike:
        return "all apostrophes join alike";
    case Rule::ColonsAndAtSignsPart:
        return "colons, at signs and fraction slashes join nothing";
    case Rule::LettersWithoutSpacesAreWords:
        return "letters of scripts without spaces are each a word";
    case Rule::JointsAreNoEnds:
        return "apostrophes, full stops and underscores are no ends of words";
    case Rule::NarrowSpaceParts:
        return "the narrow no-break space parts";
    case Rule::SymbolsBeginThemselves:
        return "joiners before a symbol do not belong to it";
    }
    return "";
}

bool isColonOrAtSign(QChar c)
{
    return QStringView(u":@\u2044\ufe13\ufe55\uff1a\uff20\ufe6b").contains(c);
}

/// Whether a stretch between two boundaries is a word to us, too: letters or digits, or symbols.
bool isWord(QStringView stretch)
{
    return stretchOf(stretch).kind != StretchKind::Nothing;
}

std::vector<TextRange> wordsBetween(const QString &text, const std::vector<qsizetype> &boundaries)
{
    std::vector<TextRange> words;
    for (size_t i = 1; i < boundaries.size(); ++i) {
        const TextRange range{boundaries[i - 1], boundaries[i]};
        if (isWord(QStringView(text).sliced(range.start, range.length())))
            words.push_back(range);
    }
    return words;
}

std::vector<TextRange> ourWords(WordBreaker &breaker, const QString &text, WordBreaking breaking)
{
    std::vector<TextRange> words;
    for (const Word &word : breaker.words(text, breaking))
        if (!word.isPart)
            words.push_back(word.range);
    return words;
}

std::vector<qsizetype> boundariesByIcu(icu::BreakIterator &breaker, const QString &text)
{
    const icu::UnicodeString input(false, text.utf16(), int32_t(text.size()));
    breaker.setText(input);
    std::vector<qsizetype> boundaries;
    for (int32_t at = breaker.first(); at != icu::BreakIterator::DONE; at = breaker.next())
        boundaries.push_back(at);
    return boundaries;
}

std::unique_ptr<icu::BreakIterator> makeBreaker(const icu::Locale &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaker(icu::BreakIterator::createWordInstance(locale, status));
    return U_SUCCESS(status) ? std::move(breaker) : nullptr;
}

} // namespace

/// A line is `÷ 0061 × 0308 ÷  # comment`: code points with what is between.
TestWordBreakConformance::Row TestWordBreakConformance::readRow(const QString &line)
{
    Row row;
    row.line = line;
    for (const QString &token : line.section(u'#', 0, 0).split(u' ', Qt::SkipEmptyParts)) {
        const QString sign = token.trimmed();
        if (sign == QStringLiteral("÷")) {
            row.boundaries.push_back(row.text.size());
        } else if (!sign.isEmpty() && sign != QStringLiteral("×")) {
            const char32_t codePoint = sign.toUInt(nullptr, 16);
            row.text += QString::fromUcs4(&codePoint, 1);
        }
    }
    return row;
}

void TestWordBreakConformance::initTestCase()
{
    const QString folder = qEnvironmentVariable("LECTERN_CONFORMANCE");
    if (folder.isEmpty())
        QSKIP("LECTERN_CONFORMANCE does not name a folder with Unicode's unicode/WordBreakTest.txt");
    QFile file(folder + QStringLiteral("/unicode/WordBreakTest.txt"));
    QVERIFY2(file.open(QIODevice::ReadOnly),
             qPrintable(file.fileName() + QLatin1String(": ") + file.errorString()));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u'÷'))
            m_rows.push_back(readRow(line.trimmed()));
    }
    QVERIFY2(m_rows.size() > 1000, "the table is not whole");
}

/// Since version 72 the colon joins letters to ICU in Swedish and Finnish only, as it does everywhere to the
/// table. WordBreaker hides colons from ICU, so that the version does not matter.
void TestWordBreakConformance::breaker_findsEveryBoundary()
{
    const std::unique_ptr<icu::BreakIterator> root = makeBreaker(icu::Locale::getRoot());
    const std::unique_ptr<icu::BreakIterator> swedish = makeBreaker(icu::Locale("sv"));
    QVERIFY(root && swedish);
    size_t right = 0;
    size_t rightInSwedish = 0;
    for (const Row &row : m_rows) {
        const bool isRight = boundariesByIcu(*root, row.text) == row.boundaries;
        right += isRight ? 1 : 0;
        QVERIFY2(isRight || row.text.contains(u':'), qPrintable(row.line));
        const bool isRightInSwedish = boundariesByIcu(*swedish, row.text) == row.boundaries;
        rightInSwedish += isRightInSwedish ? 1 : 0;
        QVERIFY2(isRightInSwedish, qPrintable(row.line));
    }
    const auto share = [this](size_t rows) { return 100.0 * double(rows) / double(m_rows.size()); };
    qInfo("ICU %s finds all boundaries of %zu of %zu rows (%.2f %%), where the colon joins %zu (%.2f %%)",
          U_ICU_VERSION, right, m_rows.size(), share(right), rightInSwedish, share(rightInSwedish));
}

/// The rules of ours that a row brings about.
std::vector<Rule> rulesFor(const QString &text, const std::vector<qsizetype> &boundaries)
{
    std::vector<Rule> rules;
    const auto any = [&text](auto fits) { return std::any_of(text.begin(), text.end(), fits); };
    if (any([](QChar c) { return c != u'\'' && c != QChar(0x2019) && isApostrophe(c.unicode()); }) ||
        text.contains(u'\''))
        rules.push_back(Rule::ApostrophesJoinAlike);
    if (any(isColonOrAtSign))
        rules.push_back(Rule::ColonsAndAtSignsPart);
    if (any([](QChar c) { return writesWithoutSpaces(c) || c == QChar(0x30fc); }))
        rules.push_back(Rule::LettersWithoutSpacesAreWords);
    if (text.contains(QChar(0x202f)))
        rules.push_back(Rule::NarrowSpaceParts);
    const std::vector<TextRange> words = wordsBetween(text, boundaries);
    const auto anyWord = [&words](auto fits) { return std::any_of(words.begin(), words.end(), fits); };
    if (anyWord([&text](TextRange word) { return withoutJoints(text, word) != word; }))
        rules.push_back(Rule::JointsAreNoEnds);
    if (anyWord([&text](TextRange word) {
            const WordStretch stretch = stretchOf(QStringView(text).sliced(word.start, word.length()));
            return stretch.kind == StretchKind::Symbol && stretch.start > 0;
        }))
        rules.push_back(Rule::SymbolsBeginThemselves);
    return rules;
}

void TestWordBreakConformance::words_areThoseOfTheTable()
{
    WordBreaker breaker;
    size_t right = 0;
    for (const Row &row : m_rows) {
        const std::vector<TextRange> expected = wordsBetween(row.text, row.boundaries);
        const std::vector<TextRange> words = ourWords(breaker, row.text, WordBreaking::Fast);
        QVERIFY2(words == ourWords(breaker, row.text, WordBreaking::IcuOnly), qPrintable(row.line));
        right += words == expected ? 1 : 0;
        if (rulesFor(row.text, row.boundaries).empty())
            QVERIFY2(words == expected, qPrintable(row.line));
    }
    qInfo("%zu of %zu rows (%.2f %%) have the words of UAX #29", right, m_rows.size(),
          100.0 * double(right) / double(m_rows.size()));
}

void TestWordBreakConformance::words_differByOurRulesOnly()
{
    WordBreaker breaker;
    QMap<QString, int> differences;
    for (const Row &row : m_rows) {
        if (ourWords(breaker, row.text, WordBreaking::Fast) == wordsBetween(row.text, row.boundaries))
            continue;
        QStringList names;
        for (const Rule rule : rulesFor(row.text, row.boundaries))
            names.append(QString::fromLatin1(nameOf(rule)));
        QVERIFY2(!names.isEmpty(), qPrintable(row.line));
        ++differences[names.join(QLatin1String("; "))];
    }
    for (auto each = differences.cbegin(); each != differences.cend(); ++each)
        qInfo("%4d rows differ: %s", each.value(), qPrintable(each.key()));
}

QTEST_GUILESS_MAIN(TestWordBreakConformance)
#include "tst_wordbreakconformance.moc"
