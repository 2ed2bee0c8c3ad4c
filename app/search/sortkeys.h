#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
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

/// The keys of many texts, one behind the other.
class SortKeys final
{
public:
    void append(QByteArrayView key);
    QByteArrayView at(quint32 index) const;
    qint64 bytes() const;
    void squeeze();

private:
    std::vector<char> m_letters;
    std::vector<quint32> m_ends;
};

} // namespace Lectern
