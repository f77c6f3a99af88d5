// SPDX-License-Identifier: MIT
// The only place in the library that throws.
#ifndef MATN_DETAIL_FAIL_HPP
#define MATN_DETAIL_FAIL_HPP

#include <matn/version.hpp>

#include <cstddef>
#include <cstdlib>
#if defined(__cpp_exceptions)
#include <stdexcept>
#endif

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::size_t longest_text = 0xFFFF'FFFE; // offsets are 32 bits, and one-past-the-end must fit too

[[noreturn]] inline void text_too_long() {
#if defined(__cpp_exceptions)
    throw std::length_error("matn: a text of 4 GiB or more; read it in pieces (matn/pieces.hpp)");
#else
    std::abort();
#endif
}

// Every entry point that takes a whole text asks this first.
constexpr void check_length(std::size_t bytes) {
    if (bytes > longest_text) text_too_long();
}

}}} // namespace matn::v0::detail

#endif
