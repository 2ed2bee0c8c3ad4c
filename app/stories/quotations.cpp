#include "stories/quotations.h"

#include "stories/foreignspeech.h"
#include "stories/people.h"

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr int manyWords = 8;      ///< in marks: are speech whoever stands beside them
constexpr int severalWords = 4;   ///< likewise when they end with a stop
constexpr int longestTitle = 8;   ///< words
constexpr size_t longestGap = 26; ///< tokens between two pieces of one utterance

/// In the order of AttributionRule.
constexpr std::array<double, 8> confidences{0.95, 0.85, 0.85, 0.95, 0.8, 0.65, 0.68, 0.35};

/// A marked span that is speech.
struct Piece
{
    TokenSpan outer;
    TextRange words;
    QuotationKind kind = QuotationKind::Direct;
    std::optional<Attribution> attribution;
    bool opensParagraph = false;
};

class QuotationFinder
{
public:
    QuotationFinder(QStringView text, const QString &language)
        : m_source(text)
        , m_text(text, language)
        , m_finder(m_text)
    {}

    std::vector<Quotation> run()
    {
        m_indirect = m_text.isEnglish() ? indirectSpeech(m_text) : foreignIndirectSpeech(m_text);
        for (size_t i = 0; i < m_indirect.size(); ++i)
            for (const TokenSpan &piece : m_indirect[i].pieces)
                m_clauses.push_back({piece, i});
        std::sort(m_clauses.begin(), m_clauses.end(),
                  [](const Clause &a, const Clause &b) { return a.tokens.first < b.tokens.first; });
        for (const MarkedSpan &span : m_text.tokens().spans())
            if (span.depth == 0)
                readSpan(span);
        for (size_t i = 0; i < m_pieces.size(); ++i)
            if (!m_pieces[i].attribution)
                lookAround(i);
        nameSpeakers();
        addReported(m_indirect, QuotationKind::Indirect);
        if (!m_text.isEnglish())
            addReported(dashedSpeech(m_text), QuotationKind::Direct);
        std::stable_sort(m_quotations.begin(), m_quotations.end(),
                         [](const Quotation &a, const Quotation &b) { return a.words < b.words; });
        number();
        return std::move(m_quotations);
    }

private:
    void readSpan(const MarkedSpan &span)
    {
        const TokenSpan outer = m_text.tokensIn(span.outer);
        const TokenSpan inner = m_text.tokensIn(span.inner);
        int words = 0;
        int capitals = 0;
        int content = 0;
        for (size_t i = inner.first; i < inner.last; ++i) {
            words += m_text[i].isWord();
            content += m_text[i].isWord() && !m_text[i].isFrequent;
            capitals += m_text[i].isWord() && !m_text[i].isFrequent && m_text[i].isCapital;
        }
        if (words == 0)
            return;
        Piece piece;
        piece.outer = outer;
        piece.words = m_text.range(inner);
        piece.attribution = m_finder.inSentence(outer);
        // A whole sentence has the speaker beside it.
        const bool isWhole = piece.attribution && piece.attribution->rule == AttributionRule::Beside &&
                             m_text[inner.first].isCapital;
        if (const Attribution *reported = reportedAround(outer); reported && !isWhole && !isNamedSo(piece))
            piece.attribution = *reported;
        const size_t last = inner.last - 1;
        const bool isInside = !m_text[last].isWord() && m_text[last].kind != StoryToken::Kind::Mark;
        const bool stops = isInside || (outer.last < m_text.size() &&
                                        (m_text.isSign(outer.last, u',') || m_text.isSign(outer.last, u'.')));
        const bool beside = piece.attribution && piece.attribution->rule == AttributionRule::Beside;
        const bool runsOn = outer.first > 0 && m_text[outer.first - 1].isWord() &&
                            m_text.paragraph(outer.first - 1) == m_text.paragraph(outer.first);
        // „Er erzählte es dem „Sundboten““
        if (m_text.isGerman() && words == 1 && capitals == 1 && runsOn && !isInside &&
            m_text.has(outer.first - 1, WordRole::Determiner))
            return;
        const bool isTitle = content > 0 && capitals == content && words <= longestTitle && words > 1 &&
                             (runsOn || !(beside && stops)) && !isRead(piece);
        if (isTitle)
            return;
        const bool isLong = words >= manyWords ||
                            (words >= severalWords && (isInside || (stops && (beside || isTold(outer)))));
        if (!isLong && piece.attribution && piece.attribution->rule == AttributionRule::Farther &&
            outer.first < piece.attribution->cue.first &&
            !(m_text.isEnglish() && endsSentence(piece.attribution->cue.last)))
            piece.attribution.reset();
        if (!isLong && !piece.attribution && !carryInSentence(&piece) && !isSentence(outer, inner))
            return;
        piece.kind = (runsOn && !m_text[inner.first].isCapital) || !(isLong || stops) ? QuotationKind::Mixed
                                                                                      : QuotationKind::Direct;
        piece.opensParagraph = m_text.paragraphTokens(m_text.paragraph(outer.first)).first == outer.first;
        if (!m_text.isEnglish() && addInterrupted(piece, inner))
            return;
        m_pieces.push_back(piece);
    }

    /// « Je conduis cette grue, a-t-il dit. Jamais je n'ai voté. »: French leaves the marks open around it.
    bool addInterrupted(const Piece &whole, TokenSpan inner)
    {
        for (size_t i = inner.first + 1; i + 1 < inner.last; ++i) {
            const QString &word = m_text.folded(i);
            const bool isInverted =
                word.endsWith(QLatin1String("-il")) || word.endsWith(QLatin1String("-elle"));
            if (!isInverted || !m_text.isSign(i - 1, u','))
                continue;
            const size_t verb = m_text.has(i, WordRole::Cue) ? i : i + 1;
            const size_t end = verb + 1;
            const bool isWhole = end < inner.last && m_text.has(verb, WordRole::Cue) &&
                                 (m_text.isSign(end, u',') || m_text.isSign(end, u'.'));
            if (!isWhole)
                continue;
            Attribution attribution;
            attribution.speaker = {i, i + 1};
            attribution.cue = {i, verb + 1};
            attribution.rule = AttributionRule::Beside;
            for (const TokenSpan &part : {TokenSpan{inner.first, i}, TokenSpan{end + 1, inner.last}}) {
                if (part.isEmpty())
                    continue;
                Piece piece = whole;
                piece.outer = part;
                piece.words = m_text.range(part);
                piece.attribution = attribution;
                m_pieces.push_back(piece);
            }
            return true;
        }
        return false;
    }

    /// «Yo solo quería», explicó: a verb of saying whose subject is understood.
    bool isTold(TokenSpan outer) const
    {
        const size_t verb = outer.last + 1;
        return !m_text.isEnglish() && verb < m_text.size() && m_text.isSign(outer.last, u',') &&
               m_text.has(verb, WordRole::Cue);
    }

    /// "what she calls “a ruin”": hers, whoever reports it.
    bool isNamedSo(const Piece &piece) const
    {
        return piece.attribution && piece.attribution->cue.last == piece.outer.first &&
               piece.attribution->speaker.first > 0 &&
               m_text.folded(piece.attribution->speaker.first - 1) == QLatin1String("what");
    }

    /// The attribution of the reported clause in which marked words stand: what she "said he called “a ruin”"
    /// is said by her. Null when they stand in none. Spans ascend.
    const Attribution *reportedAround(TokenSpan outer)
    {
        while (m_nextClause < m_clauses.size() && m_clauses[m_nextClause].tokens.last <= outer.first)
            ++m_nextClause;
        if (m_nextClause >= m_clauses.size())
            return nullptr;
        const Clause &clause = m_clauses[m_nextClause];
        const bool isInside = clause.tokens.first < outer.first && outer.last <= clause.tokens.last + 1;
        return isInside ? &m_indirect[clause.of].attribution : nullptr;
    }

    /// "a sign that read “No Pier No Vote”": no title, though all of it is capitalised.
    bool isRead(const Piece &piece) const
    {
        if (!piece.attribution || piece.attribution->cue.last != piece.outer.first)
            return false;
        const size_t verb = piece.attribution->cue.last - 1;
        const QString &word = m_text.folded(verb);
        return m_text.has(verb, WordRole::TakesClause) || word.startsWith(QLatin1String("chant")) ||
               word.startsWith(QLatin1String("shout")) || word.startsWith(QLatin1String("read"));
    }

    /// Only a word or two stand between a verb and the end of its sentence.
    bool endsSentence(size_t token) const
    {
        return token >= m_text.size() || token + 3 >= m_text.sentence(token - 1).last;
    }

    /// "“criminals” and “rapists”": who said the one said the other.
    bool carryInSentence(Piece *piece) const
    {
        if (m_pieces.empty() || !m_pieces.back().attribution)
            return false;
        const Piece &before = m_pieces.back();
        if (m_text[before.outer.last - 1].sentence != m_text[piece->outer.first].sentence ||
            piece->outer.first - before.outer.last > 6)
            return false;
        piece->attribution = before.attribution;
        return true;
    }

    /// A short sentence of its own behind another quotation of its paragraph: "“It is ours.”"
    bool isSentence(TokenSpan outer, TokenSpan inner) const
    {
        const bool stops = m_text.isSign(inner.last - 1, u'.') || m_text.isSign(inner.last - 1, u'?') ||
                           m_text.isSign(inner.last - 1, u'!');
        const bool stands =
            outer.first > 0 && (m_text.isSign(outer.first - 1, u'.') || m_text.isMark(outer.first - 1));
        return stops && stands && m_text[inner.first].isCapital && !m_pieces.empty() &&
               m_text.paragraph(m_pieces.back().outer.first) == m_text.paragraph(outer.first);
    }

    int paragraphOf(const Piece &piece) const { return m_text.paragraph(piece.outer.first); }

    /// For a piece that nothing in its sentence attributes.
    void lookAround(size_t at)
    {
        Piece &piece = m_pieces[at];
        const auto carry = [&](size_t from, AttributionRule rule) {
            piece.attribution = m_pieces[from].attribution;
            piece.attribution->rule = rule;
        };
        if (at > 0 && paragraphOf(m_pieces[at - 1]) == paragraphOf(piece) && m_pieces[at - 1].attribution)
            return carry(at - 1, AttributionRule::Carried);
        if (at + 1 < m_pieces.size() && paragraphOf(m_pieces[at + 1]) == paragraphOf(piece) &&
            m_pieces[at + 1].attribution && m_pieces[at + 1].outer.first - piece.outer.last <= longestGap)
            return carry(at + 1, AttributionRule::Carried);
        if (std::optional<Attribution> found = m_finder.inSentenceBefore(piece.outer)) {
            piece.attribution = std::move(found);
            return;
        }
        if (piece.opensParagraph && at > 0 && m_pieces[at - 1].attribution &&
            paragraphOf(m_pieces[at - 1]) + 1 == paragraphOf(piece))
            return carry(at - 1, AttributionRule::Continued);
        piece.attribution = m_finder.inParagraphBefore(piece.outer);
    }

    /// Whoever is quoted in so many words by a verb of saying is a person, if it has a name like one.
    std::vector<TokenSpan> speakers() const
    {
        std::vector<TokenSpan> all;
        for (const Piece &piece : m_pieces)
            if (piece.attribution && !piece.attribution->cue.isEmpty() &&
                (piece.attribution->rule == AttributionRule::Beside ||
                 piece.attribution->rule == AttributionRule::Farther))
                all.push_back(piece.attribution->speaker);
        return all;
    }

    void nameSpeakers()
    {
        m_people.emplace(m_text, speakers());
        for (const Piece &piece : m_pieces) {
            Quotation quotation;
            quotation.kind = piece.kind;
            quotation.words = piece.words;
            if (piece.attribution)
                attribute(*piece.attribution, &quotation);
            m_quotations.push_back(std::move(quotation));
        }
    }

    void attribute(const Attribution &attribution, Quotation *quotation)
    {
        quotation->rule = attribution.rule;
        quotation->confidence = confidences.at(size_t(attribution.rule));
        quotation->speaker = m_text.range(attribution.speaker);
        quotation->cue = m_text.range(attribution.cue);
        quotation->addressee = m_text.range(attribution.addressee);
        // "dit-elle" is a verb and its subject in one word.
        const QString speaker = m_text.words(attribution.speaker);
        const qsizetype hyphen = speaker.lastIndexOf(u'-');
        if (!m_text.isEnglish() && hyphen > 0 && attribution.speaker.size() == 1 &&
            m_text.has(attribution.speaker.first, WordRole::Pronoun)) {
            if (quotation->cue == quotation->speaker)
                quotation->cue.end = quotation->cue.start + speaker.indexOf(u'-');
            quotation->speaker.start += hyphen + 1;
        }
        const int person = m_people->resolve(attribution.speaker);
        if (person < 0)
            return;
        quotation->speakerName = m_people->all()[size_t(person)].name;
        m_people->noteSubject(attribution.speaker.first, person);
    }

    /// Whether a word stands outside of quotation marks. A picture is none.
    bool hasOwnWords(const TokenSpan &piece) const
    {
        for (size_t token = piece.first; token < piece.last; ++token) {
            const QString &word = m_text.folded(token);
            if (m_text[token].span == 0 && m_text[token].isWord() && !word.isEmpty() &&
                QChar::isLetterOrNumber(
                    QStringView(word).first(std::min<qsizetype>(2, word.size())).toUcs4().front()))
                return true;
        }
        return false;
    }

    /// A piece that is nothing but words in marks is found by its marks.
    void addReported(const std::vector<IndirectSpeech> &reported, QuotationKind kind)
    {
        for (const IndirectSpeech &found : reported) {
            for (const TokenSpan &piece : found.pieces) {
                if (kind == QuotationKind::Indirect && !hasOwnWords(piece))
                    continue;
                Quotation quotation;
                quotation.kind = kind;
                quotation.words = m_text.range(piece);
                attribute(found.attribution, &quotation);
                m_quotations.push_back(std::move(quotation));
            }
        }
    }

    /// Pieces of one utterance have the same number: they share their cue, or the later goes on without one.
    void number()
    {
        int next = 0;
        const Quotation *last = nullptr; // of those in marks
        for (Quotation &quotation : m_quotations) {
            const bool sameCue =
                last && quotation.cue.start < quotation.cue.end && quotation.cue == last->cue;
            const bool joins =
                last &&
                (last->kind == QuotationKind::Indirect) == (quotation.kind == QuotationKind::Indirect) &&
                (sameCue || quotation.rule == AttributionRule::Carried) &&
                isNear(last->words, quotation.words);
            quotation.utterance = joins ? last->utterance : next++;
            last = &quotation;
        }
    }

    bool isNear(TextRange a, TextRange b) const
    {
        const QStringView between = m_source.sliced(a.end, std::max<qsizetype>(0, b.start - a.end));
        return !between.contains(u'\n') && m_text.tokensIn({a.end, b.start}).size() <= longestGap;
    }

    QStringView m_source;
    SpeechText m_text;
    AttributionFinder m_finder;
    std::optional<People> m_people; ///< once it is known who speaks
    struct Clause
    {
        TokenSpan tokens;
        size_t of; ///< in m_indirect
    };
    std::vector<IndirectSpeech> m_indirect;
    std::vector<Clause> m_clauses; ///< ascending
    size_t m_nextClause = 0;
    std::vector<Piece> m_pieces;
    std::vector<Quotation> m_quotations;
};

} // namespace

QString name(QuotationKind kind)
{
    switch (kind) {
    case QuotationKind::Direct:
        return QStringLiteral("direct");
    case QuotationKind::Mixed:
        return QStringLiteral("mixed");
    case QuotationKind::Indirect:
        return QStringLiteral("indirect");
    }
    return {};
}

std::vector<Quotation> quotations(QStringView text, const QString &language)
{
    return QuotationFinder(text, language).run();
}

std::vector<Quotation> quotations(const Article &article)
{
    return quotations(article.text(), article.language());
}

} // namespace Lectern
