#pragma once

#include <QListWidget>

namespace Lectern {

class Theme;

/// A short list of which one row is chosen, in the program's own paint: rows 36 px high, r8, the chosen one
/// on tint.
class ChoiceList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceList)

public:
    explicit ChoiceList(const Theme &theme, QWidget *parent = nullptr);

    /// `key` names the choice, `hint` stands quietly at the right.
    void addChoice(const QString &key, const QString &label, const QString &hint);
    /// The key of the chosen row; "" when none is.
    QString choice() const;
    /// Unknown keys change nothing.
    void setChoice(const QString &key);

private:
    void applyColours();

    const Theme &m_theme;
};

} // namespace Lectern
