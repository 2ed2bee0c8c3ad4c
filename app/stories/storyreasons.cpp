#include "stories/storyreasons.h"

#include "stories/quotationgroups.h"
#include "stories/quotations.h"

#include <algorithm>
#include <map>
#include <set>

namespace Lectern {

namespace {

constexpr size_t mostMembers = 24; ///< that are compared two by two
constexpr double copied = 0.5;

/// Each utterance that two articles or more print, by its longest variant.
void addQuotations(const std::vector<QuotedWords> &words, std::vector<StoryReason> *reasons)
{
    const std::vector<int> groups = quotationGroups(words);
    std::map<int, std::set<int>> printedBy;
    std::map<int, QString> longest;
    for (size_t i = 0; i < words.size(); ++i) {
        printedBy[groups[i]].insert(words[i].article);
        if (words[i].text.size() > longest[groups[i]].size())
            longest[groups[i]] = words[i].text;
    }
    for (const auto &[group, articles] : printedBy)
        if (articles.size() > 1)
            reasons->push_back({StoryReason::Kind::Quotation, longest[group], double(articles.size()) / 2,
                                int(articles.size())});
}

QString counted(int count, const char *one, const char *many)
{
    return count == 1 ? QString::fromLatin1(one) : QString::fromLatin1(many).arg(count);
}

QString daysInWords(const QString &days)
{
    const qsizetype gap = days.indexOf(QLatin1String(".."));
    if (gap < 0)
        return QStringLiteral("same day");
    const QDate first = QDate::fromString(days.left(gap), Qt::ISODate);
    const qint64 apart = first.daysTo(QDate::fromString(days.mid(gap + 2), Qt::ISODate));
    return apart == 1 ? QStringLiteral("a day apart") : QStringLiteral("within %1 days").arg(apart);
}

} // namespace

QString name(StoryReason::Kind kind)
{
    switch (kind) {
    case StoryReason::Kind::Quotation:
        return QStringLiteral("quotation");
    case StoryReason::Kind::Name:
        return QStringLiteral("name");
    case StoryReason::Kind::Date:
        return QStringLiteral("date");
    case StoryReason::Kind::Words:
        return QStringLiteral("words");
    case StoryReason::Kind::Copy:
        return QStringLiteral("copy");
    case StoryReason::Kind::Reader:
        break;
    }
    return QStringLiteral("reader");
}

std::vector<StoryReason> storyReasons(const StoryPairs &pairs, const Story &story,
                                      const std::vector<ArticlePtr> &articles)
{
    using Kind = StoryReason::Kind;
    std::vector<StoryReason> reasons;
    std::vector<QuotedWords> words;
    double containment = 0;
    int names = 0;
    int rareWords = 0;
    int compared = 0;
    QDate first;
    QDate last;
    for (size_t i = 0; i < story.size(); ++i) {
        for (const Quotation &quotation : quotations(*articles[i]))
            if (quotation.kind != QuotationKind::Indirect)
                words.push_back({articles[i]->text().mid(quotation.words.start, quotation.words.length()),
                                 story[i], quotation.utterance});
        if (const QDate day = pairs.day(story[i]); day.isValid()) {
            first = first.isValid() ? std::min(first, day) : day;
            last = last.isValid() ? std::max(last, day) : day;
        }
        for (size_t j = 0; j < std::min(i, mostMembers); ++j) {
            const StoryFeatures features = pairs.compare(story[j], story[i]);
            containment = std::max(containment, features.values[StoryFeatures::Contained]);
            names += features.sharedNames;
            rareWords += features.rareWords;
            ++compared;
        }
    }
    addQuotations(words, &reasons);
    if (compared > 0 && names >= compared)
        reasons.push_back({Kind::Name, QString::number(names / compared), 0.1 * names / compared});
    if (first.isValid())
        reasons.push_back(
            {Kind::Date,
             first == last ? first.toString(Qt::ISODate)
                           : first.toString(Qt::ISODate) + QStringLiteral("..") + last.toString(Qt::ISODate),
             0.5});
    if (compared > 0 && rareWords >= compared)
        reasons.push_back({Kind::Words, QString::number(rareWords / compared), 0.02 * rareWords / compared});
    if (containment >= copied)
        reasons.push_back({Kind::Copy, QStringLiteral("%1 %").arg(qRound(100 * containment)), containment});
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const StoryReason &a, const StoryReason &b) { return a.weight > b.weight; });
    return reasons;
}

QString inWords(const std::vector<StoryReason> &reasons)
{
    QStringList parts;
    int quoted = 0;
    for (const StoryReason &reason : reasons) {
        switch (reason.kind) {
        case StoryReason::Kind::Quotation:
            ++quoted;
            break;
        case StoryReason::Kind::Name:
            parts += counted(reason.text.toInt(), "1 name", "%1 names");
            break;
        case StoryReason::Kind::Date:
            parts += daysInWords(reason.text);
            break;
        case StoryReason::Kind::Words:
            parts += counted(reason.text.toInt(), "1 rare word", "%1 rare words");
            break;
        case StoryReason::Kind::Copy:
            parts += QStringLiteral("%1 copied").arg(reason.text);
            break;
        case StoryReason::Kind::Reader:
            parts += QStringLiteral("you said so");
            break;
        }
    }
    if (quoted > 0)
        parts.prepend(counted(quoted, "1 shared quotation", "%1 shared quotations"));
    return parts.join(QStringLiteral(", "));
}

} // namespace Lectern
