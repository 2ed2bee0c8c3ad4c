#include "library/articlesections.h"

#include "search/segment.h"

#include <algorithm>
#include <utility>

namespace Lectern {

SectionCutter::SectionCutter(const Answer &answer, Grouping grouping, QDate today,
                             std::shared_ptr<const Docs> *docs)
    : m_answer(answer)
    , m_grouping(grouping)
    , m_today(today)
    , m_docs(docs)
{}

std::vector<ArticleSection> SectionCutter::cut()
{
    size_t whole = 0;
    for (qsizetype first = 0, end = 0; first < count(); first = end) {
        whole = m_sections.size();
        end = endOfPeriod(first);
        if (ArticleDates::mayHoldVaguerDates(publishedAt(first), m_grouping))
            cutMixedPeriod(first, end);
        else
            addSection(first);
    }
    // More of the last period may come.
    for (size_t section = whole; section < m_sections.size(); ++section)
        m_sections[section].isWhole = m_answer.isComplete();
    return std::move(m_sections);
}

qsizetype SectionCutter::endOfPeriod(qsizetype first) const
{
    const qint64 period = ArticleDates::period(publishedAt(first), m_grouping);
    const auto isSame = [this, period](qsizetype at) {
        return ArticleDates::period(publishedAt(at), m_grouping) == period;
    };
    qsizetype inside = first;
    qsizetype step = 1;
    while (inside + step < count() && isSame(inside + step)) {
        inside += step;
        step *= 2;
    }
    qsizetype outside = std::min(inside + step, count());
    while (outside - inside > 1) {
        const qsizetype middle = inside + (outside - inside) / 2;
        (isSame(middle) ? inside : outside) = middle;
    }
    return outside;
}

void SectionCutter::cutMixedPeriod(qsizetype first, qsizetype end)
{
    const auto precision = [this](DocNumber doc) {
        return ArticleDates::sectionPrecision(published(doc), m_grouping);
    };
    // A date that names less begins with its period: it follows the others when the newest come first.
    const bool isNewestFirst = m_answer.order == Order::DateNewest;
    const auto isBefore = [&precision, isNewestFirst](DocNumber a, DocNumber b) {
        return isNewestFirst ? precision(a) > precision(b) : precision(a) < precision(b);
    };
    if (!std::is_sorted((*m_docs)->begin() + first, (*m_docs)->begin() + end, isBefore)) {
        auto rearranged = std::make_shared<Docs>(**m_docs);
        std::stable_sort(rearranged->begin() + first, rearranged->begin() + end, isBefore);
        *m_docs = rearranged;
    }
    for (auto at = (*m_docs)->begin() + first; at != (*m_docs)->begin() + end;) {
        addSection(at - (*m_docs)->begin());
        at = std::upper_bound(at, (*m_docs)->begin() + end, *at, isBefore);
    }
}

void SectionCutter::addSection(qsizetype first)
{
    const QString label = ArticleDates::sectionLabel(publishedAt(first), m_grouping, m_today);
    m_sections.push_back({first, int(first) + int(m_sections.size()), label, true});
}

PartialDate SectionCutter::publishedAt(qsizetype ordinal) const
{
    return published((**m_docs)[size_t(ordinal)]);
}

PartialDate SectionCutter::published(DocNumber doc) const
{
    const Corpus::Part &part = m_answer.corpus->partOf(doc);
    return ArticleDates::fromColumns(part.segment->columns(), doc - part.base);
}

} // namespace Lectern
