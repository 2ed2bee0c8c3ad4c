#pragma once

#include <QLineEdit>
#include <QStringList>

namespace Lectern {

class Theme;

/// Where the tags of a passage are written, inside its card: separated by commas, completed from the tags
/// that are in use. Enter or leaving it ends the writing, Esc takes it back.
class TagEditor final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagEditor)

public:
    TagEditor(const Theme &theme, const QStringList &tags, const QStringList &known, QWidget *parent);

    QStringList tags() const { return parsed(text()); }

    /// The tags in a line: trimmed, none empty, none twice, in the order in which they stand.
    static QStringList parsed(const QString &line);

Q_SIGNALS:
    void storeRequested();  ///< keep what is written, go on
    void finishRequested(); ///< keep it and close
    void cancelRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyColours();

    const Theme &m_theme;
};

} // namespace Lectern
