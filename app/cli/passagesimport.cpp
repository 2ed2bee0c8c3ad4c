#include "cli/passagesimport.h"

#include "base/jsonlines.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "export/exporter.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace Lectern {

namespace {

using Outcome = PlannedPassage::Outcome;

/// What happens to a planned passage: "added", "overwritten", "kept" (it was there already) or "refused".
QString deedOf(const PlannedPassage &one, KnownPassages known)
{
    if (one.outcome == Outcome::Refused)
        return QStringLiteral("refused");
    if (!one.isKnown)
        return QStringLiteral("added");
    return known == KnownPassages::Overwrite ? QStringLiteral("overwritten") : QStringLiteral("kept");
}

/// The state of the anchor of what is imported, in the words of `passages list`.
QString stateOf(const PlannedPassage &one)
{
    return one.outcome == Outcome::Anchored ? name(AnchorState::Exact) : name(one.outcome);
}

QJsonObject line(const PlannedPassage &one, KnownPassages known)
{
    QJsonObject object;
    if (one.outcome != Outcome::Refused)
        object = passageLine(one.passage, stateOf(one));
    object.insert(QStringLiteral("number"), one.number);
    object.insert(QStringLiteral("import"), deedOf(one, known));
    object.insert(QStringLiteral("outcome"), name(one.outcome));
    object.insert(QStringLiteral("reason"), stringOrNull(one.reason));
    return object;
}

QJsonObject summaryLine(const QString &path, const HighlightPlan &plan, const ImportedPassages &done)
{
    return {
        {QStringLiteral("file"), path},
        {QStringLiteral("format"), plan.format},
        {QStringLiteral("total"), int(plan.passages.size())},
        {QStringLiteral("anchored"), plan.count(Outcome::Anchored)},
        {QStringLiteral("changed"), plan.count(Outcome::Changed)},
        {QStringLiteral("orphan"), plan.count(Outcome::Orphan)},
        {QStringLiteral("refused"), plan.count(Outcome::Refused)},
        {QStringLiteral("added"), done.added},
        {QStringLiteral("overwritten"), done.overwritten},
        {QStringLiteral("kept"), done.kept},
    };
}

bool print(const PlannedPassage &one, KnownPassages known)
{
    const QString deed = QStringLiteral("%1, %2").arg(deedOf(one, known), name(one.outcome));
    QString lines = one.outcome == Outcome::Refused
                        ? QStringLiteral("Entry %1").arg(one.number)
                        : QStringLiteral("%1\n    %2")
                              .arg(Terminal::safe(one.passage.quote),
                                   Terminal::dim(Terminal::safe(citation(one.passage))));
    lines += QStringLiteral("\n    ") + Terminal::dim(deed);
    if (!one.reason.isEmpty())
        lines += QStringLiteral("\n    ") + Terminal::dim(Terminal::safe(one.reason));
    return Terminal::print(lines);
}

bool printSummary(const HighlightPlan &plan, const ImportedPassages &done)
{
    QString sentence =
        QStringLiteral("%1 passages added: %2 anchored, %3 changed, %4 without an article, %5 refused.")
            .arg(done.added)
            .arg(plan.count(Outcome::Anchored))
            .arg(plan.count(Outcome::Changed))
            .arg(plan.count(Outcome::Orphan))
            .arg(plan.count(Outcome::Refused));
    if (done.overwritten > 0)
        sentence += QStringLiteral(" %1 were there and were overwritten.").arg(done.overwritten);
    if (done.kept > 0)
        sentence += QStringLiteral(" %1 were there already and stay as they are; --overwrite replaces them.")
                        .arg(done.kept);
    return Terminal::print(sentence);
}

} // namespace

Exit importPassages(PassageStore &store, const QString &path, const QString &libraryPath, KnownPassages known,
                    bool json)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Terminal::error(Error{ErrorKind::Unreadable, file.errorString(), path});
        return Exit::Usage;
    }
    std::vector<ImportFailure> failures; // of articles; `library status` tells them
    HighlightImport import(gatherCorpus({}, libraryPath, &failures),
                           HighlightImport::idsOf(store.passages()));
    const Result<HighlightPlan> plan = import.plan(file.readAll(), path, QDateTime::currentDateTimeUtc());
    if (!plan) {
        Terminal::error(plan.error());
        return Exit::Usage;
    }
    const Result<ImportedPassages> done = plan->carryOut(store, known);
    if (!done) {
        Terminal::error(done.error());
        return Exit::Usage;
    }
    for (const PlannedPassage &one : plan->passages)
        if (json ? !JsonLines(stdout).write(line(one, known)) : !print(one, known))
            return Exit::Usage;
    const bool isTold =
        json ? JsonLines(stdout).write(summaryLine(path, *plan, *done)) : printSummary(*plan, *done);
    if (!isTold)
        return Exit::Usage;
    return plan->count(Outcome::Refused) > 0 ? Exit::SomeFailed : Exit::Done;
}

} // namespace Lectern
