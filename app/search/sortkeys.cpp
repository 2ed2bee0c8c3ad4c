#include "search/sortkeys.h"

#include <unicode/ucol.h>

#include <algorithm>

namespace Lectern {

struct Collation::Impl
{
    UCollator *collator = nullptr;
    std::vector<quint8> key;
};

Collation::Collation()
    : m_impl(std::make_unique<Impl>())
{
    UErrorCode status = U_ZERO_ERROR;
    m_impl->collator = ucol_open("", &status); // the root collation is built into ICU
    ucol_setAttribute(m_impl->collator, UCOL_STRENGTH, UCOL_SECONDARY, &status);
    ucol_setAttribute(m_impl->collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
    ucol_setAttribute(m_impl->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    Q_ASSERT(U_SUCCESS(status));
    m_impl->key.resize(256);
}

Collation::~Collation()
{
    ucol_close(m_impl->collator);
}

QByteArrayView Collation::key(const QString &text)
{
    const auto *letters = reinterpret_cast<const UChar *>(text.utf16());
    const auto make = [&] {
        return ucol_getSortKey(m_impl->collator, letters, int32_t(text.size()), m_impl->key.data(),
                               int32_t(m_impl->key.size()));
    };
    int32_t size = make(); // with the closing zero
    if (size > int32_t(m_impl->key.size())) {
        m_impl->key.resize(size_t(size));
        size = make();
    }
    // 0x01 divides the levels: a key that begins with it has no letters.
    if (size <= 1 || m_impl->key[0] == 1)
        return {};
    return {m_impl->key.data(), size - 1};
}

ShortKey ShortKey::of(QByteArrayView key)
{
    if (key.isEmpty())
        return {};
    const auto eight = [key](qsizetype from) {
        quint64 number = 0;
        for (qsizetype i = from; i < from + 8; ++i)
            number = number << 8 | (i < key.size() ? quint8(key[i]) : 0);
        return number;
    };
    return {eight(0), eight(8)};
}

QByteArrayView SortKeys::at(quint32 index) const
{
    const size_t start = std::min<size_t>(index == 0 ? 0 : ends[index - 1], letters.size());
    const size_t end = std::clamp<size_t>(ends[index], start, letters.size());
    return {letters.data() + start, qsizetype(end - start)};
}

void SortKeysStorage::append(QByteArrayView key)
{
    m_letters.insert(m_letters.end(), key.begin(), key.end());
    m_ends.push_back(quint32(m_letters.size()));
}

void SortKeysStorage::squeeze()
{
    m_letters.shrink_to_fit();
    m_ends.shrink_to_fit();
}

} // namespace Lectern
