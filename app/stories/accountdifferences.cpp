#include "stories/accountdifferences.h"

#include "text/folding.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr std::array<const char *, 10> kindNames{"typographic", "punctuation", "word",  "number",
                                                 "name",        "negation",    "added", "dropped",
                                                 "ellipsis",    "interruption"};

bool isNegation(QStringView word)
{
    static const QSet<QString> words{
        QStringLiteral("not"),     QStringLiteral("no"),     QStringLiteral("never"),
        QStringLiteral("none"),    QStringLiteral("nobody"), QStringLiteral("nothing"),
        QStringLiteral("neither"), QStringLiteral("nor"),    QStringLiteral("without"),
        QStringLiteral("cannot"),  QStringLiteral("nicht"),  QStringLiteral("kein"),
        QStringLiteral("keine"),   QStringLiteral("nie"),    QStringLiteral("ne"),
        QStringLiteral("pas"),     QStringLiteral("jamais"), QStringLiteral("aucun"),
        QStringLiteral("nunca"),   QStringLiteral("jamas"),  QStringLiteral("nadie"),
        QStringLiteral("sin")};
    const QString folded = fold(word);
    return words.contains(folded) || folded.endsWith(QLatin1String("n't"));
}

bool isNumberWord(QStringView word)
{
    static const QSet<QString> words{
        QStringLiteral("two"),      QStringLiteral("three"),   QStringLiteral("four"),
        QStringLiteral("five"),     QStringLiteral("six"),     QStringLiteral("seven"),
        QStringLiteral("eight"),    QStringLiteral("nine"),    QStringLiteral("ten"),
        QStringLiteral("eleven"),   QStringLiteral("twelve"),  QStringLiteral("twenty"),
        QStringLiteral("thirty"),   QStringLiteral("forty"),   QStringLiteral("fifty"),
        QStringLiteral("sixty"),    QStringLiteral("seventy"), QStringLiteral("eighty"),
        QStringLiteral("ninety"),   QStringLiteral("hundred"), QStringLiteral("dozen"),
        QStringLiteral("thousand"), QStringLiteral("million"), QStringLiteral("billion"),
        QStringLiteral("half"),     QStringLiteral("third"),   QStringLiteral("quarter"),
        QStringLiteral("twice")};
    return words.contains(fold(word));
}

/// Tokens [first, last) of one account, which stand between two linked words or beside one.
struct Stretch
{
    const StoryTokens *text = nullptr;
    size_t first = 0;
    size_t last = 0;

    const StoryToken &operator[](size_t i) const { return text->tokens()[first + i]; }
    size_t size() const { return last - first; }
    bool isEmpty() const { return first == last; }
    QStringView characters(const StoryToken &token) const
    {
        return text->text().sliced(token.range.start, token.range.length());
    }
    /// An empty stretch is the place in front of its next token's space.
    TextRange range() const
    {
        if (isEmpty()) {
            const qsizetype at = first > 0 ? text->tokens()[first - 1].range.end : 0;
            return {at, at};
        }
        return {(*this)[0].range.start, (*this)[size() - 1].range.end};
    }
    template <typename Predicate>
    bool any(Predicate predicate) const
    {
        for (size_t i = 0; i < size(); ++i)
            if (predicate((*this)[i]))
                return true;
        return false;
    }
    bool hasWords() const
    {
        return any([](const StoryToken &token) { return token.isWord(); });
    }
};

/// The words between two that were linked, in both accounts.
class Gap
{
public:
    Gap(Stretch a, Stretch b, bool inQuotation, std::vector<AccountDifference> *found)
        : m_a(a)
        , m_b(b)
        , m_inQuotation(inQuotation)
        , m_found(*found)
    {}

    void compare()
    {
        if (isInterrupted(m_a) || isInterrupted(m_b))
            return compareInterruption();
        stripCommon();
        if (m_a.isEmpty() && m_b.isEmpty())
            return;
        const bool inA = m_a.hasWords();
        const bool inB = m_b.hasWords();
        if (inA && inB)
            compareWords();
        else if (inA || inB)
            add(oneSided(inA ? m_a : m_b, inA ? m_b : m_a, inA), m_a, m_b);
        else
            compareSigns();
    }

private:
    void add(AccountDifferenceKind kind, const Stretch &a, const Stretch &b)
    {
        m_found.push_back({kind, a.range(), b.range()});
    }

    /// Inside a quotation, and words of the narrator between.
    bool isInterrupted(const Stretch &stretch) const
    {
        return m_inQuotation &&
               stretch.any([](const StoryToken &token) { return token.isWord() && token.span == 0; });
    }

    /// What stands in front of the mark that ends the quotation is a matter of how the attribution is tied to
    /// it.
    void compareInterruption()
    {
        const auto cut = [](Stretch &stretch) {
            Stretch before = stretch;
            before.last = before.first;
            while (before.last < stretch.last &&
                   stretch.text->tokens()[before.last].kind != StoryToken::Kind::Mark &&
                   !stretch.text->tokens()[before.last].isWord())
                ++before.last;
            stretch.first = before.last;
            return before;
        };
        const Stretch signsA = cut(m_a);
        const Stretch signsB = cut(m_b);
        if (!areEqual(signsA, signsB, &StoryToken::exact))
            add(AccountDifferenceKind::Typographic, signsA, signsB);
        add(AccountDifferenceKind::Interruption, m_a, m_b);
    }

    static bool areEqual(const Stretch &a, const Stretch &b, quint64 StoryToken::*hash)
    {
        if (a.size() != b.size())
            return false;
        for (size_t i = 0; i < a.size(); ++i)
            if (a[i].*hash != b[i].*hash)
                return false;
        return true;
    }

    void stripCommon()
    {
        while (!m_a.isEmpty() && !m_b.isEmpty() && m_a[0].exact == m_b[0].exact) {
            ++m_a.first;
            ++m_b.first;
        }
        while (!m_a.isEmpty() && !m_b.isEmpty() && m_a[m_a.size() - 1].exact == m_b[m_b.size() - 1].exact) {
            --m_a.last;
            --m_b.last;
        }
    }

    void compareSigns()
    {
        const bool alike = areEqual(withoutMarks(m_a), withoutMarks(m_b));
        add(alike || !m_inQuotation ? AccountDifferenceKind::Typographic : AccountDifferenceKind::Punctuation,
            m_a, m_b);
    }

    static std::vector<quint64> withoutMarks(const Stretch &stretch)
    {
        std::vector<quint64> folds;
        for (size_t i = 0; i < stretch.size(); ++i)
            if (stretch[i].kind != StoryToken::Kind::Mark)
                folds.push_back(stretch[i].fold);
        return folds;
    }
    static bool areEqual(const std::vector<quint64> &a, const std::vector<quint64> &b) { return a == b; }

    AccountDifferenceKind oneSided(const Stretch &words, const Stretch &others, bool isA) const
    {
        if (others.any([](const StoryToken &token) { return token.kind == StoryToken::Kind::Ellipsis; }))
            return AccountDifferenceKind::Ellipsis;
        if (negations(words) > 0)
            return AccountDifferenceKind::Negation;
        return isA ? AccountDifferenceKind::Dropped : AccountDifferenceKind::Added;
    }

    static int negations(const Stretch &stretch)
    {
        int count = 0;
        for (size_t i = 0; i < stretch.size(); ++i)
            count += stretch[i].isWord() && isNegation(stretch.characters(stretch[i]));
        return count;
    }

    void compareWords()
    {
        if (haveSamePattern()) {
            for (size_t i = 0; i < m_a.size(); ++i) {
                const Stretch a{m_a.text, m_a.first + i, m_a.first + i + 1};
                const Stretch b{m_b.text, m_b.first + i, m_b.first + i + 1};
                if (a[0].isWord())
                    add(a[0].fold == b[0].fold ? AccountDifferenceKind::Typographic : replaced(a, b), a, b);
                else
                    Gap(a, b, m_inQuotation, &m_found).compare();
            }
            return;
        }
        add(replaced(m_a, m_b), m_a, m_b);
    }

    bool haveSamePattern() const
    {
        if (m_a.size() != m_b.size())
            return false;
        for (size_t i = 0; i < m_a.size(); ++i)
            if (m_a[i].isWord() != m_b[i].isWord())
                return false;
        return true;
    }

    static bool hasNumber(const Stretch &stretch)
    {
        return stretch.any([&](const StoryToken &token) {
            return token.kind == StoryToken::Kind::Number ||
                   (token.isWord() && isNumberWord(stretch.characters(token)));
        });
    }
    static bool hasName(const Stretch &stretch)
    {
        return stretch.any([&](const StoryToken &token) {
            return token.kind == StoryToken::Kind::Word && token.isCapital && !token.isOpening &&
                   stretch.characters(token).size() > 1;
        });
    }

    static AccountDifferenceKind replaced(const Stretch &a, const Stretch &b)
    {
        if (hasNumber(a) || hasNumber(b))
            return AccountDifferenceKind::Number;
        if (negations(a) != negations(b))
            return AccountDifferenceKind::Negation;
        return hasName(a) && hasName(b) ? AccountDifferenceKind::Name : AccountDifferenceKind::Word;
    }

    Stretch m_a;
    Stretch m_b;
    const bool m_inQuotation;
    std::vector<AccountDifference> &m_found;
};

class DifferenceFinder
{
public:
    DifferenceFinder(const StoryTokens &a, const StoryTokens &b)
        : m_a(a)
        , m_b(b)
    {}

    std::vector<AccountDifference> run(const WordChain &chain)
    {
        lead(chain.front());
        for (size_t i = 0; i < chain.size(); ++i) {
            compareLinked(chain[i]);
            if (i + 1 < chain.size())
                compareGap(chain[i], chain[i + 1]);
        }
        trail(chain.back());
        return std::move(m_found);
    }

private:
    void compareLinked(WordLink link)
    {
        const StoryToken &a = m_a.word(link.a);
        const StoryToken &b = m_b.word(link.b);
        if (a.exact != b.exact)
            m_found.push_back({AccountDifferenceKind::Typographic, a.range, b.range});
    }

    void compareGap(WordLink from, WordLink to)
    {
        const Stretch a{&m_a, m_a.words()[size_t(from.a)] + 1, m_a.words()[size_t(to.a)]};
        const Stretch b{&m_b, m_b.words()[size_t(from.b)] + 1, m_b.words()[size_t(to.b)]};
        const auto isQuoted = [](const StoryTokens &text, int first, int last) {
            return text.word(first).span > 0 && text.word(last).span > 0;
        };
        Gap(a, b, isQuoted(m_a, from.a, to.a) && isQuoted(m_b, from.b, to.b), &m_found).compare();
    }

    /// A quotation that one account begins a few words earlier: those words are a difference of the passage.
    void lead(WordLink first)
    {
        const Stretch a = beforeInQuotation(m_a, first.a);
        const Stretch b = beforeInQuotation(m_b, first.b);
        if (areQuoted(first) && a.isEmpty() != b.isEmpty() && a.size() + b.size() <= mostAtEdge)
            Gap(a, b, true, &m_found).compare();
    }

    /// Likewise where one ends a few words later; and the signs that touch the last words.
    void trail(WordLink last)
    {
        const Stretch a = behindInQuotation(m_a, last.a);
        const Stretch b = behindInQuotation(m_b, last.b);
        if (areQuoted(last) && a.hasWords() != b.hasWords() && a.size() + b.size() <= mostAtEdge) {
            Gap(a, b, true, &m_found).compare();
            return;
        }
        const Stretch signsA = touchingSigns(m_a, last.a);
        const Stretch signsB = touchingSigns(m_b, last.b);
        const bool isHabit = endsQuotation(signsA) && endsQuotation(signsB);
        Gap(signsA, signsB, areQuoted(last) && !isHabit, &m_found).compare();
    }

    /// A full stop or a comma in front of the closing mark: which of them depends on how the sentence goes
    /// on.
    static bool endsQuotation(const Stretch &signs)
    {
        const auto isStop = [&](const StoryToken &token) {
            const QStringView characters = signs.characters(token);
            return characters == u"." || characters == u",";
        };
        const std::vector<StoryToken> &tokens = signs.text->tokens();
        return !signs.any([&](const StoryToken &token) { return !isStop(token); }) &&
               (signs.last == tokens.size() || tokens[signs.last].span != tokens[signs.first - 1].span);
    }

    bool areQuoted(WordLink link) const { return m_a.word(link.a).span > 0 && m_b.word(link.b).span > 0; }

    static Stretch beforeInQuotation(const StoryTokens &text, int word)
    {
        const size_t end = text.words()[size_t(word)];
        const quint32 span = text.tokens()[end].span;
        size_t first = end;
        while (first > 0 && text.tokens()[first - 1].span == span)
            --first;
        return {&text, first, end};
    }

    static Stretch behindInQuotation(const StoryTokens &text, int word)
    {
        const size_t first = text.words()[size_t(word)] + 1;
        const quint32 span = text.word(word).span;
        size_t last = first;
        while (last < text.tokens().size() && text.tokens()[last].span == span)
            ++last;
        return {&text, first, last};
    }

    static Stretch touchingSigns(const StoryTokens &text, int word)
    {
        const size_t first = text.words()[size_t(word)] + 1;
        size_t last = first;
        while (last < text.tokens().size() && !text.tokens()[last].isWord() &&
               text.tokens()[last].kind != StoryToken::Kind::Mark &&
               text.tokens()[last].range.start == text.tokens()[last - 1].range.end)
            ++last;
        return {&text, first, last};
    }

    static constexpr size_t mostAtEdge = 6; ///< tokens

    const StoryTokens &m_a;
    const StoryTokens &m_b;
    std::vector<AccountDifference> m_found;
};

} // namespace

QString name(AccountDifferenceKind kind)
{
    return QString::fromLatin1(kindNames.at(size_t(kind)));
}

bool isStrong(AccountDifferenceKind kind)
{
    return kind == AccountDifferenceKind::Number || kind == AccountDifferenceKind::Name ||
           kind == AccountDifferenceKind::Negation;
}

bool isQuiet(AccountDifferenceKind kind)
{
    return kind == AccountDifferenceKind::Typographic || kind == AccountDifferenceKind::Interruption;
}

std::vector<AccountDifference> differencesAlong(const WordChain &chain, const StoryTokens &a,
                                                const StoryTokens &b)
{
    return DifferenceFinder(a, b).run(chain);
}

} // namespace Lectern
