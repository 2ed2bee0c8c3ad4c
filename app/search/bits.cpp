#include "search/bits.h"

namespace Lectern::Bits {

// Chosen when the program starts: with the instruction that counts bits, where the machine has it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
__attribute__((target_clones("popcnt", "default")))
#endif
quint32 count(const quint64 *words, size_t size)
{
    quint32 total = 0;
    for (size_t i = 0; i < size; ++i)
        total += quint32(std::popcount(words[i]));
    return total;
}

} // namespace Lectern::Bits
