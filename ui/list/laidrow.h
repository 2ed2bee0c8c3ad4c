#pragma once

#include "base/textrange.h"
#include "text/passage.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <vector>

class QModelIndex;
class QPainter;

namespace Lectern {

struct Tokens;

/// One line of text in a row, elided to its place, with its hits as rounded grounds behind the words. Text
/// that begins in a right-to-left script stands at the right of its place.
class LaidText final
{
    Q_DISABLE_COPY_MOVE(LaidText)

public:
    LaidText(const QString &text, const QFont &font, const QRectF &place);
    /// Hits are ranges of the text; `ink` is what their words are written in.
    LaidText(const QString &text, const std::vector<TextRange> &hits, const QFont &font, const QRectF &place,
             const QColor &ink);

    bool isElided() const { return m_isElided; }
    /// Where the words are, within the place; hits included.
    QRectF bounds() const;
    /// `at` is where the row begins.
    void draw(QPainter &painter, QPointF at, const QColor &ink, const QColor &hitGround) const;

private:
    QTextLayout m_layout;
    QPointF m_position;
    std::vector<QRectF> m_hits;
    bool m_isElided = false;
};

/// An article's row, laid out for one width: its title, date, outlet and snippet in their places, counted
/// from the row's corner.
struct LaidRow
{
    LaidRow(const QModelIndex &index, int width, bool isBold, const Tokens &tokens);

    bool isBold = false; ///< the title's weight, which tells unread and current rows
    bool isTitleDerived = false;
    bool isUnread = false;
    std::unique_ptr<LaidText> title;
    std::unique_ptr<LaidText> date;
    std::unique_ptr<LaidText> outlet;
    std::unique_ptr<LaidText> snippet;
    bool isInStory = false;     ///< an account below the label of its story, and
    bool isLastOfStory = false; ///< the last one there
    QString accounts;           ///< how many its story has, when no label tells it; "" otherwise
    QRectF accountsBadge;
    QString hitCount; ///< "" without hits
    QRectF hitCountBadge;
    QRectF starIcon;     ///< empty unless starred
    QRectF archiveIcon;  ///< empty unless archived
    QRectF passagesIcon; ///< empty without passages
    /// A dot for each colour that they have, in the order of MarkColour.
    std::vector<std::pair<QRectF, MarkColour>> passageDots;
};

} // namespace Lectern
