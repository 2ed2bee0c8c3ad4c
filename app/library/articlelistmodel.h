#pragma once

#include "library/articlesections.h"
#include "library/passagesummary.h"
#include "library/hitreader.h"
#include "library/storymap.h"
#include "search/highlighter.h"
#include "search/searcher.h"

#include <QAbstractListModel>
#include <QDate>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace Lectern {

/// Which articles of an answer are shown: all, those not read yet, those of which passages were kept.
enum class ArticleFilter : quint8 { All, Unread, Kept };

/// The face of an Answer for views: its articles as rows, with section rows between them. Takes a new answer
/// in O(sections log n) after a worker ordered it; makes snippets and hit counts only for rows that are asked
/// for, and those of long articles beside the GUI thread: their rows change when they have been read. Belongs
/// to the GUI thread.
class ArticleListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleListModel)

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString, ArticleId; empty for sections
        IsSectionRole,   ///< bool; then DisplayRole is the label and SectionSizeRole its number of articles
        SectionSizeRole, ///< int; nothing while more of its articles may come with the complete answer
        TitleRole,       ///< QString (also DisplayRole)
        TitleHitsRole,   ///< QVariant of std::vector<TextRange>, in the title
        IsTitleDerivedRole, ///< bool
        OutletRole,         ///< QString: outlet, else the file's name
        DateRole,           ///< QString: publication date, short, for the row; "" when unknown
        SnippetRole,        ///< QVariant of Snippet
        HitCountRole,       ///< int; 0 without a query
        IsUnreadRole,       ///< bool
        PassageCountRole,   ///< int
        PassageColoursRole, ///< int, see PassageSummary::colours
        SectionDetailRole,  ///< QString: what is told of a story below its title; "" for other sections
        IsInSectionRole,    ///< bool: an account below the label of its story
        AccountCountRole,   ///< int: accounts of its story where no label tells it; 0 when it stands alone
        IsStarredRole,      ///< bool
        IsArchivedRole,     ///< bool
        CopyRole            ///< QString: of what it is a copy, "copy of Harbour Post, 98 %"; "" for none
    };

    explicit ArticleListModel(QObject *parent = nullptr);
    ~ArticleListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Shows an answer, grouped and filtered. Sections exist only when the order is by date. Days are those
    /// of the dates' instants in UTC, by which the answer is ordered; dates that name only a month or a year
    /// have sections of their own.
    void setAnswer(const Answer &answer, Grouping grouping);
    /// Shows the complete answer to the question whose first rows are shown: the others come in behind them,
    /// and what a view has selected stays. Resets only when the first rows are not the same after all.
    void completeAnswer(const Answer &answer);
    const Answer &answer() const { return m_shown.answer; }

    /// Chooses what is shown, in O(articles). An article that is read while Unread is shown stays until the
    /// filter is set again, so that reading does not pull rows away.
    void setFilter(ArticleFilter filter);
    ArticleFilter filter() const { return m_filter; }

    /// The day that is called today; a null date (the default) means the clock's, looked at with every
    /// answer.
    void setToday(QDate today);

    /// Which articles report the same event, from now on.
    void setStories(const StoryMapPtr &stories);
    const StoryMap &stories() const { return *m_stories; }
    Grouping grouping() const { return m_grouping; }
    /// The story of a label or an article; null when there is none. Lives as long as stories().
    const StoryMap::Story *story(int row) const;

    /// The article of a row; null for a section.
    ArticlePtr article(int row) const;
    /// The row of an article; -1 when it is not shown. O(articles), but no more than a look at a number each.
    int rowOf(const ArticleId &id) const;
    /// The next article row after `row` (before it, when step is -1); -1 when there is none.
    int neighbour(int row, int step) const;
    /// Articles shown, without sections.
    qsizetype articleCount() const { return m_shown.docs ? qsizetype(m_shown.docs->size()) : 0; }

    int sectionCount() const { return int(m_shown.sections.size()); }
    /// The row of a section's label.
    int sectionRow(int section) const { return m_shown.sections[size_t(section)].row; }
    /// How many section rows stand at or before a row.
    int sectionsUpTo(int row) const;

    /// What was read, from the log: also decides anew what Unread shows.
    void setReadArticles(const QSet<ArticleId> &read);
    void markRead(const ArticleId &id);
    /// What is starred and archived. Archived articles are left out of the whole library, unless those are
    /// shown of which passages were kept; every search finds them.
    void setShelved(const QSet<ArticleId> &starred, const QSet<ArticleId> &archived);
    /// Whether archived articles are left out of what is shown.
    bool hidesArchived() const;
    void setPassages(const QHash<ArticleId, PassageSummary> &passages);

private:
    using Docs = std::vector<DocNumber>;
    /// What rows are made of.
    struct Shown
    {
        Answer answer;
        std::shared_ptr<const Docs> docs; ///< the answer's own unless filtered or rearranged
        std::vector<ArticleSection> sections;
    };

    int sectionSize(size_t section) const;
    QString sectionDetail(size_t section) const;
    bool isInStorySection(int row) const;
    int accountCount(int row) const;
    QString copyText(const ArticleId &id) const;
    /// Makes the documents and sections from the answer, the filter and the grouping.
    void arrange();
    /// Whether the rows of `other` begin with those that are shown.
    bool isContinuedBy(const Shown &other) const;
    std::shared_ptr<const Docs> filtered() const;
    void allRowsChanged(const QList<int> &roles);

    bool isSection(int row) const;
    /// Ordinal of the article in a row that is no section.
    qsizetype ordinal(int row) const { return row - sectionsUpTo(row); }
    int rowOfOrdinal(qsizetype ordinal) const;
    void rememberNumber(const ArticleId &id, DocNumber doc) const;
    /// The number of an article in the corpus of the answer.
    std::optional<DocNumber> numberOf(const ArticleId &id) const;
    const RowDetails &details(DocNumber doc) const;
    void takeDetails(DocNumber doc, const RowDetails &details);
    QVariant sectionData(int row, int role) const;
    QString accessibleText(const QModelIndex &index, const Article &article) const;

    Shown m_shown;
    Grouping m_grouping = Grouping::None;
    StoryMapPtr m_stories = std::make_shared<const StoryMap>();
    ArticleFilter m_filter = ArticleFilter::All;
    QDate m_givenToday;
    QDate m_today;
    QSet<ArticleId> m_read;
    QSet<ArticleId> m_readWhenFiltered; ///< what Unread leaves out
    QSet<ArticleId> m_starred;
    QSet<ArticleId> m_archived;
    QHash<ArticleId, PassageSummary> m_passages;
    mutable QHash<ArticleId, DocNumber>
        m_numbers; ///< of articles asked for, as they were then; a hint for rowOf()
    mutable std::unique_ptr<Highlighter> m_highlighter;
    mutable QHash<DocNumber, RowDetails> m_details;
    mutable HitReader m_longHits;
    mutable QSet<DocNumber> m_awaitedDetails; ///< asked of m_longHits
    mutable RowDetails m_unknownDetails;
};

} // namespace Lectern

Q_DECLARE_METATYPE(Lectern::Snippet)
Q_DECLARE_METATYPE(std::vector<Lectern::TextRange>)
