#include "search/valuereader.h"

#include "text/dateinterval.h"
#include "text/folding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

constexpr int maxCount = 1'000'000;

DateBound boundOf(FieldName field)
{
    if (field == FieldName::Before)
        return DateBound::Before;
    return field == FieldName::After ? DateBound::After : DateBound::Within;
}

} // namespace

ValueReader::ValueReader(QDate today, ReadingMode mode, QStringList *hints)
    : m_today(today)
    , m_mode(mode)
    , m_hints(hints)
{}

ValueReader::Reading ValueReader::read(const QueryToken &token, FieldName field)
{
    switch (field) {
    case FieldName::Date:
    case FieldName::Before:
    case FieldName::After:
        return readDates(token, field);
    case FieldName::Is:
    case FieldName::Has:
        return readState(token, field);
    case FieldName::Count:
        return readCount(token);
    default:
        return std::nullopt;
    }
}

ValueReader::Reading ValueReader::readDates(const QueryToken &token, FieldName field)
{
    const std::optional<DateInterval> interval = readDateInterval(token.text, boundOf(field), m_today);
    if (!interval) {
        if (isGrowing(token) && mayBecomeDate(token.text))
            return MaybeNode();
        hint(QStringLiteral("“%1” is not a date; searched as text.").arg(token.text));
        return std::nullopt;
    }
    if (interval->swapped) {
        hint(QStringLiteral("“%1” runs backwards; read as %2.")
                 .arg(token.text, dateIntervalText(interval->from, interval->to)));
    }
    QueryNode node;
    node.kind = Kind::Date;
    node.field = QueryField::Date;
    node.from = interval->from;
    node.to = interval->to;
    return node;
}

ValueReader::Reading ValueReader::readState(const QueryToken &token, FieldName field)
{
    using State = QueryNode::State;
    struct Named
    {
        FieldName field;
        QLatin1String name;
        State state;
    };
    static constexpr std::array<Named, 7> states = {
        {{FieldName::Is, QLatin1String("unread"), State::Unread},
         {FieldName::Is, QLatin1String("read"), State::Read},
         {FieldName::Is, QLatin1String("starred"), State::Starred},
         {FieldName::Is, QLatin1String("archived"), State::Archived},
         {FieldName::Has, QLatin1String("passage"), State::HasPassage},
         {FieldName::Has, QLatin1String("note"), State::HasNote},
         {FieldName::Has, QLatin1String("tag"), State::HasTag}}};
    const QString asked = fold(token.text).trimmed();
    for (const Named &known : states) {
        if (known.field != field || known.name != asked)
            continue;
        QueryNode node;
        node.kind = Kind::State;
        node.state = known.state;
        return node;
    }
    const bool begun = std::any_of(states.begin(), states.end(), [&](const Named &known) {
        return known.field == field && known.name.startsWith(asked);
    });
    if (begun && isGrowing(token))
        return MaybeNode();
    hint(QStringLiteral("“%1:%2” says nothing that is known; searched as text.")
             .arg(field == FieldName::Is ? QStringLiteral("is") : QStringLiteral("has"), token.text));
    return std::nullopt;
}

ValueReader::Reading ValueReader::readCount(const QueryToken &token)
{
    QString asked = fold(token.text).remove(u' ');
    asked.replace(QChar(0x2265), QLatin1String(">="));
    const bool more = asked.startsWith(u'>') && !asked.startsWith(QLatin1String(">="));
    while (asked.startsWith(u'>') || asked.startsWith(u'='))
        asked.remove(0, 1);
    const bool isNumber = !asked.isEmpty() && std::all_of(asked.begin(), asked.end(),
                                                          [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber) {
        if (asked.isEmpty() && !token.text.isEmpty() && m_mode == ReadingMode::Typing)
            return MaybeNode();
        hint(QStringLiteral("“%1” is not a number; searched as text.").arg(token.text));
        return std::nullopt;
    }
    int count = 0;
    for (const QChar digit : std::as_const(asked))
        count = std::min(count * 10 + digit.digitValue(), maxCount);
    count += more ? 1 : 0;
    if (count == 0)
        return MaybeNode(); // everything occurs so often
    QueryNode node;
    node.kind = Kind::Count;
    node.count = count;
    return node;
}

void ValueReader::hint(const QString &text)
{
    if (!m_hints->contains(text))
        m_hints->append(text);
}

} // namespace Lectern
