#include "cli/benchengine.h"

#include "search/highlighter.h"
#include "search/searcher.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentfile.h"
#include "search/snippet.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <thread>
#include <utility>

namespace Lectern {

namespace {

const QString memoryBackend = QStringLiteral("memory");
const QString diskBackend = QStringLiteral("disk");

/// Adds a block to a text that is canonical already, but for its line breaks.
void addBlock(ArticleDraft &draft, BlockKind kind, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!draft.text.isEmpty())
        draft.text += QLatin1Char('\n');
    const qsizetype start = draft.text.size();
    draft.text += text;
    draft.blocks.push_back({kind, quint8(kind == BlockKind::Heading ? 1 : 0), {start, draft.text.size()}});
}

ArticlePtr makeArticle(const BenchArticle &source, DocNumber number)
{
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/benchmark/articles.jsonl");
    draft.source.part = QString::fromUtf8(source.id);
    // Not the hash of anything: it only has to be another for each article.
    draft.source.sha256 = QByteArray::number(number, 16).rightJustified(64, '0');
    draft.source.bytes = source.title.size() + source.body.size();
    draft.source.format = QStringLiteral("jsonl");
    draft.source.encoding = QStringLiteral("UTF-8");
    draft.language = QStringLiteral("en");
    draft.text.reserve(source.title.size() + source.body.size() + 1);

    draft.title = QString::fromUtf8(source.title);
    addBlock(draft, BlockKind::Heading, draft.title);
    const QString body = QString::fromUtf8(source.body);
    for (qsizetype start = 0; start < body.size();) {
        const qsizetype lineBreak = body.indexOf(QLatin1Char('\n'), start);
        const qsizetype end = lineBreak < 0 ? body.size() : lineBreak;
        addBlock(draft, BlockKind::Paragraph, QStringView(body).sliced(start, end - start));
        start = end + 1;
    }
    if (draft.title.isEmpty())
        deriveTitle(draft, draft.source.part);
    return Article::make(std::move(draft));
}

SegmentPtr buildSegment(const BenchCorpus &corpus, qsizetype first, qsizetype end)
{
    SegmentBuilder builder;
    for (qsizetype i = first; i < end; ++i)
        builder.add(makeArticle(corpus.article(i), DocNumber(i)));
    return builder.build();
}

/// A snippet's text in which its hits are marked.
QString marked(const Snippet &snippet)
{
    QString line;
    qsizetype at = 0;
    for (const TextRange hit : snippet.hits) {
        line += QStringView(snippet.text).sliced(at, hit.start - at);
        line += QLatin1String("<b>");
        line += QStringView(snippet.text).sliced(hit.start, hit.length());
        line += QLatin1String("</b>");
        at = hit.end;
    }
    line += QStringView(snippet.text).sliced(at);
    return line;
}

} // namespace

BenchEngine::BenchEngine(Options options)
    : m_options(std::move(options))
    , m_corpus(std::make_shared<const Corpus>())
{}

QStringList BenchEngine::backends()
{
    return {memoryBackend, diskBackend};
}

bool BenchEngine::isPersistent() const
{
    return m_options.backend == diskBackend;
}

Result<void> BenchEngine::build(const BenchCorpus &corpus)
{
    const qsizetype count = std::max(1, m_options.threads);
    std::vector<SegmentPtr> segments(static_cast<size_t>(count));
    {
        std::vector<std::jthread> threads;
        for (qsizetype i = 0; i < count; ++i) {
            const auto work = [&corpus, &segments, i, count] {
                segments[size_t(i)] =
                    buildSegment(corpus, corpus.size() * i / count, corpus.size() * (i + 1) / count);
            };
            if (i + 1 < count)
                threads.emplace_back(work);
            else
                work();
        }
    }
    m_corpus = std::make_shared<const Corpus>();
    for (SegmentPtr &segment : segments)
        m_corpus = m_corpus->with(std::move(segment));
    return isPersistent() ? store() : Result<void>();
}

/// The file of a segment of the index.
QString BenchEngine::fileOf(size_t number) const
{
    return QStringLiteral("%1.%2").arg(m_options.index).arg(number);
}

/// Writes all segments to their files and goes on with these.
Result<void> BenchEngine::store()
{
    const std::vector<SegmentPtr> segments = m_corpus->segments();
    for (size_t i = 0; i < segments.size(); ++i)
        if (const Result<void> written = SegmentFile::write(*segments[i], fileOf(i)); !written)
            return written.error();
    for (size_t i = segments.size(); QFile::remove(fileOf(i)); ++i) {
    }
    return open();
}

Result<void> BenchEngine::finish()
{
    CorpusPtr merged = m_corpus->merged();
    if (merged == m_corpus)
        return {};
    m_corpus = std::move(merged);
    return isPersistent() ? store() : Result<void>();
}

Result<void> BenchEngine::open()
{
    if (!isPersistent()) {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("The index is not kept in a file: it must be built by the same run."),
                     m_options.index};
    }
    m_corpus = std::make_shared<const Corpus>();
    for (size_t i = 0; i == 0 || QFileInfo::exists(fileOf(i)); ++i) {
        const Result<SegmentFile> file = SegmentFile::open(fileOf(i));
        if (!file)
            return file.error();
        m_corpus = m_corpus->with(file->segment());
    }
    return {};
}

Result<void> BenchEngine::add(const BenchArticle &article)
{
    SegmentBuilder builder;
    builder.add(makeArticle(article, m_corpus->docLimit()));
    m_corpus = m_corpus->with(builder.build())->merged();
    return {};
}

Query BenchEngine::read(const BenchQuery &query) const
{
    return Query::fromNode(query.node(m_options.stems));
}

BenchEngine::Hits BenchEngine::search(const BenchQuery &query, int limit, bool count) const
{
    const Answer answer = Searcher::first(m_corpus, read(query), Order::Relevance, size_t(limit));
    Hits hits;
    hits.top = *answer.docs;
    if (count)
        hits.total = answer.total();
    return hits;
}

QStringList BenchEngine::snippets(const BenchQuery &query, const Hits &hits) const
{
    Highlighter highlighter(read(query));
    QStringList lines;
    for (const DocNumber doc : hits.top) {
        const ArticlePtr article = m_corpus->article(doc);
        lines += marked(snippet(*article, highlighter.hits(*article)));
    }
    return lines;
}

QStringList BenchEngine::notes() const
{
    if (isPersistent()) {
        qint64 bytes = 0;
        for (size_t i = 0; QFileInfo::exists(fileOf(i)); ++i)
            bytes += QFileInfo(fileOf(i)).size();
        return {QStringLiteral("index_bytes is the index without the texts of the articles; with these its files have "
                               "%1 bytes")
                    .arg(bytes),
                QStringLiteral("build includes writing the files; articles that are added stay in memory")};
    }
    return {QStringLiteral("index_bytes is the index without the texts of the articles, which are kept in memory "
                           "beside it")};
}

} // namespace Lectern
