#pragma once

#include <QWidget>

#include <functional>

class QMimeData;

namespace Lectern {

class Theme;

/// A place that takes one file: dropped on it, or chosen by its button.
class FileDropArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDropArea)

public:
    /// Asks the user for a file; "" when the user thought better of it.
    using Chooser = std::function<QString(QWidget *parent)>;

    /// `title` is that of the file dialog, `filter` as QFileDialog wants it.
    FileDropArea(const Theme &theme, const QString &words, const QString &title, const QString &filter,
                 QWidget *parent = nullptr);

    /// By default QFileDialog::getOpenFileName(), which begins in the folder of the last file.
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }
    void choose();
    /// The one local file of a drop; "" when it is not one file.
    static QString fileOf(const QMimeData &mime);

Q_SIGNALS:
    void fileChosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setOver(bool over);

    const Theme &m_theme;
    Chooser m_chooser;
    QWidget *m_icon;       ///< the place of the sign
    bool m_isOver = false; ///< a file is held over it
};

} // namespace Lectern
