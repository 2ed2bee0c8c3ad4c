#pragma once

#include "library/passagereview.h"

#include <QWidget>

namespace Lectern {

class TextButton;
class Theme;

/// One place where the words of a passage may stand: the words there, where it is and how alike, and the two
/// things that can be done about it.
class PlaceRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaceRow)

public:
    PlaceRow(const Theme &theme, const ReviewPlace &place, const PassageReview &review,
             QWidget *parent = nullptr);

    TextButton *takeButton() const { return m_take; }
    TextButton *showButton() const { return m_show; }

Q_SIGNALS:
    void taken();
    void showRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextButton *m_take;
    TextButton *m_show;
};

} // namespace Lectern
