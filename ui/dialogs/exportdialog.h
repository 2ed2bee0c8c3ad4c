#pragma once

#include "base/result.h"
#include "dialogs/dialog.h"
#include "export/exporter.h"
#include "text/passage.h"

#include <QStringList>

#include <functional>
#include <vector>

class QComboBox;
class QPlainTextEdit;

namespace Lectern {

class ChoiceList;
class SegmentedControl;
class TextLabel;

/// Which passages an export holds.
enum class ExportScope : quint8 { Selected, All };

/// Chooses a format or a template and what goes along, shows the bytes that it will write, and saves them to
/// a file or copies them. What fails is said in the dialog, which stays open.
class ExportDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    /// Asks the user for a file: given a proposed path and a filter as QFileDialog wants it; "" when the user
    /// thought better of it.
    using FileChooser =
        std::function<QString(QWidget *parent, const QString &proposal, const QString &filter)>;

    /// The preview shows as many passages as this.
    static constexpr int previewPassages = 20;

    /// `all` in the order of the tray; `selectedIds` may be empty, then there is no choice of scope.
    ExportDialog(const Theme &theme, std::vector<Passage> all, const QStringList &selectedIds,
                 QWidget *parent = nullptr);

    /// By its name in exporters(); unknown ones change nothing.
    void setFormat(const QString &format);
    QString format() const;
    /// What is chosen about the export; the article function is kept as it is.
    void setOptions(const ExportOptions &options);
    const ExportOptions &options() const { return m_options; }
    void setScope(ExportScope scope);
    ExportScope scope() const { return m_scope; }
    /// The folder that is proposed: the one that was last saved to.
    void setFolder(const QString &folder) { m_folder = folder; }
    QString folder() const { return m_folder; }
    /// By default QFileDialog::getSaveFileName().
    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    /// `count` passages are in the file now.
    void saved(const QString &path, int count);
    void copied(const QString &format, int count);

private:
    QWidget *newChoices();
    QWidget *newPreview();
    std::vector<Passage> chosen() const;
    void addOptions(QVBoxLayout &column);
    const Exporter *exporter() const;
    void refresh();
    void save();
    void copy();
    void say(const QString &message);
    void complain(const Error &error);

    std::vector<Passage> m_all;
    std::vector<Passage> m_selected;
    ExportScope m_scope = ExportScope::All;
    QString m_folder;
    FileChooser m_chooser;
    ExportOptions m_options;
    std::vector<std::unique_ptr<Exporter>> m_templates;
    ChoiceList *m_formats = nullptr;
    QComboBox *m_contexts = nullptr;
    QComboBox *m_styles = nullptr;
    QPushButton *m_copy = nullptr;
    SegmentedControl *m_scopes = nullptr;
    TextLabel *m_previewTitle = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    TextLabel *m_error = nullptr;
    TextLabel *m_status = nullptr;
};

} // namespace Lectern
