#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <limits>
#include <string>
#include <vector>

namespace Lectern {

/// One article of a BenchCorpus, in UTF-8.
struct BenchArticle
{
    QByteArrayView id;
    QByteArrayView title;
    QByteArrayView body;
};

/// The articles of a JSON Lines file of {"id","title","body"}, decoded into memory before anything is
/// measured, so that an engine is not charged for reading. Numbered from 0 in the order of the file.
class BenchCorpus final
{
public:
    static constexpr qsizetype everything = std::numeric_limits<qsizetype>::max();

    /// At most the first `limit` articles.
    static Result<BenchCorpus> load(const QString &path, qsizetype limit = everything);

    qsizetype size() const { return qsizetype(m_places.size()); }
    /// Valid as long as the corpus.
    BenchArticle article(qsizetype number) const;
    /// Bytes of all titles and bodies.
    qint64 textBytes() const { return m_textBytes; }

private:
    struct Place
    {
        size_t start = 0;
        size_t id = 0;
        size_t title = 0;
        size_t body = 0;
    };

    bool addLine(QByteArrayView line);

    std::string m_text; ///< id, title and body of each article, one behind the other
    std::vector<Place> m_places;
    qint64 m_textBytes = 0;
};

} // namespace Lectern
