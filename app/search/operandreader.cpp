#include "search/operandreader.h"

#include "search/querymarks.h"
#include "search/querywords.h"
#include "search/textpattern.h"
#include "text/folding.h"
#include "text/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

/// A word breaker is dear to make and queries are read at every key.
WordBreaker &wordBreaker()
{
    thread_local WordBreaker breaker;
    return breaker;
}

QueryField fieldOf(FieldName name)
{
    switch (name) {
    case FieldName::Title:
        return QueryField::Title;
    case FieldName::Lede:
        return QueryField::Lede;
    case FieldName::Outlet:
        return QueryField::Outlet;
    case FieldName::Author:
        return QueryField::Author;
    case FieldName::File:
        return QueryField::File;
    case FieldName::Format:
        return QueryField::Format;
    case FieldName::Language:
        return QueryField::Language;
    case FieldName::Tag:
        return QueryField::Tag;
    case FieldName::Note:
        return QueryField::Note;
    case FieldName::Text:
    case FieldName::Date:
    case FieldName::Before:
    case FieldName::After:
    case FieldName::Is:
    case FieldName::Has:
    case FieldName::Count:
        break;
    }
    return QueryField::Text; // what asks for no words but has none of its own answers is text
}

/// Formats that people know better by the extension of their files.
QString formatOf(const QString &extension)
{
    using Known = std::pair<QLatin1String, QLatin1String>;
    static constexpr std::array<Known, 4> formats = {Known{QLatin1String("md"), QLatin1String("markdown")},
                                                     {QLatin1String("txt"), QLatin1String("text")},
                                                     {QLatin1String("htm"), QLatin1String("html")},
                                                     {QLatin1String("ndjson"), QLatin1String("jsonl")}};
    for (const auto &[known, format] : formats) {
        if (extension == known)
            return format;
    }
    return extension;
}

/// Whether a text is one word that reads back as this term and from end to end, also behind a space.
bool isOneWord(const QString &text, QStringView term)
{
    for (const auto &before : {QString(), QStringLiteral(" ")}) {
        const std::vector<Word> &words = wordBreaker().words(before + text);
        const auto wholes =
            std::count_if(words.begin(), words.end(), [](const Word &word) { return !word.isPart; });
        if (wholes != 1 || words.front().term != term || words.front().range.length() != text.size())
            return false;
    }
    return true;
}

/// The folded pattern of a word with * and ? in it; nothing when it is not one word.
std::optional<QString> wildcardPattern(QStringView text)
{
    QString letters = text.toString();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if ((text[at] == u'*' || text[at] == u'?') && isWild(text, at))
            letters[at] = u'x';
    }
    const std::vector<Word> &words = wordBreaker().words(letters);
    if (words.empty() ||
        std::count_if(words.begin(), words.end(), [](const Word &word) { return !word.isPart; }) != 1)
        return std::nullopt;
    const TextRange range = words.front().range;
    const QStringView word = text.sliced(range.start, range.length());
    QString pattern;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= word.size(); ++at) {
        if (at < word.size() && word[at] != u'*' && word[at] != u'?')
            continue;
        foldTo(word.sliced(from, at - from), &pattern);
        if (at < word.size() && !(word[at] == u'*' && pattern.endsWith(u'*')))
            pattern += word[at];
        from = at + 1;
    }
    return hasWildInside(pattern) ? std::optional(pattern) : std::nullopt;
}

} // namespace

OperandReader::OperandReader(const QueryOptions &options, ReadingMode mode, QStringList *hints)
    : m_options(options)
    , m_mode(mode)
    , m_hints(hints)
    , m_values(options.today.isNull() ? QDate::currentDate() : options.today, mode, hints)
{}

OperandReader::MaybeNode OperandReader::read(const QueryToken &token, FieldName name)
{
    if (Reading reading = m_values.read(token, name))
        return std::move(*reading);
    const QueryField field = fieldOf(name);
    Reading reading;
    if (token.kind == QueryToken::Kind::Regex)
        reading = readRegex(token, field);
    else if (token.wild)
        reading = readWildcard(token, field);
    else if (token.kind == QueryToken::Kind::Word && token.tilde)
        reading = readFuzzy(token, field);
    MaybeNode node = reading ? std::move(*reading) : readWords(token, field);
    if (node && token.atStart) {
        node->atStart = node->kind != Kind::Near && node->kind != Kind::Regex;
        if (!node->atStart)
            hint(QStringLiteral("“^” counts only before a word or a phrase."));
    }
    return node;
}

std::vector<QueryNode> OperandReader::bag(QStringView text)
{
    std::vector<QueryNode> nodes;
    for (const QString &term : cut(text).terms) { // a word that comes twice counts twice
        if (std::none_of(term.begin(), term.end(), isWordLike))
            continue;
        nodes.push_back(word(QueryField::Text, term));
        nodes.back().stems = mayStem(term, QueryField::Text);
    }
    return nodes;
}

OperandReader::Reading OperandReader::readRegex(const QueryToken &token, QueryField field)
{
    if (!hasStems(field)) {
        hint(QStringLiteral("A regular expression is searched in the text, the title or the lede only."));
        return std::nullopt;
    }
    QueryNode node;
    node.kind = Kind::Regex;
    node.field = field;
    node.pattern = token.text.toString();
    // What stands first in a pattern may be a verb, (*...), which must stay there.
    if (m_options.strict && !node.pattern.startsWith(QLatin1String("(?-i)")) &&
        !node.pattern.startsWith(QLatin1String("(*")))
        node.pattern.prepend(QLatin1String("(?-i)"));
    const QRegularExpression pattern = textPattern(node.pattern);
    if (!pattern.isValid()) {
        hint(QStringLiteral("“/%1/” is not a regular expression: %2 (at %3); searched as text.")
                 .arg(node.pattern, pattern.errorString())
                 .arg(pattern.patternErrorOffset()));
        return std::nullopt;
    }
    if (pattern.match(QString()).hasMatch()) {
        hint(QStringLiteral("“/%1/” fits everywhere, even where nothing stands; left out.").arg(token.text));
        return MaybeNode();
    }
    return node;
}

OperandReader::Reading OperandReader::readWildcard(const QueryToken &token, QueryField field)
{
    const std::optional<QString> pattern = wildcardPattern(token.text);
    if (!pattern || wildcardPattern(*pattern) != pattern) {
        hint(QStringLiteral("“*” and “?” count only inside one word."));
        return std::nullopt;
    }
    if (token.tilde)
        hint(QStringLiteral("“~” counts only behind a word without “*” and “?”."));
    QueryNode node;
    node.kind = Kind::Wildcard;
    node.field = field;
    node.pattern = *pattern;
    return node;
}

OperandReader::Reading OperandReader::readFuzzy(const QueryToken &token, QueryField field)
{
    const Cut words = cut(token.text);
    if (words.terms.size() != 1 || m_spellings.contains(words.terms.front()) ||
        !readsBare(words.terms.front())) {
        hint(QStringLiteral("“~” counts only behind one word."));
        return std::nullopt;
    }
    const auto letters = int(words.terms.front().toUcs4().size());
    int distance = token.number;
    if (distance == QueryToken::noNumber)
        distance = letters <= 2 ? 0 : letters <= 5 ? 1 : 2;
    if (distance > 2) {
        hint(QStringLiteral("At most two letters may differ: read as ~2."));
        distance = 2;
    }
    if (distance >= letters || (distance == 0 && token.number != 0)) {
        hint(QStringLiteral("“%1” is too short to differ; read as it is.").arg(token.text));
        return std::nullopt;
    }
    QueryNode node = word(field, words.terms.front());
    if (distance > 0) {
        node.kind = Kind::Fuzzy;
        node.distance = distance;
    }
    return node;
}

OperandReader::MaybeNode OperandReader::readWords(const QueryToken &token, QueryField field)
{
    QStringView text = token.text;
    if (field == QueryField::Language) // the first subtag of de-AT
        text = text.first(std::find_if(text.begin(), text.end(), isMinus) - text.begin());
    Cut words = cut(text);
    if (field == QueryField::Format && words.terms.size() == 1)
        words.terms.front() = formatOf(words.terms.front());
    const bool prefix = token.starred || isGrowing(token);
    if (words.terms.isEmpty()) {
        const QString left = token.text.trimmed().toString();
        if (!left.isEmpty() || token.starred)
            hint(QStringLiteral("There is no word in “%1”; left out.")
                     .arg(left.isEmpty() ? QStringLiteral("*") : left));
        return std::nullopt;
    }
    const QStringList spellings = strictSpellings(token, field, words);
    if (words.terms.size() > 1 && token.kind == QueryToken::Kind::Quoted && token.tilde)
        return nearOf(token, field, words, spellings);
    QueryNode node = word(field, words.terms.front());
    node.terms = words.terms;
    node.spellings = spellings;
    if (words.terms.size() > 1) {
        node.kind = Kind::Phrase;
        node.lastIsPrefix = prefix;
    } else if (prefix) {
        node.kind = Kind::Prefix;
    } else {
        node.stems = token.kind != QueryToken::Kind::Quoted &&
                     token.exactness == QueryToken::Exactness::Any && m_options.stemming &&
                     !m_options.strict && mayStem(words.terms.front(), field) &&
                     !hasCapital(words.written.front());
    }
    return node;
}

QueryNode OperandReader::nearOf(const QueryToken &token, QueryField field, const Cut &words,
                                const QStringList &spellings)
{
    QueryNode node;
    node.kind = Kind::Near;
    node.field = field;
    node.distance = token.number == QueryToken::noNumber ? Query::usualDistance : token.number;
    for (qsizetype i = 0; i < words.terms.size(); ++i) {
        node.children.push_back(word(field, words.terms[i]));
        if (!spellings.isEmpty())
            node.children.back().spellings = QStringList(spellings[i]);
    }
    if (token.starred)
        node.children.back().kind = Kind::Prefix;
    return node;
}

QueryNode OperandReader::word(QueryField field, const QString &term) const
{
    QueryNode node;
    node.kind = Kind::Term;
    node.field = field;
    node.terms = QStringList(term);
    return node;
}

OperandReader::Cut OperandReader::cut(QStringView text)
{
    Cut result;
    for (const Word &word : wordBreaker().words(text)) {
        if (word.isPart)
            continue;
        result.terms.append(word.term);
        result.written.append(text.sliced(word.range.start, word.range.length()).toString());
    }
    for (qsizetype i = 0; i < result.terms.size(); ++i)
        keepSpelling(result.terms[i], result.written[i]);
    return result;
}

/// Remembers the spelling of a term that would not be read as itself.
void OperandReader::keepSpelling(const QString &term, const QString &spelling)
{
    if (std::all_of(term.begin(), term.end(),
                    [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); }))
        return;
    const std::vector<Word> &words = wordBreaker().words(term);
    const auto wholes =
        std::count_if(words.begin(), words.end(), [](const Word &word) { return !word.isPart; });
    if (wholes != 1 || words.front().term != term)
        m_spellings.insert(term, spelling);
}

/// The words as written when they must be spelled so. None when they could not be printed and read again.
QStringList OperandReader::strictSpellings(const QueryToken &token, QueryField field, const Cut &words) const
{
    using Exactness = QueryToken::Exactness;
    if (field == QueryField::Format || field == QueryField::Language)
        return {};
    const bool strict = m_options.strict || token.exactness == Exactness::Spelling ||
                        (token.exactness == Exactness::Form &&
                         std::any_of(words.written.begin(), words.written.end(), isMoreThanFolded));
    for (qsizetype i = 0; strict && i < words.terms.size(); ++i) {
        if (!isOneWord(words.written[i], words.terms[i]))
            return {};
    }
    return strict ? words.written : QStringList();
}

bool OperandReader::mayStem(const QString &term, QueryField field) const
{
    return hasStems(field) && mayHaveStem(term) && !m_spellings.contains(term);
}

void OperandReader::hint(const QString &text)
{
    if (!m_hints->contains(text))
        m_hints->append(text);
}

} // namespace Lectern
