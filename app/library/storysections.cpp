#include "library/storysections.h"

#include "search/segment.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <unordered_map>

namespace Lectern {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Lectern::Stories", text);
}

} // namespace

std::vector<ArticleSection> cutByStory(const StoryMap &stories, const Answer &answer,
                                       std::shared_ptr<const std::vector<DocNumber>> *docs)
{
    std::vector<int> storyOf;
    std::unordered_map<int, std::vector<DocNumber>> members;
    for (const DocNumber doc : **docs) {
        const Corpus::Part &part = answer.corpus->partOf(doc);
        const auto found = stories.storyOf.constFind(part.segment->columns().idKeys[doc - part.base]);
        const int story = found == stories.storyOf.cend() ? -1 : *found;
        storyOf.push_back(story);
        if (story >= 0)
            members[story].push_back(doc);
    }
    auto arranged = std::make_shared<std::vector<DocNumber>>();
    arranged->reserve(storyOf.size());
    std::vector<ArticleSection> sections;
    for (size_t i = 0; i < storyOf.size(); ++i) {
        const auto own = members.find(storyOf[i]);
        if (own == members.end() || own->second.size() < 2) {
            arranged->push_back((**docs)[i]);
            continue;
        }
        if (own->second.front() != (**docs)[i])
            continue;
        const StoryMap::Story &story = stories.stories[size_t(storyOf[i])];
        const auto first = qsizetype(arranged->size());
        sections.push_back({first, int(first) + int(sections.size()), story.title, true,
                            qsizetype(own->second.size()), storyOf[i]});
        arranged->insert(arranged->end(), own->second.begin(), own->second.end());
    }
    *docs = std::move(arranged);
    return sections;
}

QString storyDays(const StoryMap::Story &story)
{
    if (!story.first.isValid())
        return {};
    const QLocale locale;
    const QString last = locale.toString(story.last, QStringLiteral("d MMM yyyy"));
    if (story.first == story.last)
        return last;
    const bool isSameMonth =
        story.first.year() == story.last.year() && story.first.month() == story.last.month();
    const QString format = isSameMonth                               ? QStringLiteral("d")
                           : story.first.year() == story.last.year() ? QStringLiteral("d MMM")
                                                                     : QStringLiteral("d MMM yyyy");
    return locale.toString(story.first, format) +
           (isSameMonth ? QStringLiteral("–") : QStringLiteral(" – ")) + last;
}

QString storyLine(const StoryMap::Story &story)
{
    QStringList parts{tr("%1 accounts").arg(QLocale().toString(qlonglong(story.accounts.size())))};
    if (const QString days = storyDays(story); !days.isEmpty())
        parts += days;
    if (!story.outlets.isEmpty())
        parts += story.outlets.join(QStringLiteral(", "));
    return parts.join(QStringLiteral(" · "));
}

} // namespace Lectern
