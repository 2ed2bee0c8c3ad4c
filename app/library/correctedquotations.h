#pragma once

#include "library/quotationcorrection.h"

namespace Lectern {

/// Quotations with what the user has said about them.
struct CorrectedQuotations
{
    std::vector<Quotation> quotations; ///< ascending; a speaker whom only the user knows has no place
    std::vector<bool> isCorrected;     ///< of each: the user has said who speaks
};

/// The quotations of an article as the user has corrected them: other speakers, what is no quotation left
/// out, what the rules do not see added, the same person under one name.
CorrectedQuotations correctedQuotations(const Article &article, const QuotationCorrections &corrections);

} // namespace Lectern
