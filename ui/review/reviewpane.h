#pragma once

#include "library/reviewsession.h"
#include "text/mergedwording.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QScrollArea;

namespace Lectern {

class IconButton;
class TextButton;
class TextLabel;
class Theme;

/// Asks the user where the words of a passage stand today: what has changed in them and the two answers, or
/// the places that are most like them. It lies at the lower edge of what it is shown in, as high as it needs
/// to be and never higher than half of it. It changes nothing itself.
class ReviewPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewPane)

public:
    explicit ReviewPane(const Theme &theme, QWidget *parent = nullptr);

    /// Looks for the places of the passage on a thread, and then shows the question. What takes long is told.
    /// Nothing happens when the same was asked for before.
    void ask(const Passage &passage, const CorpusPtr &corpus);
    /// Shows a question at once.
    void setReview(const PassageReviewPtr &review);
    /// Null while it is looked for, and when there is none.
    const PassageReviewPtr &review() const { return m_review; }
    /// Of the passage that was asked for; "" for none.
    QString passageId() const { return m_passage.id; }
    /// Asks nothing any more, and hides.
    void clear();
    /// Whether it can be closed: not where the passage stays selected beside it.
    void setClosable(bool isClosable);
    /// Gives the keyboard to the first answer, as soon as the question is there.
    void enter();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; } // the words scroll

Q_SIGNALS:
    /// The words of the passage stand there.
    void taken(const Lectern::PassageReviewPtr &review, int place);
    /// They stay as they were.
    void kept(const Lectern::PassageReviewPtr &review);
    void showRequested(const Lectern::PassageReviewPtr &review, int place);
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(int place);
    void keep();
    void showPlace(int place);
    void showReview();
    void fill();
    void addChange(QBoxLayout *column);
    void addPlaces(QBoxLayout *column);
    void addPlace(QBoxLayout *column, int place);
    QWidget *wording(const QString &heading, const QString &text, const std::vector<WordingPart> &parts);
    void fit();

    const Theme &m_theme;
    ReviewSession m_session;
    Passage m_passage;
    std::weak_ptr<const Corpus> m_corpus;
    QTimer m_patience;
    PassageReviewPtr m_review;
    TextLabel *m_title;
    TextLabel *m_question;
    TextButton *m_take;
    TextButton *m_keep;
    TextButton *m_show;
    IconButton *m_close;
    QScrollArea *m_scroll;
    QWidget *m_body = nullptr;
    bool m_isEntered = false; ///< the keyboard is to go to the question when it comes
    int m_wantedHeight = 0;   ///< logical pixels
    int m_leastHeight = 0;
    bool m_isBeside = false; ///< both wordings stand beside each other
};

} // namespace Lectern
