#pragma once

#include "library/articlelistmodel.h"
#include "style/readingstyle.h"
#include "style/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <optional>

namespace Lectern {

/// What the next start finds as it was left: sizes, theme, reading style, query, article. An .ini file in the
/// configuration folder; one that cannot be written costs the memory, not the session.
class WindowState final
{
public:
    explicit WindowState(const QString &path = defaultPath());

    static QString defaultPath();

    QByteArray geometry() const;
    QByteArray splitter() const;
    bool isListShown() const;
    /// Nothing when it was never chosen.
    std::optional<bool> isTrayShown() const;
    bool areMarksShown() const;
    ThemeChoice theme() const;
    ReadingStyle readingStyle() const;
    QString query() const;
    /// How queries are read; counted from no certain day.
    QueryOptions queryOptions() const;
    ArticleId article() const;
    Order order() const;
    Order libraryOrder() const;
    Grouping grouping() const;
    QString exportFormat() const;
    /// Names as in export/exportoptions.h and export/citation.h; "" when nothing was chosen.
    QString exportContext() const;
    QString citationStyle() const;
    /// What else was chosen in the export dialog.
    struct ExportMemory
    {
        QString templateFormat; ///< "" unless the last format was a template
        QString scope;
        QString folder;
        QStringList templateFiles;
        bool showsPage = false;
    };
    ExportMemory exportMemory() const;
    /// The main view: "read", "passages".
    QString view() const;
    /// Keys of what was picked in the palette, the last first.
    QStringList recentCommands() const;
    /// The keys that the reader has chosen for an action, as QKeySequence::PortableText; nothing when he has
    /// not.
    std::optional<QStringList> keys(const QString &action) const;

    void setGeometry(const QByteArray &geometry, const QByteArray &splitter);
    void setShown(bool list, bool tray, bool marks);
    void setTheme(ThemeChoice choice);
    void setReadingStyle(const ReadingStyle &style);
    void setQuery(const QString &query, const QueryOptions &options);
    void setArticle(const ArticleId &id);
    void setOrdering(Order order, Order libraryOrder, Grouping grouping);
    void setExportFormat(const QString &format);
    void setExportOptions(const QString &context, const QString &style);
    void setExportMemory(const ExportMemory &memory);
    void setView(const QString &view);
    void setKeys(const QString &action, const std::optional<QStringList> &keys);
    void setRecentCommands(const QStringList &keys);

private:
    QSettings m_settings;
};

} // namespace Lectern
