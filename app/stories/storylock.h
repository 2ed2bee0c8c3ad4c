#pragma once

#include <QString>

namespace Lectern {

/// What a reader has said about two articles: that they report the same event, or that they do not. Articles
/// are named by their keys, see storyKey().
struct StoryLock
{
    QString a;
    QString b;
    bool isSame = true;

    bool operator==(const StoryLock &) const = default;
};

/// Names an article by its words: 32 hexadecimal digits. The same for a file that was moved, renamed or saved
/// in another format.
QString storyKey(QStringView text);

} // namespace Lectern
