#pragma once

#include "library/quotationindex.h"
#include "library/quotationquery.h"

#include <QAbstractListModel>

#include <optional>

namespace Lectern {

enum class QuotationOrder : quint8 { Newest, Speaker, Outlet };

/// Which of the quotations are shown, and in which order.
struct QuotationChoice
{
    QuotationQuery query = {};
    std::optional<QString> speaker = {}; ///< a name of QuotationIndex::speakers(); "": all without one
    bool showsGuesses = true;
    QuotationOrder order = QuotationOrder::Newest;
};

/// The quotations of a library as rows: the longest of each group of variants, and the others below it. It
/// shows a snapshot; the next one is another show().
class QuotationListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuotationListModel)

public:
    explicit QuotationListModel(QObject *parent = nullptr);

    /// O(quotations); letters that are typed wait for it.
    void show(const QuotationIndexPtr &index, const QuotationChoice &choice);

    const QuotationIndex &index() const { return *m_index; }
    using QAbstractListModel::index;
    int quotationCount() const { return int(m_rows.size()); }

    const QuotationEntry &entry(int row) const { return m_index->entries()[m_rows[size_t(row)].entry]; }
    const Utterance &utterance(int row) const { return m_index->utteranceOf(entry(row)); }
    const QuotedArticle &article(int row) const { return m_index->articleOf(entry(row)); }
    /// The name or the words by which its speaker is called; "" when nobody is named.
    QString speaker(int row) const;
    /// Whether it is a variant of the row head(row) above it.
    bool isVariant(int row) const { return m_rows[size_t(row)].head != row; }
    int head(int row) const { return m_rows[size_t(row)].head; }
    /// Variants shown below a row.
    int variantCount(int row) const;
    /// Where an utterance of an article that has these words is shown; -1 when it is not.
    int rowOf(const ArticleId &article, TextRange range) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// For Qt::AccessibleTextRole and Qt::DisplayRole who said what, and where.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        quint32 entry;
        int head; ///< the row of the longest variant; its own for that
    };

    bool accepts(quint32 entry, const QuotationChoice &choice, const std::vector<bool> &articles,
                 const std::vector<bool> &speakers) const;
    std::vector<std::vector<quint32>> chosen(const QuotationChoice &choice) const;
    void sort(std::vector<std::vector<quint32>> &groups, QuotationOrder order) const;

    QuotationIndexPtr m_index = std::make_shared<const QuotationIndex>();
    std::vector<Row> m_rows;
};

} // namespace Lectern
