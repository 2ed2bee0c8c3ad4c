#pragma once

#include "palette/paletteentry.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace Lectern {

class PaletteModel;
class Theme;

/// The command palette: a sheet over the window with a field and what fits the letters in it. Up, Down, Page
/// and Tab choose, Enter picks, Escape or a press beside it leaves. It knows names only: what is picked is
/// told.
class CommandPalette final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    CommandPalette(const Theme &theme, QWidget *window);

    /// Opens over the window and takes the keyboard; whoever had it has it again afterwards. See
    /// PaletteModel.
    void open(std::vector<PaletteEntry> entries, const QStringList &recent);
    /// What was found elsewhere for `typed`; too late when something else is typed by now.
    void setFound(const QString &typed, std::vector<PaletteEntry> found);

    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }
    PaletteModel *model() const { return m_model; }

Q_SIGNALS:
    /// What is typed is to be looked for elsewhere, too; never "".
    void wanted(const QString &typed);
    /// The palette is closed by then.
    void picked(const Lectern::PaletteEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRect card() const;
    void fit();
    void choose(int row);
    void pick();
    void leave();
    bool takeKey(int key);
    void applyColours();

    const Theme &m_theme;
    QLineEdit *m_field;
    QListView *m_list;
    PaletteModel *m_model;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Lectern
