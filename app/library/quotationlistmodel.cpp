#include "library/quotationlistmodel.h"

#include "text/folding.h"

#include <QLocale>

#include <algorithm>

namespace Lectern {

namespace {

QString spoken(QuotationCertainty certainty)
{
    switch (certainty) {
    case QuotationCertainty::Corrected:
        return QStringLiteral("corrected by you");
    case QuotationCertainty::Sure:
        return QStringLiteral("sure");
    case QuotationCertainty::Likely:
        return QStringLiteral("likely");
    case QuotationCertainty::Guess:
        return QStringLiteral("a guess");
    case QuotationCertainty::Unnamed:
        break;
    }
    return QStringLiteral("nobody is named");
}

} // namespace

QuotationListModel::QuotationListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

QString QuotationListModel::speaker(int row) const
{
    const QString &name = m_index->speakers()[entry(row).speaker].name;
    return name.isEmpty() ? utterance(row).speaker : name;
}

void QuotationListModel::show(const QuotationIndexPtr &index, const QuotationChoice &choice)
{
    beginResetModel();
    m_index = index;
    m_rows.clear();
    std::vector<std::vector<quint32>> groups = chosen(choice);
    sort(groups, choice.order);
    for (const std::vector<quint32> &group : groups) {
        const auto head = int(m_rows.size());
        for (const quint32 entry : group)
            m_rows.push_back({entry, head});
    }
    endResetModel();
}

bool QuotationListModel::accepts(quint32 number, const QuotationChoice &choice,
                                 const std::vector<bool> &articles, const std::vector<bool> &speakers) const
{
    const QuotationEntry &entry = m_index->entries()[number];
    if (!articles[entry.article] || !speakers[entry.speaker])
        return false;
    const Utterance &utterance = m_index->utteranceOf(entry);
    if (!choice.showsGuesses && certaintyOf(utterance) == QuotationCertainty::Guess)
        return false;
    // Whoever has no name may be called by words ("a spokesman").
    if (!choice.query.speakers.isEmpty() && m_index->speakers()[entry.speaker].name.isEmpty() &&
        !QuotationQuery::hasAll(fold(utterance.speaker), choice.query.speakers))
        return false;
    return choice.query.words.isEmpty() ||
           QuotationQuery::hasAll(m_index->foldedWords()[number], choice.query.words);
}

std::vector<std::vector<quint32>> QuotationListModel::chosen(const QuotationChoice &choice) const
{
    std::vector<bool> articles;
    for (const QuotedArticlePtr &article : m_index->articles())
        articles.push_back(choice.query.acceptsDate(article->published) &&
                           (choice.query.outlets.isEmpty() ||
                            QuotationQuery::hasAll(fold(article->outlet), choice.query.outlets)));
    std::vector<bool> speakers;
    for (const QuotedSpeaker &speaker : m_index->speakers())
        speakers.push_back((!choice.speaker || speaker.name == *choice.speaker) &&
                           (choice.query.speakers.isEmpty() || speaker.name.isEmpty() ||
                            QuotationQuery::hasAll(fold(speaker.name), choice.query.speakers)));
    std::vector<std::vector<quint32>> groups;
    for (const std::vector<quint32> &group : m_index->groups()) {
        std::vector<quint32> accepted;
        for (const quint32 entry : group)
            if (accepts(entry, choice, articles, speakers))
                accepted.push_back(entry);
        if (!accepted.empty())
            groups.push_back(std::move(accepted));
    }
    return groups;
}

void QuotationListModel::sort(std::vector<std::vector<quint32>> &groups, QuotationOrder order) const
{
    // Entries are numbered from the newest article on, so that is what decides between equals. A group
    // stands where its newest variant would.
    struct Key
    {
        quint32 rank;
        quint32 newest;
        size_t group;
    };
    const auto rank = [this, order](quint32 number) -> quint32 {
        const QuotationEntry &entry = m_index->entries()[number];
        switch (order) {
        case QuotationOrder::Speaker:
            return m_index->nameRanks()[entry.speaker];
        case QuotationOrder::Outlet:
            return m_index->outletRanks()[entry.article];
        case QuotationOrder::Newest:
            break;
        }
        return 0;
    };
    std::vector<Key> keys;
    keys.reserve(groups.size());
    for (size_t i = 0; i < groups.size(); ++i)
        keys.push_back({rank(groups[i].front()), *std::min_element(groups[i].begin(), groups[i].end()), i});
    std::sort(keys.begin(), keys.end(), [](const Key &a, const Key &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.newest < b.newest;
    });
    std::vector<std::vector<quint32>> sorted;
    sorted.reserve(groups.size());
    for (const Key &key : keys)
        sorted.push_back(std::move(groups[key.group]));
    groups = std::move(sorted);
}

int QuotationListModel::variantCount(int row) const
{
    int count = 0;
    for (size_t next = size_t(row) + 1; next < m_rows.size() && m_rows[next].head == row; ++next)
        ++count;
    return count;
}

int QuotationListModel::rowOf(const ArticleId &wanted, TextRange range) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (utterance(row).range() == range && article(row).id == wanted)
            return row;
    return -1;
}

int QuotationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant QuotationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    if (role == Qt::DisplayRole)
        return utterance(row).words;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts;
    if (isVariant(row))
        parts += QStringLiteral("Variant");
    const QString who = speaker(row);
    if (!who.isEmpty())
        parts += who;
    parts += spoken(certaintyOf(utterance(row)));
    parts += utterance(row).words;
    if (!article(row).outlet.isEmpty())
        parts += article(row).outlet;
    parts += article(row).title;
    if (!article(row).published.isNull())
        parts += article(row).published.toDisplay(QLocale());
    return parts.join(QStringLiteral(". "));
}

} // namespace Lectern
