// SPDX-License-Identifier: MIT
// The best alignment itself, where its weight is not enough: which letters stand for which.
#ifndef MATN_DETAIL_NAME_PATH_HPP
#define MATN_DETAIL_NAME_PATH_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_align.hpp>
#include <matn/detail/name_same_script.hpp>
#include <matn/detail/name_spelling.hpp>
#include <matn/utf8.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// One step: how many letters of each side it takes, and what it weighs.
struct path_step {
    std::uint8_t a = 0, b = 0;
    int weight = 0;
};

// The steps of the best way through two names, last one first. `step_weight(i, j, a, b)` weighs a step that ends before letters i and j.
template <class StepWeight>
void best_path(std::uint32_t a_size, std::uint32_t b_size, std::uint8_t most_b, StepWeight step_weight, buffer<path_step>& out) {
    const std::size_t width = b_size + 1;
    buffer<int> weights((a_size + 1) * width, no_way);
    buffer<path_step> last((a_size + 1) * width);
    weights[0] = 0;
    for (std::uint32_t i = 0; i <= a_size; ++i)
        for (std::uint32_t j = 0; j <= b_size; ++j)
            for (std::uint8_t a = 0; a <= 1 && a <= i; ++a)
                for (std::uint8_t b = 0; b <= (a == 0 ? 1 : most_b) && b <= j; ++b) {
                    if (a == 0 && b == 0) continue;
                    const int step = step_weight(i, j, a, b);
                    const int before = weights[(i - a) * width + j - b];
                    if (step == no_way || before == no_way || before + step <= weights[i * width + j]) continue;
                    weights[i * width + j] = before + step;
                    last[i * width + j] = {a, b, step};
                }
    out.clear();
    for (std::uint32_t i = a_size, j = b_size; i != 0 || j != 0;) {
        const path_step s = last[i * width + j];
        if (s.a == 0 && s.b == 0) break; // cannot be
        out.push_back(s);
        i -= s.a;
        j -= s.b;
    }
}

// Where letters [from, to) of a name stand in its text; marks on a letter belong to it.
[[nodiscard]] inline slice place_of(const spelling& s, std::string_view text, std::uint32_t from, std::uint32_t to) noexcept {
    if (from == to) {
        const offset at = from < s.size ? s.at[from] : s.end;
        return {at, at};
    }
    const bool next_is_letter = to < s.size && s.letters[to] != s.space();
    const bool space = s.letters[to - 1] == s.space();
    const offset begin = s.at[from];
    offset end = to == s.size ? s.end : next_is_letter ? s.at[to] : decode(text, s.at[to - 1]).at.end;
    if (space) end = s.at[to - 1]; // a space has no place of its own
    return {begin, end < begin ? begin : end};
}

}}} // namespace matn::v0::detail

#endif
