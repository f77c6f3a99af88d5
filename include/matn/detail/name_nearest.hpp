// SPDX-License-Identifier: MIT
// The best of many things: those nearest of what lists give, and those with the highest ratio.
#ifndef MATN_DETAIL_NAME_NEAREST_HPP
#define MATN_DETAIL_NAME_NEAREST_HPP

#include <matn/detail/buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

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

// A word or a name in a list, with what tells it from others there. One bit of that says that it is in Latin letters.
struct keyed {
    static constexpr std::uint32_t latin = 1u << 31;
    std::uint32_t number, print;
    [[nodiscard]] std::uint32_t bits_from(std::uint32_t other) const noexcept { return bits_of((print ^ other) & ~latin); }
    [[nodiscard]] std::uint32_t side() const noexcept { return print >> 31; }
};

// How a room for some things is shared by those of the one script and of the other: where there are too many of both each has half, for
// those of the script that is asked in always seem nearer.
[[nodiscard]] constexpr std::uint32_t share_of(std::uint32_t room, std::size_t others) noexcept {
    return room - (others < room / 2 ? static_cast<std::uint32_t>(others) : room / 2);
}

// Things that are read from lists, each perhaps several times, with how far they seem to be: the nearest, each once. Lists are long, and
// nearly all in them is further than what was read before.
class nearest {
public:
    static constexpr std::uint32_t furthest = 15;

    // At most some `wanted` will be asked for, and of those in Latin letters `wider` times as many; what is further than `far` never.
    void clear(std::uint32_t far, std::uint32_t wanted, std::uint32_t wider) noexcept {
        far_[0] = far_[1] = far;
        most_[0] = wanted;
        most_[1] = wanted * wider;
        size_ = 0;
        read_.clear();
        for (auto& side : at_)
            for (std::uint32_t& n : side) n = 0;
    }
    // The bits that differ from `print`, and `added`, are how far a thing is.
    void read(std::span<const keyed> list, std::uint32_t print, std::uint32_t added) {
        size_ += list.size();
        for (std::size_t from = 0; from < list.size(); from += block) {
            const std::size_t before = read_.size(), end = list.size() - from < block ? list.size() : from + block;
            read_block(list.data() + from, list.data() + end, print, added);
            if (read_.size() != before) narrow();
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; } // how many were read
    // At most some `wanted`, and of those as far as each other those that were read first; of those in Latin letters `wider` times as many.
    void best(std::uint32_t wanted, std::uint32_t wider, buffer<std::uint32_t>& out) {
        out.clear();
        if (read_.empty()) return;
        std::uint32_t near[2] = {}, left[2], count[2] = {};
        for (std::uint32_t side = 0; side < 2; ++side)
            for (const std::uint32_t n : at_[side]) count[side] += n;
        for (std::uint32_t side = 0; side < 2; ++side) {
            left[side] = share_of(wanted, count[1 - side]) * (side == 1 ? wider : 1);
            near[side] = nearer_than(left[side], side);
        }
        const std::size_t room = std::size_t{left[0]} + left[1], most = read_.size() < room ? read_.size() : room;
        std::uint32_t bits = 4;
        while ((std::size_t{1} << bits) < 4 * most) ++bits;
        seen_.assign(std::size_t{1} << bits, 0);
        const std::uint32_t mask = (1u << bits) - 1;
        for (std::uint32_t round = 0; round < 2; ++round) // of those that are a little further some
            for (const item& i : read_) {
                if (round == 0 ? i.distance() > near[i.side()] : i.distance() != near[i.side()] + 1) continue;
                std::uint32_t slot = (i.number * 0x9E3779B1u) >> (32 - bits);
                while (seen_[slot] != 0 && seen_[slot] != i.number + 1) slot = (slot + 1) & mask;
                if (seen_[slot] != 0 || left[i.side()] == 0) continue;
                --left[i.side()];
                seen_[slot] = i.number + 1;
                out.push_back(i.number);
            }
    }

private:
    struct item {
        std::uint32_t number, place;
        [[nodiscard]] std::uint32_t distance() const noexcept { return place & ~keyed::latin; }
        [[nodiscard]] std::uint32_t side() const noexcept { return place >> 31; }
    };
    static constexpr std::size_t block = 64;

    void read_block(const keyed* from, const keyed* end, std::uint32_t print, std::uint32_t added) {
        const std::size_t before = read_.size();
        read_.reserve(before + block);
        item* out = read_.data() + before; // written always, kept if it is near: no branch to mispredict
#if defined(__GNUC__)
        typedef std::uint32_t lanes __attribute__((vector_size(16)));
        typedef std::int32_t signed_lanes __attribute__((vector_size(16)));
        static_assert(sizeof(keyed) == 8);
        const signed_lanes far = signed_lanes{} + static_cast<std::int32_t>(far_[0]),
                           wider = signed_lanes{} + static_cast<std::int32_t>(far_[0] ^ far_[1]);
        for (; end - from >= 4; from += 4) {
            lanes a, b;
            std::memcpy(&a, from, sizeof(a));
            std::memcpy(&b, from + 2, sizeof(b));
            const lanes prints = __builtin_shufflevector(a, b, 1, 3, 5, 7), sides = prints & keyed::latin;
            lanes v = (prints ^ print) & ~keyed::latin;
            v = v - (v >> 1 & 0x55555555u);
            v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
            v = (v + (v >> 4)) & 0x0F0F0F0Fu;
            v += v >> 8;
            v = ((v + (v >> 16)) & 0x3Fu) + added;
            const auto near =
                reinterpret_cast<signed_lanes>(v) <= (far ^ (wider & (reinterpret_cast<signed_lanes>(sides) >> 31)));
            v |= sides;
            for (int i = 0; i < 4; ++i) {
                *out = {from[i].number, v[i]};
                out -= near[i];
            }
        }
#endif
        for (; from != end; ++from) {
            const std::uint32_t distance = from->bits_from(print) + added;
            *out = {from->number, distance | (from->print & keyed::latin)};
            out += distance <= far_[from->side()] ? 1 : 0;
        }
        read_.shrink(static_cast<std::size_t>(out - read_.data()));
        for (std::size_t i = before; i < read_.size(); ++i) ++at_[read_[i].side()][read_[i].distance()];
    }
    // As far as all that is nearer finds room.
    [[nodiscard]] std::uint32_t nearer_than(std::uint32_t room, std::uint32_t side) const noexcept {
        std::uint32_t near = 0;
        for (std::uint32_t sum = at_[side][0]; near < far_[side] && sum + at_[side][near + 1] <= room;) sum += at_[side][++near];
        return near;
    }
    // What has no room whatever is read behind it need not be kept, nor more of the furthest than there is room for.
    void narrow() noexcept {
        for (std::uint32_t side = 0; side < 2; ++side) {
            const std::uint32_t near = nearer_than(most_[side], side);
            if (near + 1 < far_[side]) far_[side] = near + 1;
            if (far_[side] == near + 1 && at_[side][near + 1] >= most_[side]) far_[side] = near;
        }
    }

    buffer<item> read_;
    buffer<std::uint32_t> seen_;
    std::size_t size_ = 0;
    std::uint32_t at_[2][furthest + 2] = {}, far_[2] = {furthest, furthest}, most_[2] = {};
};

}}} // namespace matn::v0::detail

#endif
