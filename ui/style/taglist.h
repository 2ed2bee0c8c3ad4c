#pragma once

#include <QListView>
#include <QStandardItemModel>

#include <vector>

namespace Lectern {

class Theme;

/// A tag as it is offered.
struct TagChoice
{
    QString tag;
    int count = 0;                        ///< passages of the library that have it
    Qt::CheckState state = Qt::Unchecked; ///< Partially: some of the passages in question have it

    bool operator==(const TagChoice &) const = default;
};

/// The rows of the tag picker: tags with a sign for those that are set and with their counts, and perhaps one
/// that makes a new tag. It takes no keyboard focus: the field above it moves its current row.
class TagList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagList)

public:
    static constexpr int rowHeight = 32;
    static constexpr int mostRows = 8; ///< that are shown without scrolling

    explicit TagList(const Theme &theme, QWidget *parent = nullptr);

    /// Shows these tags, then a row that makes `newTag` unless it is empty. The first row is current.
    void setRows(const std::vector<TagChoice> &tags, const QString &newTag);
    int rowCount() const { return m_model.rowCount(); }
    int currentRow() const { return currentIndex().row(); }
    /// Stays within the rows.
    void setCurrentRow(int row);
    /// The tag of a row, that of the new one included.
    QString tagAt(int row) const;
    bool isNewTag(int row) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void tagClicked(int row);

private:
    void applyColours();

    const Theme &m_theme;
    QStandardItemModel m_model;
};

} // namespace Lectern
