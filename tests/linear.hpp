// SPDX-License-Identifier: MIT
// Whether work on a flood of bytes takes time in proportion to their number.
#ifndef MATN_TESTS_LINEAR_HPP
#define MATN_TESTS_LINEAR_HPP

#include <ctime>
#include <string>
#include <string_view>

namespace linear {

// How long the shorter flood is. Sanitizers make everything slow, and the growth is the same.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t flood_size = std::size_t{1} << 17;
#else
inline constexpr std::size_t flood_size = std::size_t{1} << 20;
#endif

// At least `size` bytes of `head` and then `unit` again and again.
inline std::string flood(std::string_view head, std::string_view unit, std::size_t size) {
    std::string text(head);
    while (text.size() < size) text += unit;
    return text;
}

// The least of five processor times, in clock ticks: what disturbs a run only makes it longer.
template <class Work>
double least_time(std::string_view text, const Work& work) {
    double least = 0;
    for (int run = 0; run < 5; ++run) {
        const std::clock_t begin = std::clock();
        work(text);
        const auto took = static_cast<double>(std::clock() - begin);
        if (run == 0 || took < least) least = took;
    }
    return least;
}

// Time of a flood over time of half of it: 2 where time is linear, 4 where it is quadratic. A machine that is busy gets three tries.
template <class Work>
double growth(std::string_view head, std::string_view unit, const Work& work) {
    const std::string once = flood(head, unit, flood_size), twice = flood(head, unit, 2 * flood_size);
    double best = 0;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const double floor = CLOCKS_PER_SEC / 2000.0; // what is over in half a millisecond is not measured well, and linear
        const double small = least_time(once, work), large = least_time(twice, work);
        const double ratio = large / (small > floor ? small : floor);
        if (attempt == 0 || ratio < best) best = ratio;
        if (best <= 3) break;
    }
    return best;
}

} // namespace linear

#endif
