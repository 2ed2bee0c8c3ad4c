#include "passages/passagehistory.h"

#include <algorithm>

namespace Lectern {

/// The passages that a change concerned, as they stood before and after it, ascending by place. Kept: none
/// before. Removed: none after. Edited or moved: one on both sides.
struct PassageHistory::Step
{
    QString text;
    std::vector<PlacedPassage> before;
    std::vector<PlacedPassage> after;
};

namespace {

QString editText(const Passage &before, const Passage &after)
{
    if (before.note != after.note)
        return QStringLiteral("Edit note");
    if (before.tags != after.tags)
        return QStringLiteral("Change tags");
    if (before.colour != after.colour)
        return QStringLiteral("Change colour");
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
    m_steps.push_back(std::make_unique<Step>(std::move(step)));
    ++m_done;
}

Result<Passage> PassageHistory::add(Passage passage)
{
    Result<Passage> kept = m_store.add(std::move(passage));
    if (kept)
        append({QStringLiteral("Keep passage"), {}, {*placed(kept->id)}});
    return kept;
}

Result<void> PassageHistory::update(Passage passage)
{
    const QString id = passage.id;
    const std::optional<PlacedPassage> before = placed(id);
    Result<void> done = m_store.update(std::move(passage));
    if (!done || !before)
        return done;
    const PlacedPassage after = *placed(id);
    if (!(after.passage == before->passage))
        append({editText(before->passage, after.passage), {*before}, {after}});
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
    append({text, std::move(before), {}});
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
        append({QStringLiteral("Move passage"), {*before}, {after}});
    return done;
}

bool PassageHistory::canUndo() const
{
    return m_done > 0;
}

bool PassageHistory::canRedo() const
{
    return m_done < m_steps.size();
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
    Result<void> done = turn(step.after, step.before);
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
    Result<void> done = turn(step.before, step.after);
    if (done)
        ++m_done;
    else
        forget(done.error(), m_done);
    return done;
}

Result<void> PassageHistory::turn(const std::vector<PlacedPassage> &from,
                                  const std::vector<PlacedPassage> &to)
{
    if (from.empty())
        return m_store.add(to);
    if (to.empty()) {
        QStringList ids;
        for (const PlacedPassage &each : from)
            ids += each.passage.id;
        return m_store.remove(ids);
    }
    if (from.front().at != to.front().at)
        return m_store.move(to.front().passage.id, to.front().at);
    return m_store.update(to.front().passage);
}

bool PassageHistory::forget(const Error &error, size_t step)
{
    if (error.kind != ErrorKind::NotFound && error.kind != ErrorKind::Usage)
        return false;
    m_steps.erase(m_steps.begin() + qsizetype(step));
    return true;
}

} // namespace Lectern
