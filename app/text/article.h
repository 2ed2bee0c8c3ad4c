#pragma once

#include "text/block.h"
#include "text/partialdate.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Lectern {

/// Names an article by its content: 32 hexadecimal digits of SHA-256 over the file's SHA-256 and the part.
using ArticleId = QString;

/// Where an article comes from: the provenance of every passage cut from it.
struct Source
{
    QString path;      ///< absolute path of the file
    QString part;      ///< record or member inside a container, "" for the whole file
    QByteArray sha256; ///< of the file's bytes, 64 lower case hexadecimal digits
    qint64 bytes = 0;  ///< size of the file
    QString format;    ///< "text", "markdown", "html", "jsonl", ...
    QString encoding;  ///< as decoded: "UTF-8", "windows-1252", ...
    bool encodingGuessed = false;
    qint64 modifiedMs = 0; ///< the file's modification time, milliseconds since 1970; 0 when unknown

    bool operator==(const Source &) const = default;
};

/// What an importer has found of one article, still open to change; Article::make() closes it.
struct ArticleDraft
{
    Source source;
    QString title;
    /// True: the source names no title; `title` is the beginning of its text, and says so wherever it is
    /// shown. False: `title` is the text of block 0, a Heading of level 1 (see placeTitle()).
    bool titleDerived = false;
    QStringList authors;
    QString outlet;
    PartialDate published;
    PartialDate modified;
    QString url;
    QString language; ///< BCP 47, "" when it cannot be told
    QString text;
    std::vector<Block> blocks;
    std::vector<Span> spans;
    double confidence = 1.0; ///< 0..1, how sure the importer is that this is the article
    QStringList warnings;    ///< sentences for the user
    QStringList tags;
    QMap<QString, QString> extra; ///< other fields of a record, kept as they came
};

/// An article: immutable, shared between threads. Its text is canonical (CanonicalTextBuilder), all ranges
/// are UTF-16 units of text(). A title that is not derived is block 0, so every word that is shown has its
/// place in the text.
class Article final
{
public:
    /// Ranges that do not fit the text are a bug of the importer and are clipped or dropped. So is a title
    /// that claims to be block 0 and is not: it becomes the text of that block when it is a heading, and a
    /// derived title otherwise.
    static std::shared_ptr<const Article> make(ArticleDraft draft);

    const ArticleId &id() const { return m_id; }
    const Source &source() const { return m_draft.source; }
    const QString &title() const { return m_draft.title; }
    bool isTitleDerived() const { return m_draft.titleDerived; }
    /// Where the title stands in text(): block 0, or the words that it was derived from. Empty when it stands
    /// nowhere.
    TextRange titleRange() const { return m_titleRange; }
    const QStringList &authors() const { return m_draft.authors; }
    const QString &outlet() const { return m_draft.outlet; }
    const PartialDate &published() const { return m_draft.published; }
    const PartialDate &modified() const { return m_draft.modified; }
    const QString &url() const { return m_draft.url; }
    const QString &language() const { return m_draft.language; }
    const QString &text() const { return m_draft.text; }
    const std::vector<Block> &blocks() const { return m_draft.blocks; }
    const std::vector<Span> &spans() const { return m_draft.spans; }
    double confidence() const { return m_draft.confidence; }
    const QStringList &warnings() const { return m_draft.warnings; }
    const QStringList &tags() const { return m_draft.tags; }
    const QMap<QString, QString> &extra() const { return m_draft.extra; }
    /// All fields, to be written down or made anew.
    const ArticleDraft &draft() const { return m_draft; }

    /// Index of the block that holds the offset, or of the one before it; -1 when there are no blocks.
    int blockAt(qsizetype offset) const;
    /// Numbers paragraphs to cite by, from 1: every block but the title, images and rules counts. 0 for
    /// those.
    int paragraphNumber(int block) const;

private:
    explicit Article(ArticleDraft draft);

    ArticleDraft m_draft;
    ArticleId m_id;
    TextRange m_titleRange;
    std::vector<int> m_paragraphNumbers; ///< one for each block
};

using ArticlePtr = std::shared_ptr<const Article>;

/// The id of the article that these bytes and this part make.
ArticleId articleId(const QByteArray &sha256, const QString &part);

/// Sees to it that `title` is block 0 of the draft's text, as ArticleDraft::titleDerived = false demands: an
/// equal first heading (white space and typography apart) becomes the title block, otherwise one is put in
/// front and all ranges move.
void placeTitle(ArticleDraft &draft, const QString &title);

/// Gives a draft without a title one from its first words: the first sentence, cut at a word before 90
/// characters. `fallback` (a file's name) is used when there are no words.
void deriveTitle(ArticleDraft &draft, const QString &fallback);

} // namespace Lectern
