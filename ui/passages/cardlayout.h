#pragma once

#include "passages/trayitem.h"
#include "text/mergedwording.h"

#include <QCoreApplication>
#include <QRect>
#include <QTextLayout>

#include <array>
#include <memory>
#include <vector>

class QPainter;

namespace Lectern {

struct Tokens;

/// Room that a card leaves for an editor in place of its note.
struct CardEdit
{
    int height = 0; ///< of the editor, logical pixels; 0 without one

    bool operator==(const CardEdit &) const = default;
};

/// What can be answered on the card of a passage that waits for it.
enum class CardAnswer : quint8 {
    None,
    Take, ///< the new words of a changed passage; for an orphan, to look where it may stand
    Keep  ///< it stays as it was
};

/// How a card is shown, apart from its words.
struct CardLook
{
    bool selected = false;
    bool current = false;                 ///< has the keyboard: outlined
    bool hovered = false;                 ///< shows the handle to drag it by
    bool dragged = false;                 ///< faded while it is carried to another place
    CardAnswer answer = CardAnswer::None; ///< under the pointer
};

/// One card of the tray, laid out for one width: the quotation in at most six lines, source and place, where
/// it stands today, note, tags. That of a changed passage shows old and new words in one, in up to twelve
/// lines, and what can be answered. All rectangles are relative to the card's top left corner.
class CardLayout final
{
    Q_DECLARE_TR_FUNCTIONS(CardLayout)
    Q_DISABLE_COPY_MOVE(CardLayout)

public:
    static constexpr int quoteLines = 6;
    static constexpr int changedLines = 12;
    static constexpr int noteLines = 12;

    CardLayout(const TrayItem &item, int width, CardEdit edit = {});

    int height() const { return m_height; }
    /// True when the quotation is longer than what is shown of it.
    bool isQuoteCut() const { return m_isQuoteCut; }
    /// Where the editor goes; null unless one was asked for.
    QRect editorRect() const { return m_editor; }
    /// What the card is dragged by; it shows while the pointer is on the card.
    QRect handleRect() const;
    /// The answer under a point; None where there is none.
    CardAnswer answerAt(const QPoint &point) const;
    /// Where an answer is; empty when the card offers none.
    QRect answerRect(CardAnswer answer) const;
    /// Rich text for a tool tip: the article's title, and the whole quotation when the card shows only its
    /// beginning.
    QString toolTip(const Passage &passage) const;

    void paint(QPainter &painter, const QPoint &topLeft, const Tokens &tokens, CardLook look) const;

    /// About how high the card will be, from lengths alone: for cards that nobody has looked at yet.
    static int estimatedHeight(const TrayItem &item, int width);
    /// The outlet, or the file's name.
    static QString sourceText(const Passage &passage);
    /// Where the words stand: "¶ 4 · 71–175", in code points of the paragraph.
    static QString locatorText(const Passage &passage);
    /// The card in words, for a screen reader.
    static QString description(const TrayItem &item, bool isSelected);
    /// What an answer says for a passage that stands so.
    static QString answerText(CardAnswer answer, const PassageStanding &standing);

private:
    struct Chip
    {
        QRect rect;
        QString text;
    };

    void placeNote(int &y);
    void placeTags(int &y);
    void placeAnswers(int &y);
    void paintStanding(QPainter &painter, const Tokens &tokens) const;
    void paintAnswers(QPainter &painter, const Tokens &tokens, CardLook look) const;
    void paintGround(QPainter &painter, const QRect &card, const Tokens &tokens, CardLook look) const;

    MarkColour m_colour;
    bool m_isStarred;
    PassageStanding m_standing;
    QStringList m_tags;
    QString m_source; ///< cut to its room
    QString m_locator;
    int m_width;
    CardEdit m_edit;
    int m_height = 0;
    bool m_isQuoteCut = false;
    int m_barBottom = 0;
    QRect m_sourceRect;
    QRect m_starRect; ///< at the left of the source; empty without a star
    QRect m_stateRect;
    QRect m_noteRect;
    QRect m_editor;
    std::unique_ptr<QTextLayout> m_quote;
    std::vector<WordingPart> m_parts;    ///< of the quotation: what differs from what is found
    std::array<QRect, 2> m_answers;      ///< Take and Keep; empty when nothing is asked
    std::unique_ptr<QTextLayout> m_note; ///< null when there is no note to show
    std::vector<Chip> m_chips;
};

} // namespace Lectern
