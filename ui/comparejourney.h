#pragma once

#include "library/comparisonsession.h"

#include <QObject>

#include <functional>

namespace Lectern {

class ComparePane;
class KeepJourney;
class Library;
class MainActions;
class MainViews;
class MessageBar;
enum class MessageKind : quint8;
class PassageHistory;
class ReadingPane;
class SearchJourney;
class Theme;
struct ReadingStyle;

/// From the article that is read to its other accounts, laid side by side; from there back to the words of
/// one of them, to kept passages, to a file and to paper.
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
        KeepJourney &keep;
        MessageBar &messages;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept.
    CompareJourney(Rooms rooms, PassageHistory *history, QWidget *window);

    /// The view to show.
    ComparePane *pane() const { return m_pane; }
    /// Tells which accounts are shown for an article, itself first; none where they are to be looked for.
    using Chosen = std::function<std::vector<ArticlePtr>(const ArticlePtr &)>;
    void setChosen(Chosen chosen) { m_chosen = std::move(chosen); }
    /// Shows these, up to four.
    void compare(const std::vector<ArticlePtr> &articles);
    void setReadingStyle(const ReadingStyle &style);

    static QString viewName() { return QStringLiteral("compare"); }

private:
    void begin();
    /// Keeps the words of a passage from every account that has them: one step.
    void keep(int passage);
    void save();
    /// The ending of the path says what is written.
    void saveAs(const Comparison &comparison, const QString &path);
    void print();
    /// In the place of what it said before.
    void say(MessageKind kind, const QString &sentence);

    Rooms m_rooms;
    PassageHistory *m_history;
    QWidget *m_window;
    ComparePane *m_pane;
    ComparisonSession m_session;
    Chosen m_chosen;
    int m_said = 0;          ///< number of the last message
    ArticlePtr m_article;    ///< whose other accounts are shown
    CorpusPtr m_corpus;      ///< in which they were looked for
    bool m_areGiven = false; ///< the accounts that are shown were chosen, not looked for
    bool m_isGiven = false;  ///< the view is about to be shown with accounts that were chosen
};

} // namespace Lectern
