#include "export/exportoptions.h"

#include <array>

namespace Lectern {

namespace {

struct Wording
{
    const char *name;
    const char *label;
};

/// In the order of ExportContext.
constexpr std::array<Wording, exportContextCount> wordings{{
    {"none", "The quotation alone"},
    {"sentence", "The sentences it stands in"},
    {"paragraph", "The paragraphs it stands in"},
    {"article", "The whole article, marked"},
}};

} // namespace

QString name(ExportContext context)
{
    return QString::fromLatin1(wordings.at(size_t(context)).name);
}

QString label(ExportContext context)
{
    return QString::fromLatin1(wordings.at(size_t(context)).label);
}

std::optional<ExportContext> exportContextNamed(QStringView name)
{
    for (size_t i = 0; i < wordings.size(); ++i)
        if (name == QLatin1String(wordings[i].name))
            return ExportContext(i);
    return std::nullopt;
}

} // namespace Lectern
