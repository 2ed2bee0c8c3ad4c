#include "import/headerblock.h"

#include "import/metadatafields.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype maxLines = 200;
constexpr qsizetype maxFieldUnits = 10'000;

/// The line at `start` without its break; moves `start` behind it.
QStringView takeLine(QStringView text, qsizetype &start)
{
    qsizetype end = text.indexOf(u'\n', start);
    if (end < 0)
        end = text.size();
    const QStringView line = text.sliced(start, end - start);
    start = std::min(end + 1, text.size());
    return line;
}

struct NameValue
{
    QString name;
    QString value;
};

/// "Name: value" with a name of one to three words.
std::optional<NameValue> labelled(QStringView line, QChar separator)
{
    const qsizetype at = line.indexOf(separator);
    if (at < 1 || at > 40)
        return std::nullopt;
    const QStringView name = line.first(at).trimmed();
    const bool isName =
        !name.isEmpty() && name.front().isLetter() && std::all_of(name.begin(), name.end(), [](QChar c) {
            return c.isLetterOrNumber() || c == u' ' || c == u'_' || c == u'-';
        });
    if (!isName || name.count(u' ') > 2)
        return std::nullopt;
    return NameValue{name.toString(), line.sliced(at + 1).trimmed().left(maxFieldUnits).toString()};
}

QString unquoted(QStringView value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'') &&
        value.back() == value.front()) {
        QString inner = value.sliced(1, value.size() - 2).toString();
        if (value.front() == u'"')
            inner.replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s).replace(u"\\\\"_s, u"\\"_s);
        else
            inner.replace(u"''"_s, u"'"_s);
        return inner;
    }
    return value.toString();
}

/// The items of "[a, 'b, c', d]", or the one value.
QStringList valuesOf(QStringView value)
{
    value = value.trimmed();
    if (!value.startsWith(u'[') || !value.endsWith(u']') || value.size() < 2)
        return {unquoted(value)};
    QStringList values;
    QString item;
    QChar quote;
    for (const QChar c : value.sliced(1, value.size() - 2)) {
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u',') {
            values << unquoted(item);
            item.clear();
            continue;
        }
        item += c;
    }
    if (!item.trimmed().isEmpty())
        values << unquoted(item);
    return values;
}

/// A YAML comment begins at " #" outside quotes.
QStringView withoutComment(QStringView value)
{
    const QStringView trimmed = value.trimmed();
    if (trimmed.startsWith(u'#'))
        return {};
    if (trimmed.startsWith(u'"') || trimmed.startsWith(u'\'') || trimmed.startsWith(u'['))
        return trimmed;
    const qsizetype at = trimmed.indexOf(u" #");
    return at < 0 ? trimmed : trimmed.first(at).trimmed();
}

} // namespace

Header readHeaderLines(QStringView text)
{
    Header header;
    int known = 0;
    bool titled = false;
    qsizetype position = 0;
    while (position < text.size() && header.fields.size() < size_t(maxLines)) {
        const QStringView line = takeLine(text, position);
        if (line.trimmed().isEmpty()) {
            if (header.fields.empty())
                continue;
            break;
        }
        if (line.front().isSpace() && !header.fields.empty()) {
            header.fields.back().second.last().append(u' ').append(line.trimmed().left(maxFieldUnits));
            continue;
        }
        const std::optional<NameValue> field = labelled(line, u':');
        if (!field || field->value.isEmpty())
            return {};
        known += isKnownField(field->name);
        titled = titled || field->name.compare(u"title", Qt::CaseInsensitive) == 0 ||
                 field->name.compare(u"headline", Qt::CaseInsensitive) == 0;
        // Sentences with a colon are no header: names that nothing knows must not come first.
        if (known == 0)
            return {};
        header.fields.push_back({field->name, {field->value}});
    }
    if (known < 2 && !(titled && header.fields.size() == 1))
        return {};
    header.bodyStart = position;
    return header;
}

Header readFrontMatter(QStringView text)
{
    qsizetype position = 0;
    const QStringView fence = takeLine(text, position).trimmed();
    const bool toml = fence == u"+++";
    if (!toml && fence != u"---")
        return {};
    Header header;
    bool closed = false;
    bool inBlock = false; // a `|` or `>` scalar, or a list, that goes on in indented lines
    for (qsizetype lines = 0; position < text.size() && lines < maxLines && !closed; ++lines) {
        const QStringView line = takeLine(text, position);
        const QStringView trimmed = line.trimmed();
        closed = trimmed == fence || (!toml && trimmed == u"..." && line == trimmed);
        if (closed || trimmed.isEmpty() || trimmed.startsWith(u'#') || (toml && trimmed.startsWith(u'[')))
            continue;
        const bool item = !toml && trimmed.startsWith(u"- ");
        if ((line.front().isSpace() || item) && inBlock && !header.fields.empty()) {
            QStringList &values = header.fields.back().second;
            if (item)
                values << unquoted(withoutComment(trimmed.sliced(2)));
            else if (values.isEmpty())
                values << trimmed.toString();
            else if (values.last().size() < maxFieldUnits)
                values.last().append(u' ').append(trimmed);
            continue;
        }
        const std::optional<NameValue> field = labelled(line, toml ? u'=' : u':');
        inBlock = false;
        if (!field || line.front().isSpace())
            continue;
        const QStringView value = toml ? QStringView(field->value) : withoutComment(field->value);
        inBlock = value.isEmpty() || value == u"|" || value == u">" || value == u"|-" || value == u">-";
        header.fields.push_back({field->name, inBlock ? QStringList() : valuesOf(value)});
    }
    if (!closed || header.fields.empty())
        return {};
    header.bodyStart = position;
    return header;
}

qsizetype takeHeader(QStringView text, ArticleDraft &draft)
{
    qsizetype blank = 0;
    while (blank < text.size() && text[blank].isSpace())
        ++blank;
    const QStringView body = text.sliced(blank);
    Header header = readFrontMatter(body);
    if (header.bodyStart == 0)
        header = readHeaderLines(body);
    for (const auto &[name, values] : header.fields)
        putField(draft, name, values);
    return header.bodyStart == 0 ? 0 : blank + header.bodyStart;
}

} // namespace Lectern
