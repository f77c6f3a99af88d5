// SPDX-License-Identifier: MIT
// Of names that overlap, those that don't and count most together.
#ifndef MATN_DETAIL_BEST_OVERLAPS_HPP
#define MATN_DETAIL_BEST_OVERLAPS_HPP

#include <matn/detail/buffer.hpp>

#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

struct best_overlaps_work {
    buffer<float> gains;
    buffer<std::uint32_t> taken;
};

// Leaves those hits, which come in the order of their begins. `value(hit)`: what one counts.
template <class Hit, class Value>
void keep_best(buffer<Hit>& hits, best_overlaps_work& work, Value&& value) {
    const std::size_t n = hits.size();
    work.gains.assign(n + 1, 0);
    work.taken.assign(n + 1, 0);
    // From the last to the first: the best of what begins at or behind hit i is the best without it, or it and the best behind its end.
    for (std::size_t i = n; i-- > 0;) {
        std::size_t from = i + 1, count = n - i - 1;
        while (count > 0) {
            const std::size_t half = count / 2;
            if (hits[from + half].at.begin < hits[i].at.end) {
                from += half + 1;
                count -= half + 1;
            } else {
                count = half;
            }
        }
        const float with = work.gains[from] + value(hits[i]);
        work.gains[i] = with > work.gains[i + 1] ? with : work.gains[i + 1];
        if (with > work.gains[i + 1]) work.taken[i] = static_cast<std::uint32_t>(from);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < n;) {
        const std::size_t next = work.taken[i];
        if (next != 0) hits[kept++] = hits[i];
        i = next == 0 ? i + 1 : next;
    }
    hits.resize(kept);
}

}}} // namespace matn::v0::detail

#endif
