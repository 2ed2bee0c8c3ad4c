#pragma once

#include <QString>
#include <QStringList>

namespace Lectern {

/// A byline taken apart, as far as that is sure: an agency, an organisation or a name in a script whose order
/// we do not know stays as it was printed.
struct PersonName
{
    QString given;
    QString family; ///< with its particle: "van der Berg"; empty when the name was not taken apart
    QString suffix; ///< "Jr.", "III"
    QString whole;  ///< as printed

    /// Never a guess that turns an agency into a person: a given name, initials, particles and a family name
    /// in Latin script, capitalised, without the words of organisations. Two whole words in the middle or in
    /// front ("Gabriel García Márquez") may belong to either, so such a name stays as it is.
    static PersonName read(const QString &byline);

    bool isPerson() const { return !family.isEmpty(); }
    /// "Lund, Ada", "Davis, Sammy, Jr."; as printed when it was not taken apart.
    QString inverted() const;
    /// "Lund, A. B."; as printed when it was not taken apart.
    QString withInitials() const;

    bool operator==(const PersonName &) const = default;
};

} // namespace Lectern
