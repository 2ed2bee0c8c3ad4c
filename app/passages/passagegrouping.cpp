#include "passages/passagegrouping.h"

#include "text/folding.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace Lectern {

namespace {

/// Gathers groups by their keys, in the order in which these first come.
class Gathering
{
public:
    void add(const QString &key, int index, const auto &title)
    {
        const auto [place, isNew] = placeOf(key);
        if (isNew)
            m_groups.push_back({key, title(), {}});
        m_groups[place].indices.push_back(index);
    }

    std::vector<PassageGroup> take() { return std::move(m_groups); }

private:
    std::pair<size_t, bool> placeOf(const QString &key)
    {
        const auto known = m_places.constFind(key);
        if (known != m_places.constEnd())
            return {*known, false};
        m_places.insert(key, m_groups.size());
        return {m_groups.size(), true};
    }

    QHash<QString, size_t> m_places;
    std::vector<PassageGroup> m_groups;
};

QString articleTitle(const Passage &passage)
{
    return passage.title.isEmpty() ? QFileInfo(passage.source.path).fileName() : passage.title;
}

QString dayOf(const Passage &passage)
{
    return passage.created.isValid() ? passage.created.toLocalTime().date().toString(Qt::ISODate) : QString();
}

} // namespace

std::vector<PassageGroup> grouped(const PassageSequence &passages, const std::vector<int> &indices,
                                  PassageGrouping by, const StoryOfPassage &storyOf)
{
    Gathering gathering;
    for (const int index : indices) {
        const Passage &passage = passages[size_t(index)];
        if (by == PassageGrouping::Article) {
            gathering.add(passage.article, index, [&] { return articleTitle(passage); });
        } else if (by == PassageGrouping::Story) {
            const PassageStory story = storyOf ? storyOf(passage) : PassageStory();
            gathering.add(story.key, index, [&] { return story.title; });
        } else if (by == PassageGrouping::Day) {
            const QString day = dayOf(passage);
            gathering.add(day, index, [&] { return day; });
        } else if (by == PassageGrouping::None || passage.tags.isEmpty()) {
            gathering.add(QString(), index, [] { return QString(); });
        } else {
            QStringList seen;
            for (const QString &tag : passage.tags) {
                const QString key = fold(tag);
                if (seen.contains(key))
                    continue;
                seen += key;
                gathering.add(key, index, [&] { return tag; });
            }
        }
    }
    std::vector<PassageGroup> groups = gathering.take();
    if (by == PassageGrouping::Tag || by == PassageGrouping::Day) {
        const bool newestFirst = by == PassageGrouping::Day;
        std::sort(groups.begin(), groups.end(), [&](const PassageGroup &a, const PassageGroup &b) {
            if (a.key.isEmpty() || b.key.isEmpty())
                return !a.key.isEmpty() && b.key.isEmpty();
            return newestFirst ? b.key < a.key : a.key < b.key;
        });
    } else if (by == PassageGrouping::Story) {
        std::stable_partition(groups.begin(), groups.end(),
                              [](const PassageGroup &group) { return !group.key.isEmpty(); });
    }
    return groups;
}

} // namespace Lectern
