#include "library/articlelistmodel.h"
#include "library/storysections.h"
#include "search/segment.h"

#include <QLocale>

#include <algorithm>

namespace Lectern {

void ArticleListModel::arrange()
{
    m_today = m_givenToday.isValid() ? m_givenToday : QDate::currentDate();
    m_shown.docs = filtered();
    m_shown.sections.clear();
    if (m_shown.docs && m_grouping == Grouping::Stories) {
        m_shown.sections = cutByStory(*m_stories, m_shown.answer, &m_shown.docs);
        return;
    }
    const bool isByDate =
        m_shown.answer.order == Order::DateNewest || m_shown.answer.order == Order::DateOldest;
    if (m_shown.docs && isByDate && m_grouping != Grouping::None)
        m_shown.sections = SectionCutter(m_shown.answer, m_grouping, m_today, &m_shown.docs).cut();
}

std::shared_ptr<const ArticleListModel::Docs> ArticleListModel::filtered() const
{
    if ((m_filter == ArticleFilter::All && !hidesArchived()) || !m_shown.answer.docs)
        return m_shown.answer.docs;
    // Most articles are told apart from those that were read or kept by half of their id.
    QSet<quint64> keys;
    for (const ArticleId &id : m_readWhenFiltered)
        keys.insert(StoryMap::keyOf(id));
    for (auto kept = m_passages.begin(); kept != m_passages.end(); ++kept)
        keys.insert(StoryMap::keyOf(kept.key()));
    const bool hidesSome = hidesArchived();
    if (hidesSome)
        for (const ArticleId &id : m_archived)
            keys.insert(StoryMap::keyOf(id));
    const auto isShown = [this, &keys, hidesSome](DocNumber doc) {
        const Corpus::Part &part = m_shown.answer.corpus->partOf(doc);
        if (!keys.contains(part.segment->columns().idKeys[doc - part.base]))
            return m_filter != ArticleFilter::Kept;
        const ArticleId id = m_shown.answer.corpus->articleId(doc);
        if (m_filter == ArticleFilter::Kept)
            return m_passages.value(id).count > 0;
        const bool isLeftOut = m_filter == ArticleFilter::Unread && m_readWhenFiltered.contains(id);
        return !isLeftOut && !(hidesSome && m_archived.contains(id));
    };
    auto shown = std::make_shared<Docs>();
    std::copy_if(m_shown.answer.docs->begin(), m_shown.answer.docs->end(), std::back_inserter(*shown),
                 isShown);
    return shown;
}

bool ArticleListModel::hidesArchived() const
{
    return m_shown.answer.query.isEmpty() && m_filter != ArticleFilter::Kept && !m_archived.isEmpty();
}

void ArticleListModel::setShelved(const QSet<ArticleId> &starred, const QSet<ArticleId> &archived)
{
    const bool isSame = archived == m_archived;
    m_starred = starred;
    if (isSame) {
        allRowsChanged({IsStarredRole, Qt::AccessibleTextRole});
        return;
    }
    beginResetModel();
    m_archived = archived;
    arrange();
    endResetModel();
}

void ArticleListModel::setStories(const StoryMapPtr &stories)
{
    if (m_grouping != Grouping::Stories) {
        m_stories = stories;
        allRowsChanged({AccountCountRole, CopyRole, Qt::AccessibleTextRole});
        return;
    }
    beginResetModel();
    m_stories = stories;
    arrange();
    endResetModel();
}

const StoryMap::Story *ArticleListModel::story(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    if (isSection(row)) {
        const int index = m_shown.sections[size_t(sectionsUpTo(row) - 1)].story;
        return index < 0 ? nullptr : &m_stories->stories[size_t(index)];
    }
    const DocNumber doc = (*m_shown.docs)[size_t(ordinal(row))];
    const Corpus::Part &part = m_shown.answer.corpus->partOf(doc);
    const auto found = m_stories->storyOf.constFind(part.segment->columns().idKeys[doc - part.base]);
    return found == m_stories->storyOf.cend() ? nullptr : &m_stories->stories[size_t(*found)];
}

int ArticleListModel::sectionSize(size_t section) const
{
    const ArticleSection &own = m_shown.sections[section];
    if (own.size >= 0)
        return int(own.size);
    const bool isLast = section + 1 == m_shown.sections.size();
    return int((isLast ? articleCount() : m_shown.sections[section + 1].first) - own.first);
}

QString ArticleListModel::sectionDetail(size_t section) const
{
    const int index = m_shown.sections[section].story;
    return index < 0 ? QString() : storyLine(m_stories->stories[size_t(index)]);
}

bool ArticleListModel::isInStorySection(int row) const
{
    const int sections = sectionsUpTo(row);
    if (sections == 0)
        return false;
    const ArticleSection &own = m_shown.sections[size_t(sections - 1)];
    return own.story >= 0 && ordinal(row) < own.first + own.size;
}

int ArticleListModel::accountCount(int row) const
{
    const StoryMap::Story *own = isInStorySection(row) ? nullptr : story(row);
    return own ? int(own->accounts.size()) : 0;
}

QString ArticleListModel::copyText(const ArticleId &id) const
{
    const auto copy = m_stories->copies.constFind(id);
    if (copy == m_stories->copies.cend())
        return {};
    const QString share = QLocale().toString(qRound(100 * copy->contained));
    return (copy->isWhole() ? tr("copy of %1, %2 %") : tr("%2 % also in %1")).arg(copy->outlet, share);
}

} // namespace Lectern
