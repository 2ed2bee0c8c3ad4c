#pragma once

#include "base/result.h"
#include "dialogs/dialog.h"
#include "dialogs/exportscope.h"
#include "export/exporter.h"
#include "text/passage.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <vector>

namespace Lectern {

class ChoiceBox;
class ChoiceList;
class ExportPreview;
class TextLabel;
class Toggle;

/// Chooses which passages, a format or a template, also of the user's own, and what goes along, shows the
/// bytes that it will write, and saves them to a file or copies them. What fails is said in the dialog, which
/// stays open.
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

    /// Asks the user for a template: "" when the user thought better of it.
    using TemplateChooser = std::function<QString(QWidget *parent, const QString &folder)>;

    /// `scopes` name passages of `all`, the first one is chosen; without scopes there is nothing to export.
    ExportDialog(const Theme &theme, std::vector<Passage> all, std::vector<ExportScope> scopes,
                 QWidget *parent = nullptr);

    /// By its name in exporters(), or "template:" with the name of a shipped one or a path that addTemplate()
    /// took; unknown ones change nothing.
    void setFormat(const QString &format);
    QString format() const;
    /// Offers a template file of the user's; fails when it cannot be read or run.
    Result<void> addTemplate(const QString &path);
    /// The template files that are offered, in their order.
    const QStringList &templateFiles() const { return m_templateFiles; }
    /// What is chosen about the export; the article function is kept as it is.
    void setOptions(const ExportOptions &options);
    const ExportOptions &options() const { return m_options; }
    /// By its key; an unknown one changes nothing.
    void setScope(const QString &key);
    QString scope() const;
    /// Whether the preview shows a page where there is one.
    void setShowsPage(bool shows);
    bool showsPage() const;
    /// The folder that is proposed: the one that was last saved to.
    void setFolder(const QString &folder) { m_folder = folder; }
    QString folder() const { return m_folder; }
    /// By default QFileDialog::getSaveFileName().
    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }
    /// By default QFileDialog::getOpenFileName().
    void setTemplateChooser(TemplateChooser chooser) { m_templateChooser = std::move(chooser); }

Q_SIGNALS:
    /// `count` passages are in the file now.
    void saved(const QString &path, int count);
    void copied(const QString &format, int count);

private:
    QWidget *newChoices();
    std::vector<Passage> chosen() const;
    void addFormats(QVBoxLayout &column);
    void addOptions(QVBoxLayout &column);
    void offer(std::unique_ptr<Exporter> exporter, const QString &label);
    void chooseTemplate();
    const Exporter *exporter() const;
    void refresh();
    void save();
    void copy();
    void say(const QString &message);
    void complain(const QString &what, const Error &error);

    std::vector<Passage> m_all;
    std::vector<ExportScope> m_scopes;
    QHash<QString, size_t> m_indexes; ///< in m_all, by id
    QString m_folder;
    FileChooser m_chooser;
    TemplateChooser m_templateChooser;
    ExportOptions m_options;
    std::vector<std::unique_ptr<Exporter>> m_templates;
    QStringList m_templateFiles;
    ChoiceList *m_formats = nullptr;
    ChoiceBox *m_scopeBox = nullptr;
    ChoiceBox *m_contexts = nullptr;
    ChoiceBox *m_styles = nullptr;
    Toggle *m_record = nullptr;  ///< shown where the format can leave it out
    Toggle *m_sources = nullptr; ///< shown where the format can pack them
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    ExportPreview *m_preview = nullptr;
    TextLabel *m_error = nullptr;
    TextLabel *m_status = nullptr;
};

} // namespace Lectern
