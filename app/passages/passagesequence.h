#pragma once

#include "text/passage.h"

#include <iterator>
#include <memory>

namespace Lectern {

/// Passages in an order, as a vector shows them, but passages that stand still are not touched when one comes
/// or goes: what moves is a pointer each. A reference to a passage is valid until that passage is changed or
/// removed. Copies share the passages.
class PassageSequence
{
public:
    using Kept = std::shared_ptr<const Passage>;

    class Iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Passage;
        using difference_type = std::ptrdiff_t;
        using pointer = const Passage *;
        using reference = const Passage &;

        Iterator() = default;
        explicit Iterator(const Kept *at)
            : m_at(at)
        {}
        reference operator*() const { return **m_at; }
        pointer operator->() const { return m_at->get(); }
        reference operator[](difference_type n) const { return *m_at[n]; }
        Iterator &operator++() { return *this += 1; }
        Iterator &operator--() { return *this += -1; }
        Iterator operator++(int) { return Iterator(m_at++); }
        Iterator operator--(int) { return Iterator(m_at--); }
        Iterator &operator+=(difference_type n)
        {
            m_at += n;
            return *this;
        }
        Iterator &operator-=(difference_type n) { return *this += -n; }
        Iterator operator+(difference_type n) const { return Iterator(m_at + n); }
        Iterator operator-(difference_type n) const { return Iterator(m_at - n); }
        friend Iterator operator+(difference_type n, const Iterator &at) { return at + n; }
        difference_type operator-(const Iterator &other) const { return m_at - other.m_at; }
        auto operator<=>(const Iterator &) const = default;

    private:
        const Kept *m_at = nullptr;
    };
    using const_iterator = Iterator;
    using value_type = Passage;

    size_t size() const { return m_kept.size(); }
    bool empty() const { return m_kept.empty(); }
    const Passage &operator[](size_t index) const { return *m_kept[index]; }
    const Passage &front() const { return *m_kept.front(); }
    const Passage &back() const { return *m_kept.back(); }
    Iterator begin() const { return Iterator(m_kept.data()); }
    Iterator end() const { return Iterator(m_kept.data() + m_kept.size()); }
    const Kept &shared(size_t index) const { return m_kept[index]; }

    void push_back(Passage passage) { m_kept.push_back(std::make_shared<const Passage>(std::move(passage))); }
    void push_back(Kept passage) { m_kept.push_back(std::move(passage)); }
    void insert(size_t index, Kept passage)
    {
        m_kept.insert(m_kept.begin() + qsizetype(index), std::move(passage));
    }
    void replace(size_t index, Kept passage) { m_kept[index] = std::move(passage); }
    void erase(size_t index) { m_kept.erase(m_kept.begin() + qsizetype(index)); }
    void clear() { m_kept.clear(); }
    void reserve(size_t size) { m_kept.reserve(size); }

    /// A copy of every passage, for whoever keeps values.
    operator std::vector<Passage>() const { return {begin(), end()}; } // NOLINT(google-explicit-constructor)

    friend bool operator==(const PassageSequence &a, const PassageSequence &b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    friend bool operator==(const PassageSequence &a, const std::vector<Passage> &b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    std::vector<Kept> m_kept;
};

} // namespace Lectern
