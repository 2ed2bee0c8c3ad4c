#include "import/metadatafields.h"

#include "import/bylines.h"
#include "import/datereading.h"

#include <QUrl>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

enum class Field { Title, Authors, Outlet, Published, Modified, Url, Language, Tags };

struct FieldNames
{
    Field field;
    QStringView names; ///< between blanks, lower case, without separators
};

constexpr std::array<FieldNames, 8> fieldNames{{
    {Field::Title, u" title headline titel titre título titolo "},
    {Field::Authors, u" author authors by byline creator writer autor autoren auteur "},
    {Field::Outlet, u" source outlet publication publisher newspaper site sitename site_name quelle "},
    {Field::Published, u" date published publishedat publicationdate publishdate pubdate datepublished "
                       u"published_at published_date date_published created datum "},
    {Field::Modified, u" modified updated lastmod lastmodified datemodified date_modified updated_at "},
    {Field::Url, u" url link permalink uri canonical canonicalurl canonical_url "},
    {Field::Language, u" language lang locale sprache "},
    {Field::Tags, u" tags keywords categories topics "},
}};

std::optional<Field> fieldNamed(const QString &name)
{
    const QString key = name.toLower().remove(u' ').remove(u'-');
    if (key.isEmpty())
        return std::nullopt;
    for (const FieldNames &row : fieldNames)
        if (row.names.contains(u" %1 "_s.arg(key)))
            return row.field;
    return std::nullopt;
}

bool isLanguageCode(const QString &text)
{
    const QStringList parts = text.split(u'-');
    return parts.first().size() >= 2 && parts.first().size() <= 3 && text.size() <= 20 &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u'-' || (c.unicode() < 0x80 && c.isLetterOrNumber()); });
}

QStringList trimmedValues(const QStringList &values)
{
    QStringList result;
    for (const QString &value : values)
        if (const QString trimmed = value.simplified(); !trimmed.isEmpty())
            result << trimmed;
    return result;
}

/// False when the value cannot be read as that field or the field is taken.
bool put(ArticleDraft &draft, Field field, const QStringList &values)
{
    const QString first = values.first();
    const auto once = [](auto &place, const auto &value) {
        if (!place.isEmpty() || value.isEmpty())
            return false;
        place = value;
        return true;
    };
    const auto onceDate = [](PartialDate &place, const QString &value) {
        const PartialDate date = readDate(value);
        if (!place.isNull() || date.isNull())
            return false;
        place = date;
        return true;
    };
    switch (field) {
    case Field::Title:
        return once(draft.title, first);
    case Field::Authors:
        return once(draft.authors, values.size() > 1 ? values : splitNames(first));
    case Field::Outlet:
        return once(draft.outlet, first);
    case Field::Published:
        return onceDate(draft.published, first);
    case Field::Modified:
        return onceDate(draft.modified, first);
    case Field::Url:
        return once(draft.url, webUrl(first));
    case Field::Language: {
        const QString code = QString(first).replace(u'_', u'-');
        return isLanguageCode(code) && once(draft.language, code);
    }
    case Field::Tags: {
        const QStringList tags =
            values.size() > 1 ? values : trimmedValues(first.split(first.contains(u';') ? u';' : u','));
        return once(draft.tags, tags);
    }
    }
    return false;
}

} // namespace

void putField(ArticleDraft &draft, const QString &name, const QStringList &values)
{
    const QStringList trimmed = trimmedValues(values);
    if (trimmed.isEmpty())
        return;
    const std::optional<Field> field = fieldNamed(name);
    if (field && put(draft, *field, trimmed))
        return;
    const QString key = name.simplified().left(100);
    if (!key.isEmpty() && !draft.extra.contains(key) && draft.extra.size() < 200)
        draft.extra.insert(key, trimmed.join(u"; "_s).left(10'000));
}

bool isKnownField(const QString &name)
{
    return fieldNamed(name).has_value();
}

QString webUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::TolerantMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return web && url.isValid() && !url.host().isEmpty() ? text.trimmed() : QString();
}

} // namespace Lectern
