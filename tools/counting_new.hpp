// SPDX-License-Identifier: MIT
// Replaces operator new by one that knows how many bytes are held: for programs of one file that measure memory.
#ifndef MATN_TOOLS_COUNTING_NEW_HPP
#define MATN_TOOLS_COUNTING_NEW_HPP

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace counting_new {

inline std::size_t in_use = 0;      ///< bytes asked for and not yet given back
inline std::size_t most_in_use = 0; ///< the most that `in_use` has been; a program sets it back where it begins to measure

inline constexpr std::size_t header = 16; // before each block: its size

inline void* take(std::size_t size) {
    void* const block = std::malloc(size + header);
    if (block == nullptr) throw std::bad_alloc();
    *static_cast<std::size_t*>(block) = size;
    in_use += size;
    most_in_use = std::max(most_in_use, in_use);
    return static_cast<char*>(block) + header;
}
inline void give_back(void* p) noexcept {
    if (p == nullptr) return;
    void* const block = static_cast<char*>(p) - header;
    in_use -= *static_cast<std::size_t*>(block);
    std::free(block);
}

} // namespace counting_new

// No replacement may be inline: this header goes into the one file of a program.
void* operator new(std::size_t size) { return counting_new::take(size); }
void* operator new[](std::size_t size) { return counting_new::take(size); }
void operator delete(void* p) noexcept { counting_new::give_back(p); }
void operator delete[](void* p) noexcept { counting_new::give_back(p); }
void operator delete(void* p, std::size_t) noexcept { counting_new::give_back(p); }
void operator delete[](void* p, std::size_t) noexcept { counting_new::give_back(p); }

#endif
