#include "import/metatags.h"

using namespace Qt::StringLiterals;

namespace Lectern {

MetaTags::MetaTags(const HtmlTree &tree)
{
    for (int node = 0; node < tree.size(); ++node) {
        if (tree.tag(node) == HtmlTag::Meta) {
            const QString content = tree.attribute(node, "content").simplified();
            for (const char *key : {"property", "name", "itemprop", "http-equiv"})
                if (const QString name = tree.attribute(node, key).toLower().trimmed();
                    !name.isEmpty() && !content.isEmpty())
                    m_values[name] << content;
        } else if (tree.tag(node) == HtmlTag::Link) {
            const QString rel = tree.attribute(node, "rel").toLower().trimmed();
            if (rel == u"canonical")
                m_values[u"link:canonical"_s] << tree.attribute(node, "href").trimmed();
        }
    }
}

QString MetaTags::first(std::initializer_list<const char16_t *> names) const
{
    for (const char16_t *name : names)
        if (const QStringList values = m_values.value(QString::fromUtf16(name)); !values.isEmpty())
            return values.first();
    return {};
}

} // namespace Lectern
