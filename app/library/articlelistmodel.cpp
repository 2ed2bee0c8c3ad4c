#include "library/articlelistmodel.h"

#include "search/segment.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

constexpr qsizetype rememberedDetails = 1024;
constexpr qsizetype rememberedNumbers = 1024;
/// UTF-16 units; hits in longer texts are looked for beside the GUI thread.
constexpr qsizetype longText = 256 * 1024;

QString fileName(const Article &article)
{
    return QFileInfo(article.source().path).fileName();
}

QString titleOf(const Article &article)
{
    return article.title().isEmpty() ? fileName(article) : article.title();
}

} // namespace

ArticleListModel::ArticleListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(&m_longHits, &HitReader::found, this, &ArticleListModel::takeDetails);
}

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

    const DocNumber doc = (*m_shown.docs)[size_t(ordinal(index.row()))];
    if (role == IdRole || role == IsStarredRole || role == IsArchivedRole) {
        const ArticleId id = m_shown.answer.corpus->articleId(doc); // told without reading the article
        return role == IdRole ? QVariant(id) : (role == IsStarredRole ? m_starred : m_archived).contains(id);
    }
    const ArticlePtr held = m_shown.answer.corpus->article(doc);
    const Article &article = *held;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(article);
    case Qt::AccessibleTextRole:
        return accessibleText(index, article);
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
        return m_passages.value(article.id()).count;
    case PassageColoursRole:
        return m_passages.value(article.id()).colours;
    case IsInSectionRole:
        return isInStorySection(index.row());
    case AccountCountRole:
        return accountCount(index.row());
    case CopyRole:
        return copyText(article.id());
    default:
        return {};
    }
}

QVariant ArticleListModel::sectionData(int row, int role) const
{
    const size_t section = size_t(sectionsUpTo(row) - 1);
    const int size = sectionSize(section);
    const bool isWhole = m_shown.sections[section].isWhole;
    switch (role) {
    case Qt::DisplayRole:
        return m_shown.sections[section].label;
    case Qt::AccessibleTextRole:
        if (!isWhole)
            return m_shown.sections[section].label;
        if (const QString line = data(index(row), SectionDetailRole).toString(); !line.isEmpty())
            return QString(m_shown.sections[section].label + QStringLiteral(", ") + line);
        return (size == 1 ? tr("%1, %2 article") : tr("%1, %2 articles"))
            .arg(m_shown.sections[section].label, QLocale().toString(size));
    case IdRole:
        return QString();
    case IsSectionRole:
        return true;
    case SectionDetailRole:
        return sectionDetail(section);
    case SectionSizeRole:
        return isWhole ? size : QVariant();
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
    if (m_starred.contains(article.id()))
        parts += tr("starred");
    if (m_archived.contains(article.id()))
        parts += tr("archived");
    const int hits = data(index, HitCountRole).toInt();
    if (hits > 0)
        parts += hits == 1 ? tr("1 hit") : tr("%1 hits").arg(QLocale().toString(hits));
    if (const int kept = data(index, PassageCountRole).toInt(); kept > 0)
        parts += kept == 1 ? tr("1 passage") : tr("%1 passages").arg(QLocale().toString(kept));
    if (const int accounts = data(index, AccountCountRole).toInt(); accounts > 1)
        parts += tr("%1 accounts").arg(QLocale().toString(accounts));
    if (const QString copy = data(index, CopyRole).toString(); !copy.isEmpty())
        parts += copy;
    return parts.join(QStringLiteral(", "));
}

void ArticleListModel::setAnswer(const Answer &answer, Grouping grouping)
{
    beginResetModel();
    m_shown.answer = answer;
    m_grouping = grouping;
    m_highlighter = answer.query.isEmpty() ? nullptr : std::make_unique<Highlighter>(answer.query);
    m_details.clear();
    m_awaitedDetails.clear();
    m_longHits.setQuery(answer.query);
    arrange();
    endResetModel();
}

void ArticleListModel::completeAnswer(const Answer &answer)
{
    const Answer &first = m_shown.answer;
    if (answer.query != first.query || answer.corpus != first.corpus || answer.order != first.order) {
        setAnswer(answer, m_grouping);
        return;
    }
    Shown next;
    std::swap(m_shown, next);
    m_shown.answer = answer;
    arrange();
    std::swap(m_shown, next);

    const int rows = rowCount();
    const int all = int(next.docs ? next.docs->size() : 0) + int(next.sections.size());
    if (!isContinuedBy(next)) {
        beginResetModel();
        m_shown = std::move(next);
        endResetModel();
        return;
    }
    const std::vector<ArticleSection> sections = m_shown.sections;
    if (all > rows) {
        beginInsertRows({}, rows, all - 1);
        m_shown = std::move(next);
        endInsertRows();
    } else {
        m_shown = std::move(next);
    }
    for (const ArticleSection &section : sections) {
        if (section.isWhole)
            continue;
        const QModelIndex label = index(section.row);
        Q_EMIT dataChanged(label, label, {SectionSizeRole, Qt::AccessibleTextRole});
    }
}

bool ArticleListModel::isContinuedBy(const Shown &other) const
{
    const auto isSame = [](const ArticleSection &a, const ArticleSection &b) {
        return a.first == b.first && a.label == b.label;
    };
    if (articleCount() == 0)
        return true;
    return other.docs && other.docs->size() >= m_shown.docs->size() &&
           other.sections.size() >= m_shown.sections.size() &&
           std::equal(m_shown.docs->begin(), m_shown.docs->end(), other.docs->begin()) &&
           std::equal(m_shown.sections.begin(), m_shown.sections.end(), other.sections.begin(), isSame);
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

int ArticleListModel::sectionsUpTo(int row) const
{
    const auto after =
        std::upper_bound(m_shown.sections.begin(), m_shown.sections.end(), row,
                         [](int wanted, const ArticleSection &section) { return wanted < section.row; });
    return int(after - m_shown.sections.begin());
}

bool ArticleListModel::isSection(int row) const
{
    const int sections = sectionsUpTo(row);
    return sections > 0 && sectionRow(sections - 1) == row;
}

int ArticleListModel::rowOfOrdinal(qsizetype ordinal) const
{
    const auto after = std::upper_bound(
        m_shown.sections.begin(), m_shown.sections.end(), ordinal,
        [](qsizetype wanted, const ArticleSection &section) { return wanted < section.first; });
    return int(ordinal + (after - m_shown.sections.begin()));
}

ArticlePtr ArticleListModel::article(int row) const
{
    if (row < 0 || row >= rowCount() || isSection(row))
        return nullptr;
    const DocNumber doc = (*m_shown.docs)[size_t(ordinal(row))];
    ArticlePtr article = m_shown.answer.corpus->article(doc);
    rememberNumber(article->id(), doc);
    return article;
}

void ArticleListModel::rememberNumber(const ArticleId &id, DocNumber doc) const
{
    if (m_numbers.size() >= rememberedNumbers)
        m_numbers.clear();
    m_numbers.insert(id, doc);
}

std::optional<DocNumber> ArticleListModel::numberOf(const ArticleId &id) const
{
    const Corpus &corpus = *m_shown.answer.corpus;
    const auto hint = m_numbers.constFind(id);
    if (hint != m_numbers.constEnd() && corpus.isLive(*hint) && corpus.articleId(*hint) == id)
        return *hint;
    const std::optional<DocNumber> doc = corpus.find(id);
    if (doc)
        rememberNumber(id, *doc);
    return doc;
}

int ArticleListModel::rowOf(const ArticleId &id) const
{
    if (articleCount() == 0 || id.isEmpty())
        return -1;
    const std::optional<DocNumber> doc = numberOf(id);
    if (!doc)
        return -1;
    const auto found = std::find(m_shown.docs->begin(), m_shown.docs->end(), *doc);
    return found == m_shown.docs->end() ? -1 : rowOfOrdinal(found - m_shown.docs->begin());
}

int ArticleListModel::neighbour(int row, int step) const
{
    Q_ASSERT(step == 1 || step == -1);
    int at = row + step;
    if (at >= 0 && at < rowCount() && isSection(at))
        at += step;
    return at >= 0 && at < rowCount() ? at : -1;
}

const RowDetails &ArticleListModel::details(DocNumber doc) const
{
    if (const auto known = m_details.constFind(doc); known != m_details.constEnd())
        return *known;
    if (m_details.size() >= rememberedDetails)
        m_details.clear();
    const ArticlePtr article = m_shown.answer.corpus->article(doc);
    if (!m_highlighter)
        return *m_details.insert(doc, rowDetails(*article, {}));
    if (article->text().size() <= longText)
        return *m_details.insert(doc, rowDetails(*article, m_highlighter->hits(*article)));
    if (!m_awaitedDetails.contains(doc) && size_t(m_awaitedDetails.size()) < HitReader::mostWaiting) {
        m_awaitedDetails.insert(doc);
        m_longHits.ask(doc, article);
    }
    // Until then the row shows how the article begins.
    m_unknownDetails = rowDetails(*article, {});
    return m_unknownDetails;
}

void ArticleListModel::takeDetails(DocNumber doc, const RowDetails &details)
{
    m_awaitedDetails.remove(doc);
    m_details.insert(doc, details);
    const auto found = std::find(m_shown.docs->begin(), m_shown.docs->end(), doc);
    if (found == m_shown.docs->end())
        return;
    const QModelIndex row = index(rowOfOrdinal(found - m_shown.docs->begin()));
    Q_EMIT dataChanged(row, row, {SnippetRole, TitleHitsRole, HitCountRole, Qt::AccessibleTextRole});
}

void ArticleListModel::setReadArticles(const QSet<ArticleId> &read)
{
    if (read == m_read)
        return;
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

void ArticleListModel::setPassages(const QHash<ArticleId, PassageSummary> &passages)
{
    if (passages == m_passages)
        return;
    m_passages = passages;
    if (m_filter == ArticleFilter::Kept)
        setFilter(m_filter);
    else
        allRowsChanged({PassageCountRole, PassageColoursRole, Qt::AccessibleTextRole});
}

void ArticleListModel::allRowsChanged(const QList<int> &roles)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

} // namespace Lectern
