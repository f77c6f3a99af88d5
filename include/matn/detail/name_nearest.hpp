// SPDX-License-Identifier: MIT
// The best of many things: those nearest of what lists give, and those with the highest ratio.
#ifndef MATN_DETAIL_NAME_NEAREST_HPP
#define MATN_DETAIL_NAME_NEAREST_HPP

#include <matn/detail/buffer.hpp>

#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

struct name_candidate {
    std::uint32_t name = 0;
    float ratio = 0; // how like the letters are
};

// Leaves the best `count`, in no order.
inline void keep_best(buffer<name_candidate>& all, std::size_t count) noexcept {
    std::size_t begin = 0, end = all.size();
    if (end <= count) return;
    while (end - begin > 1) { // Hoare's selection
        const float pivot = all[begin + (end - begin) / 2].ratio;
        std::size_t i = begin, j = end - 1;
        for (;;) {
            while (all[i].ratio > pivot) ++i;
            while (all[j].ratio < pivot) --j;
            if (i >= j) break;
            const name_candidate swap = all[i];
            all[i++] = all[j];
            all[j--] = swap;
        }
        const std::size_t middle = j + 1 > begin && j + 1 < end ? j + 1 : begin + 1;
        if (count <= middle) end = middle;
        else begin = middle;
        if (begin >= count) break;
    }
    all.resize(count);
}

// Bits that are set. Without the instruction, which not every processor has and std::popcount must ask for.
[[nodiscard]] constexpr std::uint32_t bits_of(std::uint32_t v) noexcept {
    v = v - (v >> 1 & 0x55555555u);
    v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
    return ((v + (v >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

// Things by number that were read from lists, each perhaps several times, with how far they seem to be: the nearest, each once. They are of
// two sides, names of the one script and of the other: where there are too many of both, each has half of the room, for those of the
// script that is asked in always seem nearer.
class nearest {
public:
    static constexpr std::uint32_t furthest = 15;

    void clear(std::uint32_t far) noexcept {
        far_ = far;
        read_.clear();
        for (auto& side : at_)
            for (std::uint32_t& n : side) n = 0;
    }
    void add(std::uint32_t number, std::uint32_t distance, std::uint32_t side) {
        if (distance > far_) return;
        ++at_[side][distance];
        read_.push_back({number, static_cast<std::uint16_t>(distance), static_cast<std::uint16_t>(side)});
    }
    [[nodiscard]] std::size_t size() const noexcept { return read_.size(); }
    // At most some `wanted`, and of those as far as each other those that were read first; of the second side `wider` times as many.
    void best(std::uint32_t wanted, std::uint32_t wider, buffer<std::uint32_t>& out) {
        out.clear();
        if (read_.empty()) return;
        std::uint32_t near[2] = {}, left[2], count[2] = {};
        for (std::uint32_t side = 0; side < 2; ++side)
            for (const std::uint32_t n : at_[side]) count[side] += n;
        for (std::uint32_t side = 0; side < 2; ++side) {
            const std::uint32_t other = count[1 - side] < wanted / 2 ? count[1 - side] : wanted / 2;
            left[side] = (wanted - other) * (side == 1 ? wider : 1);
            const std::uint32_t* const at = at_[side];
            for (std::uint32_t sum = at[0]; near[side] < far_ && sum + at[near[side] + 1] <= left[side];) sum += at[++near[side]];
        }
        const std::size_t room = std::size_t{left[0]} + left[1], most = read_.size() < room ? read_.size() : room;
        std::uint32_t bits = 4;
        while ((std::size_t{1} << bits) < 4 * most) ++bits;
        seen_.assign(std::size_t{1} << bits, 0);
        const std::uint32_t mask = (1u << bits) - 1;
        for (std::uint32_t round = 0; round < 2; ++round) // of those that are a little further some
            for (const item& i : read_) {
                if (round == 0 ? i.distance > near[i.side] : i.distance != near[i.side] + 1) continue;
                std::uint32_t slot = (i.number * 0x9E3779B1u) >> (32 - bits);
                while (seen_[slot] != 0 && seen_[slot] != i.number + 1) slot = (slot + 1) & mask;
                if (seen_[slot] != 0 || left[i.side] == 0) continue;
                --left[i.side];
                seen_[slot] = i.number + 1;
                out.push_back(i.number);
            }
    }

private:
    struct item {
        std::uint32_t number;
        std::uint16_t distance, side;
    };
    buffer<item> read_;
    buffer<std::uint32_t> seen_;
    std::uint32_t at_[2][furthest + 1] = {}, far_ = furthest;
};

}}} // namespace matn::v0::detail

#endif
