#include "text/wordunits.h"

#include "text/foldcluster.h"

#include <memory>

namespace Lectern {

namespace {

bool needsFold(SimpleClass simpleClass)
{
    switch (simpleClass) {
    case SimpleClass::NotSimple:
    case SimpleClass::Blank:
    case SimpleClass::Other:
        return false;
    default:
        return true;
    }
}

WordUnit unitOf(char16_t c)
{
    const SimpleClass simple = simpleClass(c);
    if (!needsFold(simple))
        return {simple, false, {}};
    if (simple == SimpleClass::Mark && !beginsCluster(c))
        return {simple, false, {}};
    const QByteArray folded = foldedCluster(QStringView(&c, 1)).toUtf8();
    if (folded.isEmpty() || size_t(folded.size()) > WordUnit::maximumBytes)
        return {};
    return {simple, isJoint(c), folded};
}

} // namespace

const WordUnits::Page WordUnits::unknown{};

WordUnit::WordUnit(SimpleClass simpleClass, bool isJoint, const QByteArray &folded)
    : m_bits(quint32(simpleClass) << classShift | quint32(folded.size()) << lengthShift)
{
    Q_ASSERT(size_t(folded.size()) <= maximumBytes);
    for (qsizetype i = 0; i < folded.size(); ++i)
        m_bits |= quint32(quint8(folded[i])) << (8 * i);
    if (isJoint)
        m_bits |= jointBit;
    if (simpleClass == SimpleClass::Letter || simpleClass == SimpleClass::Digit ||
        simpleClass == SimpleClass::Underscore)
        m_bits |= joinsBit;
}

WordUnits::WordUnits()
{
    for (std::atomic<const Page *> &page : m_pages)
        page.store(&unknown, std::memory_order_relaxed);
    learn(u'a');
}

const WordUnits &WordUnits::instance()
{
    static const WordUnits units;
    return units;
}

bool WordUnits::learn(char16_t c) const
{
    std::atomic<const Page *> &slot = m_pages[c >> 8];
    const Page *before = slot.load(std::memory_order_acquire);
    if (before != &unknown)
        return false;
    auto made = std::make_unique<Page>();
    for (size_t i = 0; i < made->size(); ++i)
        (*made)[i] = unitOf(char16_t((c & 0xff00) + i));
    if (slot.compare_exchange_strong(before, made.get(), std::memory_order_acq_rel))
        static_cast<void>(made.release());
    return true;
}

} // namespace Lectern
