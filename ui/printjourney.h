#pragma once

#include <QObject>

namespace Lectern {

class MainActions;
class MessageBar;
class ReadingPane;
class Theme;

/// Prints the article that is read, after a look at its pages.
class PrintJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintJourney)

public:
    PrintJourney(const MainActions &actions, ReadingPane &reader, MessageBar &messages, const Theme &theme,
                 QWidget *window);
};

} // namespace Lectern
