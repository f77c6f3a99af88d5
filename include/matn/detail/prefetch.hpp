// SPDX-License-Identifier: MIT
// Sends for memory that will be read soon.
#ifndef MATN_DETAIL_PREFETCH_HPP
#define MATN_DETAIL_PREFETCH_HPP

#include <matn/version.hpp>

namespace matn { inline namespace v0 { namespace detail {

inline void prefetch(const void* p) noexcept {
#if defined(__GNUC__)
    __builtin_prefetch(p);
#else
    (void)p;
#endif
}

}}} // namespace matn::v0::detail

#endif
