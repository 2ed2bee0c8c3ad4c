#pragma once

#include <QString>

namespace Lectern::Testing {

/// Two accounts of one event, which share a quotation, and one of another.
inline const QString bridge = QStringLiteral(
    "The Ferrow Bridge in Tarnmouth was closed on Tuesday after engineers found a cracked bearing below its "
    "southern arch.\n"
    "“Nobody will cross it until we know more,” said Ellen Moss, who leads the harbour council.\n"
    "A ferry takes people across the Ferrow every hour. The repair may cost 3.4 million.");
inline const QString bridgeAgain = QStringLiteral(
    "Engineers closed the Ferrow Bridge in Tarnmouth until further notice. A bearing below the southern arch "
    "has a crack, "
    "the harbour council said.\n“Nobody will cross it until we know more,” Ellen Moss told reporters.\n"
    "Since Wednesday a ferry has been carrying commuters over the Ferrow.");
inline const QString lighthouse = QStringLiteral(
    "A boy of ten kept the lighthouse of Skerry Point lit by hand when its motor failed in the fog.\n"
    "The crew of a fishing boat saw the light and came home. “He is the keeper now,” said Ingrid Lund.");

} // namespace Lectern::Testing
