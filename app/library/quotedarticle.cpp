#include "library/quotedarticle.h"

#include "text/fieldreader.h"

#include <QCborStreamWriter>
#include <QHash>

#include <algorithm>

namespace Lectern {

namespace {

/// Keys of the maps, which are written and read in this order.
enum Key : int { KeyId, KeyTitle, KeyOutlet, KeyPublished, KeyUnits, KeyUtterances, KeyCount };
/// Of an utterance: the number of its pieces, what Utterance holds beside them, ends of ranges for two.
constexpr qint64 fieldsBesidePieces = 10;
constexpr double sureFrom = 0.8;
constexpr double likelyFrom = 0.6;

QString cut(const Article &article, TextRange range)
{
    return article.text().mid(range.start, range.length()).simplified();
}

/// What another piece of the same utterance adds; the surest attribution counts.
void join(Utterance &utterance, const Quotation &piece, const Article &article)
{
    utterance.words += utterance.words.isEmpty() ? QString() : QStringLiteral(" … ");
    utterance.words += cut(article, piece.words);
    utterance.pieces.push_back(piece.words);
    const bool tells = !piece.speaker.isEmpty() || !piece.speakerName.isEmpty();
    const bool isFirst = utterance.pieces.size() == 1;
    if (isFirst)
        utterance.kind = piece.kind;
    if (!isFirst && !(tells && (utterance.speaker.isEmpty() || piece.confidence > utterance.confidence)))
        return;
    utterance.speakerAt = piece.speaker;
    utterance.cueAt = piece.cue;
    utterance.isPerson = !piece.speakerName.isEmpty();
    utterance.speaker = utterance.isPerson ? piece.speakerName : cut(article, piece.speaker);
    utterance.confidence = piece.confidence;
}

void write(QCborStreamWriter &writer, TextRange range)
{
    writer.append(qint64(range.start));
    writer.append(qint64(range.end));
}

void write(QCborStreamWriter &writer, const Utterance &utterance)
{
    writer.append(qint64(utterance.pieces.size()));
    for (const TextRange piece : utterance.pieces)
        write(writer, piece);
    writer.append(utterance.words);
    writer.append(qint64(utterance.kind));
    write(writer, utterance.speakerAt);
    write(writer, utterance.cueAt);
    writer.append(utterance.speaker);
    writer.append(utterance.isPerson);
    writer.append(utterance.confidence);
}

TextRange readRange(FieldReader &reader, qint64 limit)
{
    const qint64 start = reader.integer(0);
    const qint64 end = reader.integer(0);
    if (start > end || end > limit)
        reader.fail();
    return {start, end};
}

Utterance readUtterance(FieldReader &reader, qint64 limit)
{
    Utterance utterance;
    const qint64 pieces = reader.integer(1);
    for (qint64 i = 0; i < pieces && reader.ok(); ++i) {
        const TextRange piece = readRange(reader, limit);
        if (!utterance.pieces.empty() && piece.start < utterance.pieces.back().start)
            reader.fail();
        utterance.pieces.push_back(piece);
    }
    utterance.words = reader.string();
    const qint64 kind = reader.integer(0);
    if (kind > qint64(QuotationKind::Indirect))
        reader.fail();
    utterance.kind = QuotationKind(kind);
    utterance.speakerAt = readRange(reader, limit);
    utterance.cueAt = readRange(reader, limit);
    utterance.speaker = reader.string();
    utterance.isPerson = reader.boolean();
    utterance.confidence = reader.fraction();
    return utterance;
}

} // namespace

QuotationCertainty certaintyOf(const Utterance &utterance)
{
    if (utterance.isCorrected)
        return QuotationCertainty::Corrected;
    if (utterance.speaker.isEmpty())
        return QuotationCertainty::Unnamed;
    return utterance.confidence >= sureFrom     ? QuotationCertainty::Sure
           : utterance.confidence >= likelyFrom ? QuotationCertainty::Likely
                                                : QuotationCertainty::Guess;
}

QuotedArticlePtr quotedArticle(const Article &article)
{
    auto quoted = std::make_shared<QuotedArticle>();
    quoted->id = article.id();
    quoted->title = article.title();
    quoted->outlet = article.outlet();
    quoted->published = article.published();
    quoted->textUnits = article.text().size();
    QHash<int, size_t> known; // utterances by their numbers
    for (const Quotation &piece : quotations(article)) {
        const auto at = known.constFind(piece.utterance);
        const size_t index = at == known.constEnd() ? quoted->utterances.size() : *at;
        if (index == quoted->utterances.size()) {
            known.insert(piece.utterance, index);
            quoted->utterances.emplace_back();
        }
        join(quoted->utterances[index], piece, article);
    }
    return quoted;
}

QByteArray encodeQuotedArticle(const QuotedArticle &article)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startMap(KeyCount);
    const auto field = [&writer](int key, const auto &value) {
        writer.append(key);
        writer.append(value);
    };
    field(KeyId, article.id);
    field(KeyTitle, article.title);
    field(KeyOutlet, article.outlet);
    field(KeyPublished, article.published.toIsoAsGiven());
    field(KeyUnits, article.textUnits);
    writer.append(int(KeyUtterances));
    quint64 fields = 0;
    for (const Utterance &utterance : article.utterances)
        fields += fieldsBesidePieces + 2 * utterance.pieces.size();
    writer.startArray(fields);
    for (const Utterance &utterance : article.utterances)
        write(writer, utterance);
    writer.endArray();
    writer.endMap();
    return bytes;
}

Result<QuotedArticlePtr> decodeQuotedArticle(const QByteArray &bytes)
{
    auto article = std::make_shared<QuotedArticle>();
    FieldReader reader(bytes);
    reader.beginMap(KeyCount);
    article->id = reader.at(KeyId).string();
    article->title = reader.at(KeyTitle).string();
    article->outlet = reader.at(KeyOutlet).string();
    article->published = reader.at(KeyPublished).date();
    article->textUnits = reader.at(KeyUnits).integer(0);
    qint64 left = reader.at(KeyUtterances).beginArray();
    while (left > 0 && reader.ok()) {
        article->utterances.push_back(readUtterance(reader, article->textUnits));
        left -= fieldsBesidePieces + 2 * qint64(article->utterances.back().pieces.size());
    }
    if (left != 0)
        reader.fail();
    reader.leave();
    reader.endMap();
    if (!reader.ok())
        return Error{ErrorKind::Damaged, QStringLiteral("The quotations of an article cannot be read."), {}};
    return QuotedArticlePtr(std::move(article));
}

} // namespace Lectern
