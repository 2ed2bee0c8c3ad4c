#include "passages/passagequery.h"

#include "text/folding.h"
#include "text/words.h"

#include <optional>

namespace Lectern {

namespace {

using Field = PassageQuery::Field;
using Condition = PassageQuery::Condition;

constexpr quint8 bit(Field field)
{
    return quint8(1U << int(field));
}

constexpr quint8 everywhere = bit(Field::Quote) | bit(Field::Note) | bit(Field::Tag) | bit(Field::Title);

struct TextField
{
    QLatin1String name;
    quint8 fields;
};

constexpr TextField textFields[] = {
    {QLatin1String("quote"), bit(Field::Quote)},
    {QLatin1String("note"), bit(Field::Note)},
    {QLatin1String("tag"), bit(Field::Tag)},
    {QLatin1String("title"), bit(Field::Title)},
    {QLatin1String("article"), bit(Field::Title) | bit(Field::File)},
    {QLatin1String("outlet"), bit(Field::Outlet)},
    {QLatin1String("author"), bit(Field::Author)},
};

bool isQuotationMark(QChar c)
{
    return fold(QStringView(&c, 1)) == u"\"";
}

bool isKnownField(const QString &name)
{
    static const QStringList others{"date", "before", "after", "colour", "color", "is", "has", "collection"};
    return others.contains(name) || std::any_of(std::begin(textFields), std::end(textFields),
                                                [&](const TextField &field) { return field.name == name; });
}

} // namespace

/// Reads one query from left to right.
class PassageQueryReader
{
public:
    PassageQueryReader(QStringView text, QDate today, bool isTyping)
        : m_text(text)
        , m_today(today.isNull() ? QDate::currentDate() : today)
        , m_isTyping(isTyping)
    {}

    PassageQuery read();

private:
    struct Piece
    {
        QString field; ///< folded, empty for none
        QString value;
        bool isExcluded = false;
        bool isQuoted = false;
        bool isLast = false; ///< nothing stands behind it
    };

    bool atEnd() const { return m_at >= m_text.size(); }
    Piece next();
    QString fieldHere();
    QString valueHere(bool *isQuoted);
    void addWords(const Piece &piece, quint8 fields, Condition::Kind kind = Condition::Kind::Words);
    bool addValue(const Piece &piece);
    bool addDate(const Piece &piece);
    void add(const Piece &piece);

    QStringView m_text;
    qsizetype m_at = 0;
    QDate m_today;
    bool m_isTyping;
    WordBreaker m_breaker;
    PassageQuery m_query;
};

PassageQuery PassageQueryReader::read()
{
    while (true) {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
        if (atEnd())
            return m_query;
        add(next());
    }
}

PassageQueryReader::Piece PassageQueryReader::next()
{
    Piece piece;
    if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
        piece.isExcluded = true;
        ++m_at;
    }
    piece.field = fieldHere();
    piece.value = valueHere(&piece.isQuoted);
    piece.isLast = atEnd();
    return piece;
}

/// The name before a colon that has something behind it, when it is one that is known.
QString PassageQueryReader::fieldHere()
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end].isLetter())
        ++end;
    if (end == m_at || end >= m_text.size() || m_text[end] != u':')
        return {};
    const QString name = fold(m_text.sliced(m_at, end - m_at));
    if (isKnownField(name)) {
        m_at = end + 1;
        return name;
    }
    if (end + 1 < m_text.size() && !m_text[end + 1].isSpace() && m_text[end + 1] != u'/')
        m_query.m_hints += QStringLiteral("“%1:” is no part of a passage; searched as text.").arg(name);
    return {};
}

QString PassageQueryReader::valueHere(bool *isQuoted)
{
    const qsizetype start = m_at;
    if (!atEnd() && isQuotationMark(m_text[m_at])) {
        *isQuoted = true;
        qsizetype end = ++m_at;
        while (end < m_text.size() && !isQuotationMark(m_text[end]))
            ++end;
        const QString value = m_text.sliced(m_at, end - m_at).toString();
        m_at = std::min(end + 1, m_text.size());
        return value;
    }
    while (!atEnd() && !m_text[m_at].isSpace() && !isQuotationMark(m_text[m_at]))
        ++m_at;
    return m_text.sliced(start, m_at - start).toString();
}

void PassageQueryReader::addWords(const Piece &piece, quint8 fields, Condition::Kind kind)
{
    Condition condition;
    condition.kind = kind;
    condition.fields = fields;
    condition.isExcluded = piece.isExcluded;
    for (const Word &word : m_breaker.words(piece.value))
        if (!word.isPart)
            condition.words += word.term;
    if (condition.words.isEmpty()) // punctuation, or a field that waits for its value
        return;
    condition.isBeginning =
        m_isTyping && piece.isLast && !piece.isQuoted && piece.value.back().isLetterOrNumber();
    m_query.m_conditions.push_back(std::move(condition));
}

bool PassageQueryReader::addDate(const Piece &piece)
{
    const DateBound bound = piece.field == u"before"  ? DateBound::Before
                            : piece.field == u"after" ? DateBound::After
                                                      : DateBound::Within;
    const std::optional<DateInterval> dates = readDateInterval(piece.value, bound, m_today);
    if (!dates) {
        const bool isWaiting =
            piece.value.isEmpty() || (m_isTyping && piece.isLast && mayBecomeDate(piece.value));
        if (!isWaiting)
            m_query.m_hints += QStringLiteral("“%1” is not a date; searched as text.").arg(piece.value);
        return isWaiting;
    }
    if (dates->swapped)
        m_query.m_hints += QStringLiteral("“%1” runs backwards; read as %2.")
                               .arg(piece.value, dateIntervalText(dates->from, dates->to));
    Condition condition;
    condition.kind = Condition::Kind::Date;
    condition.isExcluded = piece.isExcluded;
    condition.dates = *dates;
    m_query.m_conditions.push_back(condition);
    return true;
}

/// True when the value was read, or is one that is still being typed.
bool PassageQueryReader::addValue(const Piece &piece)
{
    struct State
    {
        QLatin1String field;
        QLatin1String value;
        Condition::Kind kind;
    };
    static constexpr State states[] = {
        {QLatin1String("is"), QLatin1String("starred"), Condition::Kind::Starred},
        {QLatin1String("has"), QLatin1String("star"), Condition::Kind::Starred},
        {QLatin1String("has"), QLatin1String("note"), Condition::Kind::HasNote},
        {QLatin1String("has"), QLatin1String("tag"), Condition::Kind::HasTag},
    };
    const QString value = fold(piece.value);
    bool mayBecomeState = false;
    for (const State &state : states) {
        if (state.field != piece.field)
            continue;
        mayBecomeState = mayBecomeState || state.value.startsWith(value);
        if (state.value == value) {
            Condition condition;
            condition.kind = state.kind;
            condition.isExcluded = piece.isExcluded;
            m_query.m_conditions.push_back(condition);
            return true;
        }
    }
    if (value.isEmpty() || (mayBecomeState && m_isTyping && piece.isLast))
        return true;
    m_query.m_hints +=
        QStringLiteral("“%1:%2” is not known; searched as text. There are is:starred, has:note and has:tag.")
            .arg(piece.field, piece.value);
    return false;
}

void PassageQueryReader::add(const Piece &piece)
{
    for (const TextField &field : textFields)
        if (field.name == piece.field)
            return addWords(piece, field.fields);
    if (piece.field == u"collection")
        return addWords(piece, 0, Condition::Kind::Collection);
    if (piece.field == u"colour" || piece.field == u"color")
        return addWords(piece, 0, Condition::Kind::Colour);
    const bool isState = piece.field == u"is" || piece.field == u"has";
    if (!piece.field.isEmpty() && (isState ? addValue(piece) : addDate(piece)))
        return;
    addWords(piece, everywhere);
}

PassageQuery PassageQuery::parse(QStringView text, QDate today)
{
    return PassageQueryReader(text, today, false).read();
}

PassageQuery PassageQuery::parseTyping(QStringView text, QDate today)
{
    return PassageQueryReader(text, today, true).read();
}

} // namespace Lectern
