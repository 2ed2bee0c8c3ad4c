#include "library/articlelistmodel.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype rememberedDetails = 1024;
constexpr qsizetype rememberedNumbers = 1024;

QString fileName(const Article &article)
{
    return QFileInfo(article.source().path).fileName();
}

QString titleOf(const Article &article)
{
    return article.title().isEmpty() ? fileName(article) : article.title();
}

/// The hits that lie in the title, counted from its start.
std::vector<TextRange> hitsInTitle(const Article &article, const std::vector<TextRange> &hits)
{
    std::vector<TextRange> found;
    TextRange title = article.titleRange();
    title.end = std::min(title.end, title.start + article.title().size());
    for (const TextRange &hit : hits) {
        if (hit.start >= title.end)
            break;
        if (hit.intersects(title))
            found.push_back(hit.intersected(title).shifted(-title.start));
    }
    return found;
}

} // namespace

ArticleListModel::ArticleListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

ArticleListModel::~ArticleListModel() = default;

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(articleCount()) + sectionCount();
}

Qt::ItemFlags ArticleListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isSection(index.row()))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isSection(index.row()))
        return sectionData(index.row(), role);

    const DocNumber doc = (*m_docs)[size_t(ordinal(index.row()))];
    const Article &article = *m_answer.corpus->article(doc);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(article);
    case Qt::AccessibleTextRole:
        return accessibleText(index, article);
    case IdRole:
        return article.id();
    case IsSectionRole:
        return false;
    case TitleHitsRole:
        return QVariant::fromValue(details(doc).titleHits);
    case IsTitleDerivedRole:
        return article.isTitleDerived();
    case OutletRole:
        return article.outlet().isEmpty() ? fileName(article) : article.outlet();
    case DateRole:
        return ArticleDates::rowText(article.published(), m_today);
    case SnippetRole:
        return QVariant::fromValue(details(doc).snippet);
    case HitCountRole:
        return m_highlighter ? details(doc).hitCount : 0;
    case IsUnreadRole:
        return !m_read.contains(article.id());
    case PassageCountRole:
        return m_passageCounts.value(article.id());
    default:
        return {};
    }
}

QVariant ArticleListModel::sectionData(int row, int role) const
{
    const size_t section = size_t(sectionsUpTo(row) - 1);
    const bool isLast = section + 1 == m_sections.size();
    const qsizetype end = isLast ? articleCount() : m_sections[section + 1].first;
    const int size = int(end - m_sections[section].first);
    switch (role) {
    case Qt::DisplayRole:
        return m_sections[section].label;
    case Qt::AccessibleTextRole:
        return (size == 1 ? tr("%1, %2 article") : tr("%1, %2 articles"))
            .arg(m_sections[section].label, QLocale().toString(size));
    case IdRole:
        return QString();
    case IsSectionRole:
        return true;
    case SectionSizeRole:
        return size;
    default:
        return {};
    }
}

QString ArticleListModel::accessibleText(const QModelIndex &index, const Article &article) const
{
    QStringList parts{titleOf(article), data(index, OutletRole).toString()};
    if (!article.published().isNull())
        parts += article.published().toDisplay(QLocale());
    if (data(index, IsUnreadRole).toBool())
        parts += tr("unread");
    const int hits = data(index, HitCountRole).toInt();
    if (hits > 0)
        parts += hits == 1 ? tr("1 hit") : tr("%1 hits").arg(QLocale().toString(hits));
    return parts.join(QStringLiteral(", "));
}

void ArticleListModel::setAnswer(const Answer &answer, Grouping grouping)
{
    beginResetModel();
    m_answer = answer;
    m_grouping = grouping;
    m_highlighter = answer.query.isEmpty() ? nullptr : std::make_unique<Highlighter>(answer.query);
    m_details.clear();
    arrange();
    endResetModel();
}

void ArticleListModel::setFilter(ArticleFilter filter)
{
    beginResetModel();
    m_filter = filter;
    m_readWhenFiltered = m_read;
    arrange();
    endResetModel();
}

void ArticleListModel::setToday(QDate today)
{
    beginResetModel();
    m_givenToday = today;
    arrange();
    endResetModel();
}

void ArticleListModel::arrange()
{
    m_today = m_givenToday.isValid() ? m_givenToday : QDate::currentDate();
    m_docs = filtered();
    m_sections.clear();
    const bool isByDate = m_answer.order == Order::DateNewest || m_answer.order == Order::DateOldest;
    if (isByDate && m_grouping != Grouping::None)
        cutSections();
}

std::shared_ptr<const ArticleListModel::Docs> ArticleListModel::filtered() const
{
    if (m_filter == ArticleFilter::All || !m_answer.docs)
        return m_answer.docs;
    auto shown = std::make_shared<Docs>();
    std::copy_if(m_answer.docs->begin(), m_answer.docs->end(), std::back_inserter(*shown),
                 [this](DocNumber doc) {
                     const ArticleId &id = m_answer.corpus->article(doc)->id();
                     return m_filter == ArticleFilter::Unread ? !m_readWhenFiltered.contains(id)
                                                              : m_passageCounts.value(id) > 0;
                 });
    return shown;
}

void ArticleListModel::cutSections()
{
    for (qsizetype first = 0, end = 0; first < articleCount(); first = end) {
        end = endOfPeriod(first);
        if (ArticleDates::mayHoldVaguerDates(published(first), m_grouping))
            cutMixedPeriod(first, end);
        else
            addSection(first);
    }
}

qsizetype ArticleListModel::endOfPeriod(qsizetype first) const
{
    const qint64 period = ArticleDates::period(published(first), m_grouping);
    const auto isSame = [this, period](qsizetype at) {
        return ArticleDates::period(published(at), m_grouping) == period;
    };
    qsizetype inside = first;
    qsizetype step = 1;
    while (inside + step < articleCount() && isSame(inside + step)) {
        inside += step;
        step *= 2;
    }
    qsizetype outside = std::min(inside + step, articleCount());
    while (outside - inside > 1) {
        const qsizetype middle = inside + (outside - inside) / 2;
        (isSame(middle) ? inside : outside) = middle;
    }
    return outside;
}

void ArticleListModel::cutMixedPeriod(qsizetype first, qsizetype end)
{
    const auto precision = [this](DocNumber doc) {
        return ArticleDates::sectionPrecision(m_answer.corpus->article(doc)->published(), m_grouping);
    };
    // A date that names less begins with its period: it follows the others when the newest come first.
    const bool isNewestFirst = m_answer.order == Order::DateNewest;
    const auto isBefore = [&precision, isNewestFirst](DocNumber a, DocNumber b) {
        return isNewestFirst ? precision(a) > precision(b) : precision(a) < precision(b);
    };
    if (!std::is_sorted(m_docs->begin() + first, m_docs->begin() + end, isBefore)) {
        auto rearranged = std::make_shared<Docs>(*m_docs);
        std::stable_sort(rearranged->begin() + first, rearranged->begin() + end, isBefore);
        m_docs = rearranged;
    }
    for (auto at = m_docs->begin() + first; at != m_docs->begin() + end;) {
        addSection(at - m_docs->begin());
        at = std::upper_bound(at, m_docs->begin() + end, *at, isBefore);
    }
}

void ArticleListModel::addSection(qsizetype first)
{
    const QString label = ArticleDates::sectionLabel(published(first), m_grouping, m_today);
    m_sections.push_back({first, int(first) + sectionCount(), label});
}

const PartialDate &ArticleListModel::published(qsizetype ordinal) const
{
    return m_answer.corpus->article((*m_docs)[size_t(ordinal)])->published();
}

int ArticleListModel::sectionsUpTo(int row) const
{
    const auto after =
        std::upper_bound(m_sections.begin(), m_sections.end(), row,
                         [](int wanted, const Section &section) { return wanted < section.row; });
    return int(after - m_sections.begin());
}

bool ArticleListModel::isSection(int row) const
{
    const int sections = sectionsUpTo(row);
    return sections > 0 && sectionRow(sections - 1) == row;
}

int ArticleListModel::rowOfOrdinal(qsizetype ordinal) const
{
    const auto after =
        std::upper_bound(m_sections.begin(), m_sections.end(), ordinal,
                         [](qsizetype wanted, const Section &section) { return wanted < section.first; });
    return int(ordinal + (after - m_sections.begin()));
}

ArticlePtr ArticleListModel::article(int row) const
{
    if (row < 0 || row >= rowCount() || isSection(row))
        return nullptr;
    const DocNumber doc = (*m_docs)[size_t(ordinal(row))];
    const ArticlePtr &article = m_answer.corpus->article(doc);
    rememberNumber(article->id(), doc);
    return article;
}

void ArticleListModel::rememberNumber(const ArticleId &id, DocNumber doc) const
{
    if (m_numbers.size() >= rememberedNumbers)
        m_numbers.clear();
    m_numbers.insert(id, doc);
}

int ArticleListModel::rowOf(const ArticleId &id) const
{
    if (articleCount() == 0 || id.isEmpty())
        return -1;
    const Corpus &corpus = *m_answer.corpus;
    const auto isIt = [&corpus, &id](DocNumber doc) { return corpus.article(doc)->id() == id; };
    const auto hint = m_numbers.constFind(id);
    const bool isKnown =
        hint != m_numbers.constEnd() && *hint < corpus.docLimit() && corpus.isLive(*hint) && isIt(*hint);
    const auto found = isKnown ? std::find(m_docs->begin(), m_docs->end(), *hint)
                               : std::find_if(m_docs->begin(), m_docs->end(), isIt);
    if (found == m_docs->end())
        return -1;
    rememberNumber(id, *found);
    return rowOfOrdinal(found - m_docs->begin());
}

int ArticleListModel::neighbour(int row, int step) const
{
    Q_ASSERT(step == 1 || step == -1);
    int at = row + step;
    if (at >= 0 && at < rowCount() && isSection(at))
        at += step;
    return at >= 0 && at < rowCount() ? at : -1;
}

const ArticleListModel::Details &ArticleListModel::details(DocNumber doc) const
{
    if (const auto known = m_details.constFind(doc); known != m_details.constEnd())
        return *known;
    if (m_details.size() >= rememberedDetails)
        m_details.clear();
    const Article &article = *m_answer.corpus->article(doc);
    const std::vector<TextRange> hits =
        m_highlighter ? m_highlighter->hits(article) : std::vector<TextRange>();
    return *m_details.insert(doc, {snippet(article, hits), hitsInTitle(article, hits), int(hits.size())});
}

void ArticleListModel::setReadArticles(const QSet<ArticleId> &read)
{
    m_read = read;
    if (m_filter == ArticleFilter::Unread)
        setFilter(m_filter);
    else
        allRowsChanged({IsUnreadRole, Qt::AccessibleTextRole});
}

void ArticleListModel::markRead(const ArticleId &id)
{
    if (m_read.contains(id))
        return;
    m_read.insert(id);
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {IsUnreadRole, Qt::AccessibleTextRole});
}

void ArticleListModel::setPassageCounts(const QHash<ArticleId, int> &counts)
{
    if (counts == m_passageCounts)
        return;
    m_passageCounts = counts;
    if (m_filter == ArticleFilter::Kept)
        setFilter(m_filter);
    else
        allRowsChanged({PassageCountRole});
}

void ArticleListModel::allRowsChanged(const QList<int> &roles)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

} // namespace Lectern
