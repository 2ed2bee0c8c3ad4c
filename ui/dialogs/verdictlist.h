#pragma once

#include "dialogs/verdict.h"

#include <QListView>

namespace Lectern {

class Theme;
class VerdictModel;

/// A list of verdicts on passages. A click or Enter asks to go to the passage.
class VerdictList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictList)

public:
    explicit VerdictList(const Theme &theme, QWidget *parent = nullptr);

    void setVerdicts(std::vector<Verdict> verdicts);
    int count() const;
    const Verdict &verdict(int row) const;

Q_SIGNALS:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyColours();

    const Theme &m_theme;
    VerdictModel *m_model;
};

} // namespace Lectern
