#pragma once

#include "library/articlelistmodel.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace Lectern {

class Theme;

/// The chips under the list's heading: All · Unread · Highlighted, one of which is chosen.
class FilterChips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChips)

public:
    explicit FilterChips(const Theme &theme, QWidget *parent = nullptr);

    ArticleFilter current() const { return m_current; }
    /// Chooses without a signal.
    void setCurrent(ArticleFilter filter);

Q_SIGNALS:
    /// A chip was clicked, perhaps the one that is chosen already; it is current by then.
    void picked(Lectern::ArticleFilter filter);

private:
    struct Chip
    {
        ArticleFilter filter;
        QAbstractButton *button;
    };
    void addChip(const Theme &theme, ArticleFilter filter, const QString &text);

    ArticleFilter m_current = ArticleFilter::All;
    std::vector<Chip> m_chips;
};

} // namespace Lectern
