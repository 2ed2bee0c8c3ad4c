#include "markediting.h"

#include "dialogs/messagebar.h"
#include "mainactions.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "style/tagpicker.h"
#include "style/theme.h"
#include "text/passagepieces.h"

#include <QMap>

#include <algorithm>

namespace Lectern {

MarkEditing::MarkEditing(Rooms rooms, PassageHistory *history, QString whyNot, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_whyNot(std::move(whyNot))
    , m_window(window)
    , m_tagPicker(new TagPicker(rooms.theme, window))
{
    connectActions();
    connectReader();
    connectTray();
    connect(m_tagPicker, &TagPicker::tagsPicked, this, &MarkEditing::setTags);
    connect(m_tagPicker, &TagPicker::closed, this, [this] { m_tagged.clear(); });
    connect(&m_rooms.theme, &Theme::changed, this, &MarkEditing::nameColours);
    nameColours();
}

void MarkEditing::connectActions()
{
    const MainActions &actions = m_rooms.actions;
    const auto on = [this](QAction *action, auto &&deed) {
        connect(action, &QAction::triggered, this, deed);
    };
    ReadingPane &reader = m_rooms.reader;
    on(actions.mark, [this] { keepSelection(MarkColour::Yellow); });
    for (size_t i = 0; i < actions.markColours.size(); ++i)
        on(actions.markColours[i], [this, i] { colourSelection(MarkColour(i)); });
    on(actions.addToPassage, [this, &reader] { addToPassage(reader.selection()); });
    on(actions.leaveOut, [this, &reader] { leaveOut(reader.selection()); });
    on(actions.star, [this] { toggleStar(); });
    on(actions.note, [this, &reader] {
        // With nothing to write of, the letter means what it means in the list.
        if (!markAt(reader.selection()) && reader.selection().isEmpty() && !mark(m_lastKept))
            m_rooms.actions.nextUnread->trigger();
        else
            writeNote(reader.selection());
    });
    on(actions.tags, [this, &reader] {
        if (const QString id = passageMeant(reader.selection()); !id.isEmpty())
            pickTags({id}, reader.markRect(id).translated(reader.mapTo(m_window, QPoint())));
    });
    // Del acts where the focus is: the tray hears it itself; here it is the article's.
    on(actions.unmark, [this, &reader] {
        if (const Mark *known = markAt(reader.selection()))
            remove({known->passageId});
    });
    const auto step = [this, &reader](int by) {
        m_rooms.actions.showMarks->setChecked(true); // who goes to the marks wants to see them
        reader.stepMark(by);
    };
    on(actions.nextMark, [step] { step(+1); });
    on(actions.previousMark, [step] { step(-1); });
    const auto onEnd = [&](QAction *action, MarkEnd end, int by) {
        on(action, [&reader, end, by] {
            if (!reader.isEditingNote())
                reader.moveMarkEnd(end, by);
        });
    };
    onEnd(actions.endEarlier, MarkEnd::End, -1);
    onEnd(actions.endLater, MarkEnd::End, +1);
    onEnd(actions.startEarlier, MarkEnd::Start, -1);
    onEnd(actions.startLater, MarkEnd::Start, +1);
    connect(actions.showMarks, &QAction::toggled, &reader, &ReadingPane::setMarksShown);
}

void MarkEditing::connectReader()
{
    ReadingPane &reader = m_rooms.reader;
    connect(&reader, &ReadingPane::markRequested, this, &MarkEditing::keep);
    connect(&reader, &ReadingPane::noteRequested, this, &MarkEditing::writeNote);
    connect(&reader, &ReadingPane::joinRequested, this, &MarkEditing::addToPassage);
    connect(&reader, &ReadingPane::leaveOutRequested, this, &MarkEditing::leaveOut);
    connect(&reader, &ReadingPane::markEndsMoved, this, &MarkEditing::moveEnds);
    connect(&reader, &ReadingPane::noteEdited, this, [this](const QString &id, const QString &note) {
        change({id}, [&note](Passage &passage) { passage.note = note; });
    });
    connect(&reader, &ReadingPane::markActivated, &m_rooms.tray, &TrayPane::select);
}

void MarkEditing::connectTray()
{
    TrayPane &tray = m_rooms.tray;
    connect(&tray, &TrayPane::noteEdited, this, [this](const QString &id, const QString &note) {
        change({id}, [&note](Passage &passage) { passage.note = note; });
    });
    connect(&tray, &TrayPane::colourPicked, this, [this](const QStringList &ids, MarkColour colour) {
        change(ids, [colour](Passage &passage) { passage.colour = colour; });
    });
    connect(&tray, &TrayPane::starPicked, this, [this](const QStringList &ids, bool isStarred) {
        change(ids, [isStarred](Passage &passage) { passage.starred = isStarred; });
    });
    connect(&tray, &TrayPane::tagsRequested, this, [this](const QStringList &ids) {
        const QRect card =
            m_rooms.tray.cardRect(ids.value(0)).translated(m_rooms.tray.mapTo(m_window, QPoint()));
        pickTags(ids, card);
    });
    connect(&tray, &TrayPane::removeRequested, this, &MarkEditing::remove);
}

void MarkEditing::nameColours()
{
    const MainActions &actions = m_rooms.actions;
    for (size_t i = 0; i < actions.markColours.size(); ++i)
        actions.markColours[i]->setText(tr("Keep in: %1").arg(m_rooms.theme.colourName(MarkColour(i))));
}

void MarkEditing::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    m_rooms.reader.setMarks(m_marks);
}

bool MarkEditing::canKeep()
{
    if (!m_history)
        m_rooms.messages.post(MessageKind::Error, m_whyNot);
    return m_history != nullptr;
}

bool MarkEditing::done(const Result<void> &result)
{
    if (!result)
        m_rooms.messages.post(MessageKind::Error, result.error().toString());
    return result.ok();
}

QString MarkEditing::keep(TextRange range, MarkColour colour)
{
    const ArticlePtr article = m_rooms.reader.article();
    if (!article || range.isEmpty() || !canKeep())
        return {};
    const auto same = std::find_if(m_marks.begin(), m_marks.end(),
                                   [range](const Mark &mark) { return mark.range == range; });
    if (same != m_marks.end()) {
        const QString id = same->passageId;
        change({id}, [colour](Passage &passage) { passage.colour = colour; });
        return id;
    }
    Passage passage = Passage::cut(*article, range);
    passage.colour = colour;
    const Result<Passage> kept = m_history->add(std::move(passage));
    if (!kept) {
        m_rooms.messages.post(MessageKind::Error,
                              tr("The passage was not kept. %1").arg(kept.error().toString()));
        return {};
    }
    m_rooms.reader.clearSelection();
    m_rooms.actions.showMarks->setChecked(true); // what was just kept is to be seen
    Q_EMIT changed();
    m_rooms.tray.present(kept->id);
    m_rooms.reader.selectMark(kept->id);
    m_lastKept = kept->id;
    return kept->id;
}

void MarkEditing::keepSelection(MarkColour colour)
{
    const TextRange range = m_rooms.reader.selection();
    if (range.isEmpty())
        m_rooms.messages.post(MessageKind::Info, tr("Select words in the article first; H then keeps them."));
    else
        keep(range, colour);
}

void MarkEditing::colourSelection(MarkColour colour)
{
    const Mark *selected = mark(m_rooms.reader.selectedMark());
    if (!selected || !m_rooms.reader.selection().isEmpty())
        return keepSelection(colour);
    change({selected->passageId}, [colour](Passage &passage) { passage.colour = colour; });
}

const Mark *MarkEditing::mark(const QString &id) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&id](const Mark &mark) { return mark.passageId == id; });
    return found == m_marks.end() ? nullptr : &*found;
}

const Mark *MarkEditing::markAt(TextRange range) const
{
    const Mark *selected = mark(m_rooms.reader.selectedMark());
    if (range.isEmpty() || (selected && selected->range.intersects(range)))
        return selected;
    const Mark *found = nullptr;
    for (const Mark &mark : m_marks)
        if (mark.range.intersects(range) && (!found || mark.range.length() < found->range.length()))
            found = &mark;
    return found;
}

const Mark *MarkEditing::markToJoin() const
{
    if (const Mark *selected = mark(m_rooms.reader.selectedMark()))
        return selected;
    if (const Mark *last = mark(m_lastKept))
        return last;
    const auto createdOf = [this](const Mark &mark) {
        const Passage *passage = m_history->store().find(mark.passageId);
        return passage ? passage->created : QDateTime();
    };
    const auto newest = std::max_element(m_marks.begin(), m_marks.end(), [&](const Mark &a, const Mark &b) {
        return createdOf(a) < createdOf(b);
    });
    return newest == m_marks.end() ? nullptr : &*newest;
}

QString MarkEditing::passageMeant(TextRange range)
{
    if (const Mark *known = markAt(range))
        return known->passageId;
    if (!range.isEmpty())
        return keep(range, MarkColour::Yellow);
    if (!mark(m_lastKept)) {
        m_rooms.messages.post(MessageKind::Info, tr("Select words or a passage in the article first."));
        return {};
    }
    return m_lastKept;
}

void MarkEditing::addToPassage(TextRange range)
{
    const ArticlePtr article = m_rooms.reader.article();
    if (!article || !canKeep())
        return;
    const Mark *known = range.isEmpty() ? nullptr : markToJoin();
    if (!known) {
        m_rooms.messages.post(
            MessageKind::Info,
            range.isEmpty() ? tr("Select words in the article first; Shift+H then adds them to the passage.")
                            : tr("There is no passage in this article yet. H keeps the words as one."));
        return;
    }
    const QString id = known->passageId;
    cutAnew(*known, withPiece(known->parts(), range, article->text()));
    m_rooms.reader.clearSelection();
    m_rooms.reader.selectMark(id);
    m_lastKept = id;
}

void MarkEditing::leaveOut(TextRange range)
{
    const ArticlePtr article = m_rooms.reader.article();
    const Mark *known = range.isEmpty() ? nullptr : markAt(range);
    if (!article || !canKeep())
        return;
    if (!known) {
        m_rooms.messages.post(MessageKind::Info,
                              tr("Select words inside a passage first; X then leaves them out of it."));
        return;
    }
    const std::vector<TextRange> pieces = withoutStretch(known->parts(), range, article->text());
    if (pieces.empty()) {
        m_rooms.messages.post(MessageKind::Info, tr("Nothing would be left of the passage. Del removes it."));
        return;
    }
    const QString id = known->passageId;
    cutAnew(*known, pieces);
    m_rooms.reader.clearSelection();
    m_rooms.reader.selectMark(id);
}

void MarkEditing::moveEnds(const QString &id, TextRange ends)
{
    const Mark *known = mark(id);
    const std::vector<TextRange> pieces = known ? withEnds(known->parts(), ends) : std::vector<TextRange>();
    if (!pieces.empty() && canKeep())
        cutAnew(*known, pieces);
    else
        Q_EMIT changed();
}

void MarkEditing::cutAnew(const Mark &mark, const std::vector<TextRange> &pieces)
{
    const ArticlePtr article = m_rooms.reader.article();
    change({mark.passageId}, [&](Passage &passage) { passage = recut(passage, *article, pieces); });
}

void MarkEditing::writeNote(TextRange range)
{
    const QString id = passageMeant(range);
    if (id.isEmpty())
        return;
    m_rooms.actions.showMarks->setChecked(true);
    m_rooms.reader.clearSelection();
    m_rooms.reader.editNote(id);
}

void MarkEditing::toggleStar()
{
    if (const QString id = passageMeant(m_rooms.reader.selection()); !id.isEmpty())
        change({id}, [](Passage &passage) { passage.starred = !passage.starred; });
}

void MarkEditing::remove(const QStringList &ids)
{
    if (canKeep() && done(m_history->remove(ids)))
        Q_EMIT changed();
}

void MarkEditing::pickTags(const QStringList &ids, const QRect &place)
{
    if (!canKeep() || ids.isEmpty())
        return;
    m_tagged = ids;
    refreshTags();
    const QRect middle(m_window->rect().center() - QPoint(140, 120), QSize(280, 1));
    m_tagPicker->popup(place.isEmpty() ? middle : place, ids.size() == 1
                                                             ? tr("Tags of the passage")
                                                             : tr("Tags of %1 passages").arg(ids.size()));
}

void MarkEditing::refreshTags()
{
    if (m_tagged.isEmpty())
        return;
    struct Use
    {
        int all = 0;
        int tagged = 0; ///< of those whose tags are being picked
    };
    QMap<QString, Use> uses;
    for (const Passage &passage : m_history->store().passages()) {
        for (const QString &tag : passage.tags) {
            ++uses[tag].all;
            uses[tag].tagged += m_tagged.contains(passage.id) ? 1 : 0;
        }
    }
    std::vector<TagChoice> choices;
    for (auto use = uses.cbegin(); use != uses.cend(); ++use) {
        const Qt::CheckState state = use->tagged == 0                 ? Qt::Unchecked
                                     : use->tagged == m_tagged.size() ? Qt::Checked
                                                                      : Qt::PartiallyChecked;
        choices.push_back({use.key(), use->all, state});
    }
    // Those that are set stand first, and each group in the order of the alphabet.
    std::stable_sort(choices.begin(), choices.end(), [](const TagChoice &a, const TagChoice &b) {
        const bool isSet = a.state != Qt::Unchecked;
        const bool otherIsSet = b.state != Qt::Unchecked;
        return isSet != otherIsSet ? isSet : a.tag.localeAwareCompare(b.tag) < 0;
    });
    m_tagPicker->setChoices(std::move(choices));
}

void MarkEditing::setTags(const QStringList &added, const QStringList &removed)
{
    change(m_tagged, [&](Passage &passage) {
        for (const QString &tag : added)
            if (!passage.tags.contains(tag))
                passage.tags += tag;
        for (const QString &tag : removed)
            passage.tags.removeAll(tag);
    });
}

void MarkEditing::change(const QStringList &ids, const std::function<void(Passage &)> &edit)
{
    if (!canKeep())
        return;
    std::vector<Passage> edited;
    for (const QString &id : ids) {
        if (const Passage *passage = m_history->store().find(id)) {
            edited.push_back(*passage);
            edit(edited.back());
        }
    }
    done(m_history->update(std::move(edited)));
    Q_EMIT changed();
}

} // namespace Lectern
