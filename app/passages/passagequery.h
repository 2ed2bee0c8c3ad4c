#pragma once

#include "text/dateinterval.h"
#include "text/passage.h"

#include <QStringList>

#include <vector>

namespace Lectern {

/// What is asked of the passages. Words are folded and cut as everywhere (FoldedText, WordBreaker), all of
/// them are required, in any of quote, note, tags and title, and each may stand in another:
///
///     ferry harbour        both words
///     "ran aground"        words side by side; curly quotation marks and missing ends are taken
///     -ferry -tag:draft    not so
///     note:x quote:x       in this part alone; also title: article: (headline or file name) outlet: author:
///     tag:"to check"       with a tag of these words
///     date:2021..2022-03   the article's date, as the search reads it; before: and after:, too
///     colour:green         also by the user's name for it, also color:
///     is:starred           also has:note has:tag
///     collection:"Ch. 3"   in a collection whose name has these words
///
/// What cannot be read so is taken for words, and a hint says so. Capitals have no meaning.
class PassageQuery
{
public:
    enum class Field : quint8 { Quote, Note, Tag, Title, File, Outlet, Author };
    static constexpr int fieldCount = 7;

    struct Condition
    {
        enum class Kind : quint8 { Words, Collection, Colour, Date, Starred, HasNote, HasTag };

        Kind kind = Kind::Words;
        bool isExcluded = false;
        bool isBeginning = false; ///< the last word may go on
        quint8 fields = 0;        ///< bits of Field, of Words
        QStringList words;        ///< folded, side by side; of Words, Collection and Colour
        DateInterval dates;

        bool has(Field field) const { return (fields >> int(field)) & 1; }
    };

    /// As it stands. Relative dates count from `today`, the day of the call when it is null.
    static PassageQuery parse(QStringView text, QDate today = {});
    /// While it is being typed: the last word is also a beginning.
    static PassageQuery parseTyping(QStringView text, QDate today = {});

    /// Nothing is asked: every passage is an answer.
    bool isEmpty() const { return m_conditions.empty(); }
    const std::vector<Condition> &conditions() const { return m_conditions; }
    /// Sentences about what was read otherwise than it was written.
    const QStringList &hints() const { return m_hints; }

private:
    friend class PassageQueryReader;

    std::vector<Condition> m_conditions;
    QStringList m_hints;
};

} // namespace Lectern
