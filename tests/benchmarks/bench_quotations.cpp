#include "library/quotationindex.h"
#include "support/articles.h"

#include <QRandomGenerator>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace Lectern;

namespace {

/// Milliseconds of the processor, which others on the machine do not lengthen.
class CpuTimer
{
public:
    double restart()
    {
        const std::clock_t before = std::exchange(m_start, std::clock());
        return 1000.0 * double(m_start - before) / CLOCKS_PER_SEC;
    }

private:
    std::clock_t m_start = std::clock();
};

/// A word of a vocabulary of 20,000; a few are common and most are rare, as in any language.
QString word(QRandomGenerator &random)
{
    const auto rank = int(std::pow(20000.0, random.generateDouble()));
    QString word;
    for (int rest = rank; rest > 0; rest /= 26)
        word += QChar(u'a' + rest % 26);
    return word;
}

QString sentence(QRandomGenerator &random, int words)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += (i > 0 ? QStringLiteral(" ") : QString()) + word(random);
    text[0] = text[0].toUpper();
    return text;
}

/// Articles of about ten quotations; each third is another account of the one before, with its words.
std::vector<ArticlePtr> articles(int count)
{
    QRandomGenerator random(20240613);
    std::vector<ArticlePtr> all;
    QStringList said;
    for (int i = 0; i < count; ++i) {
        const bool isAccount = i % 3 == 1;
        QString body;
        if (!isAccount)
            said.clear();
        for (int j = 0; j < 10; ++j) {
            if (!isAccount)
                said += sentence(random, 8 + int(random.bounded(25U)));
            body += QStringLiteral("“%1,” said Ellen Moss%2. %3.\n")
                        .arg(said[j])
                        .arg(QChar(u'a' + int(random.bounded(26U))))
                        .arg(sentence(random, 25));
        }
        all.push_back(Testing::makeArticle(QStringLiteral("Report %1").arg(i), body.chopped(1)));
    }
    return all;
}

} // namespace

/// Times how long the quotations of a library take: to be found, written and read, and joined with their
/// variants.
int main(int argc, char **argv)
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 10000;
    const std::vector<ArticlePtr> all = articles(count);
    CpuTimer timer;
    std::vector<QuotedArticlePtr> quoted;
    for (const ArticlePtr &article : all)
        quoted.push_back(quotedArticle(*article));
    std::printf("%d articles looked at: %.0f ms\n", count, timer.restart());
    qint64 bytes = 0;
    for (const QuotedArticlePtr &article : quoted) {
        const QByteArray record = encodeQuotedArticle(*article);
        bytes += record.size();
        if (!decodeQuotedArticle(record))
            return 1;
    }
    std::printf("written and read, %lld bytes: %.0f ms\n", static_cast<long long>(bytes), timer.restart());
    const VariantGroups variants(quoted);
    std::printf("variants: %.0f ms\n", timer.restart());
    const QuotationIndex index(variants, {});
    std::printf("%zu quotations in %zu groups: %.0f ms\n", index.entries().size(), index.groups().size(),
                timer.restart());
    return 0;
}
