#pragma once

#include <QString>
#include <QStringView>

namespace Lectern {

/// What the class and id of an element, and the words of a line, say about its part in a page. Lists of
/// words, no logic.
namespace PageWords {

/// The class and id name something beside the article: navigation, comments, sharing, advertising, consent,
/// ...
bool isUnlikely(const QString &classAndId);
/// Names of comments and of columns beside the article, however much prose they hold.
bool isDiscussion(const QString &classAndId);
/// Even inside an article: sharing bars, related links, newsletter forms.
bool isClutter(const QString &classAndId);
/// 25 when the names promise text (article, body, content, ...), -25 when they promise something else, 0 for
/// both or neither.
int weight(const QString &classAndId);
/// Names that sites give the element that holds the article's text and nothing else.
bool isArticleBody(const QString &classAndId);
bool isByline(const QString &classAndId);
bool isCaption(const QString &classAndId);
/// Names of the paragraph that leads into an article.
bool isLead(const QString &classAndId);
/// A line after which no more of an article comes: "About the author", "Related stories", "3 comments".
bool endsArticle(QStringView line);
/// A line that offers another article or asks for something; `isLinked`: most of it is a link.
bool isPromotion(QStringView line, bool isLinked);
/// A line that says who else worked on an article, or when it was changed.
bool isCredit(QStringView line);
/// A line that asks for something instead of telling: "Advertisement", "Read more", "Share this article".
bool isJunkLine(QStringView line);

} // namespace PageWords

} // namespace Lectern
