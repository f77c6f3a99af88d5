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

// Things by number that were read from lists, each perhaps several times, with how far they seem to be: the nearest, each once.
class nearest {
public:
    static constexpr std::uint32_t furthest = 15;

    void clear(std::uint32_t far) noexcept {
        far_ = far;
        read_.clear();
        for (std::uint32_t& n : at_) n = 0;
    }
    void add(std::uint32_t number, std::uint32_t distance) {
        if (distance > far_) return;
        ++at_[distance];
        read_.push_back({number, distance});
    }
    [[nodiscard]] std::size_t size() const noexcept { return read_.size(); }
    // At most some `wanted`, in the order that they were read.
    void best(std::uint32_t wanted, buffer<std::uint32_t>& out) {
        out.clear();
        std::uint32_t near = 0;
        for (std::uint32_t sum = at_[0]; near < far_ && sum + at_[near + 1] <= wanted;) sum += at_[++near];
        if (read_.empty()) return;
        const std::size_t most = read_.size() < wanted ? read_.size() : wanted;
        std::uint32_t bits = 4;
        while ((std::size_t{1} << bits) < 4 * most) ++bits;
        seen_.assign(std::size_t{1} << bits, 0);
        const std::uint32_t mask = (1u << bits) - 1;
        for (std::uint32_t round = 0; round < 2; ++round) // of those that are a little further some
            for (const item& i : read_) {
                if (round == 0 ? i.distance > near : i.distance != near + 1) continue;
                std::uint32_t slot = (i.number * 0x9E3779B1u) >> (32 - bits);
                while (seen_[slot] != 0 && seen_[slot] != i.number + 1) slot = (slot + 1) & mask;
                if (seen_[slot] != 0) continue;
                if (out.size() == wanted) return;
                seen_[slot] = i.number + 1;
                out.push_back(i.number);
            }
    }

private:
    struct item {
        std::uint32_t number, distance;
    };
    buffer<item> read_;
    buffer<std::uint32_t> seen_;
    std::uint32_t at_[furthest + 1] = {}, far_ = furthest;
};

}}} // namespace matn::v0::detail

#endif
