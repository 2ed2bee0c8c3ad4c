#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

namespace Lectern {

class TextButton;
class Theme;

/// The line above the list that asks "Did you mean" and offers queries as links, the likeliest first. It waits
/// for a pause in typing before it comes, and leaves at once.
class SuggestionStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SuggestionStrip)

public:
    static constexpr int height = 34;

    SuggestionStrip(const Theme &theme, QWidget *parent);

    /// Those that find room; none hides the strip.
    void setQueries(const QStringList &queries);

Q_SIGNALS:
    void picked(const QString &query);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeLinks();

    const Theme &m_theme;
    QStringList m_queries;
    QList<TextButton *> m_links;
    QTimer m_pause;
};

} // namespace Lectern
