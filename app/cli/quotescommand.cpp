#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "library/correctedquotations.h"
#include "library/correctionstore.h"
#include "stories/quotationgroups.h"
#include "stories/quotations.h"

#include <QDir>
#include <QFileInfo>

namespace Lectern {

namespace {

QString cut(const Article &article, TextRange range)
{
    return article.text().mid(range.start, range.length());
}

QJsonValue placeOrNull(TextRange range, const Article &article, const CodePoints &codePoints)
{
    if (range.isEmpty())
        return QJsonValue::Null;
    QJsonObject object = rangeObject(range, codePoints);
    object.insert(QStringLiteral("text"), cut(article, range));
    return object;
}

QJsonObject jsonLine(const Quotation &quotation, bool isCorrected, const Article &article,
                     const CodePoints &codePoints, int group)
{
    QJsonObject line = rangeObject(quotation.words, codePoints);
    line.insert(QStringLiteral("path"), article.source().path);
    line.insert(QStringLiteral("part"), article.source().part);
    line.insert(QStringLiteral("id"), article.id());
    line.insert(QStringLiteral("n"), quotation.utterance);
    line.insert(QStringLiteral("text"), cut(article, quotation.words));
    line.insert(QStringLiteral("kind"), name(quotation.kind));
    QJsonValue speaker = placeOrNull(quotation.speaker, article, codePoints);
    if (speaker.isObject()) {
        QJsonObject object = speaker.toObject();
        object.insert(QStringLiteral("name"), stringOrNull(quotation.speakerName));
        speaker = object;
    } else if (isCorrected) { // the text does not name whom the user has named
        speaker = QJsonObject{{QStringLiteral("name"), quotation.speakerName},
                              {QStringLiteral("start"), QJsonValue::Null},
                              {QStringLiteral("end"), QJsonValue::Null},
                              {QStringLiteral("text"), QJsonValue::Null}};
    }
    line.insert(QStringLiteral("speaker"), speaker);
    line.insert(QStringLiteral("cue"), placeOrNull(quotation.cue, article, codePoints));
    line.insert(QStringLiteral("addressee"), placeOrNull(quotation.addressee, article, codePoints));
    line.insert(QStringLiteral("group"), group);
    line.insert(QStringLiteral("confidence"), quotation.confidence);
    line.insert(QStringLiteral("corrected"), isCorrected);
    return line;
}

bool printLine(const Quotation &quotation, const Article &article)
{
    QString who = quotation.speakerName;
    if (who.isEmpty())
        who =
            quotation.speaker.isEmpty() ? QStringLiteral("?") : cut(article, quotation.speaker).simplified();
    return Terminal::print(QStringLiteral("%1 (%2): %3")
                               .arg(Terminal::safe(who), name(quotation.kind),
                                    Terminal::safe(cut(article, quotation.words).simplified())));
}

/// An article and what is quoted in it.
struct Read
{
    ArticlePtr article;
    CorrectedQuotations quoted;
};

bool printAll(const std::vector<Read> &all, const std::vector<int> &groups, bool json)
{
    JsonLines lines(stdout);
    size_t next = 0;
    for (const Read &read : all) {
        if (!json && !Terminal::print(Terminal::dim(Terminal::safe(read.article->title()))))
            return false;
        const CodePoints codePoints(read.article->text());
        for (size_t i = 0; i < read.quoted.quotations.size(); ++i) {
            const Quotation &quotation = read.quoted.quotations[i];
            const int group = groups[next++];
            if (!(json ? lines.write(jsonLine(quotation, read.quoted.isCorrected[i], *read.article,
                                              codePoints, group))
                       : printLine(quotation, *read.article)))
                return false;
        }
    }
    return true;
}

/// What the user has corrected in the window, with a word about damage. Only looking makes no library.
QuotationCorrectionsPtr readCorrections(const QString &folder, bool *isDamaged)
{
    *isDamaged = false;
    if (!QFileInfo::exists(QDir(folder).filePath(QStringLiteral("corrections.db"))) &&
        !QFileInfo::exists(QDir(folder).filePath(QStringLiteral("corrections.jsonl"))))
        return std::make_shared<const QuotationCorrections>();
    const CorrectionStore store(folder);
    *isDamaged = !store.notice().isEmpty();
    if (*isDamaged)
        Terminal::error(store.notice());
    return store.corrections();
}

/// The corrections as test cases for the rules.
Exit printCorrections(const QString &folder)
{
    bool isDamaged = false;
    const QuotationCorrectionsPtr corrections = readCorrections(folder, &isDamaged);
    JsonLines lines(stdout);
    for (const QuotationCorrection &correction : corrections->all())
        if (!lines.write(correctionLine(correction)))
            return Exit::Usage;
    return isDamaged ? Exit::SomeFailed : Exit::Done;
}

} // namespace

Exit runQuotes(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Prints what the articles say somebody said: direct quotations, quoted words inside a "
                       "sentence, and speech that is reported without marks, each with its speaker. What you "
                       "have corrected in the window of the library holds here, too."));
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON Lines; offsets are code points.")});
    parser.addOption(
        {QStringLiteral("corrections"),
         QStringLiteral("Print instead, as JSON Lines, what was corrected in the window: test cases "
                        "for the rules that find quotations.")});
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("PATH..."), QStringLiteral("Files or folders."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.isSet(QStringLiteral("corrections"))) {
        if (parser.positionalArguments().isEmpty())
            return printCorrections(libraryPath(parser));
        Terminal::error(QStringLiteral("quotes --corrections takes no files. See --help."));
        return Exit::Usage;
    }
    if (parser.positionalArguments().isEmpty()) {
        Terminal::error(QStringLiteral("quotes needs a file or a folder. See --help."));
        return Exit::Usage;
    }

    std::vector<Read> all;
    std::vector<QuotedWords> words;
    bool isDamaged = false;
    const QuotationCorrectionsPtr corrections = readCorrections(libraryPath(parser), &isDamaged);
    int failures = isDamaged;
    readPaths(parser.positionalArguments(), {}, 1, [&](ImportOutcome outcome) {
        for (const ImportFailure &failure : outcome.failures) {
            ++failures;
            Terminal::error(failure.error);
        }
        for (const ArticlePtr &article : outcome.articles) {
            all.push_back({article, correctedQuotations(*article, *corrections)});
            for (const Quotation &quotation : all.back().quoted.quotations)
                words.push_back({cut(*article, quotation.words), int(all.size()), quotation.utterance});
        }
        return true;
    });
    if (all.empty() || !printAll(all, quotationGroups(words), parser.isSet(QStringLiteral("json"))))
        return Exit::Usage;
    return failures > 0 ? Exit::SomeFailed : Exit::Done;
}

} // namespace Lectern
