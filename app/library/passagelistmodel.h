#pragma once

#include "library/passagestanding.h"
#include "passages/passagegrouping.h"
#include "passages/passageindex.h"

#include <QAbstractListModel>
#include <QHash>

#include <functional>
#include <optional>

namespace Lectern {

/// Which of the passages are looked at: all, those of a collection, with a tag, of a colour, or that
/// wait for the user.
struct PassageScope
{
    QString collection = {}; ///< an id; then they stand in the order of the collection
    QString tag = {};
    std::optional<MarkColour> colour = {};
    bool isWaiting = false; ///< those that the user has to say something about

    bool operator==(const PassageScope &) const = default;
};

/// The passages of the library as rows, with a heading above each group of them. What it shows is a picture
/// of the store as it was at the last show(); a change to the store is another show().
class PassageListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PassageListModel)

public:
    enum Role { IdRole = Qt::UserRole, IsHeadingRole, CountRole };
    /// Where a passage stands; it is asked for rows that are looked at, once each until the next show() or
    /// takeStandings(), and for all when those that wait are shown.
    using StandingOf = std::function<PassageStanding(const Passage &)>;

    explicit PassageListModel(QObject *parent = nullptr);

    void setStandingOf(StandingOf standingOf);
    /// By which passages are grouped by story from the next show() on.
    void setStoryOf(StoryOfPassage storyOf) { m_storyOf = std::move(storyOf); }
    /// Passages may stand elsewhere than was known; which rows there are stays as it is.
    void takeStandings();
    /// Shows what answers the query within the scope, grouped. Null shows nothing.
    void show(const PassageStore *store, const PassageQuery &query, const PassageScope &scope,
              PassageGrouping grouping);

    /// Null for headings and rows that are not there. Valid until the next show().
    const Passage *passage(int row) const;
    bool isHeading(int row) const
    {
        return row >= 0 && size_t(row) < m_rows.size() && m_rows[size_t(row)] < 0;
    }
    PassageStanding standing(int row) const;
    /// The first row of a passage; -1 when it is not shown.
    int rowOf(const QString &id) const;
    /// Passages that are shown; one that stands under several tags counts once.
    int passageCount() const { return m_count; }
    const PassageScope &scope() const { return m_scope; }
    PassageGrouping grouping() const { return m_grouping; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<int> found(const PassageStore &store, const PassageQuery &query) const;
    QString headingText(const PassageGroup &group) const;

    PassageIndex m_index;
    PassageSequence m_passages;
    std::vector<PassageGroup> m_groups;
    std::vector<int> m_rows; ///< an index of m_passages, or -1 - an index of m_groups
    int m_count = 0;
    PassageScope m_scope;
    PassageGrouping m_grouping = PassageGrouping::None;
    StandingOf m_standingOf;
    StoryOfPassage m_storyOf;
    mutable QHash<QString, PassageStanding> m_standings; ///< by passage
};

} // namespace Lectern
