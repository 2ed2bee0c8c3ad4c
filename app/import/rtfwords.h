#pragma once

#include <QByteArrayView>
#include <QString>

namespace Lectern {

/// True for the words that open a destination which holds no words of the text: pictures, headers, footers,
/// indexes, tables of numbers.
bool isLeftOutOfRtf(QByteArrayView word);
/// True for the destinations that older programs need not know (\*) and that hold words of the text.
bool isKnownToRtf(QByteArrayView word);
/// The character that a word stands for; 0 when it is none.
char16_t rtfCharacter(QByteArrayView word);
/// The web or mail address in the instruction of a field (HYPERLINK "..."); "" when there is none.
QString rtfLink(const QString &instruction);

} // namespace Lectern
