#pragma once

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace Lectern {

/// Makes keys whose bytes compare as people order words: the root collation of Unicode (UTS #10) without
/// regard to case and punctuation, numbers by their value. The same everywhere, whatever the language of the
/// desktop. For one thread.
class Collation final
{
public:
    Collation();
    ~Collation();
    Q_DISABLE_COPY_MOVE(Collation)

    /// Empty for a text without letters or digits; valid until the next call.
    QByteArrayView key(const QString &text);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The first sixteen bytes of a key as numbers that order as they do, filled up with zeros, which keys do not hold.
/// That of an empty key comes last.
struct ShortKey
{
    quint64 first = ~quint64(0);
    quint64 second = ~quint64(0);

    static ShortKey of(QByteArrayView key);
    /// Whether it is more than the beginning of a key: then equal ones are of equal keys.
    bool isWhole() const { return (second & 0xff) == 0 || (~first == 0 && ~second == 0); }
    auto operator<=>(const ShortKey &) const = default;
};

static_assert(std::is_trivially_copyable_v<ShortKey> && sizeof(ShortKey) == 16);

/// The keys of many texts, one behind the other. A view; whatever the arrays hold, it stays within them.
struct SortKeys
{
    std::span<const char> letters;
    std::span<const quint32> ends; ///< in letters, of each key

    QByteArrayView at(quint32 index) const;
};

/// The arrays of SortKeys while keys are added, and their owner afterwards.
class SortKeysStorage final
{
public:
    void append(QByteArrayView key);
    void squeeze();
    SortKeys keys() const { return {m_letters, m_ends}; }

private:
    std::vector<char> m_letters;
    std::vector<quint32> m_ends;
};

} // namespace Lectern
