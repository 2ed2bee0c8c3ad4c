#pragma once

#include "export/exportoptions.h"
#include "text/passage.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace Lectern {

class ArticleListModel;
class ExportDialog;
class KeepJourney;
class Library;
class MainActions;
class MessageBar;
class PassageHistory;
class ReadingPane;
class SearchJourney;
class Theme;
class TrayPane;
class WindowState;

/// From kept passages to a file or the clipboard: opens the export dialog, and remembers what was chosen in
/// it: format, passages, options, templates, folder.
class ExportJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportJourney)

public:
    struct Rooms
    {
        Library &library;
        const ArticleListModel &model;
        const ReadingPane &reader;
        const SearchJourney &search;
        KeepJourney &keep;
        TrayPane &tray;
        MessageBar &messages;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here: then there is nothing to export.
    ExportJourney(Rooms rooms, const PassageHistory *history, QWidget *window);

    /// Opens the dialog for the passages that are selected in the tray, or for all.
    void openExport();
    /// That was chosen last, in the dialog or in the tray.
    QString format() const;
    const ExportOptions &options() const { return m_options; }
    /// What was chosen last, from one session to the next.
    void restore(const WindowState &state);
    void keepState(WindowState &state) const;
    /// Opens the dialog with a format chosen; no ids mean all passages.
    void run(const QString &format, const QStringList &ids);
    /// Copies passages in a format; no ids mean all passages.
    void copy(const QString &format, const QStringList &ids);

private:
    void setOptions(ExportContext context, CitationStyle style);
    void remember(const ExportDialog &dialog);
    std::vector<Passage> chosen(const QStringList &ids) const;

    Rooms m_rooms;
    const PassageHistory *m_history;
    QWidget *m_window;
    ExportOptions m_options;
    QString m_folder;   ///< that was last saved to
    QString m_template; ///< the format, when the last one was a template: the tray knows none
    QString m_scope;
    QStringList m_templateFiles;
    bool m_showsPage = false;
};

} // namespace Lectern
