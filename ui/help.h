#pragma once

#include "text/article.h"

class QWidget;

namespace Lectern {

class MainActions;
class Theme;

/// The sheet of all keys, made from the actions.
void showShortcuts(const Theme &theme, const MainActions &actions, QWidget *parent);
void showAbout(const Theme &theme, QWidget *parent);
/// The guide, as an article like any other.
ArticlePtr guide();

} // namespace Lectern
