#pragma once

#include "library/verificationsession.h"

#include <QObject>
#include <QPointer>

namespace Lectern {

class Library;
class MainActions;
class MainViews;
class SearchJourney;
class Theme;
class VerifyDialog;

/// From an export to what became of its sources: shows the dialog, has the export verified in the background,
/// and goes to the articles of its passages.
class VerifyJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyJourney)

public:
    struct Rooms
    {
        Library &library;
        SearchJourney &search;
        MainViews &views;
        const MainActions &actions;
        const Theme &theme;
    };
    VerifyJourney(Rooms rooms, QWidget *window);

    void open();

private:
    void goTo(const VerifiedPassage &verified);

    Rooms m_rooms;
    QWidget *m_window;
    QPointer<VerifyDialog> m_dialog;
    VerificationSession m_session;
};

} // namespace Lectern
