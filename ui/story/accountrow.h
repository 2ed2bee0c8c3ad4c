#pragma once

#include "library/storydetails.h"

#include <QAbstractButton>

namespace Lectern {

class Theme;

/// An account in the card of its story: outlet, title and day, and what sets it apart. A click opens it.
class AccountRow final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountRow)

public:
    AccountRow(const Theme &theme, const StoryDetails::Account &account, bool isRead,
               QWidget *parent = nullptr);

    QSize sizeHint() const override { return {300, height}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    static constexpr int height = 60;

    const Theme &m_theme;
    QString m_outlet;
    QString m_title;
    QString m_day;
    QString m_note; ///< "copy of Harbour Post, 98 %", "3 sentences only here"
    bool m_isRead;  ///< it is the article in the reading pane
};

} // namespace Lectern
