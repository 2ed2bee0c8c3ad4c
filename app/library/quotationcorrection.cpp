#include "library/quotationcorrection.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Lectern {

namespace {

constexpr std::array<const char *, 3> kindNames{"speaker", "not-a-quotation", "same-person"};
constexpr std::array<QuotationKind, 3> wordings{QuotationKind::Direct, QuotationKind::Mixed,
                                                QuotationKind::Indirect};

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

/// Whether two ranges are about the same words: what they share is at least half of what they cover.
bool isAbout(TextRange a, TextRange b)
{
    const qsizetype shared = std::max<qsizetype>(0, a.intersected(b).length());
    return 2 * shared >= std::max(a.end, b.end) - std::min(a.start, b.start) && shared > 0;
}

std::optional<TextRange> rangeIn(const QJsonObject &line, QLatin1String start, QLatin1String end)
{
    const QJsonValue first = line.value(start);
    const QJsonValue last = line.value(end);
    const TextRange range{first.toInteger(-1), last.toInteger(-1)};
    return range.start < 0 || range.end <= range.start ? std::nullopt : std::optional(range);
}

} // namespace

QString name(CorrectionKind kind)
{
    return QString::fromLatin1(kindNames[size_t(kind)]);
}

QJsonObject correctionLine(const QuotationCorrection &correction)
{
    QJsonObject line{{QStringLiteral("correction"), name(correction.kind)},
                     {QStringLiteral("made"), correction.made.toString(Qt::ISODateWithMs)}};
    if (correction.kind == CorrectionKind::SamePerson) {
        line.insert(QStringLiteral("name"), correction.speaker);
        line.insert(QStringLiteral("alias"), correction.alias);
        return line;
    }
    line.insert(QStringLiteral("path"), correction.path);
    line.insert(QStringLiteral("part"), correction.part);
    line.insert(QStringLiteral("id"), correction.article);
    line.insert(QStringLiteral("start"), correction.codePoints.start);
    line.insert(QStringLiteral("end"), correction.codePoints.end);
    line.insert(QStringLiteral("utf16_start"), correction.range.start);
    line.insert(QStringLiteral("utf16_end"), correction.range.end);
    line.insert(QStringLiteral("text"), correction.words);
    line.insert(QStringLiteral("kind"), name(correction.wording));
    if (correction.kind == CorrectionKind::SpeakerIs)
        line.insert(QStringLiteral("speaker"), correction.speaker);
    return line;
}

Result<QuotationCorrection> correctionOf(const QJsonObject &line)
{
    const Error malformed{
        ErrorKind::Malformed, QStringLiteral("A line is no correction of a quotation."), {}};
    const QString kind = line.value(QLatin1String("correction")).toString();
    const auto known = std::find_if(kindNames.begin(), kindNames.end(),
                                    [&kind](const char *each) { return kind == QLatin1String(each); });
    if (known == kindNames.end())
        return malformed;
    QuotationCorrection correction;
    correction.kind = CorrectionKind(known - kindNames.begin());
    correction.made = QDateTime::fromString(line.value(QLatin1String("made")).toString(), Qt::ISODateWithMs);
    if (correction.kind == CorrectionKind::SamePerson) {
        correction.speaker = line.value(QLatin1String("name")).toString();
        correction.alias = line.value(QLatin1String("alias")).toString();
        if (correction.speaker.isEmpty() || correction.alias.isEmpty())
            return malformed;
        return correction;
    }
    correction.path = line.value(QLatin1String("path")).toString();
    correction.part = line.value(QLatin1String("part")).toString();
    correction.article = line.value(QLatin1String("id")).toString();
    correction.words = line.value(QLatin1String("text")).toString();
    correction.speaker = line.value(QLatin1String("speaker")).toString();
    const auto range = rangeIn(line, QLatin1String("utf16_start"), QLatin1String("utf16_end"));
    const auto codePoints = rangeIn(line, QLatin1String("start"), QLatin1String("end"));
    const bool lacksSpeaker = correction.kind == CorrectionKind::SpeakerIs && correction.speaker.isEmpty();
    if (!range || !codePoints || correction.article.isEmpty() || lacksSpeaker)
        return malformed;
    correction.range = *range;
    correction.codePoints = *codePoints;
    for (const QuotationKind wording : wordings)
        if (line.value(QLatin1String("kind")).toString() == name(wording))
            correction.wording = wording;
    return correction;
}

QuotationCorrections::QuotationCorrections(std::vector<QuotationCorrection> all)
    : m_all(std::move(all))
{
    for (size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].kind == CorrectionKind::SamePerson)
            m_names.insert(folded(m_all[i].alias), m_all[i].speaker);
        else
            m_byArticle[m_all[i].article].push_back(i);
    }
}

QString QuotationCorrections::shownName(const QString &name) const
{
    // As many steps as there are names: two that mean each other end somewhere.
    QString shown = name;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const auto next = m_names.constFind(folded(shown));
        if (next == m_names.constEnd())
            break;
        shown = *next;
    }
    return shown;
}

void QuotationCorrections::follow(const ArticleId &old, const ArticleId &now)
{
    std::vector<size_t> both = m_byArticle.take(old);
    const std::vector<size_t> own = m_byArticle.value(now);
    both.insert(both.end(), own.begin(), own.end());
    std::sort(both.begin(), both.end());
    m_byArticle.insert(now, both);
}

QuotedArticlePtr QuotationCorrections::apply(const QuotedArticlePtr &article, std::vector<int> *groups,
                                             int *newGroup) const
{
    const auto own = m_byArticle.constFind(article->id);
    if (own == m_byArticle.constEnd())
        return article;
    // Of corrections of the same words the last counts, and the others are as if they had never been made.
    std::vector<const QuotationCorrection *> last;
    for (const size_t index : *own) {
        const QuotationCorrection &correction = m_all[index];
        std::erase_if(last, [&correction](const QuotationCorrection *earlier) {
            return earlier->article == correction.article ? isAbout(earlier->range, correction.range)
                                                          : earlier->words == correction.words;
        });
        last.push_back(&correction);
    }
    auto corrected = std::make_shared<QuotedArticle>(*article);
    for (const QuotationCorrection *correction : last)
        applyOne(*correction, corrected.get(), groups, newGroup);
    return corrected;
}

void QuotationCorrections::applyOne(const QuotationCorrection &correction, QuotedArticle *article,
                                    std::vector<int> *groups, int *newGroup) const
{
    std::vector<Utterance> &utterances = article->utterances;
    const bool isSameText = correction.article == article->id;
    bool isFound = false;
    for (size_t i = 0; i < utterances.size();) {
        // In a text that has changed only the very same words are meant.
        const bool isMeant = isSameText ? isAbout(utterances[i].range(), correction.range)
                                        : utterances[i].words == correction.words;
        isFound = isFound || isMeant;
        if (isMeant && correction.kind == CorrectionKind::NotAQuotation) {
            utterances.erase(utterances.begin() + qsizetype(i));
            groups->erase(groups->begin() + qsizetype(i));
            continue;
        }
        if (isMeant) {
            if (folded(utterances[i].speaker) != folded(correction.speaker))
                utterances[i].speakerAt = {}; // the words there name somebody else
            utterances[i].speaker = correction.speaker;
            utterances[i].isPerson = true;
            utterances[i].isCorrected = true;
            utterances[i].confidence = 1;
        }
        ++i;
    }
    if (isFound || !isSameText || correction.kind != CorrectionKind::SpeakerIs ||
        correction.range.end > article->textUnits)
        return;
    // The rules no longer see it, and the user has said that it is one.
    Utterance own;
    own.pieces = {correction.range};
    own.words = correction.words;
    own.kind = correction.wording;
    own.speaker = correction.speaker;
    own.isPerson = true;
    own.isCorrected = true;
    own.confidence = 1;
    const auto behind =
        std::find_if(utterances.begin(), utterances.end(), [&correction](const Utterance &each) {
            return each.range().start > correction.range.start;
        });
    groups->insert(groups->begin() + (behind - utterances.begin()), (*newGroup)++);
    utterances.insert(behind, own);
}

} // namespace Lectern
