#pragma once

#include "library/comparisonsession.h"

#include <QObject>

namespace Lectern {

class ComparePane;
class Library;
class MainViews;
class ReadingPane;
class SearchJourney;
class Theme;
struct ReadingStyle;

/// From the article that is read to its other accounts, laid side by side, and back to the words of one of
/// them.
class CompareJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareJourney)

public:
    struct Rooms
    {
        Library &library;
        MainViews &views;
        ReadingPane &reader;
        SearchJourney &search;
        const Theme &theme;
    };
    CompareJourney(Rooms rooms, QWidget *window);

    /// The view to show.
    ComparePane *pane() const { return m_pane; }
    void setReadingStyle(const ReadingStyle &style);

    static QString viewName() { return QStringLiteral("compare"); }

private:
    void begin();

    Rooms m_rooms;
    ComparePane *m_pane;
    ComparisonSession m_session;
    ArticlePtr m_article; ///< whose other accounts are shown
    CorpusPtr m_corpus;   ///< in which they were looked for
};

} // namespace Lectern
