// SPDX-License-Identifier: MIT
// Heap sort of plain values: what <algorithm> would cost to include is more than the headers that need it.
#ifndef MATN_DETAIL_SORT_HPP
#define MATN_DETAIL_SORT_HPP

#include <matn/version.hpp>

#include <cstddef>

namespace matn { inline namespace v0 { namespace detail {

// Puts `count` values in order; equal ones in any. Never slower than count * log(count), whatever comes in; takes no memory.
template <class T, class Before>
constexpr void sort(T* values, std::size_t count, const Before& before) noexcept {
    const auto exchange = [values](std::size_t a, std::size_t b) {
        const T held = values[a];
        values[a] = values[b];
        values[b] = held;
    };
    const auto sink = [&](std::size_t at, std::size_t end) {
        for (;;) {
            std::size_t child = 2 * at + 1;
            if (child >= end) return;
            if (child + 1 < end && before(values[child], values[child + 1])) ++child;
            if (!before(values[at], values[child])) return;
            exchange(at, child);
            at = child;
        }
    };
    for (std::size_t i = count / 2; i-- > 0;) sink(i, count);
    for (std::size_t end = count; end > 1;) {
        exchange(0, --end);
        sink(0, end);
    }
}
template <class T>
constexpr void sort(T* values, std::size_t count) noexcept {
    sort(values, count, [](const T& a, const T& b) { return a < b; });
}

}}} // namespace matn::v0::detail

#endif
