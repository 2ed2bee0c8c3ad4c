#pragma once

#include <QSet>
#include <QString>

namespace Lectern {

/// The forty or so commonest words of a language, folded: two texts that share only these share nothing.
class FrequentWords
{
public:
    /// Of English, German, French and Spanish; of all four for any other language.
    static const FrequentWords &of(const QString &language);

    bool contains(const QString &folded) const { return m_words.contains(folded); }

private:
    explicit FrequentWords(const QStringList &lists);

    QSet<QString> m_words;
};

} // namespace Lectern
