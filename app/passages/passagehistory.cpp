#include "passages/passagehistory.h"

#include "base/stepnumber.h"

#include <QSet>

#include <algorithm>

namespace Lectern {

/// The passages that a change concerned, as they stood before and after it, ascending by place. Kept: none
/// before. Removed: none after. Edited or moved: one on both sides. Imported: what was replaced on both
/// sides, what was added after it. Or the collection, or the name of a colour.
struct PassageHistory::Step
{
    enum class Concerns : quint8 { Passages, Collection, ColourName };

    qint64 number = 0;
    QString text;
    std::vector<PlacedPassage> before;
    std::vector<PlacedPassage> after;
    Concerns concerns = Concerns::Passages;
    std::optional<PlacedCollection> collectionBefore = {};
    std::optional<PlacedCollection> collectionAfter = {};
    MarkColour colour = MarkColour::Yellow;
    QString nameBefore = {};
    QString nameAfter = {};
};

namespace {

QString editText(const Passage &before, const Passage &after)
{
    if (before.earlier.size() < after.earlier.size())
        return QStringLiteral("Take the new words");
    if (before.declined != after.declined)
        return QStringLiteral("Keep as it was");
    if (before.note != after.note)
        return QStringLiteral("Edit note");
    if (before.tags != after.tags)
        return QStringLiteral("Change tags");
    if (before.colour != after.colour)
        return QStringLiteral("Change colour");
    if (before.starred != after.starred)
        return after.starred ? QStringLiteral("Star passage") : QStringLiteral("Remove star");
    if (before.omitted != after.omitted)
        return QStringLiteral("Change pieces");
    if (before.range != after.range)
        return QStringLiteral("Change ends");
    return QStringLiteral("Edit passage");
}

} // namespace

PassageHistory::PassageHistory(PassageStore &store)
    : m_store(store)
{}

PassageHistory::~PassageHistory() = default;

std::optional<PlacedPassage> PassageHistory::placed(const QString &id) const
{
    const int index = m_store.indexOf(id);
    if (index < 0)
        return {};
    return PlacedPassage{m_store.passages()[size_t(index)], index};
}

void PassageHistory::append(Step step)
{
    m_steps.resize(m_done);
    step.number = nextStepNumber();
    m_steps.push_back(std::make_unique<Step>(std::move(step)));
    ++m_done;
}

Result<Passage> PassageHistory::add(Passage passage)
{
    Result<Passage> kept = m_store.add(std::move(passage));
    if (kept)
        append({.text = QStringLiteral("Keep passage"), .before = {}, .after = {*placed(kept->id)}});
    return kept;
}

Result<std::vector<Passage>> PassageHistory::add(std::vector<Passage> passages)
{
    PassageChanges changes;
    const int count = int(m_store.passages().size());
    for (Passage &passage : passages) {
        PassageStore::complete(passage);
        changes.added.push_back({passage, count + int(changes.added.size())});
    }
    if (const Result<void> done = m_store.change(std::move(changes)); !done)
        return done.error();
    std::vector<PlacedPassage> after;
    for (const Passage &passage : passages)
        after.push_back(*placed(passage.id));
    if (!after.empty())
        append({.text = after.size() == 1 ? QStringLiteral("Keep passage")
                                          : QStringLiteral("Keep %1 passages").arg(after.size()),
                .before = {},
                .after = std::move(after)});
    return passages;
}

Result<void> PassageHistory::update(Passage passage)
{
    return update(std::vector<Passage>{std::move(passage)});
}

Result<void> PassageHistory::update(std::vector<Passage> passages)
{
    std::vector<PlacedPassage> before;
    for (const Passage &passage : passages)
        if (std::optional<PlacedPassage> each = placed(passage.id); each && !(each->passage == passage))
            before.push_back(std::move(*each));
    Result<void> done = m_store.update(std::move(passages));
    if (!done || before.empty())
        return done;
    std::vector<PlacedPassage> after;
    for (const PlacedPassage &each : before)
        after.push_back(*placed(each.passage.id));
    QString text = editText(before.front().passage, after.front().passage);
    if (before.size() > 1)
        text = QStringLiteral("%1 of %2 passages").arg(text).arg(before.size());
    append({.text = text, .before = std::move(before), .after = std::move(after)});
    return done;
}

Result<void> PassageHistory::import(const std::vector<Passage> &added, const std::vector<Passage> &replaced)
{
    PassageChanges changes{.updated = replaced};
    std::vector<PlacedPassage> before;
    for (const Passage &passage : replaced)
        if (std::optional<PlacedPassage> each = placed(passage.id); each && !(each->passage == passage))
            before.push_back(std::move(*each));
    std::sort(before.begin(), before.end(),
              [](const PlacedPassage &a, const PlacedPassage &b) { return a.at < b.at; });
    const int count = int(m_store.passages().size());
    for (const Passage &passage : added)
        changes.added.push_back({passage, count + int(changes.added.size())});
    Result<void> done = m_store.change(std::move(changes));
    if (!done || (before.empty() && added.empty()))
        return done;
    std::vector<PlacedPassage> after;
    for (const PlacedPassage &each : before)
        after.push_back(*placed(each.passage.id));
    for (const Passage &passage : added)
        after.push_back(*placed(passage.id));
    const size_t concerned = after.size();
    append({.text = concerned == 1 ? QStringLiteral("Import passage")
                                   : QStringLiteral("Import %1 passages").arg(concerned),
            .before = std::move(before),
            .after = std::move(after)});
    return done;
}

Result<void> PassageHistory::remove(const QStringList &ids)
{
    std::vector<PlacedPassage> before;
    for (const QString &id : ids)
        if (std::optional<PlacedPassage> each = placed(id))
            before.push_back(std::move(*each));
    std::sort(before.begin(), before.end(),
              [](const PlacedPassage &a, const PlacedPassage &b) { return a.at < b.at; });
    Result<void> done = m_store.remove(ids);
    if (!done || before.empty())
        return done;
    const QString text = before.size() == 1 ? QStringLiteral("Remove passage")
                                            : QStringLiteral("Remove %1 passages").arg(before.size());
    append({.text = text, .before = std::move(before), .after = {}});
    return done;
}

Result<void> PassageHistory::move(const QString &id, int to)
{
    const std::optional<PlacedPassage> before = placed(id);
    Result<void> done = m_store.move(id, to);
    if (!done || !before)
        return done;
    const PlacedPassage after = *placed(id);
    if (after.at != before->at)
        append({.text = QStringLiteral("Move passage"), .before = {*before}, .after = {after}});
    return done;
}

std::optional<PlacedCollection> PassageHistory::placedCollection(const QString &id) const
{
    const std::vector<Collection> &all = m_store.collections();
    for (size_t i = 0; i < all.size(); ++i)
        if (all[i].id == id)
            return PlacedCollection{all[i], int(i)};
    return {};
}

Result<void> PassageHistory::changeCollection(const QString &id, const QString &text,
                                              const std::function<Result<void>()> &change)
{
    Step step{.text = text, .before = {}, .after = {}, .concerns = Step::Concerns::Collection};
    step.collectionBefore = placedCollection(id);
    const qint64 number = m_store.changeNumber();
    if (Result<void> done = change(); !done)
        return done;
    step.collectionAfter = placedCollection(id);
    if (m_store.changeNumber() > number)
        append(std::move(step));
    return {};
}

Result<Collection> PassageHistory::addCollection(const QString &name, std::optional<int> at)
{
    Result<Collection> added = m_store.addCollection(name, at);
    if (!added)
        return added;
    Step step{.text = QStringLiteral("New collection"),
              .before = {},
              .after = {},
              .concerns = Step::Concerns::Collection};
    step.collectionAfter = placedCollection(added->id);
    append(std::move(step));
    return added;
}

Result<void> PassageHistory::renameCollection(const QString &id, const QString &name)
{
    return changeCollection(id, QStringLiteral("Rename collection"),
                            [&] { return m_store.renameCollection(id, name); });
}

Result<void> PassageHistory::removeCollection(const QString &id)
{
    return changeCollection(id, QStringLiteral("Remove collection"),
                            [&] { return m_store.removeCollection(id); });
}

Result<void> PassageHistory::moveCollection(const QString &id, int to)
{
    return changeCollection(id, QStringLiteral("Move collection"),
                            [&] { return m_store.moveCollection(id, to); });
}

Result<void> PassageHistory::addToCollection(const QString &id, const QStringList &passages,
                                             std::optional<int> at)
{
    const Collection *collection = m_store.findCollection(id);
    const bool isMove = collection && std::all_of(passages.begin(), passages.end(), [&](const QString &each) {
                            return collection->passages.contains(each);
                        });
    return changeCollection(
        id, isMove ? QStringLiteral("Move in collection") : QStringLiteral("Add to collection"),
        [&] { return m_store.addToCollection(id, passages, at); });
}

Result<void> PassageHistory::removeFromCollection(const QString &id, const QStringList &passages)
{
    return changeCollection(id, QStringLiteral("Remove from collection"),
                            [&] { return m_store.removeFromCollection(id, passages); });
}

Result<void> PassageHistory::setColourName(MarkColour colour, const QString &name)
{
    Step step{.text = QStringLiteral("Name colour"),
              .before = {},
              .after = {},
              .concerns = Step::Concerns::ColourName};
    step.colour = colour;
    step.nameBefore = m_store.colourName(colour);
    if (Result<void> done = m_store.setColourName(colour, name); !done)
        return done;
    step.nameAfter = m_store.colourName(colour);
    if (step.nameBefore != step.nameAfter)
        append(std::move(step));
    return {};
}

bool PassageHistory::canUndo() const
{
    return m_done > 0;
}

bool PassageHistory::canRedo() const
{
    return m_done < m_steps.size();
}

qint64 PassageHistory::undoNumber() const
{
    return canUndo() ? m_steps[m_done - 1]->number : 0;
}

qint64 PassageHistory::redoNumber() const
{
    return canRedo() ? m_steps[m_done]->number : 0;
}

QString PassageHistory::undoText() const
{
    return canUndo() ? m_steps[m_done - 1]->text : QString();
}

QString PassageHistory::redoText() const
{
    return canRedo() ? m_steps[m_done]->text : QString();
}

Result<void> PassageHistory::undo()
{
    if (!canUndo())
        return {};
    const Step &step = *m_steps[m_done - 1];
    Result<void> done = turn(step, true);
    if (done)
        --m_done;
    else if (forget(done.error(), m_done - 1))
        --m_done;
    return done;
}

Result<void> PassageHistory::redo()
{
    if (!canRedo())
        return {};
    const Step &step = *m_steps[m_done];
    Result<void> done = turn(step, false);
    if (done)
        ++m_done;
    else
        forget(done.error(), m_done);
    return done;
}

Result<void> PassageHistory::turn(const Step &step, bool back)
{
    switch (step.concerns) {
    case Step::Concerns::Passages:
        return back ? turnPassages(step.after, step.before) : turnPassages(step.before, step.after);
    case Step::Concerns::Collection:
        return back ? m_store.turnCollection(step.collectionAfter, step.collectionBefore)
                    : m_store.turnCollection(step.collectionBefore, step.collectionAfter);
    case Step::Concerns::ColourName:
        return m_store.setColourName(step.colour, back ? step.nameBefore : step.nameAfter);
    }
    return {};
}

Result<void> PassageHistory::turnPassages(const std::vector<PlacedPassage> &from,
                                          const std::vector<PlacedPassage> &to)
{
    if (!from.empty() && !to.empty() && from.front().at != to.front().at)
        return m_store.move(to.front().passage.id, to.front().at);
    PassageChanges changes;
    QSet<QString> staying;
    for (const PlacedPassage &each : to)
        staying.insert(each.passage.id);
    QSet<QString> standing;
    for (const PlacedPassage &each : from) {
        standing.insert(each.passage.id);
        if (!staying.contains(each.passage.id))
            changes.removed += each.passage.id;
    }
    for (const PlacedPassage &each : to) {
        if (standing.contains(each.passage.id))
            changes.updated.push_back(each.passage);
        else
            changes.added.push_back(each);
    }
    return m_store.change(std::move(changes));
}

Result<QString> PassageHistory::restore(const QString &backup)
{
    Result<QString> present = m_store.restore(backup);
    if (present) {
        m_steps.clear();
        m_done = 0;
    }
    return present;
}

bool PassageHistory::forget(const Error &error, size_t step)
{
    if (error.kind != ErrorKind::NotFound && error.kind != ErrorKind::Usage)
        return false;
    m_steps.erase(m_steps.begin() + qsizetype(step));
    return true;
}

} // namespace Lectern
