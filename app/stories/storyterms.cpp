#include "stories/storyterms.h"

#include "stories/backgroundfrequencies.h"
#include "stories/storytokens.h"
#include "text/folding.h"
#include "text/stemming.h"

#include <QSet>

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

namespace Lectern {

namespace {

constexpr qsizetype beginning = 700; ///< UTF-16 units: news is told at the beginning
constexpr float ofTitle = 2;
constexpr float ofBeginning = 0.5F;
constexpr size_t shingleWords = 5;
constexpr size_t mostLeadNames = 12;

/// Sorts terms by hash and adds up those that are the same.
std::vector<StoryTerm> sorted(std::vector<StoryTerm> terms)
{
    std::sort(terms.begin(), terms.end(),
              [](const StoryTerm &a, const StoryTerm &b) { return a.hash < b.hash; });
    size_t kept = 0;
    for (size_t i = 0; i < terms.size(); ++i) {
        if (kept > 0 && terms[kept - 1].hash == terms[i].hash)
            terms[kept - 1].count += terms[i].count;
        else
            terms[kept++] = terms[i];
    }
    terms.resize(kept);
    return terms;
}

void makeUnique(std::vector<quint64> *hashes)
{
    std::sort(hashes->begin(), hashes->end());
    hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
}

/// Reads one article.
class TermReader
{
public:
    TermReader(const Article &article, StoryTerms *terms)
        : m_article(article)
        , m_text(article.text())
        , m_tokens(m_text, article.language())
        , m_stemmer(article.language())
        , m_terms(*terms)
    {}

    void run()
    {
        m_terms.wordCount = m_tokens.wordCount();
        const TextRange title = m_article.isTitleDerived() ? TextRange() : m_article.titleRange();
        for (const StoryToken &token : m_tokens.tokens()) {
            if (!token.isWord())
                continue;
            m_folds.push_back(token.fold);
            const bool inTitle = title.contains(token.range) && title.start < title.end;
            const float weight =
                inTitle ? ofTitle : 1 + (token.range.start < title.end + beginning ? ofBeginning : 0);
            if (token.kind == StoryToken::Kind::Number) {
                m_numbers.push_back({token.fold, weight, 0});
                continue;
            }
            if (token.isFrequent)
                continue;
            const Stem &stem = stemOf(token);
            m_words.push_back({stem.hash, weight, stem.texts});
            if (inTitle)
                m_terms.title.push_back(stem.hash);
        }
        readNames(title);
        makeUnique(&m_terms.title);
        m_terms.words = sorted(std::move(m_words));
        m_terms.names = sorted(std::move(m_names));
        m_terms.numbers = sorted(std::move(m_numbers));
        for (size_t i = 0; i + shingleWords <= m_folds.size(); ++i)
            m_terms.shingles.push_back(XXH3_64bits(&m_folds[i], shingleWords * sizeof(quint64)));
        makeUnique(&m_terms.shingles);
    }

private:
    struct Stem
    {
        quint64 hash = 0;
        float texts = 0;
    };

    const Stem &stemOf(const StoryToken &token)
    {
        Stem &stem = m_stems[token.fold];
        if (stem.hash == 0) {
            stem.hash = termHash(m_stemmer.stem(folded(token)));
            if (m_terms.hasBackground)
                stem.texts = float(BackgroundFrequencies::english().frequency(stem.hash));
        }
        return stem;
    }

    QString folded(const StoryToken &token) const
    {
        return withoutPossessive(fold(m_text.sliced(token.range.start, token.range.length())));
    }

    bool isNamePart(const StoryToken &token) const
    {
        return token.kind == StoryToken::Kind::Word && token.isCapital && !token.isFrequent;
    }

    /// Capitalised sequences; the first word of a sentence counts only when it has a capital elsewhere, too.
    void readNames(TextRange title)
    {
        QSet<quint64> seenInside;
        for (const StoryToken &token : m_tokens.tokens())
            if (isNamePart(token) && !token.isOpening && !title.contains(token.range))
                seenInside.insert(termHash(folded(token)));
        const auto &tokens = m_tokens.tokens();
        QSet<quint64> lead;
        for (size_t i = 0; i < tokens.size();) {
            if (!isNamePart(tokens[i]) || (title.contains(tokens[i].range) && title.start < title.end) ||
                (tokens[i].isOpening && !seenInside.contains(termHash(folded(tokens[i]))))) {
                ++i;
                continue;
            }
            QStringList words;
            std::vector<float> texts;
            const size_t first = i;
            for (; i < tokens.size() && isNamePart(tokens[i]) && tokens[i].sentence == tokens[first].sentence;
                 ++i) {
                words += folded(tokens[i]);
                texts.push_back(stemOf(tokens[i]).texts);
            }
            // A name is no more frequent than the rarest of its words.
            const float weight = 1 + (tokens[first].range.start < title.end + beginning ? ofBeginning : 0);
            addName(words.last(), weight, texts.back());
            if (words.size() > 1)
                addName(words.mid(words.size() - 2).join(u' '), weight,
                        *std::min_element(texts.end() - 2, texts.end()));
            if (words.size() > 2)
                addName(words.join(u' '), weight, *std::min_element(texts.begin(), texts.end()));
            const quint64 last = termHash(words.last());
            if (!lead.contains(last) && m_terms.leadNames.size() < mostLeadNames) {
                lead.insert(last);
                m_terms.leadNames.push_back(last);
            }
        }
    }

    void addName(const QString &name, float weight, float texts)
    {
        if (name.size() > 1)
            m_names.push_back({termHash(name), weight, texts});
    }

    const Article &m_article;
    QStringView m_text;
    StoryTokens m_tokens;
    Stemmer m_stemmer;
    StoryTerms &m_terms;
    std::vector<quint64> m_folds;
    std::unordered_map<quint64, Stem> m_stems; ///< by fold
    std::vector<StoryTerm> m_words;
    std::vector<StoryTerm> m_names;
    std::vector<StoryTerm> m_numbers;
};

} // namespace

quint64 termHash(QStringView term)
{
    return XXH3_64bits(term.utf16(), size_t(term.size()) * sizeof(char16_t));
}

StoryTerms StoryTerms::of(const Article &article)
{
    StoryTerms terms;
    const PartialDate &published = article.published();
    if (published.precision() >= PartialDate::Precision::Day)
        terms.day = published.firstDay();
    terms.hasBackground = article.language().isEmpty() || article.language().startsWith(QLatin1String("en"));
    TermReader(article, &terms).run();
    return terms;
}

std::vector<QString> stemsOf(QStringView text, const QString &language)
{
    const StoryTokens tokens(text, language);
    const Stemmer stemmer(language);
    QSet<QString> stems;
    for (const StoryToken &token : tokens.tokens()) {
        if (token.kind != StoryToken::Kind::Word)
            continue;
        stems.insert(
            stemmer.stem(withoutPossessive(fold(text.sliced(token.range.start, token.range.length())))));
    }
    std::vector<QString> list(stems.begin(), stems.end());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace Lectern
