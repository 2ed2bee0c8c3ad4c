#pragma once

#include "library/articledates.h"
#include "search/searcher.h"

#include <QDate>
#include <QString>

#include <memory>
#include <vector>

namespace Lectern {

/// The articles of one period that stand together in a list.
struct ArticleSection
{
    qsizetype first = 0; ///< ordinal of its first article
    int row = 0;         ///< of its label, when labels are rows as well
    QString label;
    bool isWhole = true; ///< false: the complete answer may have more articles for it
    qsizetype size = -1; ///< articles behind which others stand in no section; -1: all to the next section
    int story = -1;      ///< index in the StoryMap; -1 for a section of dates
};

/// Cuts the articles of an answer by date into sections of a day or a month each.
class SectionCutter final
{
public:
    using Docs = std::vector<DocNumber>;

    /// `docs` are articles of the answer, in its order. All must outlive the cutter.
    SectionCutter(const Answer &answer, Grouping grouping, QDate today, std::shared_ptr<const Docs> *docs);

    /// In O(sections log n). Articles of which only the month or the year is known have sections of their
    /// own; where these stand between others of the same period, `docs` become rearranged ones.
    std::vector<ArticleSection> cut();

private:
    qsizetype count() const { return qsizetype((*m_docs)->size()); }
    PartialDate publishedAt(qsizetype ordinal) const;
    /// As ArticleDates::fromColumns() tells it: no article is read.
    PartialDate published(DocNumber doc) const;
    /// Ordinal behind the last article of the same day or month as the one at `first`.
    qsizetype endOfPeriod(qsizetype first) const;
    /// Makes the sections of one day or month that also holds dates which only name its month or year.
    void cutMixedPeriod(qsizetype first, qsizetype end);
    void addSection(qsizetype first);

    const Answer &m_answer;
    Grouping m_grouping;
    QDate m_today;
    std::shared_ptr<const Docs> *m_docs;
    std::vector<ArticleSection> m_sections;
};

} // namespace Lectern
