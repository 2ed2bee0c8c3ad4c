#include "library/passagelistmodel.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace Lectern {

PassageListModel::PassageListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void PassageListModel::setStandingOf(StandingOf standingOf)
{
    m_standingOf = std::move(standingOf);
    m_standings.clear();
}

void PassageListModel::takeStandings()
{
    m_standings.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void PassageListModel::show(const PassageStore *store, const PassageQuery &query, const PassageScope &scope,
                            PassageGrouping grouping)
{
    beginResetModel();
    m_scope = scope;
    m_grouping = grouping;
    m_standings.clear();
    m_groups.clear();
    m_rows.clear();
    m_count = 0;
    m_passages = store ? store->passages() : PassageSequence();
    if (store) {
        m_index.update(*store);
        const std::vector<int> indices = found(*store, query);
        m_count = int(indices.size());
        m_groups = grouped(m_passages, indices, grouping, m_storyOf);
        for (size_t i = 0; i < m_groups.size(); ++i) {
            if (grouping != PassageGrouping::None)
                m_rows.push_back(-1 - int(i));
            m_rows.insert(m_rows.end(), m_groups[i].indices.begin(), m_groups[i].indices.end());
        }
    }
    endResetModel();
}

std::vector<int> PassageListModel::found(const PassageStore &store, const PassageQuery &query) const
{
    std::vector<int> indices = m_index.search(query);
    if (!m_scope.collection.isEmpty()) {
        std::vector<int> ordered;
        for (const QString &id : store.passagesIn(m_scope.collection))
            if (const int index = store.indexOf(id);
                index >= 0 && std::binary_search(indices.begin(), indices.end(), index))
                ordered.push_back(index);
        return ordered;
    }
    std::erase_if(indices, [this](int index) {
        const Passage &passage = m_passages[size_t(index)];
        return (!m_scope.tag.isEmpty() && !passage.tags.contains(m_scope.tag)) ||
               (m_scope.colour && passage.colour != *m_scope.colour) ||
               (m_scope.isWaiting && !(m_standingOf && m_standingOf(passage).isWaiting));
    });
    return indices;
}

const Passage *PassageListModel::passage(int row) const
{
    if (row < 0 || size_t(row) >= m_rows.size() || m_rows[size_t(row)] < 0)
        return nullptr;
    return &m_passages[size_t(m_rows[size_t(row)])];
}

PassageStanding PassageListModel::standing(int row) const
{
    const Passage *shown = passage(row);
    if (!shown || !m_standingOf)
        return {};
    auto known = m_standings.find(shown->id);
    if (known == m_standings.end())
        known = m_standings.insert(shown->id, m_standingOf(*shown));
    return *known;
}

int PassageListModel::rowOf(const QString &id) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](int index) { return index >= 0 && m_passages[size_t(index)].id == id; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

int PassageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString PassageListModel::headingText(const PassageGroup &group) const
{
    if (m_grouping == PassageGrouping::Day)
        if (const QDate day = QDate::fromString(group.title, Qt::ISODate); day.isValid())
            return QLocale().toString(day, QLocale::LongFormat);
    if (!group.title.isEmpty())
        return group.title;
    switch (m_grouping) {
    case PassageGrouping::Story:
        return tr("Of no story");
    case PassageGrouping::Tag:
        return tr("Without a tag");
    default:
        return tr("Without a date");
    }
}

QVariant PassageListModel::data(const QModelIndex &index, int role) const
{
    if (isHeading(index.row())) {
        const PassageGroup &group = m_groups[size_t(-1 - m_rows[size_t(index.row())])];
        switch (role) {
        case Qt::DisplayRole:
            return headingText(group);
        case Qt::AccessibleTextRole:
            return group.indices.size() == 1
                       ? tr("%1, 1 passage").arg(headingText(group))
                       : tr("%1, %2 passages").arg(headingText(group)).arg(group.indices.size());
        case IsHeadingRole:
            return true;
        case CountRole:
            return int(group.indices.size());
        default:
            return {};
        }
    }
    const Passage *shown = passage(index.row());
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->shownQuote();
    case Qt::AccessibleTextRole:
        return tr("%1 From %2. %3")
            .arg(shown->shownQuote(), shown->outlet.isEmpty() ? shown->title : shown->outlet,
                 standingSentence(standing(index.row())))
            .trimmed();
    case IdRole:
        return shown->id;
    case IsHeadingRole:
        return false;
    default:
        return {};
    }
}

Qt::ItemFlags PassageListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!passage(index.row()))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

} // namespace Lectern
