#include "passages/passagelist.h"

#include <algorithm>

namespace Lectern {

namespace {

/// So many edits are done one after another; with more it is cheaper to put all in order once.
constexpr size_t fewEdits = 32;

bool concernsCollections(const PassageEdit &edit)
{
    return edit.kind == PassageEdit::Kind::PutCollection ||
           edit.kind == PassageEdit::Kind::RemoveCollection || edit.kind == PassageEdit::Kind::NameColour;
}

} // namespace

int PassageList::indexOf(const QString &id) const
{
    const auto place = m_places.constFind(id);
    if (place == m_places.constEnd())
        return -1;
    const auto first = std::lower_bound(m_positions.begin(), m_positions.end(), *place);
    auto index = size_t(first - m_positions.begin());
    while (m_passages[index].id != id) // positions are different unless somebody else wrote the file
        ++index;
    return int(index);
}

int PassageList::collectionIndexOf(const QString &id) const
{
    const auto found = std::find_if(m_collections.begin(), m_collections.end(),
                                    [&](const Collection &collection) { return collection.id == id; });
    return found == m_collections.end() ? -1 : int(found - m_collections.begin());
}

void PassageList::setPassages(std::vector<Placed> passages)
{
    const auto before = [](const Placed &a, const Placed &b) {
        return a.position != b.position ? a.position < b.position : a.passage->id < b.passage->id;
    };
    if (!std::is_sorted(passages.begin(), passages.end(), before))
        std::sort(passages.begin(), passages.end(), before);
    m_passages.clear();
    m_positions.clear();
    m_places.clear();
    m_passages.reserve(passages.size());
    m_positions.reserve(passages.size());
    m_places.reserve(qsizetype(passages.size()));
    for (Placed &each : passages) {
        m_places.insert(each.passage->id, each.position);
        m_positions.push_back(each.position);
        m_passages.push_back(std::move(each.passage));
    }
}

void PassageList::apply(const PassageEdits &edits)
{
    if (edits.size() > fewEdits)
        return applyMany(edits);
    for (const PassageEdit &edit : edits) {
        if (edit.kind == PassageEdit::Kind::Clear)
            clear();
        else if (concernsCollections(edit))
            applyToCollections(edit);
        else
            applyOne(edit);
    }
}

PassageEdits PassageList::edits() const
{
    PassageEdits edits{PassageEdit::clear()};
    for (size_t i = 0; i < m_passages.size(); ++i)
        edits.push_back(PassageEdit::put(m_passages[i], m_positions[i]));
    for (size_t i = 0; i < m_collections.size(); ++i)
        edits.push_back(PassageEdit::put(m_collections[i], int(i)));
    for (int i = 0; i < markColourCount; ++i)
        if (const QString &name = colourName(MarkColour(i)); !name.isEmpty())
            edits.push_back(PassageEdit::nameColour(MarkColour(i), name));
    return edits;
}

void PassageList::applyOne(const PassageEdit &edit)
{
    const int found = indexOf(edit.id);
    const auto index = size_t(found);
    if (found < 0) {
        if (edit.kind == PassageEdit::Kind::Put)
            insert(std::make_shared<const Passage>(edit.passage), edit.position);
        return;
    }
    if (edit.kind == PassageEdit::Kind::Put && m_positions[index] == edit.position) {
        m_passages.replace(index, std::make_shared<const Passage>(edit.passage));
        return;
    }
    PassageSequence::Kept kept = m_passages.shared(index);
    m_passages.erase(index);
    m_positions.erase(m_positions.begin() + found);
    m_places.remove(edit.id);
    if (edit.kind == PassageEdit::Kind::Put)
        kept = std::make_shared<const Passage>(edit.passage);
    if (edit.kind != PassageEdit::Kind::Remove)
        insert(std::move(kept), edit.position);
}

void PassageList::insert(PassageSequence::Kept passage, double position)
{
    auto place = std::lower_bound(m_positions.begin(), m_positions.end(), position) - m_positions.begin();
    while (size_t(place) < m_positions.size() && m_positions[size_t(place)] == position &&
           m_passages[size_t(place)].id < passage->id)
        ++place;
    m_places.insert(passage->id, position);
    m_positions.insert(m_positions.begin() + place, position);
    m_passages.insert(size_t(place), std::move(passage));
}

void PassageList::applyMany(const PassageEdits &edits)
{
    QHash<QString, Placed> kept;
    kept.reserve(qsizetype(m_passages.size() + edits.size()));
    for (size_t i = 0; i < m_passages.size(); ++i)
        kept.insert(m_passages[i].id, {m_passages.shared(i), m_positions[i]});
    for (const PassageEdit &edit : edits) {
        if (concernsCollections(edit)) {
            applyToCollections(edit);
        } else if (edit.kind == PassageEdit::Kind::Clear) {
            clear();
            kept.clear();
        } else if (edit.kind == PassageEdit::Kind::Put) {
            kept.insert(edit.id, {std::make_shared<const Passage>(edit.passage), edit.position});
        } else if (edit.kind == PassageEdit::Kind::Remove) {
            kept.remove(edit.id);
        } else if (const auto place = kept.find(edit.id); place != kept.end()) {
            place->position = edit.position;
        }
    }

    setPassages({kept.cbegin(), kept.cend()});
}

void PassageList::applyToCollections(const PassageEdit &edit)
{
    if (edit.kind == PassageEdit::Kind::NameColour) {
        setColourName(edit.colour, edit.name);
        return;
    }
    const int index = collectionIndexOf(edit.id);
    if (index >= 0)
        m_collections.erase(m_collections.begin() + index);
    if (edit.kind == PassageEdit::Kind::PutCollection) {
        const auto place =
            std::clamp<qsizetype>(qsizetype(edit.position), 0, qsizetype(m_collections.size()));
        m_collections.insert(m_collections.begin() + place, edit.collection);
    }
}

void PassageList::clear()
{
    m_passages.clear();
    m_positions.clear();
    m_places.clear();
    m_collections.clear();
    m_colourNames = {};
}

} // namespace Lectern
